import type { DueAttempt, QuizChange, QuizStore } from '../quiz/ports.ts';
import type { QuizAttempt, QuizBook, QuizKey } from '../quiz/state.ts';
import { commitMemoryWrites, type MemoryWrite } from './memory-registration-store.ts';
import { replacingRow } from './memory-rows.ts';

/** The port on maps, for unit tests of use cases. Passes the same contract suite as the DynamoDB adapter. */
export function memoryQuizStore(): QuizStore {
  const books = new Map<string, QuizBook>();
  const attempts = new Map<string, QuizAttempt>();
  const due = new Map<string, DueAttempt>();
  const keyOf = ({ registration, moduleId }: QuizKey) => `${registration} ${moduleId}`;
  const attemptKeyOf = (key: QuizKey, number: number) => `${keyOf(key)} ${number}`;

  function watching({ watch, ...attempt }: NonNullable<QuizChange['due']>): MemoryWrite {
    const key = attemptKeyOf(attempt, attempt.number);
    return { holds: () => true, apply: () => void (watch ? due.set(key, attempt) : due.delete(key)) };
  }

  const saving: QuizStore['saving'] = async ({ book, attempt, due: watched }) => ({
    companion: {
      writes: [
        ...(book ? [replacingRow(books, keyOf(book), book)] : []),
        ...(attempt ? [replacingRow(attempts, attemptKeyOf(attempt, attempt.number), attempt)] : []),
        ...(watched ? [watching(watched)] : []),
      ],
    },
    settle: async () => undefined,
  });

  const of = <Row extends QuizKey>(rows: Map<string, Row>, registration: string) =>
    [...rows.values()].filter((row) => row.registration === registration);

  return {
    saving,
    save: async (change) =>
      commitMemoryWrites((await saving(change)).companion.writes) ? 'saved' : 'conflict',
    readBook: async (key) => structuredClone(books.get(keyOf(key))),
    readAttempt: async (key, number) => structuredClone(attempts.get(attemptKeyOf(key, number))),
    listOf: async (registration) => ({
      books: of(books, registration),
      attempts: of(attempts, registration),
    }),
    listDue: async ({ until, limit }) =>
      [...due.values()]
        .filter(({ deadline }) => deadline < until)
        .toSorted((a, b) => (a.deadline < b.deadline ? -1 : 1))
        .slice(0, limit),
  };
}
