import { composeKey, type Key, keyPrefix } from '@sinau/platform/dynamo';
import type { Duty, DutyPlace, DutyState } from '../duty/duty.ts';
import type { DutyException, ExceptionPlace } from '../exceptions/exception.ts';

/** What an agency requires: dozens of rows. */
export const agencyPartition = (agencyId: string): string => composeKey('OBLIGATIONS', agencyId);
export const obligationKey = (agencyId: string, obligationId: string): Key => ({
  pk: agencyPartition(agencyId),
  sk: composeKey('OBLIGATION', obligationId),
});

/** How far an obligation has got. */
export const progressPartition = (obligationId: string): string => composeKey('OBLIGATION', obligationId);
export const spreadKey = (obligationId: string): Key => ({
  pk: progressPartition(obligationId),
  sk: 'SPREAD',
});

/** Parts of each count, so that many duties can change at once. */
const countParts = 8;
export const countKey = ({ obligationId, period, personId }: Duty): Key => ({
  pk: progressPartition(obligationId),
  sk: composeKey('COUNT', period, String(partOf(personId, countParts))),
});
export const countPrefix = keyPrefix('COUNT');

/** gsi1: spreads whose turn comes, the earliest first. */
export const spreadsPartition = 'OBLIGATION-SPREADS';

/** Everything that a person owes. */
export const personPartition = (personId: string): string => composeKey('DUTIES', personId);
export const dutyKey = ({ personId, obligationId, period, courseId }: DutyPlace): Key => ({
  pk: personPartition(personId),
  sk: composeKey('DUTY', obligationId, period, courseId),
});
export const dutyPrefix = keyPrefix('DUTY');

/** gsi1: duties of an obligation, state by state, whose day is over first before the others. */
export const listPartition = (obligationId: string): string => composeKey('OBLIGATION-DUTIES', obligationId);
export const listSortKey = (duty: Duty): string =>
  composeKey(duty.state, duty.overAt, duty.period, duty.personId, duty.courseId);
export const statePrefix = (state: DutyState): string => keyPrefix(state);

/** Parts of what waits to be told, so that many duties can change at once. */
export const reminderShards = 8;

/** gsi2: what is told next, the earliest first. */
export const reminderPartition = (shard: number): string => composeKey('DUTY-REMINDERS', String(shard));
export const reminderSortKey = (
  at: string,
  { personId, obligationId, period, courseId }: DutyPlace,
): string => composeKey(at, personId, obligationId, period, courseId);

/** gsi2: letters of the week, the earliest first. */
export const digestPartition = (shard: number): string => composeKey('WEEKLY-DIGESTS', String(shard));

/** What was decided for a person and an obligation; the row that holds, and one for each decision. */
export const exceptionKey = ({ personId, obligationId }: ExceptionPlace): Key => ({
  pk: personPartition(personId),
  sk: composeKey('EXCEPTION', obligationId),
});
export const exceptionPrefix = keyPrefix('EXCEPTION');
export const pastExceptionKey = ({ personId, obligationId, rev }: DutyException): Key => ({
  pk: personPartition(personId),
  sk: composeKey('EXCEPTION-WAS', obligationId, String(rev).padStart(6, '0')),
});
export const pastExceptionPrefix = ({ obligationId }: ExceptionPlace): string =>
  keyPrefix('EXCEPTION-WAS', obligationId);

/** gsi1: exceptions of an obligation, by when they changed last. */
export const exceptionsPartition = (obligationId: string): string =>
  composeKey('OBLIGATION-EXCEPTIONS', obligationId);
export const exceptionsSortKey = ({ changedAt, personId }: DutyException): string =>
  composeKey(changedAt, personId);

/** gsi2: exceptions that end, the earliest first. */
export const endingPartition = 'EXCEPTIONS-ENDING';
export const endingSortKey = (endsAt: string, { personId, obligationId }: ExceptionPlace): string =>
  composeKey(endsAt, personId, obligationId);

/** The part of a person. */
export const shardOf = (personId: string): number => partOf(personId, reminderShards);

function partOf(personId: string, parts: number): number {
  let sum = 0;
  for (const letter of personId) sum = (sum * 31 + letter.charCodeAt(0)) % 65_521;
  return sum % parts;
}
