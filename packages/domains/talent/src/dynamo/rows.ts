import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { performances, potentials, predicates } from '../box.ts';
import type { Rating, Thresholds } from '../rating.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const rating = z.object({
  ...{ personId: id<PersonId>(), agencyId: id<AgencyId>(), year: z.number() },
  ...{ performance: z.enum(performances), potential: z.enum(potentials) },
  ...{ predicate: z.enum(predicates).exactOptional(), score: z.number().exactOptional() },
  ...{ basis: z.string(), foundOn: z.string(), recordedAt: z.string(), rev: z.number() },
  recordedBy: z.object({ id: id<PersonId>(), name: z.string() }),
  withdrawn: z.object({ reason: z.string() }).exactOptional(),
});
export const readRating = (row: Item): Rating => rating.parse(row);

const thresholds = z.object({ middleFrom: z.number(), highFrom: z.number(), rev: z.number() });
export const readThresholdsRow = (row: Item): Thresholds => thresholds.parse(row);

export const placeRow = z.object({ personId: id<PersonId>() });
