import type { ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import type { QuizRules, RichText } from '@sinau/quiz';
import * as z from 'zod';
import type { DraftSection, Placement, QuizDraft } from '../quizzes/quiz-draft.ts';
import { placementKey, quizKey } from './keys.ts';

const quizRow = z.object({
  quizId: z.string(),
  providerId: z.custom<ProviderId>((value) => typeof value === 'string' && value !== ''),
  title: z.string(),
  /** JSON of introduction, sections and rules, which were checked before they were stored. */
  content: z.string(),
  placements: z.array(
    z.object({ packageId: z.string(), courseId: z.string(), at: z.string(), digest: z.string() }),
  ),
  createdAt: z.string(),
  updatedAt: z.string(),
  rev: z.number(),
});

interface Content {
  readonly introduction?: RichText;
  readonly sections: readonly DraftSection[];
  readonly rules: QuizRules;
}

export function readQuiz(row: Item): QuizDraft {
  const { content, ...rest } = quizRow.parse(row);
  return { ...rest, ...(JSON.parse(content) as Content) };
}

export function toQuizRow({ introduction, sections, rules, ...row }: QuizDraft): Item {
  const content: Content = { ...(introduction && { introduction }), sections, rules };
  return { ...quizKey(row), ...row, kind: 'quiz-draft', content: JSON.stringify(content) };
}

export const toPlacementRow = ({ providerId, quizId }: QuizDraft, { packageId }: Placement): Item => ({
  ...placementKey(providerId, packageId),
  kind: 'quiz-placement',
  quizId,
});

export const readPlacement = (row: Item): string => z.object({ quizId: z.string() }).parse(row).quizId;
