import * as z from 'zod/mini';

/**
 * What counts as done of a part that is taken at a provider. `score`: any final score. `pass`: a final score of at least
 * `passMark` (0 to 1). `completed`: the provider says that the learner has completed it, which a Moodle score alone does not prove.
 */
export const completionRuleSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('score') }),
  z.strictObject({ by: z.literal('pass'), passMark: z.number().check(z.gte(0), z.lte(1)) }),
  z.strictObject({ by: z.literal('completed') }),
]);
export type CompletionRule = Readonly<z.infer<typeof completionRuleSchema>>;
