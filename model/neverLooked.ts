/** When an imported mark was last looked for: its page was not opened yet, so it waits for a visit. */
export const NEVER_LOOKED = '1970-01-01T00:00:00.000Z';
