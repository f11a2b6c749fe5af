import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import { countedBasisSchema } from '../need.ts';
import type { RuleId } from '../new-rule.ts';
import { decisionWays, planStates } from '../plan.ts';
import type { ItemId } from '../plan-item.ts';
import { heldKinds, learningKinds } from '../realised.ts';
import type { NoteId } from '../signal.ts';
import { roundedDown, standingKinds } from '../standing.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const place = { agencyId: id<AgencyId>(), year: z.number(), version: z.number() };
const maybe = z.string().exactOptional();

/** What people wrote is read as it is kept: rules for what they may write (`noteBasisSchema`) change, rows do not. */
const storedNote = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('performance'), title: z.string(), detail: z.string() }),
  z.strictObject({ kind: z.literal('rule'), title: z.string(), legalBasis: z.string(), detail: maybe }),
]);
const storedBasis = z.union([countedBasisSchema, storedNote]);

const decree = z.object({
  ...{ decreeId: z.string(), name: z.string(), sizeBytes: z.number(), pages: z.number(), sha256: z.string() },
});

export const planRow = z.object({
  ...place,
  state: z.enum(planStates),
  steps: z
    .array(
      z.object({
        ...{ to: z.enum(planStates), at: z.string(), by: id<PersonId>(), reason: maybe },
        decision: z
          .object({ official: z.string(), number: maybe, on: maybe, decree: decree.exactOptional() })
          .exactOptional(),
        ...{ way: z.enum(decisionWays).exactOptional(), undone: z.literal(true).exactOptional() },
      }),
    )
    .readonly(),
  drafters: z
    .set(id<PersonId>())
    .optional()
    .transform((people): readonly PersonId[] => [...(people ?? [])].toSorted()),
  ...{ items: z.number(), lot: z.string(), createdAt: z.string(), rev: z.number() },
});

export const itemRow = z.object({
  ...place,
  lot: z.string(),
  itemId: id<ItemId>(),
  need: z.object({ signalId: z.string(), basis: storedBasis, at: z.string() }),
  ...{ title: z.string(), form: z.string(), people: z.number(), unitIds: z.array(z.string()).readonly() },
  jp: z.custom<Jp>((value) => typeof value === 'number'),
  ...{ from: z.string(), to: z.string(), organiser: z.string(), curriculum: maybe, budgetLine: maybe },
  cost: z.number(),
  alternative: z.object({ form: z.string(), cost: z.number() }).exactOptional(),
  noAlternative: maybe,
  ...{ changedBy: id<PersonId>(), changedAt: z.string(), rev: z.number() },
});

export const ruleRow = z.object({
  ...{ agencyId: id<AgencyId>(), ruleId: id<RuleId>(), title: z.string(), number: z.string() },
  ...{ inForceFrom: z.string(), asks: maybe, subject: z.string() },
  ...{ posts: z.array(z.string()), unitIds: z.array(z.string()) },
  closed: z.object({ reason: z.string(), by: id<PersonId>(), at: z.string() }).exactOptional(),
  ...{ changedBy: id<PersonId>(), changedAt: z.string(), rev: z.number() },
});

const toldSchema = z.object({
  ...{ year: z.number(), countedAt: z.string() },
  groups: z.array(
    z
      .object({ by: z.enum(standingKinds), id: z.string(), rated: z.number(), below: z.number() })
      // Those of the first version were kept as they were.
      .transform(roundedDown),
  ),
});

const seenRow = z
  .object({
    ...{ agencyId: id<AgencyId>(), seenAt: z.string() },
    seen: z.array(z.object({ year: z.number(), rated: z.number(), at: maybe })),
    told: toldSchema.exactOptional(),
  })
  .transform((row) => ({ ...row, seen: row.seen.map((one) => ({ at: row.seenAt, ...one })) }));

/** Counted when years were counted again and again: what was told stays, but for posts, which were not held against units. */
const oldRow = toldSchema.extend({ agencyId: id<AgencyId>() }).transform(({ agencyId, ...told }) => ({
  ...{ agencyId, seenAt: told.countedAt, seen: [] },
  ...(told.groups.length > 0 && {
    told: { ...told, groups: told.groups.filter(({ by }) => by !== 'post') },
  }),
}));

export const standingRow = z.union([seenRow, oldRow]);

export const begunRow = z.object({ at: z.string() });

const yearPlace = { agencyId: id<AgencyId>(), year: z.number() };

export const noteRow = z.object({
  ...yearPlace,
  noteId: id<NoteId>(),
  basis: storedNote,
  ...{ changedBy: id<PersonId>(), changedAt: z.string(), rev: z.number() },
});

export const asideRow = z.object({
  ...yearPlace,
  ...{ signalId: z.string(), reason: z.string(), by: id<PersonId>(), at: z.string() },
});

const learning = { kind: z.enum(learningKinds), learningId: z.string() };

/** Kinds of rows and of learning share no attribute: `learned` is what the model calls `kind`. */
export const linkRow = z
  .object({
    ...{ ...yearPlace, learned: z.enum(heldKinds), learningId: learning.learningId },
    itemId: id<ItemId>(),
    spent: z.number().exactOptional(),
    ...{ by: id<PersonId>(), at: z.string(), rev: z.number() },
  })
  .transform(({ learned: kind, ...link }) => ({ ...link, kind }));

export const realisedRow = z
  .object({
    ...{ ...yearPlace, learned: learning.kind, learningId: learning.learningId },
    personId: id<PersonId>(),
    jp: z.custom<Jp>((value) => typeof value === 'number'),
    serves: z.object({ itemId: z.string(), competencyId: z.string() }).exactOptional(),
    rev: z.number(),
  })
  .transform(({ learned: kind, ...row }) => ({ ...row, kind }));

const jp = z.custom<Jp>((value) => typeof value === 'number');
const none = z.number().default(0);
/** Rows of before it was known what people's own plans name have none of it. */
export const sumRow = z.object({
  ...{ people: z.number(), jp, served: none },
  servedJp: jp.optional().transform((sum) => sum ?? (0 as Jp)),
});
