import type { ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import type { Question } from '@sinau/quiz';
import * as z from 'zod';
import {
  type BankEntry,
  type BankQuestion,
  entryOf,
  questionKinds,
  questionStatuses,
} from '../bank-question.ts';
import { entryKey, questionKey } from './keys.ts';

const provider = z.custom<ProviderId>((value) => typeof value === 'string' && value !== '');
const filing = { category: z.string(), tags: z.array(z.string()), language: z.string() };

const questionRow = z.object({
  ...filing,
  providerId: provider,
  /** JSON of what was checked before it was stored. */
  question: z.string(),
  status: z.enum(questionStatuses),
  archivedFrom: z.enum(['draft', 'ready']).exactOptional(),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

export function readQuestion(row: Item): BankQuestion {
  const { question, ...rest } = questionRow.parse(row);
  return { ...rest, question: JSON.parse(question) as Question };
}

export const toQuestionRow = (question: BankQuestion): Item => ({
  ...questionKey({ ...question, questionId: question.question.questionId }),
  ...question,
  kind: 'bank-question',
  question: JSON.stringify(question.question),
});

const entryRow = z.object({
  ...filing,
  questionId: z.string(),
  questionKind: z.enum(questionKinds),
  title: z.string(),
  preview: z.string(),
  points: z.number(),
  status: z.enum(questionStatuses),
  updatedAt: z.string(),
  rev: z.number(),
});

export function readEntry(row: Item): BankEntry {
  const { questionKind, ...entry } = entryRow.parse(row);
  return { ...entry, kind: questionKind };
}

export function toEntryRow(question: BankQuestion): Item {
  const { kind, ...entry } = entryOf(question);
  return { ...entryKey({ ...question, ...entry }), ...entry, kind: 'bank-entry', questionKind: kind };
}
