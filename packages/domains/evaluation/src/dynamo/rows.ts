import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import type { Evaluation, EvaluationId } from '../evaluation.ts';
import { appliedScores, learningScores, obstacles, reactionScores } from '../questions.ts';
import { groups } from '../tally.ts';
import { evaluationKey, shardOf, turnPartition, turnSortKey } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();

const subject = z.object({ kind: z.enum(['course', 'event']), id: text });
const owner = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('agency'), agencyId: id<AgencyId>() }),
  z.object({ kind: z.literal('provider'), providerId: id<ProviderId>() }),
]);
const title = z.record(text, text);
const words = z.object({ wordsId: text, text, at: text });
const reactionScore = z.literal([...reactionScores]);
const learningScore = z.literal([...learningScores]);
const applied = z.object({
  applied: z.literal([...appliedScores]),
  obstacle: z.enum(obstacles),
  example: words.exactOptional(),
});

const evaluation = z.object({
  ...{ personId: id<PersonId>(), evaluationId: id<EvaluationId>(), subject, owner, title },
  ...{ agencyId: id<AgencyId>().exactOptional(), completedAt: text, year: z.number() },
  ...{ score: z.number().exactOptional(), state: z.enum(['standing', 'withdrawn']) },
  reaction: z
    .object({
      scores: z.object({
        ...{ relevance: reactionScore, delivery: reactionScore },
        ...{ organisation: reactionScore, intention: reactionScore },
      }),
      comment: words.exactOptional(),
    })
    .exactOptional(),
  learning: z.object({ before: learningScore, after: learningScore }).exactOptional(),
  asked: z.object({ at: text, supervisorId: id<PersonId>().exactOptional() }).exactOptional(),
  ...{ applied: applied.exactOptional(), supervisor: applied.exactOptional() },
  turn: z.object({ step: z.enum(['ask', 'remind']), at: text }).exactOptional(),
  rev: z.number(),
});

export function toEvaluationRow(one: Evaluation): Item {
  const { turn } = one;
  return {
    ...{ ...evaluationKey(one), kind: 'evaluation', ...one },
    ...(turn && { gsi1pk: turnPartition(shardOf(one.personId)), gsi1sk: turnSortKey(turn.at, one) }),
  };
}
export const readEvaluationRow = (row: Item): Evaluation => evaluation.parse(row);

export const placeRow = z.object({ personId: id<PersonId>(), evaluationId: id<EvaluationId>() });

export const aboutRow = z.object({ subject, owner, title });
const tally = z.record(text, z.number());
export const standingRow = z.object({
  standings: z.partialRecord(z.enum(groups), z.object({ given: z.number(), at: text, tally })),
  rev: z.number(),
});
export const wordsRow = words;
