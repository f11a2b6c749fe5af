/**
 * Text with a little form, as data and not as markup: readers of packages turn HTML into it and whoever shows it makes
 * elements of it, so no markup of a package ever reaches a page.
 */
export type RichText = readonly TextBlock[];

export type TextBlock =
  | { readonly type: 'paragraph'; readonly runs: readonly TextRun[] }
  /** Shown as it is, in a fixed width. */
  | { readonly type: 'code'; readonly text: string }
  | {
      readonly type: 'list';
      readonly ordered: boolean;
      readonly items: readonly (readonly TextRun[])[];
    }
  /** `src`: file of the quiz's package. */
  | { readonly type: 'image'; readonly src: string; readonly alt: string };

export interface TextRun {
  readonly text: string;
  readonly strong?: boolean;
  readonly emphasis?: boolean;
  readonly code?: boolean;
}

/** The words alone; blocks and items of lists on lines of their own. */
export function plainText(text: RichText): string {
  return text
    .map(wordsOfBlock)
    .filter((line) => line !== '')
    .join('\n');
}

/** One paragraph a line that is not empty. */
export function textOf(plain: string): RichText {
  return plain
    .split(/\r\n|[\r\n]/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text) => ({ type: 'paragraph', runs: [{ text }] }));
}

function wordsOfBlock(block: TextBlock): string {
  switch (block.type) {
    case 'paragraph':
      return wordsOf(block.runs);
    case 'code':
      return block.text;
    case 'list':
      return block.items.map(wordsOf).join('\n');
    case 'image':
      return block.alt;
  }
}

const wordsOf = (runs: readonly TextRun[]): string => runs.map(({ text }) => text).join('');
