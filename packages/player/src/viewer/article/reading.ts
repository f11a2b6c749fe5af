import { readPages, writePages } from '../document/seen-pages.ts';

/**
 * Quicker than anybody reads (600 words a minute): who scrolls through at once has not read, who reads quickly is never held up.
 */
const wordsPerSecond = 10;
/** A picture or a line. */
const leastWords = 5;

/**
 * Which blocks of a text (paragraphs, lists, tables, pictures) were read. Time counts while the text is on the screen, for one block
 * after another from the top of what is visible.
 */
export class Reading {
  readonly #words: readonly number[];
  readonly #read: Set<number>;
  /** Seconds still to be spent, by block. */
  readonly #left: number[];

  /** `before` is what `text` gave in an earlier session. */
  constructor(words: readonly number[], before = '') {
    this.#words = words.map((count) => Math.max(leastWords, count));
    this.#read = readPages(before, words.length);
    this.#left = this.#words.map((count, index) => (this.#read.has(index + 1) ? 0 : count / wordsPerSecond));
  }

  /** `visible`: positions of the blocks on the screen, from the top. True when something was read to its end by this. */
  spend(seconds: number, visible: readonly number[]): boolean {
    let rest = seconds;
    const before = this.#read.size;
    for (const index of visible) {
      const left = this.#left[index];
      if (left === undefined || this.#read.has(index + 1)) continue;
      const used = Math.min(left, rest);
      rest -= used;
      this.#left[index] = left - used;
      if (left - used <= 0) this.#read.add(index + 1);
      if (rest <= 0) break;
    }
    return this.#read.size > before;
  }

  /** By words, 0 to 1; a text of nothing counts as read. */
  get share(): number {
    const all = this.#words.reduce((sum, count) => sum + count, 0);
    const read = this.#words.reduce((sum, count, index) => sum + (this.#read.has(index + 1) ? count : 0), 0);
    return all === 0 ? 1 : read / all;
  }

  get text(): string {
    return writePages(this.#read);
  }
}
