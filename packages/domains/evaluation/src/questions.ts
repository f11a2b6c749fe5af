import { plainLines } from '@sinau/kernel';
import * as z from 'zod';

/** Level 1, reaction: what was it like? In our own words; 1 (not at all) to 4 (very much). */
export const reactionQuestions = ['relevance', 'delivery', 'organisation', 'intention'] as const;
export type ReactionQuestion = (typeof reactionQuestions)[number];

/** Level 2, learning: how well one could do it before, and can do it now, as one says oneself; 1 to 5. */
export const learningQuestions = ['before', 'after'] as const;
export type LearningQuestion = (typeof learningQuestions)[number];

/** What stood in the way of applying it; the one that weighed most. */
export const obstacles = [
  ...(['none', 'no-occasion', 'no-time', 'no-support'] as const),
  ...(['no-means', 'not-sure-how', 'not-fitting', 'other'] as const),
] as const;
export type Obstacle = (typeof obstacles)[number];

export const reactionScores = [1, 2, 3, 4] as const;
export const learningScores = [1, 2, 3, 4, 5] as const;
/** Level 3, behaviour: 1 not yet, 2 once or twice, 3 often, 4 as a matter of course. */
export const appliedScores = [1, 2, 3, 4] as const;
export type ReactionScore = (typeof reactionScores)[number];
export type LearningScore = (typeof learningScores)[number];
export type AppliedScore = (typeof appliedScores)[number];

export const longestText = 1_000;

const text = z.string().trim().max(longestText).regex(plainLines, { message: 'must be plain text' });
const reactionScore = z.literal([...reactionScores]);
const learningScore = z.literal([...learningScores]);

/** Levels 1 and 2, asked at the end. Each is optional, but a level is answered whole. */
export const endAnswerSchema = z
  .strictObject({
    reaction: z
      .strictObject({
        relevance: reactionScore,
        delivery: reactionScore,
        organisation: reactionScore,
        intention: reactionScore,
        comment: text.exactOptional(),
      })
      .exactOptional(),
    learning: z.strictObject({ before: learningScore, after: learningScore }).exactOptional(),
  })
  .refine(({ reaction, learning }) => reaction !== undefined || learning !== undefined, {
    message: 'answer at least one of the two parts',
  });
export type EndAnswer = z.infer<typeof endAnswerSchema>;

/** Level 3, asked of the learner and of the supervisor alike. */
export const appliedAnswerSchema = z.strictObject({
  applied: z.literal([...appliedScores]),
  obstacle: z.enum(obstacles),
  example: text.exactOptional(),
});
export type AppliedAnswer = z.infer<typeof appliedAnswerSchema>;
