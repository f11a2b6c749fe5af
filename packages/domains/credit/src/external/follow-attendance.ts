import type { Clock, Jp, PersonId } from '@sinau/kernel';
import { holdDoubtful } from '../hold-doubtful.ts';
import { correct, reverse } from '../ledger/append-about.ts';
import type { Earned, EntryId, Part, Source } from '../ledger/entry.ts';
import { type Account, foldAccounts } from '../ledger/fold-accounts.ts';
import type { PersonStanding, StandingDirectory } from '../ledger/standing.ts';
import { certificateKey } from '../one-learning.ts';
import type { HoldStore, LedgerStore, RuleStore } from '../ports.ts';
import { conversionFor } from '../rules/rule.ts';
import { rulesFor } from '../rules-for.ts';
import type { Attendance, AttendanceDirectory } from './attendance.ts';
import { partsOfAttendance } from './parts-of-attendance.ts';

export interface FollowAttendanceDeps {
  readonly credit: Pick<LedgerStore, 'entriesOf' | 'append' | 'hold'> &
    Pick<HoldStore, 'findHold'> &
    RuleStore;
  readonly attendances: AttendanceDirectory;
  readonly standings: StandingDirectory;
  readonly clock: Clock;
}

export type AttendanceOutcome = 'absent' | 'unchanged' | 'earned' | 'corrected' | 'reversed';

export const attendanceEntryId = (learningId: string): EntryId => `external:${learningId}` as EntryId;
export const eventEntryId = (eventId: string): EntryId => `event:${eventId}` as EntryId;

export const sharedEntryId = (shareId: string): EntryId => `shared:${shareId}` as EntryId;

function entryIdOf({
  event,
  shared,
  learningId,
}: Pick<Attendance, 'event' | 'shared' | 'learningId'>): EntryId {
  if (shared) return sharedEntryId(learningId);
  return event ? eventEntryId(learningId) : attendanceEntryId(learningId);
}

function sourceOf({ event, shared, learningId }: Attendance): Source {
  if (shared) return { kind: 'shared', shareId: learningId, organiser: shared.organiser };
  return event
    ? { kind: 'event', eventId: learningId, organiser: event.organiser }
    : { kind: 'external', learningId };
}

/**
 * Follows what is told of a record of learning elsewhere. One record is one account: verified it is a line, taken back that line
 * is reversed with the reason, verified again it counts again with what it says then. Ids come of the record, so that facts that
 * come twice or late say nothing new.
 */
export async function followAttendance(
  deps: FollowAttendanceDeps,
  { personId, learningId }: { readonly personId: PersonId; readonly learningId: string },
): Promise<AttendanceOutcome> {
  const attendance = await deps.attendances.attendanceOf(personId, learningId);
  const standing = attendance && (await deps.standings.standingOf(personId));
  if (!attendance || !standing) return 'absent';
  const entries = await deps.credit.entriesOf(personId);
  const entryId = entryIdOf(attendance);
  const own = foldAccounts(entries).find(({ earned }) => earned.entryId === entryId);
  if (!attendance.stands) return own ? reverse(deps, own, attendance.because ?? 'taken-back') : 'absent';
  const about = { agencyId: attendance.agencyId };
  const rules = await rulesFor(deps, { entries, standing: { ...standing, ...about } });
  const rule = conversionFor(rules, attendance.form, { on: attendance.endsOn, ...about });
  const parts = partsOfAttendance(attendance, rule?.unit);
  if (parts.length === 0 && attendance.event) return own ? reverse(deps, own, 'not-attended') : 'absent';
  const earned = earnedOf(attendance, parts, deps.clock);
  const outcome = await (own ? say(deps, own, earned) : begin(deps, { earned, standing }));
  // A course may have been completed at the same moment, and a record may be called like one by now.
  await holdDoubtful(deps, { personId, agencyId: standing.agencyId });
  return outcome;
}

/** Held before it is earned: whoever reads in between finds nothing that counts twice. */
async function begin(
  deps: FollowAttendanceDeps,
  given: { readonly earned: Earned; readonly standing: PersonStanding },
): Promise<AttendanceOutcome> {
  const { earned, standing } = given;
  await holdDoubtful(deps, { personId: earned.personId, agencyId: standing.agencyId, coming: earned });
  return (await deps.credit.append(earned)) === 'appended' ? 'earned' : 'unchanged';
}

/** The line that a record is, or would be. */
export function earnedOf(attendance: Attendance, parts: readonly Part[], clock: Clock): Earned {
  const { personId, agencyId, form, title, abroad, verifiedAt, certificate } = attendance;
  const { certifiedOn } = attendance;
  const entryId = entryIdOf(attendance);
  const source = sourceOf(attendance);
  return {
    ...{ entryId, personId, kind: 'earned', agencyId, form, abroad, parts },
    ...{ title: { id: title }, stated: attendance.stated ?? (0 as Jp), at: verifiedAt },
    ...{ recordedAt: clock.now().toISOString(), source, sameAs: entryId },
    ...(certificate && { certificates: [certificateKey(certificate)] }),
    ...(certifiedOn !== undefined && { certifiedOn }),
  };
}

/** Verified once more, with what it says then; also where nobody has heard in between that it was taken back. */
async function say(deps: FollowAttendanceDeps, own: Account, earned: Earned): Promise<AttendanceOutcome> {
  const isBack = own.standing === 'reversed';
  if (
    !isBack &&
    (own.standing === 'rejected' ||
      sayOf(own) === sayOf({ ...earned, certificates: earned.certificates ?? [], earned }))
  )
    return 'unchanged';
  const { parts, stated, form, title, abroad, agencyId, certifiedOn, certificates = [] } = earned;
  return correct(deps, own, {
    ...{ parts, stated, because: isBack ? 'given-again' : 'changed' },
    certificates,
    as: {
      ...{ form, title, abroad },
      ...(agencyId !== undefined && { agencyId }),
      ...(certifiedOn !== undefined && { certifiedOn }),
    },
  });
}

/** What counts of it, in one order. */
const sayOf = ({
  parts,
  stated,
  earned,
  certificates,
}: Pick<Account, 'parts' | 'stated' | 'earned' | 'certificates'>): string =>
  JSON.stringify([
    parts.map(({ date, amount }) => [date, amount]),
    ...[stated, earned.form, earned.abroad, earned.agencyId, earned.title.id, ...certificates],
    ...(earned.certifiedOn === undefined ? [] : [earned.certifiedOn]),
  ]);
