import type { RichText, TextBlock, TextRun } from '@sinau/quiz';

type Run = { readonly text: string; strong: boolean; emphasis: boolean; code: boolean };

/**
 * Text as authors type it: a line is a paragraph, `- ` and `1. ` begin items of lists, three backticks stand around code,
 * and inside a line `**strong**`, `*emphasis*` and `` `code` `` have their form. A backslash takes a sign as it is. Nothing
 * is refused: what is no mark is text.
 */
export function readMarks(marked: string): RichText {
  const blocks: TextBlock[] = [];
  const lines = marked.split(/\r\n|[\r\n]/);
  for (let at = 0; at < lines.length; ) {
    const code = codeAt(lines, at);
    const list = code ? undefined : listAt(lines, at);
    const block = code?.block ?? list?.block ?? paragraphOf(lines[at] ?? '');
    if (block) blocks.push(block);
    at = code?.next ?? list?.next ?? at + 1;
  }
  return blocks;
}

function paragraphOf(line: string): TextBlock | undefined {
  const text = line.trim();
  return text === '' ? undefined : { type: 'paragraph', runs: readRuns(text) };
}

interface Taken {
  readonly block: TextBlock;
  readonly next: number;
}

const fence = '```';

/** Code from its fence to the next one; without that, it is no code. */
function codeAt(lines: readonly string[], at: number): Taken | undefined {
  if (lines[at]?.trim() !== fence) return undefined;
  const end = lines.findIndex((line, index) => index > at && line.trim() === fence);
  if (end < 0) return undefined;
  return { block: { type: 'code', text: lines.slice(at + 1, end).join('\n') }, next: end + 1 };
}

const bullet = /^\s*[-*•]\s+(\S.*)$/;
const numbered = /^\s*\d{1,3}[.)]\s+(\S.*)$/;

function listAt(lines: readonly string[], at: number): Taken | undefined {
  const pattern = [bullet, numbered].find((one) => one.test(lines[at] ?? ''));
  if (!pattern) return undefined;
  const items: (readonly TextRun[])[] = [];
  let next = at;
  for (let item = pattern.exec(lines[next] ?? ''); item; item = pattern.exec(lines[next] ?? '')) {
    items.push(readRuns((item[1] ?? '').trim()));
    next += 1;
  }
  return { block: { type: 'list', ordered: pattern === numbered, items }, next };
}

/** What is between two signs that may be marks, or such a sign. */
const token = /\\[\s\S]|`[^`]+`|\*+|[^\\`*]+|[\s\S]/g;

function readRuns(line: string): readonly TextRun[] {
  const runs: Run[] = [];
  const open = { strong: -1, emphasis: -1 };
  const put = (text: string, code = false) =>
    runs.push({ text, strong: open.strong >= 0, emphasis: open.emphasis >= 0, code });
  for (const { 0: text, index } of line.matchAll(token)) {
    if (text.startsWith('\\') && text.length > 1) {
      put(/[\\*`.)•-]/.test(text.charAt(1)) ? text.slice(1) : text);
    } else if (text.startsWith('`') && text.length > 1) put(text.slice(1, -1), true);
    else if (text.startsWith('*')) {
      const around = { before: line.charAt(index - 1), behind: line.charAt(index + text.length) };
      if (!turn(text.length, open, { put, around, at: () => runs.length })) put(text);
    } else put(text);
  }
  return joined(unclosed(runs, open));
}

interface Open {
  strong: number;
  emphasis: number;
}

/** Opens and closes what stars stand for; false when they stand for themselves. */
function turn(
  stars: number,
  open: Open,
  line: {
    readonly put: (text: string) => void;
    readonly at: () => number;
    readonly around: { readonly before: string; readonly behind: string };
  },
): boolean {
  const kinds = ([[], ['emphasis'], ['strong'], ['emphasis', 'strong']] as const)[stars] ?? [];
  const closing = kinds.filter((kind) => open[kind] >= 0);
  const opening = kinds.filter((kind) => open[kind] < 0);
  const canClose = /\S/.test(line.around.before);
  const canOpen = /\S/.test(line.around.behind);
  if (kinds.length === 0 || (closing.length > 0 && !canClose) || (opening.length > 0 && !canOpen))
    return false;
  for (const kind of closing) open[kind] = -1;
  for (const kind of opening) {
    open[kind] = line.at();
    // Its place: it becomes its own stars again when nothing closes it.
    line.put('');
  }
  return true;
}

function unclosed(runs: readonly Run[], open: Open): readonly Run[] {
  return (['strong', 'emphasis'] as const).reduce<readonly Run[]>((all, kind) => {
    const from = open[kind];
    if (from < 0) return all;
    return all.map((run, index) => {
      if (index < from) return run;
      const text = index === from ? (kind === 'strong' ? '**' : '*') : run.text;
      return { ...run, text, [kind]: false };
    });
  }, runs);
}

const formOf = (run: Run) => `${run.strong} ${run.emphasis} ${run.code}`;

function joined(runs: readonly Run[]): readonly TextRun[] {
  const out: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = out.at(-1);
    if (last && formOf(last) === formOf(run)) out.splice(-1, 1, { ...last, text: last.text + run.text });
    else out.push(run);
  }
  return out.map(({ text, strong, emphasis, code }) => ({
    text,
    ...(strong && { strong }),
    ...(emphasis && { emphasis }),
    ...(code && { code }),
  }));
}

/** What an author would type for a text; `readMarks` gives it back. An image leaves its words. */
export function writeMarks(text: RichText): string {
  return text.map(marksOfBlock).join('\n\n');
}

function marksOfBlock(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
      return guardStart(marksOfRuns(block.runs));
    case 'code':
      return `${fence}\n${block.text}\n${fence}`;
    case 'list':
      return block.items
        .map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${marksOfRuns(item)}`)
        .join('\n');
    case 'image':
      return guardStart(escaped(block.alt));
  }
}

/** A paragraph that begins like an item of a list stays a paragraph. */
const guardStart = (line: string) =>
  line.replace(/^(\d{1,3})([.)])(?=\s)/, '$1\\$2').replace(/^([-•])(?=\s)/, '\\$1');

const escaped = (text: string) => onOneLine(text.replace(/[\\*`]/g, '\\$&'));

/** By trimming: a pattern with blanks on both sides would look at many of them again and again. */
function onOneLine(text: string): string {
  const [first = '', ...others] = text.split(/[\r\n]+/);
  const last = others.pop();
  if (last === undefined) return first;
  const between = others.map((line) => line.trim()).filter((line) => line !== '');
  return [first.trimEnd(), ...between, last.trimStart()].join(' ');
}

/** Marks stand where a form begins and ends, and right at the words: with a space between they would be none. */
function marksOfRuns(runs: readonly TextRun[]): string {
  let marked = '';
  let open = { strong: false, emphasis: false };
  for (const run of [...runs.flatMap(withoutOuterSpace), { text: '' }]) {
    const next = { strong: run.strong ?? false, emphasis: run.emphasis ?? false };
    const turned = `${next.emphasis === open.emphasis ? '' : '*'}${next.strong === open.strong ? '' : '**'}`;
    marked += turned + (run.code && !run.text.includes('`') ? `\`${run.text}\`` : escaped(run.text));
    open = next;
  }
  return marked;
}

function withoutOuterSpace(run: TextRun): readonly TextRun[] {
  if (!(run.strong || run.emphasis || run.code)) return [run];
  const begun = run.text.trimStart();
  const text = begun.trimEnd();
  const before = run.text.slice(0, run.text.length - begun.length);
  const behind = begun.slice(text.length);
  return [{ text: before }, { ...run, text }, { text: behind }].filter((one) => one.text !== '');
}
