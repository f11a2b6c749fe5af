import type { Clock, Digest, Principal, ProviderId } from '@sinau/kernel';
import { parseQuestion, type Question, type RichText } from '@sinau/quiz';
import { authoredProvider } from '../author.ts';
import { type BankQuestion, bankLimits, type Filing, isQuestionId } from '../bank-question.ts';
import { checkQuestion } from '../check-question.ts';
import { BankFull } from '../errors.ts';
import type { BankStore } from '../ports.ts';
import { contentOf } from '../question-content.ts';

export interface QuestionToImport extends Filing {
  readonly question: Question;
  readonly status: 'draft' | 'ready';
}

/** What an import does, or would do. */
export interface QuestionImport {
  readonly total: number;
  readonly added: number;
  /** In the bank already: they stay as they are there. */
  readonly known: number;
  /** Titles of those that had images, which the bank does not keep: they come as drafts, with the words of the images. */
  readonly withoutImages: readonly string[];
  /** Cannot be kept. `rule`: of `checkQuestion`. */
  readonly unfit: readonly { readonly title: string; readonly rule: string }[];
}

/**
 * Puts questions into the bank that are not there: neither by the id that the bank gave them, nor by their content at an
 * earlier import, whatever was changed here since. So the same import again adds nothing, and one that broke goes on. Throws
 * `BankFull` before anything is stored.
 */
export async function importQuestions(
  deps: { readonly bank: BankStore; readonly clock: Clock; readonly digest: Pick<Digest, 'sha256'> },
  input: {
    readonly principal: Principal;
    readonly questions: readonly QuestionToImport[];
    /** Only says what it would do. */
    readonly dryRun: boolean;
  },
): Promise<QuestionImport> {
  const providerId = authoredProvider(input.principal);
  const prepared = input.questions.map((one) => prepare(deps, providerId, one));
  const entries = await deps.bank.listEntries(providerId);
  const there = new Set(entries.map(({ questionId }) => questionId));
  const fit = prepared.flatMap((one) => (one.rule === undefined ? [one] : []));
  const fresh = new Map(
    fit
      .filter(({ row, givenId }) => !there.has(row.question.questionId) && !there.has(givenId))
      .map(({ row }) => [row.question.questionId, row]),
  );
  if (there.size + fresh.size > bankLimits.questions) throw new BankFull(bankLimits.questions);
  if (!input.dryRun) {
    const { outcome } = await deps.bank.add(providerId, [...fresh.values()]);
    if (outcome === 'full') throw new BankFull(bankLimits.questions);
  }
  return {
    total: prepared.length,
    added: fresh.size,
    known: fit.length - fresh.size,
    withoutImages: fit.flatMap(({ row, hadImages }) => (hadImages ? [row.question.title] : [])),
    unfit: prepared.flatMap(({ row, rule }) =>
      rule === undefined ? [] : [{ title: row.question.title, rule }],
    ),
  };
}

interface Prepared {
  readonly row: BankQuestion;
  /** Of the source; the bank's own when it was exported from here. */
  readonly givenId: string;
  readonly hadImages: boolean;
  readonly rule?: string;
}

function prepare(
  { clock, digest }: { readonly clock: Clock; readonly digest: Pick<Digest, 'sha256'> },
  providerId: ProviderId,
  { question: given, ...rest }: QuestionToImport,
): Prepared {
  const bare = withoutImages(given) as Question;
  const hadImages = JSON.stringify(bare) !== JSON.stringify(given);
  const questionId = idOf(digest.sha256(`${providerId} ${canonical(contentOf(given))}`));
  const question: Question = { ...bare, questionId };
  const at = clock.now().toISOString();
  const row: BankQuestion = {
    ...{ ...rest, providerId, question, createdAt: at, updatedAt: at, rev: 1 },
    ...(hadImages && { status: 'draft' }),
  };
  const rule = ruleBroken(question);
  const givenId = isQuestionId(given.questionId) ? given.questionId : questionId;
  return { row, givenId, hadImages, ...(rule !== undefined && { rule }) };
}

function ruleBroken(question: Question): string | undefined {
  const [first] = checkQuestion(question);
  if (first) return (first.requirement ?? '').replace(/^questions\./, '');
  const fits = JSON.stringify(question).length <= bankLimits.questionCharacters;
  return fits && parseQuestion(question).outcome === 'read' ? undefined : 'shape';
}

/** An image leaves its words. Only texts hold blocks with a `type`. */
function withoutImages(value: unknown): unknown {
  if (Array.isArray(value))
    return value
      .map(wordsOfImage)
      .filter((one) => one !== undefined)
      .map(withoutImages);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withoutImages(one)]));
}

function wordsOfImage(value: unknown): unknown {
  const block = value as RichText[number] | undefined;
  if (typeof block !== 'object' || block === null || block.type !== 'image') return value;
  return block.alt.trim() === '' ? undefined : { type: 'paragraph', runs: [{ text: block.alt }] };
}

/** The same text for the same content, in whatever order its properties stand. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`).join()}}`;
}

/** A UUID of version 8 (RFC 9562): one that says nothing but what was hashed. */
const idOf = (hash: string): string =>
  [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `8${hash.slice(13, 16)}`,
    `a${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join('-');
