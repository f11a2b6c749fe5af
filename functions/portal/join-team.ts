import { readYear } from '@sinau/credit';
import { listMyTeam, type PersonSummary } from '@sinau/identity';
import { type LanguageMap, localDateOf, type PersonId, type PersonPrincipal } from '@sinau/kernel';
import { isOpen, myObligations, type OwnRound, teamStanding } from '@sinau/obligations';
import type { TeamDutyView, TeamMemberView } from '@sinau/web';
import { titleOfRequired } from '../shared/required-paths.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';

type Deps = Pick<
  PortalDeps,
  'people' | 'obligations' | 'enrolments' | 'courses' | 'paths' | 'credit' | 'clock'
>;

/** The signed-in supervisor's team, as far as the position allows: courses given, how far they are, and JP. */
export async function teamOf(deps: Deps, principal: PersonPrincipal): Promise<readonly TeamMemberView[]> {
  const team = await listMyTeam(deps, { principal });
  return inTurns(
    team.filter(({ status }) => status !== 'disabled'),
    (member) => memberView(deps, member),
  );
}

async function memberView(deps: Deps, member: PersonSummary): Promise<TeamMemberView> {
  const { personId, name, email, maskedEmployeeNumber, status } = member;
  const now = deps.clock.now();
  const [{ year, today, recognised, minimum }, open, rounds] = await Promise.all([
    readYear(await deps.credit(), { personId, now }),
    openDutiesOf(deps, personId),
    myObligations(await deps.obligations(), personId),
  ]);
  const given = open.map(({ dueOn, state }) => ({
    hasBegun: state === 'started',
    ...(dueOn !== undefined && { dueOn }),
  }));
  const isOver = (dueOn: string | undefined) => dueOn !== undefined && dueOn < today;
  return {
    ...{ personId, name, email, status, standing: teamStanding(given, today) },
    ...(maskedEmployeeNumber !== undefined && { maskedEmployeeNumber }),
    jp: { year, recognised, ...(minimum !== undefined && { minimum }) },
    ...togetherOf(rounds),
    open: await inTurns(open, async ({ courseId, ...duty }) => ({
      ...{ ...duty, course: await titleOf(deps, courseId), isOverdue: isOver(duty.dueOn) },
    })),
  };
}

/** Programmes that are not finished, and obligations from which they are excepted. */
function togetherOf(rounds: readonly OwnRound[]): Pick<TeamMemberView, 'programmes' | 'exempt'> {
  const programmes = rounds.flatMap(({ obligation: { programme }, exempt, done, duties }) =>
    programme && !exempt && done < duties.length
      ? [{ title: programme.title, done, all: duties.length }]
      : [],
  );
  const excepted = rounds.flatMap(({ obligation: { title }, exempt }) =>
    exempt?.kind === 'exempt' ? [{ title, ...(exempt.until !== undefined && { until: exempt.until }) }] : [],
  );
  return {
    ...(programmes.length > 0 && { programmes }),
    ...(excepted.length > 0 && { exempt: excepted }),
  };
}

type Open = Pick<TeamDutyView, 'dueOn' | 'state'> & { readonly courseId: string };

/** What obligations ask for, and what people have assigned beside them; who is due first before the others. */
async function openDutiesOf(deps: Deps, personId: PersonId): Promise<readonly Open[]> {
  const { duties } = await deps.obligations();
  const [owed, current] = await Promise.all([
    duties.dutiesOf(personId),
    deps.enrolments.listCurrent(personId),
  ]);
  const required = owed.filter(isOpen).map(
    ({ courseId, dueOn, state }): Open => ({
      ...{ courseId, dueOn, state: state === 'enrolled' || state === 'started' ? state : 'required' },
    }),
  );
  const known = new Set(required.map(({ courseId }) => courseId));
  const assigned = current.flatMap(({ courseId, state, assignment, lastActivityAt }): readonly Open[] => {
    if (!assignment || known.has(courseId) || (state !== 'active' && state !== 'waiting')) return [];
    const begun = lastActivityAt === undefined ? 'enrolled' : 'started';
    const { dueOn } = assignment;
    return [
      { courseId, state: state === 'waiting' ? 'required' : begun, ...(dueOn !== undefined && { dueOn }) },
    ];
  });
  const day = ({ dueOn = '9999' }: Open) => dueOn;
  return [...required, ...assigned].toSorted((a, b) => day(a).localeCompare(day(b)));
}

/** Duties of somebody that fall into the next weeks, for whoever decides about one course more. */
export async function dueSoonOf(
  deps: Deps,
  personId: PersonId,
): Promise<readonly { readonly course: LanguageMap; readonly dueOn: string }[]> {
  const today = localDateOf(deps.clock.now().getTime(), 'Asia/Jakarta');
  const open = await openDutiesOf(deps, personId);
  const soon = open.flatMap(({ courseId, dueOn }) =>
    dueOn === undefined || teamStanding([{ dueOn, hasBegun: false }], today) === 'on-track'
      ? []
      : [{ courseId, dueOn }],
  );
  return inTurns(soon.slice(0, 10), async ({ courseId, dueOn }) => ({
    ...{ course: await titleOf(deps, courseId), dueOn },
  }));
}

async function titleOf(deps: Pick<Deps, 'courses' | 'paths'>, courseId: string): Promise<LanguageMap> {
  return (await titleOfRequired(deps, courseId)) ?? { id: '–' };
}
