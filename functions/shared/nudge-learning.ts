import type { LearningFacts, NudgedPerson } from '@sinau/adoption';
import type { CourseId, CourseStore } from '@sinau/catalogue';
import type { RegistrationStore } from '@sinau/delivery';
import type { BegunSigns, Enrolment, EnrolmentStore } from '@sinau/enrolment';
import { isAwayOn, type PeopleStore } from '@sinau/identity';
import { type Clock, localDateOf, type PersonId } from '@sinau/kernel';
import type { MailWishStore } from '@sinau/notifications';
import type { PlanningStore } from '@sinau/planning';
import { standingFrom } from './person-standings.ts';

export interface NudgeLearningDeps {
  readonly people: Pick<PeopleStore, 'find'>;
  readonly enrolments: Pick<EnrolmentStore, 'listCurrent'>;
  readonly registrations: Pick<RegistrationStore, 'read'>;
  readonly courses: Pick<CourseStore, 'find'>;
  readonly signs: BegunSigns;
  readonly plans: Pick<PlanningStore, 'find' | 'sessionsOf'>;
  readonly wishes: Pick<MailWishStore, 'wishesOf'>;
  readonly clock: Clock;
}

/** What somebody takes and when they learned, as nudges ask for it: enrolments, sessions by our own clock, completions. */
export function nudgeLearningOf(deps: NudgeLearningDeps): LearningFacts {
  return {
    async personOf(personId) {
      const person = await deps.people.find(personId);
      if (!person || person.status === 'disabled') return undefined;
      const { timeZone } = standingFrom(person);
      const [current, plan, wishes] = await Promise.all([
        deps.enrolments.listCurrent(personId),
        deps.plans.find(personId),
        deps.wishes.wishesOf(personId),
      ]);
      const open = current.filter(({ state }) => state === 'active');
      const isAway = isAwayOn(person, localDateOf(deps.clock.now().getTime(), timeZone));
      return {
        ...{ timeZone, hasPlan: plan !== undefined, mayNudge: (wishes?.nudges ?? true) && !isAway },
        ...(person.home.kind === 'agency' && { agencyId: person.home.agencyId }),
        courses: await Promise.all(open.map((enrolment) => courseOf(deps, enrolment))),
      };
    },
    async learnedIn(personId, { from, until }) {
      const [sessions, current] = await Promise.all([
        deps.plans.sessionsOf(personId, { from, until }),
        deps.enrolments.listCurrent(personId),
      ]);
      const isIn = (at: string | undefined) => at !== undefined && from <= at && at < until;
      return (
        // What began before the moment is no answer to it.
        sessions.length > 0 ||
        current.some(({ completedAt, lastActivityAt }) => isIn(completedAt) || isIn(lastActivityAt))
      );
    },
  };
}

async function courseOf(
  deps: Pick<NudgeLearningDeps, 'courses' | 'signs' | 'registrations'>,
  enrolment: Enrolment,
): Promise<NudgedPerson['courses'][number]> {
  const { courseId, enrolledAt, lastActivityAt } = enrolment;
  const course = await deps.courses.find(courseId as CourseId);
  const known = { courseId, title: course?.title ?? {}, openedAt: enrolledAt };
  if (lastActivityAt !== undefined) return { ...known, lastActivityAt };
  const sign = await deps.signs.signOf(enrolment);
  if (sign === 'unseen') return { ...known, isUnseen: true };
  if (sign !== 'begun') return known;
  // Opened, and nothing stated yet.
  const registration = await deps.registrations.read(enrolment.registration);
  const launches = Object.values(registration?.aus ?? {}).flatMap(({ launchedAt }) => launchedAt ?? []);
  return { ...known, lastActivityAt: launches.toSorted().at(-1) ?? enrolledAt };
}

/** Who can be nudged at all, and where they work; undefined for nobody. */
export async function nudgeZoneOf(
  { people }: { readonly people: Pick<PeopleStore, 'find'> },
  personId: PersonId,
): Promise<NudgedPerson['timeZone'] | undefined> {
  const person = await people.find(personId);
  return person && person.status !== 'disabled' ? standingFrom(person).timeZone : undefined;
}
