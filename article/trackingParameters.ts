import rules from 'tidy-url/data/rules.js';

/**
 * Parameters that say how the reader came, never what is shown. The library's list is the base (global rules and, for
 * a site it knows, that site's rules); below are newsroom and mail systems it lacks.
 */
const MORE = `
  at_campaign at_campaign_type at_custom1 at_custom2 at_custom3 at_custom4 at_format at_link_id at_link_origin at_link_type
  at_medium at_ptr_name at_bbc_team xtor xtmc xtnp xts ns_mchannel ns_source ns_campaign ns_linkname ns_fee smid smtyp smprod
  unlocked_article_code giftcopy accesstoken gift gaa_at gaa_n gaa_ts gaa_sig wt_mc wt_zmc wtrid wtmc wprov cmp cmpid cmp_id
  icid ito itid utmsource utm_referrer utm_hp_ref guccounter guce_referrer guce_referrer_sig dclid gbraid wbraid gad_source
  gad_campaignid srsltid msclkid twclid ttclid yclid ysclid igshid igsh li_fat_id epik s_kwcid ef_id mkt_tok mkcid trk trkcampaign
  trk_contact trk_msg trk_module trk_sid _ga _gl _ke _kx _openstat _branch_match_id _branch_referrer fb_action_ids fb_action_types
  fb_ref fb_source fbadid ref_src ref_url refsrc rss_source rssfeed feedname feedtype __twitter_impression
  __tn__ tpcc cndid esrc bxid mbid hashed_user sailthru_id spmailingid spuserid spjobid spreportid nl_art nlid newsletter_id
  mc_cid mc_eid mc_phishing_protection_id vero_id oly_anon_id oly_enc_id rb_clickid soc_src soc_trk sr_share sref
  sharetype share_id sharetoken share-token shareddirectly dicbo obref obOrigUrl ob_click_id tbclid tblci
  traffic_source cx_testid cx_testvariant cx_artpos cx_navsource cxrecs_s onwardjourney recirc pgtype
  ocid cvid fromref cmp_src cm_ven cm_cat cm_pla cm_ite cm_mmc stream_top amp_js_v amp_gsa usqp
`;

const PREFIXES =
  /^(?:utm_|mtm_|pk_|piwik_|matomo_|hsa_|itm_|at_(?:campaign|medium)|wt_|ns_|_hs|guce_|gaa_|cm_|xt(?:or|mc)$)/;

const everywhere = new Set(MORE.trim().toLowerCase().split(/\s+/));
for (const rule of rules)
  if (rule.name === 'Global') for (const name of rule.rules ?? []) everywhere.add(name.toLowerCase());

/** Rules of single sites; those that list what to *keep*, or that look at whole addresses, are not of this kind. */
const siteRules = rules.flatMap((rule) =>
  rule.match instanceof RegExp && rule.rules && !rule.rev && !rule.match_href
    ? [{ host: rule.match, names: new Set(rule.rules.map((name) => name.toLowerCase())) }]
    : [],
);

/** True where this parameter may be dropped from an address of this host without changing what is shown. */
export function isTracking(name: string, host: string): boolean {
  const key = name.toLowerCase();
  if (everywhere.has(key) || PREFIXES.test(key)) return true;
  return siteRules.some((rule) => rule.names.has(key) && host.search(rule.host) >= 0);
}
