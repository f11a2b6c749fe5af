import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { joinTraces } from '../join-traces.ts';
import type { AnswerTrace, LearnerTrace, Question, SessionTrace } from '../traces.ts';

const enrolment = z.object({
  version: z.number(),
  enrolledAt: z.string(),
  completedAt: z.string().exactOptional(),
  over: z.boolean(),
  movedAt: z.string().exactOptional(),
});

const progress = z.object({
  version: z.number(),
  beganAt: z.string(),
  completedAt: z.string().exactOptional(),
  started: z.array(z.string()),
  finished: z.array(z.string()),
  lastModule: z.string().exactOptional(),
  lastAt: z.string().exactOptional(),
});

const learnerRow = z.object({
  registration: z.string(),
  enrolment: enrolment.exactOptional(),
  progress: progress.exactOptional(),
  rev: z.number().default(0),
});

const sessionRow = z.object({
  registration: z.string(),
  sessionId: z.string(),
  part: z.string().exactOptional(),
  launchedAt: z.string().exactOptional(),
  ended: z
    .object({ at: z.string(), seconds: z.number().exactOptional(), by: z.enum(['content', 'platform']) })
    .exactOptional(),
  watched: z.object({ lengthSeconds: z.number(), coverage: z.string() }).exactOptional(),
  pages: z.set(z.number()).exactOptional(),
});

const answerRow = z.object({
  registration: z.string(),
  sessionId: z.string(),
  question: z.string(),
  response: z.string(),
  score: z.number().exactOptional(),
});

export function readLearner(row: Item): LearnerTrace | undefined {
  const { registration, enrolment: enrolled, progress: made, rev } = learnerRow.parse(row);
  return joinTraces(enrolled && { ...enrolled, registration }, made && { ...made, registration, rev });
}

export function readSession(row: Item): SessionTrace {
  const { pages, ...session } = sessionRow.parse(row);
  return { ...session, pages: [...(pages ?? [])].sort((a, b) => a - b) };
}

export const readAnswer = (row: Item): AnswerTrace => answerRow.parse(row);

/** Written by this adapter alone, as JSON: nothing looks into it. */
export const readQuestion = (row: Item): Question => JSON.parse(String(row.described)) as Question;

/** When an answer was given or a session began; before everything for what a launch was never told of. */
export const timeOfRow = ({ at, launchedAt }: Item): string => String(at ?? launchedAt ?? '');
