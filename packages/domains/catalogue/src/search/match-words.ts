import type { Postings } from './postings.ts';
import { stemOf } from './stem.ts';
import { synonymsOf } from './synonyms.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface Matches {
  /** Score by course number; 0 does not match. */
  readonly scores: Float64Array;
  /** Numbers of the courses that match. */
  readonly courses: readonly number[];
  /** The words as they were understood, when a slip was corrected. */
  readonly corrected?: string;
  /** No course has all the words; these have as many as any. */
  readonly partial: boolean;
}

interface Words {
  readonly postings: Postings;
  readonly vocabulary: Vocabulary;
}

/** One word of a query as it may be meant: stems with how well they fit, 0 to 1. */
interface Reading {
  readonly stems: ReadonlyMap<string, number>;
  /** What was probably meant instead. */
  readonly corrected?: string;
}

const mostBeginnings = 60;
const mostNear = 12;

/** Courses that have all the words, or as many of them as any. `size`: all courses are numbered below it. */
export function matchWords(index: Words, words: readonly string[], size: number): Matches {
  const readings = words.map((word, n) => readingOf(index, word, n === words.length - 1));
  const scores = new Float64Array(size);
  const found = new Uint8Array(size);
  const ofWord = new Float64Array(size);
  for (const { stems } of readings) {
    const rarity = rarityOf(index, stems, size);
    const touched: number[] = [];
    for (const [stem, fit] of stems) {
      index.postings.each(stem, (course, weight) => {
        const score = fit * rarity * weight;
        const before = ofWord[course] ?? 0;
        if (before === 0) touched.push(course);
        if (score > before) ofWord[course] = score;
      });
    }
    for (const course of touched) {
      scores[course] = (scores[course] ?? 0) + (ofWord[course] ?? 0);
      found[course] = (found[course] ?? 0) + 1;
      ofWord[course] = 0;
    }
  }
  const most = found.reduce((max, count) => Math.max(max, count), 0);
  const courses: number[] = [];
  if (most > 0) {
    found.forEach((count, course) => {
      if (count === most) courses.push(course);
    });
  }
  const isCorrected = readings.some(({ corrected }) => corrected !== undefined);
  return {
    scores,
    courses,
    ...(isCorrected && { corrected: readings.map((one, n) => one.corrected ?? words[n]).join(' ') }),
    partial: most > 0 && most < words.length,
  };
}

/** Of two words the rarer tells more. */
function rarityOf({ postings }: Words, stems: ReadonlyMap<string, number>, size: number): number {
  let having = 0;
  for (const stem of stems.keys()) having += postings.count(stem);
  return Math.log(1 + size / (1 + Math.min(having, size)));
}

function readingOf(index: Words, word: string, isLast: boolean): Reading {
  const { postings, vocabulary } = index;
  const stems = new Map<string, number>();
  const read = (stem: string, fit: number) => {
    if (postings.has(stem) && (stems.get(stem) ?? 0) < fit) stems.set(stem, fit);
  };
  const stem = stemOf(word);
  read(stem, 1);
  for (const synonym of synonymsOf(stem)) read(synonym, 0.7);
  const isKnown = stems.size > 0;
  // The last word may still be on its way; another one is finished unless nobody knows it.
  if (word.length > 1 && (isLast || !isKnown)) {
    for (const longer of vocabulary.startingWith(word, mostBeginnings)) read(stemOf(longer), 0.6);
  }
  if (stems.size > 0 && !isRare(index, word, stems)) return { stems };
  return withSlips(index, word, stems);
}

/** Known from one or two courses only: it may be their authors' slip of the keyboard. */
function isRare({ postings }: Words, word: string, stems: ReadonlyMap<string, number>): boolean {
  if (word.length < 6) return false;
  let having = 0;
  for (const stem of stems.keys()) having += postings.count(stem);
  return having <= 2;
}

function withSlips(index: Words, word: string, known: ReadonlyMap<string, number>): Reading {
  const near = nearWordsOf(index, word);
  const stems = new Map(known);
  for (const { stem, slips } of near) {
    if (!stems.has(stem)) stems.set(stem, slips === 1 ? 0.5 : 0.3);
  }
  const [best] = near;
  return { stems, ...(best && known.size === 0 && { corrected: best.word }) };
}

/** Words that may be meant, the nearest and most frequent first. */
export function nearWordsOf(
  { postings, vocabulary }: Words,
  word: string,
  mostSlips = slipsAllowed(word),
): readonly { readonly word: string; readonly stem: string; readonly slips: number }[] {
  if (mostSlips === 0) return [];
  return vocabulary
    .near(word, mostSlips)
    .map((one) => ({ ...one, stem: stemOf(one.word), isBeginning: one.word[0] === word[0] }))
    .filter(({ stem }) => postings.has(stem))
    .map((one) => ({ ...one, often: postings.count(one.stem) }))
    .sort(
      // People seldom get the first letter wrong.
      (a, b) => a.slips - b.slips || Number(b.isBeginning) - Number(a.isBeginning) || b.often - a.often,
    )
    .slice(0, mostNear);
}

function slipsAllowed(word: string): number {
  if (word.length < 4 || /^\d+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}
