/** Makes text safe inside HTML text and double-quoted attributes. @param {string} text */
export const escapeHtml = (text) =>
  text.replace(
    /[&<>"]/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? char,
  );

/** JSON that cannot close the script element it stands in. @param {unknown} value */
export const jsonScript = (value) =>
  `<script type="application/ld+json">${JSON.stringify(value, null, 1).replace(/</g, '\\u003c')}</script>`;

/**
 * A whole HTML document.
 * @param {{ language?: string, title: string, head?: string, styles: string[], bodyClass?: string, body: string }} page
 */
export function htmlPage({ language = 'en', title, head = '', styles, bodyClass = '', body }) {
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
${styles.map((name) => `<link rel="stylesheet" href="/assets/${name}.css">`).join('\n')}
${head}
</head>
<body class="${bodyClass}">
${body.trim()}
</body>
</html>
`;
}

/** @type {Record<string, string>} */
const LOCALES = { ar: 'ar-LB', ja: 'ja-JP' };

/** A day as readers see it. @param {string} iso @param {string} [language] */
export const longDate = (iso, language = 'en') =>
  new Intl.DateTimeFormat(LOCALES[language] ?? 'en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'Europe/Brussels',
  }).format(new Date(iso));

/** The hour as written in the article's own zone. @param {string} iso */
export const clock = (iso) => iso.slice(11, 16);
