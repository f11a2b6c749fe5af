import { type Clock, type FieldIssue, type Ids, InvalidInput, type Principal } from '@sinau/kernel';
import { parseQuestion, type Question } from '@sinau/quiz';
import * as z from 'zod';
import { authoredProvider } from './author.ts';
import { type BankQuestion, bankLimits, filingShape, isQuestionId } from './bank-question.ts';
import { checkQuestion } from './check-question.ts';
import { BankFull, QuestionChanged, QuestionIncomplete, QuestionNotFound } from './errors.ts';
import type { BankStore } from './ports.ts';
import { questionContentSchema, questionOf } from './question-content.ts';

const status = z.enum(['draft', 'ready']);

export const newQuestionSchema = z.strictObject({
  ...filingShape,
  status: status.default('draft'),
  question: questionContentSchema,
});
export type NewQuestion = z.output<typeof newQuestionSchema>;

/** Everything is said again; what is left out gets its default. */
export const questionChangeSchema = newQuestionSchema.extend({
  /** The `rev` of the question as the author saw it. */
  rev: z.int().positive(),
});
export type QuestionChange = z.output<typeof questionChangeSchema>;

export interface EditDeps {
  readonly bank: BankStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

interface Own {
  readonly principal: Principal;
  readonly questionId: string;
}

/** A question of the caller's own bank. */
export async function getQuestion(
  { bank }: Pick<EditDeps, 'bank'>,
  { principal, questionId }: Own,
): Promise<BankQuestion> {
  const providerId = authoredProvider(principal);
  const found = isQuestionId(questionId) ? await bank.find({ providerId, questionId }) : undefined;
  if (!found) throw new QuestionNotFound();
  return found;
}

/** Throws `QuestionIncomplete` with what is missing and where. */
export async function createQuestion(
  deps: EditDeps,
  input: { readonly principal: Principal; readonly request: NewQuestion },
): Promise<BankQuestion> {
  const { question: content, ...filing } = input.request;
  const question = whole(questionOf(deps.ids.uuid(), content));
  return addOne(deps, { ...filing, providerId: authoredProvider(input.principal), question });
}

/** Puts a copy beside the question, to be changed: as a draft, under `title`. */
export async function duplicateQuestion(
  deps: EditDeps,
  input: Own & { readonly title?: string },
): Promise<BankQuestion> {
  const { question, providerId, category, tags, language } = await getQuestion(deps, input);
  const title = (input.title ?? question.title).slice(0, 200).toWellFormed();
  const copy: Question = { ...question, questionId: deps.ids.uuid(), title };
  return addOne(deps, { providerId, category, tags, language, status: 'draft', question: copy });
}

async function addOne(
  deps: EditDeps,
  made: Omit<BankQuestion, 'createdAt' | 'updatedAt' | 'rev'>,
): Promise<BankQuestion> {
  const at = deps.clock.now().toISOString();
  const question: BankQuestion = { ...made, createdAt: at, updatedAt: at, rev: 1 };
  const { outcome } = await deps.bank.add(made.providerId, [question]);
  if (outcome === 'full') throw new BankFull(bankLimits.questions);
  return question;
}

/**
 * Says everything of a question anew; its kind stays. What learners are asked stays as well, until a quiz with it is put
 * into a course again. Throws `QuestionChanged` when another change came first.
 */
export async function changeQuestion(
  deps: Pick<EditDeps, 'bank' | 'clock'>,
  input: Own & { readonly change: QuestionChange },
): Promise<BankQuestion> {
  const before = await getQuestion(deps, input);
  const { question: content, rev, ...filing } = input.change;
  if (rev !== before.rev || before.status === 'archived') throw new QuestionChanged();
  if (content.kind !== before.question.kind) {
    throw new InvalidInput('The kind of a question cannot change.', {
      issues: [{ path: '/question/kind', message: 'make a new question of the other kind' }],
    });
  }
  return store(deps, { ...before, ...filing, question: whole(questionOf(input.questionId, content)) });
}

/** Takes a question out of use; quizzes in courses keep it. Asking again is harmless. */
export async function archiveQuestion(
  deps: Pick<EditDeps, 'bank' | 'clock'>,
  input: Own,
): Promise<BankQuestion> {
  const before = await getQuestion(deps, input);
  if (before.status === 'archived') return before;
  return store(deps, { ...before, status: 'archived', archivedFrom: before.status });
}

/** Takes an archived question back, as what it was. */
export async function restoreQuestion(
  deps: Pick<EditDeps, 'bank' | 'clock'>,
  input: Own,
): Promise<BankQuestion> {
  const { archivedFrom, ...before } = await getQuestion(deps, input);
  if (before.status !== 'archived') return before;
  return store(deps, { ...before, status: archivedFrom ?? 'draft' });
}

async function store(
  { bank, clock }: Pick<EditDeps, 'bank' | 'clock'>,
  question: BankQuestion,
): Promise<BankQuestion> {
  const next = { ...question, updatedAt: clock.now().toISOString(), rev: question.rev + 1 };
  if ((await bank.replace(next)) === 'conflict') throw new QuestionChanged();
  return next;
}

/** The question, unless it cannot be asked or kept. */
function whole(question: Question): Question {
  const issues = checkQuestion(question);
  const found = issues.length > 0 ? issues : shapeIssues(question);
  if (found.length > 0) {
    throw new QuestionIncomplete(found.map((one) => ({ ...one, path: `/question${one.path}` })));
  }
  if (JSON.stringify(question).length > bankLimits.questionCharacters) {
    throw new InvalidInput('The question is too long.', {
      issues: [{ path: '/question', message: 'shorten its texts' }],
    });
  }
  return question;
}

/** What a quiz would refuse, so that every question of the bank can be frozen into one. */
function shapeIssues(question: Question): readonly FieldIssue[] {
  const parsed = parseQuestion(question);
  if (parsed.outcome === 'read') return [];
  return parsed.problems.map(({ params: { at = '', detail }, message }) => ({
    path: at.startsWith('/') ? at : '',
    message: detail ?? message.en,
  }));
}
