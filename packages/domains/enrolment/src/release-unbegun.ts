import { type AgencyId, addDays, type Clock, daysBetween } from '@sinau/kernel';
import { released } from './charge.ts';
import type { Enrolment } from './enrolment.ts';
import type { BegunSigns, CourseDirectory, EnrolmentStore, QuotaStore, ReleaseTeller } from './ports.ts';
import { promoteFreed } from './promote-waiting.ts';
import { dayOf, type Quota, type QuotaId } from './quota.ts';

/** Whoever may lose a seat has so many days' notice, whenever the terms were set and however late a run is. */
const noticeDays = 7;
/** So many are read at once. */
const pageSize = 100;

interface ReleaseDeps {
  readonly quotas: Pick<QuotaStore, 'list'>;
  readonly enrolments: EnrolmentStore;
  readonly courses: CourseDirectory;
  readonly signs: BegunSigns;
  readonly teller: ReleaseTeller;
  readonly clock: Clock;
}

type Outcome = 'warned' | 'released' | 'taken-off' | 'kept';

/**
 * Gives back the seats of quotas that nobody has begun with in the days that the quota says: the person is told first, and loses the seat a
 * week later at the earliest. Duties are overdue and never lose theirs, and a course that another system shows is left alone. `most`: people that one
 * run tells, ends or takes off the list; the rest is the next one's, which finds them first. Safe to repeat, also at the same time: the end of
 * an enrolment is one write that holds only while nothing was begun.
 */
export async function releaseUnbegun(
  deps: ReleaseDeps,
  { agencyIds, most }: { readonly agencyIds: readonly AgencyId[]; readonly most: number },
): Promise<{ readonly warned: number; readonly released: number }> {
  const counts = { warned: 0, released: 0, 'taken-off': 0, kept: 0 };
  const isEnough = () => counts.warned + counts.released + counts['taken-off'] >= most;
  for (const agencyId of agencyIds) {
    for (const list of listsOf(await deps.quotas.list(agencyId))) {
      for await (const seat of seatsOf(deps, agencyId, list)) {
        if (isEnough()) return counts;
        counts[await settle(deps, seat, list)] += 1;
      }
    }
  }
  return counts;
}

/** Seats of one quota, and what their quotas say. */
interface HeldList {
  readonly quotaId: QuotaId;
  /** The shortest time that may hold for one of them, days. */
  readonly shortest: number;
  readonly daysOf: ReadonlyMap<QuotaId, number>;
  /** For how many days whoever loses one waits behind others. */
  readonly behindOf: ReadonlyMap<QuotaId, number>;
}

/** Those of a course stand under its quota, and may go back by what the quota of its provider says. */
function listsOf(quotas: readonly Quota[]): readonly HeldList[] {
  const said = quotas.flatMap(({ quotaId, target, releaseAfterDays: days }) =>
    days === undefined ? [] : [{ quotaId, target, days }],
  );
  const daysOf = new Map(said.map(({ quotaId, days }) => [quotaId, days]));
  const behindOf = new Map(
    quotas.flatMap(({ quotaId, noShowDays }) =>
      noShowDays === undefined ? [] : [[quotaId, noShowDays] as const],
    ),
  );
  return quotas.flatMap(({ quotaId, target }) => {
    const days = said
      .filter(
        (one) =>
          one.quotaId === quotaId ||
          (one.target.kind === 'provider' && one.target.providerId === target.providerId),
      )
      .map((one) => one.days);
    return days.length === 0 ? [] : [{ quotaId, shortest: Math.min(...days), daysOf, behindOf }];
  });
}

/** Those of whom somebody is to be told by now, the oldest first. */
async function* seatsOf(
  { enrolments, clock }: Pick<ReleaseDeps, 'enrolments' | 'clock'>,
  agencyId: AgencyId,
  { quotaId, shortest }: HeldList,
): AsyncGenerator<Enrolment> {
  const last = addDays(dayOf(clock.now()), noticeDays - shortest);
  const until = startOf(addDays(last, 1));
  let after: string | undefined;
  do {
    const page = { limit: pageSize, until, ...(after !== undefined && { after }) };
    const { enrolments: seats, next } = await enrolments.listHeld({ agencyId, quotaId }, page);
    yield* seats;
    after = next;
  } while (after !== undefined);
}

/** The first moment of a day of western Indonesia. */
const startOf = (day: string): string => new Date(Date.parse(`${day}T00:00:00+07:00`)).toISOString();

/** Whatever the list said, it is read again: lists lag. */
async function settle(deps: ReleaseDeps, seat: Enrolment, { daysOf, behindOf }: HeldList): Promise<Outcome> {
  const now = deps.clock.now();
  const today = dayOf(now);
  // Told less than a week ago: nothing to do before that is over.
  if (seat.releaseWarnedAt !== undefined && today < knownFrom(seat.releaseWarnedAt)) return 'kept';
  const before = await deps.enrolments.findByRegistration(seat.registration);
  // A duty stands on another list by now.
  if (!before || before.assignment) return 'kept';
  if (before.state !== 'active' || before.lastActivityAt !== undefined || before.providerWord)
    return takeOff(deps, before);
  const quotaId = before.charge?.quotas.find((one) => daysOf.has(one));
  const days = quotaId && daysOf.get(quotaId);
  if (quotaId === undefined || days === undefined) return 'kept';
  const on = addDays(dayOf(new Date(before.enrolledAt)), days);
  if (daysBetween(today, on) > noticeDays) return 'kept';
  const sign = await deps.signs.signOf(before);
  if (sign === 'begun' || sign === 'unseen') return takeOff(deps, before);
  const { releaseWarnedAt } = before;
  if (releaseWarnedAt === undefined) {
    const notice = addDays(today, noticeDays);
    await deps.teller.warn(before, { days, on: daysBetween(on, notice) > 0 ? notice : on });
    const after: Enrolment = { ...before, releaseWarnedAt: now.toISOString() };
    return (await deps.enrolments.move({ before, after, unbegun: sign.idle })) === 'done' ? 'warned' : 'kept';
  }
  if (today < on || today < knownFrom(releaseWarnedAt)) return 'kept';
  const after: Enrolment = {
    ...before,
    state: 'cancelled',
    cancelledAt: now.toISOString(),
    ...released(before.charge),
    endedBy: { by: 'quota', days, ...behindFrom(quotaId, behindOf.get(quotaId), today) },
  };
  // Begun, confirmed, left or made a duty in this moment: the next run looks again.
  if ((await deps.enrolments.move({ before, after, unbegun: sign.idle })) !== 'done') return 'kept';
  // Ended already, whatever becomes of the seat: the fact of it promotes as well.
  await promoteFreed(deps, after).catch(() => undefined);
  return 'released';
}

/** Until when the person waits behind others, should they come again. */
const behindFrom = (quotaId: QuotaId, days: number | undefined, today: string) =>
  days === undefined ? {} : { behind: { quotaId, until: addDays(today, days) } };

/** The first day on which a seat may go whose holder was told then. */
const knownFrom = (warnedAt: string): string => addDays(dayOf(new Date(warnedAt)), noticeDays);

async function takeOff({ enrolments }: Pick<ReleaseDeps, 'enrolments'>, seat: Enrolment): Promise<Outcome> {
  await enrolments.takeOffHeld(seat);
  return 'taken-off';
}
