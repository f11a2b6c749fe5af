import type { AgencyId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { audienceSchema } from '../audience/audience.ts';
import { courseChangeRequestSchema } from '../courses/course-change.ts';
import {
  dueSchema,
  type Obligation,
  obligationIdSchema,
  obligationStates,
  programmeSchema,
} from '../obligation.ts';
import { type Spread, spreadPasses } from '../spread/spread.ts';
import { obligationKey, spreadKey, spreadsPartition } from './keys.ts';

const agencyId = z.custom<AgencyId>((value) => typeof value === 'string');
const maker = z.object({ kind: z.enum(['person', 'client']), id: z.string(), name: z.string() });

/** What people wrote is read as it is kept: rules for what they may write change, rows do not. */
const words = z.string();
const audience = audienceSchema.extend({ postWords: z.array(words).readonly().exactOptional() });
const programme = programmeSchema.extend({ title: words });
const courseChange = courseChangeRequestSchema.extend({
  reason: words,
  at: z.string(),
  by: maker,
  undone: z.object({ at: z.string(), by: maker }).exactOptional(),
});

const obligationRow = z.object({
  obligationId: obligationIdSchema,
  agencyId,
  title: z.string(),
  courseIds: z.array(z.string()),
  courseHistory: z.object({ first: z.array(z.string()), changes: z.array(courseChange) }).exactOptional(),
  audience,
  due: dueSchema,
  programme: programme.exactOptional(),
  note: z.string().exactOptional(),
  edition: z.int(),
  state: z.enum(obligationStates),
  createdAt: z.string(),
  createdBy: maker,
  changedAt: z.string(),
  changedBy: maker,
  remindedOn: z.string().exactOptional(),
  rev: z.int(),
});

export const readObligation = (row: Item): Obligation => obligationRow.parse(row);
export const toObligationRow = (obligation: Obligation): Item => ({
  ...obligationKey(obligation.agencyId, obligation.obligationId),
  kind: 'obligation',
  ...obligation,
});

const spreadRow = z.object({
  obligationId: obligationIdSchema,
  agencyId,
  state: z.enum(['running', 'done']),
  pass: z.enum(spreadPasses),
  cursor: z.string().exactOptional(),
  heads: z.int(),
  seen: z.int(),
  given: z.int(),
  released: z.int(),
  failed: z.int(),
  startedAt: z.string(),
  finishedAt: z.string().exactOptional(),
  basis: z.string().exactOptional(),
  dueAt: z.string().exactOptional(),
  tries: z.int(),
  rev: z.int(),
});

export const readSpread = (row: Item): Spread => spreadRow.parse(row);
export const toSpreadRow = (spread: Spread): Item => ({
  ...spreadKey(spread.obligationId),
  kind: 'obligation-spread',
  ...(spread.dueAt !== undefined && {
    gsi1pk: spreadsPartition,
    gsi1sk: `${spread.dueAt}#${spread.obligationId}`,
  }),
  ...spread,
});
