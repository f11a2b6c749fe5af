import * as z from 'zod';

const at = z.string();
const word = z.enum(['completed', 'failed', 'not-completed']);

/**
 * What the provider of a course has said of a learner since, about what it had said before. Times are the provider's, ISO 8601 UTC. The
 * enrolment stays completed: what was reached is history, and this says whether it is worth something.
 */
export const providerWordSchema = z.object({
  /** Present while the completion does not count: no JP, no certificate. */
  takenBack: z.object({ at }).exactOptional(),
  /** The newest correction of each kind. Scores 0 to 1; without `to` there is none any more. */
  score: z.object({ at, from: z.number(), to: z.number().exactOptional() }).exactOptional(),
  completion: z.object({ at, from: word, to: word }).exactOptional(),
});
export type ProviderWord = Readonly<z.infer<typeof providerWordSchema>>;

/** As it is kept. `rev`: counts the changes, from 1; a writer names the one it has read. */
export interface NotedWord extends ProviderWord {
  readonly rev: number;
  readonly notedAt: string;
}

export const sameWord = (a: ProviderWord, b: ProviderWord): boolean =>
  JSON.stringify(plain(a)) === JSON.stringify(plain(b));

const plain = ({ takenBack, score, completion }: ProviderWord) => [
  takenBack?.at,
  ...[score?.at, score?.from, score?.to],
  ...[completion?.at, completion?.from, completion?.to],
];
