/**
 * Reads CSV as a lenient spreadsheet does: a quote counts at the start of a cell only, what follows the closing one is
 * appended, a line ends with CRLF, CR or LF. For well-formed files and the comma this is RFC 4180.
 */
export function readCsv(file: string, separator = ','): string[][] {
  const text = file.replace(/^\uFEFF/u, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const quoted = () => {
    for (at += 1; at < text.length; at++) {
      if (text[at] !== '"') cell += text[at];
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else break;
    }
    at += 1;
  };
  while (at < text.length) {
    if (text[at] === '"' && cell === '') quoted();
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      cell += text[at];
      at += 1;
    }
    row.push(cell);
    cell = '';
    if (at < text.length && text[at] !== separator) {
      rows.push(row);
      row = [];
      if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    }
    at += 1;
  }
  return rows;
}
