import { composeKey, type Key } from '@sinau/platform/dynamo';
import { type Duty, type DutyPlace, groupOf } from '../duty/duty.ts';

/** Everything that a person owes. */
export const personPartition = (personId: string): string => composeKey('DUTIES', personId);

export const dutyKey = ({ personId, obligationId, period, courseId }: DutyPlace): Key => ({
  pk: personPartition(personId),
  sk: composeKey('DUTY', obligationId, period, courseId),
});

/** gsi1: duties of an obligation, group by group, who is due first before the others. */
export const listPartition = (obligationId: string): string => composeKey('OBLIGATION-DUTIES', obligationId);
export const listSortKey = (duty: Duty): string =>
  composeKey(groupOf(duty), duty.dueOn, duty.period, duty.personId, duty.courseId);

/** Parts of what waits to be told, so that many duties can change at once. */
export const reminderShards = 8;

/** gsi2: what is told next, the earliest first. */
export const reminderPartition = (shard: number): string => composeKey('DUTY-REMINDERS', String(shard));
export const reminderSortKey = (
  at: string,
  { personId, obligationId, period, courseId }: DutyPlace,
): string => composeKey(at, personId, obligationId, period, courseId);

/** The part of a person. */
export function shardOf(personId: string): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % reminderShards;
}
