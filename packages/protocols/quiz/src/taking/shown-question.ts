import type { Question } from '../model.ts';
import type { RichText } from '../rich-text.ts';
import { seededRandom, shuffled } from './random.ts';

interface ShownBase {
  readonly questionId: string;
  readonly prompt: RichText;
  readonly points: number;
}

/** `id` is the place at which it is shown, from `1`, and tells nothing else; only the seed leads back to the question's. */
export interface ShownOption {
  readonly id: string;
  readonly text: RichText;
}

/** What a learner may see of a question that is not reviewed yet: no share, answer, right order, title or explanation. */
export type ShownQuestion =
  | (ShownBase & {
      readonly kind: 'choice';
      readonly multiple: boolean;
      readonly trueFalse: boolean;
      readonly choices: readonly ShownOption[];
    })
  | (ShownBase & { readonly kind: 'numeric'; readonly unit?: string })
  | (ShownBase & { readonly kind: 'short-text' })
  | (ShownBase & {
      readonly kind: 'matching';
      readonly sources: readonly ShownOption[];
      readonly targets: readonly ShownOption[];
    })
  | (ShownBase & { readonly kind: 'ordering'; readonly items: readonly ShownOption[] });

/** `seed`: of the attempt; the same one shows the same. */
export function shownQuestion(question: Question, seed: string): ShownQuestion {
  const { questionId, prompt, points } = question;
  const base = { questionId, prompt, points };
  const { first, second } = shownLists(question, seed);
  switch (question.kind) {
    case 'choice': {
      const { multiple, trueFalse = false } = question;
      return { ...base, kind: 'choice', multiple, trueFalse, choices: renamed(first) };
    }
    case 'numeric':
      return { ...base, kind: 'numeric', ...(question.unit !== undefined && { unit: question.unit }) };
    case 'short-text':
      return { ...base, kind: 'short-text' };
    case 'matching':
      return { ...base, kind: 'matching', sources: renamed(first), targets: renamed(second) };
    case 'ordering':
      return { ...base, kind: 'ordering', items: renamed(first) };
  }
}

type Listed = { readonly id: string; readonly text: RichText };

/**
 * The lists of a question in the order of this seed: its choices, items or sources, and the targets. Items and targets are
 * shuffled always, for they are written down in an order that gives the answer away.
 */
export function shownLists(
  question: Question,
  seed: string,
): { readonly first: readonly Listed[]; readonly second: readonly Listed[] } {
  const random = seededRandom(`${seed} ${question.questionId}`);
  switch (question.kind) {
    case 'choice': {
      const { choices, shuffle, trueFalse = false } = question;
      return { first: shuffle && !trueFalse ? shuffled(choices, random) : choices, second: [] };
    }
    case 'matching': {
      const { sources, targets, shuffle } = question;
      return { first: shuffle ? shuffled(sources, random) : sources, second: shuffled(targets, random) };
    }
    case 'ordering':
      return { first: shuffled(question.items, random), second: [] };
    default:
      return { first: [], second: [] };
  }
}

const renamed = (list: readonly Listed[]): readonly ShownOption[] =>
  list.map(({ text }, index) => ({ id: String(index + 1), text }));
