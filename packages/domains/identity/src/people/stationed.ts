import { InvalidField } from '../errors.ts';
import { dayIn, defaultTimeZone, mostEntries, noCareer, noted, type Station } from './career.ts';
import type { Person } from './person.ts';

/**
 * `after` with its place in its career, when it is another than that of `before`. `since`: the day from which it counts,
 * today or earlier. @default today, where the person works
 */
export function stationed(
  before: Person | undefined,
  after: Person,
  { now, since }: { readonly now: Date; readonly since?: string | undefined },
): Person {
  const today = dayIn(after.timeZone ?? defaultTimeZone, now);
  const from = since ?? today;
  if (from > today) throw new InvalidField({ path: '/since', message: 'is not today or earlier' });
  const next = stationOf(after, from);
  const last = before && stationOf(before, from);
  if (!next || JSON.stringify(next) === JSON.stringify(last)) return after;
  const career = after.career ?? noCareer;
  // Whoever came before careers were kept: what was there until now began when they came.
  const first =
    before && career.stations.length === 0 ? stationOf(before, before.invitedAt.slice(0, 10)) : undefined;
  const known = first && first.from < from ? [first] : career.stations;
  // This place holds until today, so whatever was thought to follow it did not.
  const stations = noted(
    known.filter((one) => one.from < from),
    next,
  );
  if (stations.length > mostEntries) {
    throw new InvalidField({ path: '/since', message: 'is one change more than can be kept' });
  }
  return { ...after, career: { ...career, stations } };
}

function stationOf(person: Person, from: string): Station | undefined {
  const { home, workingAgencyId, unitId, supervisorId, timeZone } = person;
  if (home.kind !== 'agency') return undefined;
  return {
    from,
    agencyId: home.agencyId,
    ...(workingAgencyId && { workingAgencyId }),
    ...(unitId && { unitId }),
    ...(supervisorId && { supervisorId }),
    ...(timeZone && { timeZone }),
  };
}
