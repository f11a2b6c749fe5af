/** One line of a transcript; times in seconds. */
export interface Cue {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

const timing = /^\s*((?:\d+:)?\d{2}:\d{2}\.\d{3})\s+-->\s+((?:\d+:)?\d{2}:\d{2}\.\d{3})(?:\s|$)/;
const maxCues = 20_000;

/**
 * The cues of a WebVTT file as plain text, in order; undefined when the text is none. Markup within cues is dropped: a transcript is
 * read, not styled.
 */
export function readVtt(text: string): readonly Cue[] | undefined {
  const normal = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(normal)) return undefined;
  const cues: Cue[] = [];
  for (const block of normal.split(/\n{2,}/)) {
    const cue = cueOf(block);
    if (cue) cues.push(cue);
    if (cues.length === maxCues) break;
  }
  return cues;
}

function cueOf(block: string): Cue | undefined {
  const lines = block.split('\n');
  const at = lines.findIndex((line) => timing.test(line));
  // Before the times there may be a name, and nothing else.
  if (at < 0 || at > 1) return undefined;
  const [, from = '', to = ''] = timing.exec(lines[at] ?? '') ?? [];
  const text = plain(lines.slice(at + 1).join(' '));
  return text === '' ? undefined : { from: secondsOf(from), to: secondsOf(to), text };
}

const entities: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

/** Text nodes only ever: what is unescaped here is shown as text, never as markup. */
function plain(text: string): string {
  return text
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => entities[entity] ?? entity)
    .replace(/\s+/g, ' ')
    .trim();
}

function secondsOf(time: string): number {
  return time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);
}
