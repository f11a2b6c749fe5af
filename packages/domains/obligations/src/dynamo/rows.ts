import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { type Duty, dutyStates, obstacles, releaseReasons } from '../duty/duty.ts';
import { reminderSteps } from '../duty/reminder-steps.ts';
import { obligationIdSchema } from '../obligation.ts';
import { dutyKey, listPartition, listSortKey, reminderPartition, reminderSortKey, shardOf } from './keys.ts';

const id = <Id extends string>() => z.custom<Id>((value) => typeof value === 'string');

const dutyRow = z.object({
  agencyId: id<AgencyId>(),
  obligationId: obligationIdSchema,
  period: z.string(),
  personId: id<PersonId>(),
  courseId: z.string(),
  unitId: z.string().exactOptional(),
  givenOn: z.string(),
  dueOn: z.string(),
  overAt: z.string(),
  extendedFrom: z.string().exactOptional(),
  edition: z.int(),
  state: z.enum(dutyStates),
  obstacle: z.enum(obstacles).exactOptional(),
  released: z.enum(releaseReasons).exactOptional(),
  registration: z.string().exactOptional(),
  finishedAt: z.string().exactOptional(),
  allTold: z.literal(true).exactOptional(),
  remind: z.object({ step: z.enum(reminderSteps), at: z.string() }).exactOptional(),
  toldOn: z.string().exactOptional(),
  since: z.string(),
  changedAt: z.string(),
  rev: z.int(),
});

export const isDutyRow = ({ kind }: Item): boolean => kind === 'duty';
export const readDuty = (row: Item): Duty => dutyRow.parse(row);

export const toDutyRow = (duty: Duty): Item => ({
  ...dutyKey(duty),
  kind: 'duty',
  gsi1pk: listPartition(duty.obligationId),
  gsi1sk: listSortKey(duty),
  ...(duty.remind && {
    gsi2pk: reminderPartition(shardOf(duty.personId)),
    gsi2sk: reminderSortKey(duty.remind.at, duty),
  }),
  ...duty,
});
