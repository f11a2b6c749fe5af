import { isUuid, type ProviderId } from '@sinau/kernel';
import { plainText, type Question, type QuestionKind } from '@sinau/quiz';
import * as z from 'zod';

/** `draft`: not to be asked yet. `archived`: kept, and asked no more. */
export const questionStatuses = ['draft', 'ready', 'archived'] as const;
export type QuestionStatus = (typeof questionStatuses)[number];

export const questionKinds = [
  'choice',
  'numeric',
  'short-text',
  'matching',
  'ordering',
] as const satisfies readonly QuestionKind[];

/** A question in the bank of its provider. Times are ISO 8601 UTC with milliseconds. */
export interface BankQuestion extends Filing {
  readonly providerId: ProviderId;
  readonly question: Question;
  readonly status: QuestionStatus;
  /** What it was before it was archived. */
  readonly archivedFrom?: 'draft' | 'ready';
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

/** Where a question lies in the bank. */
export interface Filing {
  /** Names from the top, joined by `/`; empty: in none. */
  readonly category: string;
  readonly tags: readonly string[];
  /** BCP 47, of its words. */
  readonly language: string;
}

/** What a list shows of a question. */
export interface BankEntry extends Filing {
  readonly questionId: string;
  readonly kind: QuestionKind;
  readonly title: string;
  /** How its prompt begins. */
  readonly preview: string;
  readonly points: number;
  readonly status: QuestionStatus;
  readonly updatedAt: string;
  readonly rev: number;
}

export interface QuestionRef {
  readonly providerId: ProviderId;
  readonly questionId: string;
}

/** The most there may be. */
export const bankLimits = {
  /** Of one provider, archived ones too; a list reads all of them. */
  questions: 5_000,
  categoryDepth: 5,
  categoryName: 80,
  tags: 20,
  tag: 50,
  /** Characters of one question as JSON: a row has room for four times as many bytes. */
  questionCharacters: 90_000,
  /** Characters of a prompt that a list shows and searches. */
  preview: 300,
} as const;

/** `Etika / Dasar ` is `Etika/Dasar`. */
export const categorySchema = z
  .string()
  .max(bankLimits.categoryDepth * (bankLimits.categoryName + 3))
  .transform((path) =>
    path
      .split('/')
      .map((name) => name.replace(/\s+/g, ' ').trim())
      .filter((name) => name !== ''),
  )
  .refine((names) => names.length <= bankLimits.categoryDepth, 'at most five levels')
  .refine((names) => names.every((name) => name.length <= bankLimits.categoryName), 'a name is too long')
  .transform((names) => names.join('/'));

const tagsSchema = z
  .array(z.string().trim().min(1).max(bankLimits.tag))
  .max(bankLimits.tags)
  .transform((tags) => [...new Set(tags)]);

export const filingShape = {
  category: categorySchema.default(''),
  tags: tagsSchema.default([]),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .default('id'),
};

/** Ids of the bank are UUIDs; others are not looked for. */
export const isQuestionId = (id: string): boolean => isUuid(id) && id === id.toLowerCase();

export function entryOf({ question, ...row }: BankQuestion): BankEntry {
  const { category, tags, language, status, updatedAt, rev } = row;
  const { questionId, kind, title, points } = question;
  const preview = plainText(question.prompt).slice(0, bankLimits.preview).toWellFormed();
  return { questionId, kind, title, preview, points, category, tags, language, status, updatedAt, rev };
}
