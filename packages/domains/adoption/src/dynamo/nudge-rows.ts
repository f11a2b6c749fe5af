import type { AgencyId, PersonId } from '@sinau/kernel';
import * as z from 'zod';
import type { EffectSums } from '../nudges/effect.ts';
import { nudgeKinds } from '../nudges/experiment.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');
const text = z.string();
const nudge = z.enum(nudgeKinds);

export const experimentRow = z.object({
  ...{ nudge, version: z.number(), share: z.number(), salt: text },
  window: z.object({ fromDays: z.number(), untilDays: z.number() }),
  ...{ startedAt: text, startedBy: id<PersonId>(), stoppedAt: text.exactOptional() },
});

export const turnRow = z.object({ personId: id<PersonId>(), at: text });

export const metRow = z.object({
  ...{ personId: id<PersonId>(), nudge, version: z.number(), group: z.enum(['told', 'held-out']) },
  ...{ agencyId: id<AgencyId>().exactOptional(), at: text, turnAt: text },
  ...{ settleAt: text.exactOptional(), returned: z.boolean().exactOptional() },
});

const count = z.number().default(0);
export const sumsRow = z.object({
  ...{ told: count, heldOut: count, toldSettled: count },
  ...{ heldOutSettled: count, toldReturned: count, heldOutReturned: count },
});
export const standingRow = z.object({ sums: sumsRow, at: text });

export const added = (one: EffectSums, other: EffectSums): EffectSums => ({
  told: one.told + other.told,
  heldOut: one.heldOut + other.heldOut,
  toldSettled: one.toldSettled + other.toldSettled,
  heldOutSettled: one.heldOutSettled + other.heldOutSettled,
  toldReturned: one.toldReturned + other.toldReturned,
  heldOutReturned: one.heldOutReturned + other.heldOutReturned,
});
