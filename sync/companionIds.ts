/** What both extensions know each other by. Firefox's ids stand in the manifests as they are. */
export const CLAIMLIGHT_IN_FIREFOX = 'claimlight@claimlight.example';
export const COMPANION_IN_FIREFOX = 'claimlight-companion@claimlight.example';

/**
 * Chromium makes an extension's id of its public key; without one, of the folder it lies in. The companion has a key, so
 * that Claimlight finds it. (Nobody has the private one: it is not needed, and a store signs with its own. The store's
 * public key and id then take their place here.)
 */
export const COMPANION_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAtEFXKDHPjE094seq3kAHY1ghEuu9uFXD+qduOnsTZDPaNHHBgjTpyY8iKp2BaRnLPBip5whs+vmmAbxn3TOlH6egt27VMwHdcTaBpootVy/kw2POV3TUdxVnQVtLDW1wJjisyvkjr7wIuRSYs6txQqNmJHf2ygKWQOU9z4YDzuSGiX8siDwIwbghBnPUPSMMu+xyiOah08Rf1swNAZ8SWj8dL0WAYxUdONojVinMyIPz1BcAocCxw3Oket0O/PHY9xFXSyJf1fq3mZAv6mwE8W+xFMiAlErklQyz6AMD9yiDNSbjymXwc0nMTHAtJqjB7wVsWVBEwkLiosLpMHQXAwIDAQAB';
export const COMPANION_IN_CHROMIUM = 'ifankhoedgdnhgognbfanhiogbfkbgen';
