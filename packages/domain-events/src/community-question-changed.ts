import * as z from 'zod';
import { envelope } from './envelope.ts';

/** A member of a community has asked something, somebody has answered it, or the asker says that an answer has helped. From collaboration. */
export const communityQuestionChangedSchema = z.object({
  ...envelope,
  type: z.literal('community-question-changed'),
  communityId: z.string(),
  questionId: z.string(),
  change: z.enum(['asked', 'answered', 'helped']),
  /** Of the answer; absent: of the question alone. */
  answerId: z.string().exactOptional(),
});
export type CommunityQuestionChanged = z.infer<typeof communityQuestionChangedSchema>;
