import { isUuid, type ProviderId } from '@sinau/kernel';
import { defaultQuizRules, type QuizRules, quizLimits, quizRulesSchema, type RichText } from '@sinau/quiz';
import * as z from 'zod';
import { categorySchema, isQuestionId } from '../bank-question.ts';
import { richTextSchema } from '../question-content.ts';

/** What authors make a quiz of: questions of the bank by their ids, and places for some of a category. */
export interface QuizDraft {
  readonly quizId: string;
  readonly providerId: ProviderId;
  readonly title: string;
  readonly introduction?: RichText;
  readonly sections: readonly DraftSection[];
  /** What a course starts with; later the rules are the course's. */
  readonly rules: QuizRules;
  /** Where it was put, the latest first; at most `quizDraftLimits.placements`. */
  readonly placements: readonly Placement[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Counts changes; a write names the one it has read. */
  readonly rev: number;
}

export interface DraftSection {
  readonly sectionId: string;
  readonly title?: string;
  readonly source: ChosenQuestions | DrawnQuestions;
}

interface ChosenQuestions {
  readonly kind: 'chosen';
  /** `points`: other than those of the question. */
  readonly questions: readonly { readonly questionId: string; readonly points?: number }[];
}

/** Some of all questions that are ready in a category when the quiz is put into a course, others for every attempt. */
interface DrawnQuestions {
  readonly kind: 'drawn';
  readonly category: string;
  readonly count: number;
}

/** The quiz as it was once put into a course. The package that came of it has the id of its import. */
export interface Placement {
  readonly packageId: string;
  readonly courseId: string;
  readonly at: string;
  /** Of the quiz that was frozen: another one now means that something has changed since. */
  readonly digest: string;
}

export interface QuizRef {
  readonly providerId: ProviderId;
  readonly quizId: string;
}

export const quizDraftLimits = {
  /** Of one provider; a list reads all of them. */
  quizzes: 200,
  placements: 20,
} as const;

const chosen = z.strictObject({
  questionId: z.string().refine(isQuestionId, 'name a question of the bank'),
  points: z.number().positive().max(1_000).exactOptional(),
});

const sectionSchema = z.strictObject({
  /** Left out: it gets one. */
  sectionId: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/)
    .exactOptional(),
  title: z.string().trim().min(1).max(quizLimits.title).exactOptional(),
  source: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('chosen'), questions: z.array(chosen).max(quizLimits.questions) }),
    z.strictObject({
      kind: z.literal('drawn'),
      category: categorySchema,
      count: z.int().min(1).max(quizLimits.questions),
    }),
  ]),
});

export const newQuizSchema = z.strictObject({
  title: z.string().trim().min(1).max(quizLimits.title),
  introduction: richTextSchema.exactOptional(),
  sections: z.array(sectionSchema).max(quizLimits.sections).default([]),
  rules: z._default(quizRulesSchema, defaultQuizRules),
});
export type NewQuiz = z.output<typeof newQuizSchema>;

/** Everything is said again; what is left out gets its default. */
export const quizChangeSchema = newQuizSchema.extend({ rev: z.int().positive() });
export type QuizChange = z.output<typeof quizChangeSchema>;

/** Ids of quizzes are UUIDs; others are not looked for. */
export const isQuizId = (id: string): boolean => isUuid(id) && id === id.toLowerCase();
