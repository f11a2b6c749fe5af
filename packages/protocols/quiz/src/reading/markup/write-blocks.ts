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

interface State {
  readonly done: TextBlock[];
  runs: TextRun[];
  list: { readonly ordered: boolean; readonly items: TextRun[][] } | undefined;
  depth: number;
}

export function createBlockWriter(): BlockWriter {
  const state: State = { done: [], runs: [], list: undefined, depth: 0 };
  return {
    write: (text, form = {}) => append(state, text.replace(/\s+/gu, ' '), form),
    isLineStart: () => trimmed(state.runs).length === 0,
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

function append({ runs }: State, text: string, form: RunForm): void {
  const last = runs.at(-1);
  const shown = !last || last.text.endsWith(' ') ? text.replace(/^ /, '') : text;
  if (shown === '') return;
  if (last && sameForm(last, form)) runs[runs.length - 1] = { ...last, text: last.text + shown };
  else runs.push({ text: shown, ...form });
}

const sameForm = (a: RunForm, b: RunForm): boolean =>
  a.strong === b.strong && a.emphasis === b.emphasis && a.code === b.code;

function endLine(state: State): void {
  const line = trimmed(state.runs);
  state.runs = [];
  if (line.length === 0) return;
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
