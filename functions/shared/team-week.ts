import { type TeamFacts, type TeamWeek, teamWeekOf } from '@sinau/adoption';
import type { CourseStore } from '@sinau/catalogue';
import type { PersonStore } from '@sinau/competency';
import { type EnrolmentStore, isEarned } from '@sinau/enrolment';
import { type EvaluationStore, listTeamEvaluations } from '@sinau/evaluation';
import { type PeopleStore, type Person, principalOf } from '@sinau/identity';
import {
  type Clock,
  type LanguageMap,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  type TimeZone,
} from '@sinau/kernel';
import type { MailWishStore } from '@sinau/notifications';
import { type DutyStore, isOpen } from '@sinau/obligations';
import type { PathStore } from '@sinau/programmes';
import type { RecognitionStore } from '@sinau/recognition';
import { standingFrom } from './person-standings.ts';
import { titleOfRequired } from './required-paths.ts';
import type { TeamWaits } from './team-waits.ts';

export interface TeamWeekDeps {
  readonly people: Pick<PeopleStore, 'find' | 'listTeam'>;
  readonly duties: Pick<DutyStore, 'dutiesOf'>;
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly paths: () => Promise<{ readonly paths: Pick<PathStore, 'find'> }>;
  readonly persons: Pick<PersonStore, 'of'>;
  readonly evaluations: Pick<EvaluationStore, 'askedOf' | 'find'>;
  readonly recognitions: Pick<RecognitionStore, 'book'>;
  /** Of what is on no row of a person: how much waits for the supervisor. */
  readonly waits: (supervisor: PersonPrincipal) => Promise<TeamWaits>;
  readonly clock: Clock;
}

/** A team is looked at so many people at a time. */
const together = 8;

/** The week of somebody's team on this day; undefined for whoever leads nobody, or may not. */
export async function readTeamWeek(
  deps: TeamWeekDeps,
  supervisorId: PersonId,
): Promise<TeamWeek | undefined> {
  const supervisor = await deps.people.find(supervisorId);
  if (!supervisor || supervisor.status === 'disabled' || !supervisor.roles.includes('supervisor')) {
    return undefined;
  }
  const team = (await deps.people.listTeam(supervisorId)).filter(
    ({ personId, status }) => status !== 'disabled' && personId !== supervisorId,
  );
  if (team.length === 0) return undefined;
  const { timeZone } = standingFrom(supervisor);
  const parts: PersonFacts[] = [];
  for (let n = 0; n < team.length; n += together) {
    parts.push(
      ...(await Promise.all(team.slice(n, n + together).map((one) => factsOf(deps, one, timeZone)))),
    );
  }
  const facts: TeamFacts = {
    duties: parts.flatMap(({ duties }) => duties),
    planItems: parts.flatMap(({ planItems }) => planItems),
    finished: parts.flatMap(({ finished }) => finished),
    recognised: parts.flatMap(({ recognised }) => recognised),
    waits: {
      ...(await deps.waits(principalOf(supervisor))),
      course: parts.reduce((sum, { asked }) => sum + asked, 0),
      plan: parts.reduce((sum, { proposed }) => sum + proposed, 0),
    },
    evaluations: await openEvaluations(deps, supervisor),
  };
  return teamWeekOf(facts, localDateOf(deps.clock.now().getTime(), timeZone));
}

async function openEvaluations(deps: TeamWeekDeps, supervisor: Person): Promise<number> {
  const all = await listTeamEvaluations(deps, { principal: principalOf(supervisor) });
  return all.filter(({ openUntil, answer }) => openUntil !== undefined && !answer).length;
}

/** `asked`: courses; `proposed`: items of the plan that the supervisor has not agreed to. */
type PersonFacts = Omit<TeamFacts, 'evaluations' | 'waits'> & {
  readonly asked: number;
  readonly proposed: number;
};

/** Of one person, what their supervisor may see anyway on the pages of the team. */
async function factsOf(deps: TeamWeekDeps, { personId, name }: Person, zone: TimeZone): Promise<PersonFacts> {
  const [owed, current, { items }, { recognitions }] = await Promise.all([
    deps.duties.dutiesOf(personId),
    deps.enrolments.listCurrent(personId),
    deps.persons.of(personId),
    deps.recognitions.book(personId),
  ]);
  const dayOf = (at: string) => localDateOf(Date.parse(at), zone);
  const titleOf = async (courseId: string): Promise<LanguageMap> =>
    (await titleOfRequired({ courses: deps.courses, paths: deps.paths }, courseId)) ?? { id: '–' };
  const required = owed.filter(isOpen).map(({ courseId, dueOn }) => ({ courseId, dueOn }));
  const known = new Set(required.map(({ courseId }) => courseId));
  const assigned = current.flatMap(({ courseId, state, assignment }) =>
    assignment?.dueOn === undefined || known.has(courseId) || state === 'completed' || state === 'requested'
      ? []
      : [{ courseId, dueOn: assignment.dueOn }],
  );
  const earned = current.flatMap((one) =>
    isEarned(one) && one.completedAt !== undefined
      ? [{ courseId: one.courseId, on: dayOf(one.completedAt) }]
      : [],
  );
  return {
    duties: await Promise.all(
      [...required, ...assigned].map(async ({ courseId, dueOn }) => ({
        ...{ name, dueOn, title: await titleOf(courseId) },
      })),
    ),
    planItems: items.flatMap(({ state, title, dueOn }) =>
      state === 'agreed' ? [{ name, title: { id: title }, dueOn }] : [],
    ),
    finished: await Promise.all(
      earned.map(async ({ courseId, on }) => ({ name, on, title: await titleOf(courseId) })),
    ),
    recognised: recognitions.flatMap(({ state, value, steps }) => {
      const granted = steps.at(-1);
      return state === 'granted' && granted ? [{ name, value, on: dayOf(granted.at) }] : [];
    }),
    asked: current.filter(({ state }) => state === 'requested').length,
    proposed: items.filter(({ state, proposedBy }) => state === 'proposed' && proposedBy === 'learner')
      .length,
  };
}

/** For the letter of the week: whether somebody leads a team, and what they want to be told of it. */
export async function teamForLetter(
  deps: TeamWeekDeps & { readonly wishes: Pick<MailWishStore, 'wishesOf'> },
  supervisorId: PersonId,
): Promise<TeamWeek | undefined> {
  const wishes = await deps.wishes.wishesOf(supervisorId);
  return (wishes?.team ?? true) ? readTeamWeek(deps, supervisorId) : undefined;
}
