/** One record of a CSV file and the line that it begins in. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A file breaks RFC 4180, or one cell or line is longer than anybody writes. */
export class CsvBroken extends Error {
  readonly problem: 'quote-open' | 'cell-long' | 'cells-count';
  readonly line: number;

  constructor(problem: CsvBroken['problem'], line: number) {
    super(problem);
    this.problem = problem;
    this.line = line;
  }
}

/** UTF-16 units of one cell. */
export const longestCell = 32_767;
/** More columns than any file of the standard has, extensions included. */
const mostCells = 500;

/**
 * Records of RFC 4180, out of pieces of text that may end anywhere. Strict, since a quotation mark that is misread swallows lines:
 * a mark stands at both ends of a cell or is doubled within. Empty lines are left out. Holds one record. Throws `CsvBroken`.
 */
export async function* csvRecords(pieces: AsyncIterable<string>): AsyncGenerator<CsvRecord> {
  const state = newState();
  for await (const piece of pieces) {
    let from = 0;
    for (const { index } of piece.matchAll(/[",\r\n]/g)) {
      if (index > from) takeRun(state, piece.slice(from, index));
      const record = takeSign(state, piece[index] ?? '');
      if (record) yield record;
      from = index + 1;
    }
    if (from < piece.length) takeRun(state, piece.slice(from));
  }
  if (state.at === 'quoted') throw new CsvBroken('quote-open', state.began);
  const last =
    state.cells.length > 0 || state.cell !== '' || state.at === 'closed' ? endRecord(state) : undefined;
  if (last) yield last;
}

interface State {
  at: 'start' | 'bare' | 'quoted' | 'closed';
  cell: string;
  cells: string[];
  line: number;
  began: number;
  /** The sign before was a carriage return, whose line feed counts as no second line. */
  returned: boolean;
}

const newState = (): State => ({ at: 'start', cell: '', cells: [], line: 1, began: 1, returned: false });

/** Text without any sign that CSV gives a meaning. */
function takeRun(state: State, text: string): void {
  state.returned = false;
  if (state.at === 'closed') throw new CsvBroken('quote-open', state.line);
  if (state.at === 'start') state.at = 'bare';
  add(state, text);
}

/** A quotation mark, a comma or the end of a line. */
function takeSign(state: State, sign: string): CsvRecord | undefined {
  const isSecond = state.returned && sign === '\n';
  state.returned = sign === '\r';
  if (sign === '\r' || (sign === '\n' && !isSecond)) state.line += 1;
  if (state.at === 'quoted') return quoted(state, sign);
  if (sign === '\n' && isSecond) return undefined;
  if (sign === '\r' || sign === '\n') return endRecord(state);
  if (sign === ',') return endCell(state);
  // A second mark after a closing one is a mark of the text.
  if (state.at === 'bare') throw new CsvBroken('quote-open', state.line);
  if (state.at === 'closed') add(state, sign);
  state.at = 'quoted';
  return undefined;
}

function quoted(state: State, sign: string): undefined {
  if (sign !== '"') return add(state, sign);
  state.at = 'closed';
  return undefined;
}

function add(state: State, text: string): undefined {
  if (state.cell.length + text.length > longestCell) throw new CsvBroken('cell-long', state.began);
  state.cell += text;
  return undefined;
}

function endCell(state: State): undefined {
  if (state.cells.length >= mostCells) throw new CsvBroken('cells-count', state.began);
  state.cells.push(state.cell);
  state.cell = '';
  state.at = 'start';
  return undefined;
}

function endRecord(state: State): CsvRecord | undefined {
  endCell(state);
  const { cells, began } = state;
  state.cells = [];
  state.began = state.line;
  return cells.some((cell) => cell.trim() !== '') ? { line: began, cells } : undefined;
}
