import type { QuizMessage } from '@sinau/quiz';
import { quietly } from '../quietly.ts';

export type AnswerStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What a page could not send before it went, for the next page on this device. */
export interface KeptAnswers {
  read(): QuizMessage | undefined;
  write(message: QuizMessage | undefined): void;
}

/** One slot per registration and quiz. A browser that denies storage, or has none left, keeps nothing. */
export function openKeptAnswers(
  store: AnswerStore | undefined,
  launch: { readonly registration: string; readonly activityId: string },
): KeptAnswers {
  const key = `sinau-quiz-unsent:${launch.registration}:${launch.activityId}`;
  return {
    read: () => quietly(() => parseKept(store?.getItem(key) ?? null)),
    write: (message) =>
      quietly(() => (message ? store?.setItem(key, JSON.stringify(message)) : store?.removeItem(key))),
  };
}

/** Anybody on this origin may have written it; the server checks the rest. */
function parseKept(text: string | null): QuizMessage | undefined {
  const value: unknown = text === null ? undefined : JSON.parse(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { attempt, run, sequence, answers } = value as Partial<QuizMessage>;
  if (![attempt, run, sequence].every(Number.isSafeInteger) || !Array.isArray(answers)) return undefined;
  return value as QuizMessage;
}
