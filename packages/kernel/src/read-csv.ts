/** One record: where it stands in a spreadsheet (the head is 1), and its cells. */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/**
 * What spreadsheets save as CSV: with `,`, `;` or tabs between the cells (whichever the first record has most), with or
 * without a byte order mark, with line breaks inside quotes. An apostrophe that keeps a text from being a formula is
 * taken off again. Empty records are left out. Never throws.
 */
export function readCsv(text: string): readonly CsvRow[] {
  const plain = text.replace(/^\ufeff/, '');
  const separator = separatorOf(plain);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  let at = 0;
  const end = () => {
    if (cells.some((cell) => cell !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  };
  while (at < plain.length) {
    const { cell, next } =
      plain[at] === '"' ? quotedCell(plain, at, separator) : bareCell(plain, at, separator);
    cells.push(cell.trim().replace(/^'/, ''));
    at = next;
    if (plain[at] === separator) {
      at += 1;
      // A separator at the very end leaves one more empty cell, which says nothing.
      continue;
    }
    if (plain[at] === '\r') at += 1;
    if (plain[at] === '\n') at += 1;
    end();
  }
  if (cells.length > 0) end();
  return rows;
}

function separatorOf(text: string): string {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => head.split(mark).length;
  return [';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best), ',');
}

function bareCell(text: string, from: number, separator: string) {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return { cell: text.slice(from, at), next: at };
}

/** What stands behind the closing quote belongs to the cell as well; a quote that never closes ends with the text. */
function quotedCell(text: string, from: number, separator: string) {
  let at = from + 1;
  let cell = '';
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return { cell: cell + text.slice(at), next: text.length };
    cell += text.slice(at, quote);
    at = quote + 1;
    if (text[at] !== '"') break;
    cell += '"';
    at += 1;
  }
  const rest = bareCell(text, at, separator);
  return { cell: cell + rest.cell, next: rest.next };
}
