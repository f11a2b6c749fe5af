import type { Clock, PersonId } from '@sinau/kernel';
import { isIn, type Member } from './audience/audience.ts';
import { courseIn } from './duty/course-in.ts';
import { standingOf } from './duty/duty-state.ts';
import { countsFrom, periodOn } from './duty/period.ts';
import { dayOfYear, localDayOf } from './local-day.ts';
import { assertPossible } from './make-obligation.ts';
import type { ObligationRequest } from './obligation.ts';
import { type AgencyDesk, agencyOf } from './own-obligation.ts';
import type { CourseDesk, CourseShelf, MemberDirectory } from './ports.ts';
import { inTurns } from './spread/in-turns.ts';

export interface Preview {
  /** People in the audience; at least so many, unless `isComplete`. */
  readonly people: number;
  readonly isComplete: boolean;
  /** Of how many it was looked at whether they have finished. */
  readonly lookedAt: number;
  /** Those of them who need nothing more in the first period. */
  readonly finished: readonly PersonId[];
  /** The first period and its last day. */
  readonly period: string;
  readonly dueOn: string;
  /** A period that is still to begin. */
  readonly beginsOn?: string;
}

/** A page of a browser waits for it. */
const mostSeen = 5_000;
const mostLookedAt = 200;
const portion = 100;

/** What would come of an obligation, before it is made. Nothing is kept. */
export async function previewAudience(
  deps: {
    readonly members: MemberDirectory;
    readonly desk: Pick<CourseDesk, 'standingOf'>;
    readonly shelf: CourseShelf;
    readonly clock: Clock;
  },
  input: {
    readonly principal: AgencyDesk;
    readonly request: Pick<ObligationRequest, 'courseIds' | 'audience' | 'due'>;
  },
): Promise<Preview> {
  const { request } = input;
  const agencyId = agencyOf(input.principal);
  await assertPossible(deps, { ...request, agencyId });
  const round = firstRound(request.due, deps.clock.now());
  const { audience } = request;
  const list = { agencyId, ...(audience.unitIds && { unitIds: audience.unitIds }) };
  const first: Member[] = [];
  let [people, seen, after]: [number, number, string | undefined] = [0, 0, undefined];
  const byPlaceAlone = !audience.postFamilies && !audience.postWords && !audience.statuses;
  do {
    const page = await deps.members.pageOf(list, { limit: portion, ...(after !== undefined && { after }) });
    const fitting = page.members.filter((member) => isIn(audience, member));
    first.push(...fitting.slice(0, mostLookedAt - first.length));
    people += fitting.length;
    seen += page.members.length;
    after = page.next;
  } while (after !== undefined && seen < (byPlaceAlone ? mostLookedAt : mostSeen));
  const isAll = after === undefined;
  const done = await inTurns(first, async (member) =>
    (await hasFinished(deps, member, { courseIds: request.courseIds, period: round.period }))
      ? [member.personId]
      : [],
  );
  return {
    people: !isAll && byPlaceAlone ? await deps.members.headsOf(list) : people,
    isComplete: isAll || byPlaceAlone,
    ...{ lookedAt: first.length, finished: done.flat(), ...round },
  };
}

function firstRound(due: ObligationRequest['due'], now: Date) {
  const today = localDayOf(now, 'Asia/Jakarta');
  const period = periodOn({ due, createdAt: now.toISOString() }, today);
  if (period) return { period: period.name, dueOn: period.dueOn };
  const next = String(Number(today.slice(0, 4)) + 1);
  const dueOn = due.kind === 'yearly' ? dayOfYear(Number(next), due.by) : today;
  return { period: next, dueOn, ...beginning(next) };
}

function beginning(period: string): { readonly beginsOn?: string } {
  const beginsOn = countsFrom(period);
  return beginsOn === undefined ? {} : { beginsOn };
}

async function hasFinished(
  { desk }: { readonly desk: Pick<CourseDesk, 'standingOf'> },
  { personId, timeZone }: Member,
  { courseIds, period }: { readonly courseIds: readonly string[]; readonly period: string },
): Promise<boolean> {
  for (const courseId of courseIds) {
    const { state } = standingOf(
      period,
      await courseIn(desk, { personId, courseId, period }, timeZone),
      timeZone,
    );
    if (state !== 'finished' && state !== 'recognised') return false;
  }
  return true;
}
