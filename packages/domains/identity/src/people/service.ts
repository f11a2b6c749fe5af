import type { PersonId } from '@sinau/kernel';
import {
  type Career,
  defaultTimeZone,
  type Employment,
  noCareer,
  onDay,
  type Post,
  type Station,
  type TimeZone,
} from './career.ts';
import { gradeOn } from './grade.ts';
import type { Person } from './person.ts';
import type { PeopleStore } from './ports.ts';
import type { EducationLevel, Grade, LegalStanding } from './rank.ts';

/** What somebody was on one day. */
export interface Service {
  readonly timeZone: TimeZone;
  /** Absent where nobody has said. */
  readonly employment?: Employment;
  readonly post?: Post;
  readonly grade?: Grade;
  readonly legalStanding?: LegalStanding;
  /** The highest. */
  readonly education?: EducationLevel;
  /** Absent for staff of providers and of the platform, and on days before the first that is known. */
  readonly station?: Station;
}

/** Status, post, rank and place of a person on a day of the calendar. Of a zone that nobody knew then, the first that is known counts. */
export function serviceOf(person: Person, day: string): Service {
  const { employment = [], posts = [], stations = [] } = person.career ?? {};
  const [status, post, station] = [onDay(employment, day), onDay(posts, day), onDay(stations, day)];
  const zone = station ?? stations[0];
  return {
    timeZone: (zone ? zone.timeZone : person.timeZone) ?? defaultTimeZone,
    ...(status && { employment: status }),
    ...(post && { post }),
    ...rankOn(person.career ?? noCareer, day),
    ...(station && { station }),
  };
}

function rankOn(career: Career, day: string): Pick<Service, 'grade' | 'legalStanding' | 'education'> {
  const grade = gradeOn(career, day);
  const legalStanding = onDay(career.legalStandings ?? [], day)?.standing;
  const education = onDay(career.education ?? [], day)?.level;
  return {
    ...(grade && { grade }),
    ...(legalStanding && { legalStanding }),
    ...(education && { education }),
  };
}

/** The same by id, for other contexts, whose rules ask by day: it authorises nobody. Undefined for an absent person. */
export async function serviceOn(
  deps: { readonly people: Pick<PeopleStore, 'find'> },
  input: { readonly personId: PersonId; readonly day: string },
): Promise<Service | undefined> {
  const person = await deps.people.find(input.personId);
  return person && serviceOf(person, input.day);
}
