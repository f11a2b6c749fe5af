/**
 * Every word that stands in some course, as it is written, in alphabetical order: what a beginning may become, and what
 * a slip of the keyboard may have meant.
 */
export interface Vocabulary {
  add(word: string): void;
  /** Words that begin so, at most `limit`, in alphabetical order; the word itself is among them. */
  startingWith(beginning: string, limit: number): readonly string[];
  /** Words within so many slips, the nearest first; a slip is a letter too many, missing, wrong, or two in turned order. */
  near(word: string, mostSlips: number): readonly NearWord[];
}

export interface NearWord {
  readonly word: string;
  readonly slips: number;
}

export function createVocabulary(): Vocabulary {
  const known = new Set<string>();
  /** Sorted up to what was added since; those are merged when somebody asks. */
  let sorted: string[] = [];
  let added: string[] = [];
  /** One bit for each letter a word has, beside `sorted`: most words differ too much to be looked at closely. */
  let masks = new Int32Array();

  function settle(): void {
    if (added.length === 0) return;
    sorted = sorted.concat(added).sort(compare);
    masks = Int32Array.from(sorted, maskOf);
    added = [];
  }

  return {
    add: (word) => {
      if (known.has(word)) return;
      known.add(word);
      added.push(word);
    },
    startingWith: (beginning, limit) => {
      settle();
      const found: string[] = [];
      for (let n = placeOf(sorted, beginning); n < sorted.length && found.length < limit; n += 1) {
        const word = sorted[n] ?? '';
        if (!word.startsWith(beginning)) break;
        found.push(word);
      }
      return found;
    },
    near: (word, mostSlips) => {
      settle();
      const mask = maskOf(word);
      const found: NearWord[] = [];
      for (let n = 0; n < sorted.length; n += 1) {
        // A slip changes at most two letters of a word's set.
        if (bitsIn(mask ^ (masks[n] ?? 0)) > 2 * mostSlips) continue;
        const other = sorted[n] ?? '';
        const slips = slipsBetween(word, other, mostSlips);
        if (slips <= mostSlips) found.push({ word: other, slips });
      }
      return found.sort((a, b) => a.slips - b.slips);
    },
  };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function placeOf(sorted: readonly string[], word: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? '') < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function maskOf(word: string): number {
  let mask = 0;
  for (let n = 0; n < word.length; n += 1) mask |= 1 << (word.charCodeAt(n) & 31);
  return mask;
}

function bitsIn(value: number): number {
  let rest = value - ((value >>> 1) & 0x5555_5555);
  rest = (rest & 0x3333_3333) + ((rest >>> 2) & 0x3333_3333);
  return (((rest + (rest >>> 4)) & 0x0f0f_0f0f) * 0x0101_0101) >>> 24;
}

/** Damerau–Levenshtein with neighbouring letters turned; gives up as soon as it is more than `most`. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row];
    let least = row;
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1];
      let cost = Math.min(
        (last[column] ?? 0) + 1,
        (next[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const turned = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      if (turned) cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    before = last;
    last = next;
  }
  return last[b.length] ?? most + 1;
}
