import type { Question, QuestionResponse } from '../model.ts';
import type { RichText } from '../rich-text.ts';
import { shownResponse } from './parse-response.ts';

/** What would have been right, in the ids of the shown question. */
export type ShownSolution =
  | {
      readonly kind: 'choice';
      readonly choiceIds: readonly string[];
      /** Of the choices that were chosen. */
      readonly feedback: readonly { readonly id: string; readonly text: RichText }[];
    }
  | {
      readonly kind: 'numeric';
      readonly answers: readonly { readonly value: number; readonly tolerance: number }[];
    }
  | { readonly kind: 'short-text'; readonly texts: readonly string[] }
  | { readonly kind: 'matching'; readonly pairs: readonly (readonly [string, string])[] }
  | { readonly kind: 'ordering'; readonly itemIds: readonly string[] };

/** For a review that shows answers, and for nothing else. */
export function shownSolution(
  question: Question,
  response: QuestionResponse | undefined,
  seed: string,
): ShownSolution {
  const shown = (given: QuestionResponse) => shownResponse(question, given, seed);
  switch (question.kind) {
    case 'choice': {
      const { choices, multiple } = question;
      const right = choices.filter(({ share }) => (multiple ? share > 0 : share === 1));
      const named = shown({ kind: 'choice', choiceIds: right.map(({ id }) => id) });
      const chosen = response?.kind === 'choice' ? response.choiceIds : [];
      const feedback = choices.flatMap(({ id, feedback: text }) => {
        const [place] = choiceIdsOf(shown({ kind: 'choice', choiceIds: [id] }));
        return text && place !== undefined && chosen.includes(id) ? [{ id: place, text }] : [];
      });
      return { kind: 'choice', choiceIds: choiceIdsOf(named), feedback };
    }
    case 'numeric':
      return {
        kind: 'numeric',
        answers: wholly(question.answers).map(({ value, tolerance }) => ({ value, tolerance })),
      };
    case 'short-text':
      return { kind: 'short-text', texts: wholly(question.answers).map(({ text }) => readable(text)) };
    case 'matching': {
      const pairs = question.sources.map(({ id, targetId }) => [id, targetId] as const);
      const named = shown({ kind: 'matching', pairs });
      return { kind: 'matching', pairs: named.kind === 'matching' ? named.pairs : [] };
    }
    case 'ordering': {
      const named = shown({ kind: 'ordering', itemIds: question.items.map(({ id }) => id) });
      return { kind: 'ordering', itemIds: named.kind === 'ordering' ? named.itemIds : [] };
    }
  }
}

const wholly = <Answer extends { readonly share: number }>(answers: readonly Answer[]): readonly Answer[] =>
  answers.filter(({ share }) => share === 1);

/** What stands for anything is shown as three dots. */
const readable = (pattern: string): string =>
  pattern.replace(/\\\*|\*/g, (sign) => (sign === '*' ? '…' : '*'));

const choiceIdsOf = (response: QuestionResponse): readonly string[] =>
  response.kind === 'choice' ? response.choiceIds : [];
