import type { RichText, TextBlock, TextRun } from '../../rich-text.ts';

export type RunForm = Omit<TextRun, 'text'>;

/** Builds a text from front to back. What comes after an end of line is a new paragraph, or in a list a new item. */
export interface BlockWriter {
  /** Blanks are collapsed and fall away at the ends of lines. */
  write(text: string, form?: RunForm): void;
  /** True when nothing stands in the line yet. */
  isLineStart(): boolean;
  endLine(): void;
  /** Inner lists become part of the outer one. */
  openList(ordered: boolean): void;
  closeList(): void;
  isInList(): boolean;
  /** An image or code; a list that it interrupts goes on behind it. */
  add(block: TextBlock): void;
  finish(): RichText;
}

/** Pieces are joined at the end of the line: text may come sign by sign, and a great deal of it. */
interface Line {
  readonly runs: { readonly pieces: string[]; readonly form: RunForm }[];
  hasWords: boolean;
  endsInBlank: boolean;
}

interface State {
  readonly done: TextBlock[];
  line: Line;
  list: { readonly ordered: boolean; readonly items: TextRun[][] } | undefined;
  depth: number;
}

const newLine = (): Line => ({ runs: [], hasWords: false, endsInBlank: true });

export function createBlockWriter(): BlockWriter {
  const state: State = { done: [], line: newLine(), list: undefined, depth: 0 };
  return {
    write: (text, form = {}) => append(state.line, text.replace(/\s+/gu, ' '), form),
    isLineStart: () => !state.line.hasWords,
    endLine: () => endLine(state),
    openList(ordered) {
      endLine(state);
      state.depth += 1;
      state.list ??= { ordered, items: [] };
    },
    closeList() {
      endLine(state);
      state.depth = Math.max(0, state.depth - 1);
      if (state.depth === 0) endList(state);
    },
    isInList: () => state.list !== undefined,
    add(block) {
      const { list } = state;
      endList(state);
      state.done.push(block);
      if (list) state.list = { ordered: list.ordered, items: [] };
    },
    finish() {
      endList(state);
      return state.done;
    },
  };
}

function append(line: Line, text: string, form: RunForm): void {
  const shown = line.endsInBlank && text.startsWith(' ') ? text.slice(1) : text;
  if (shown === '') return;
  const last = line.runs.at(-1);
  if (last && sameForm(last.form, form)) last.pieces.push(shown);
  else line.runs.push({ pieces: [shown], form });
  line.endsInBlank = shown.endsWith(' ');
  line.hasWords ||= shown !== ' ';
}

const sameForm = (a: RunForm, b: RunForm): boolean =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code;

function endLine(state: State): void {
  const { runs, hasWords } = state.line;
  state.line = newLine();
  if (!hasWords) return;
  const line = trimmed(runs.map(({ pieces, form }) => ({ text: pieces.join(''), ...form })));
  if (state.list) state.list.items.push(line);
  else state.done.push({ type: 'paragraph', runs: line });
}

function endList(state: State): void {
  endLine(state);
  if (state.list && state.list.items.length > 0) state.done.push({ type: 'list', ...state.list });
  state.list = undefined;
}

function trimmed(runs: readonly TextRun[]): TextRun[] {
  const kept = [...runs];
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.text.trimEnd();
    if (text !== '') return [...kept, { ...last, text }];
  }
  return [];
}
