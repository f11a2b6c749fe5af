import { InvalidInput, type Principal } from '@sinau/kernel';
import { isQuizDocument, parseQuestion, parseQuizDocument, type Quiz } from '@sinau/quiz';
import * as z from 'zod';
import { authoredProvider } from '../author.ts';
import { categorySchema, filingShape } from '../bank-question.ts';
import { listQuestions, type QuestionQuery } from '../list-questions.ts';
import type { BankStore } from '../ports.ts';
import type { QuestionToImport } from './import-questions.ts';

export const transferLimits = {
  /** Of one document. */
  questions: 1_000,
  /** Letters of a document that is given out: an answer of a function has room for 6 MB. */
  characters: 4_000_000,
} as const;

const documentSchema = z.strictObject({
  sinauQuestions: z.literal(1),
  questions: z
    .array(
      z.strictObject({
        ...filingShape,
        status: z.enum(['draft', 'ready']).default('draft'),
        question: z.unknown(),
      }),
    )
    .max(transferLimits.questions),
});

/** What an import is told beside its document. */
export interface ImportWish {
  readonly status: 'draft' | 'ready';
  /** Everything goes below it. */
  readonly category: string;
}

/**
 * Questions of a document: a part of a bank, as `exportQuestions` wrote it, or a quiz of Sinau. Throws `InvalidInput` with
 * the places that are wrong; then nothing of it is taken.
 */
export function readBankDocument(value: unknown, wish: ImportWish): readonly QuestionToImport[] {
  if (isQuizDocument(value)) {
    const parsed = parseQuizDocument(value);
    if (parsed.outcome === 'read') return questionsOfQuiz(parsed.value, wish);
    throw wrong(
      parsed.problems.map(({ params, message }) => ({ path: params.at ?? '/', message: message.en })),
    );
  }
  const parsed = documentSchema.safeParse(value);
  if (!parsed.success) {
    throw wrong(parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message })));
  }
  return parsed.data.questions.map(({ question: given, category, ...filing }, index) => {
    const question = parseQuestion(given);
    if (question.outcome === 'read') {
      return { ...filing, category: below(wish, category), question: question.value };
    }
    throw wrong(
      question.problems.map(({ message }) => ({ path: `/questions/${index}`, message: message.en })),
    );
  });
}

/** Questions of a quiz that was imported: its sections become categories. */
export function questionsOfQuiz(quiz: Quiz, wish: ImportWish): readonly QuestionToImport[] {
  const { status } = wish;
  return quiz.sections.flatMap(({ title = '', questions }) =>
    questions.map((question) => ({
      ...{ question, status, category: below(wish, title), tags: [], language: 'id' },
    })),
  );
}

function below({ category }: ImportWish, name: string): string {
  const path = categorySchema.safeParse(`${category}/${name}`);
  return path.success ? path.data : category;
}

const wrong = (issues: InvalidInput['issues']) =>
  new InvalidInput('This is neither a part of a question bank nor a quiz of Sinau.', { issues });

/** A part of the caller's bank as a document that `readBankDocument` reads; archived questions stay behind. */
export async function exportQuestions(
  { bank }: { readonly bank: Pick<BankStore, 'listEntries' | 'findMany'> },
  { principal, query }: { readonly principal: Principal; readonly query: QuestionQuery },
): Promise<string> {
  const { questions: most, characters } = transferLimits;
  const { entries, total } = await listQuestions({ bank }, { principal, query, limit: most });
  if (total > most) throw tooMuch();
  const ids = entries.filter(({ status }) => status !== 'archived').map(({ questionId }) => questionId);
  const found = await bank.findMany(authoredProvider(principal), ids);
  const places = new Map(ids.map((id, index) => [id, index]));
  const placeOf = (id: string) => places.get(id) ?? 0;
  const questions = found
    .toSorted((one, other) => placeOf(one.question.questionId) - placeOf(other.question.questionId))
    .map(({ question, category, tags, language, status }) => ({
      category,
      tags,
      language,
      status,
      question,
    }));
  const document = JSON.stringify({ sinauQuestions: 1, questions });
  if (document.length > characters) throw tooMuch();
  return document;
}

function tooMuch(): InvalidInput {
  const message = `Export at most ${transferLimits.questions} questions at once: choose a category.`;
  return new InvalidInput(message, { issues: [{ path: '/category', message }] });
}
