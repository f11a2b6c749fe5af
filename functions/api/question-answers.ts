import { type BankQuestion, bankPage, contentOf, questionQuerySchema } from '@sinau/questions';
import * as z from 'zod';

export {
  archiveQuestion,
  changeQuestion,
  createQuestion,
  duplicateQuestion,
  getQuestion,
  listQuestions,
  newQuestionSchema,
  questionChangeSchema,
  restoreQuestion,
} from '@sinau/questions';

export const listQuerySchema = questionQuerySchema.extend({
  after: z.string().max(2_000).exactOptional(),
  limit: z.coerce.number().int().min(1).max(bankPage.most).default(bankPage.usual),
});

/** `question`, filing and `rev` are what a change takes. */
export function viewOfQuestion({ question, providerId: _, ...rest }: BankQuestion) {
  const { questionId } = question;
  return { questionId, question: contentOf(question), ...rest, url: `/api/questions/${questionId}` };
}
