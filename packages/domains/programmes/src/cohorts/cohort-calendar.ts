import type { LanguageMap, PersonId, PersonPrincipal } from '@sinau/kernel';
import { type CalendarDay, writeCalendar } from '../calendar/write-calendar.ts';
import { namesOf } from '../paths/standing.ts';
import type { Cohort, CohortId } from './cohort.ts';
import { planOf } from './desk.ts';
import { CohortNotFound } from './errors.ts';
import { listOwnCohorts, readCohort } from './read-cohorts.ts';

type ReadDeps = Parameters<typeof readCohort>[0];

interface Words {
  /** Of the calendar, as programs show it. */
  readonly name: string;
  /** Address of the page of a cohort. */
  readonly urlOf: (cohortId: CohortId) => string;
}

/** Days of the steps of a cohort as a file (RFC 5545), for whoever may see it. There is none of a cohort without days. */
export async function cohortCalendar(
  deps: ReadDeps,
  {
    principal,
    cohortId,
    ...words
  }: Words & { readonly principal: PersonPrincipal; readonly cohortId: CohortId },
): Promise<string> {
  const { cohort } = await readCohort(deps, { principal, cohortId });
  const days = await daysOf(deps, cohort, words);
  if (days.length === 0) throw new CohortNotFound();
  return writeCalendar([], { name: cohort.name, days });
}

/** The same of every cohort that somebody is in, for their private calendar. */
export async function ownCohortDays(
  deps: Pick<ReadDeps, 'cohorts' | 'seats' | 'paths'>,
  { personId, urlOf }: Pick<Words, 'urlOf'> & { readonly personId: PersonId },
): Promise<readonly CalendarDay[]> {
  const own = (await listOwnCohorts(deps, { personId })).filter(({ seat }) => seat.state === 'confirmed');
  const days = await Promise.all(own.map(({ cohort }) => daysOf(deps, cohort, { urlOf })));
  return days.flat();
}

async function daysOf(
  deps: Pick<ReadDeps, 'paths'>,
  cohort: Cohort,
  { urlOf }: Pick<Words, 'urlOf'>,
): Promise<readonly CalendarDay[]> {
  const names = namesOf(await planOf(deps, cohort.subject));
  const { cohortId, name, state, updatedAt, rev } = cohort;
  return cohort.dueDays.map(({ stepId, on }) => ({
    ...{ uid: `${stepId}.${cohortId}@sinau`, on, title: `${name}: ${textOf(names.get(stepId) ?? {})}` },
    ...{ url: urlOf(cohortId), isCancelled: state === 'cancelled', updatedAt, rev },
  }));
}

const textOf = (title: LanguageMap): string => title.id ?? Object.values(title)[0] ?? '–';
