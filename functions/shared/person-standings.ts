import type { Period, PersonStanding, StandingDirectory } from '@sinau/credit';
import type { Employment, PeopleStore, Person, Post, PostFamily, Station } from '@sinau/identity';
import type { EmploymentStatus, TimeZone } from '@sinau/kernel';

/** Who people are to the rules of JP, as identity knows it: what nobody has filled in is assumed and said to be. */
export function personStandingsOf(deps: {
  readonly people: Pick<PeopleStore, 'find' | 'findMany'>;
}): StandingDirectory {
  return {
    async standingOf(personId) {
      const person = await deps.people.find(personId);
      return person && standingFrom(person);
    },
    async standingsOf(personIds) {
      const found = await deps.people.findMany(personIds);
      return new Map(found.map((person) => [person.personId, standingFrom(person)]));
    },
  };
}

export function standingFrom({ home, career, timeZone: own }: Person): PersonStanding {
  const { employment = [], posts = [], stations = [] } = career ?? {};
  const timeZone = stations.at(-1)?.timeZone ?? own;
  const places = placesOf(stations, { home, own });
  const unbound = unboundIn(posts);
  const contractYears = employment.flatMap(({ contract }) => (contract ? yearsOf(contract) : []));
  return {
    ...(home.kind === 'agency' && { agencyId: home.agencyId }),
    timeZone: timeZone ?? 'Asia/Jakarta',
    ...(places.length > 0 && { places }),
    statuses: employment.length > 0 ? periodsOf(employment) : [{ status: 'PNS', from: '1900-01-01' }],
    ...(contractYears.length > 0 && { contractYears }),
    ...(unbound.length > 0 && { unbound }),
    assumed: [
      ...(employment.length === 0 ? (['status'] as const) : []),
      ...(timeZone === undefined ? (['time-zone'] as const) : []),
    ],
  };
}

/** Each status holds until the day before the next one; the first counts for the time before it as well. */
function periodsOf(
  employment: readonly Employment[],
): readonly (Period & { readonly status: EmploymentStatus })[] {
  return employment.map(({ status, from }, index) => ({
    ...{ status, from: index === 0 ? '1900-01-01' : from },
    ...endBefore(employment[index + 1]),
  }));
}

/** The first counts for the time before it as well; in the last one the person is now. */
function placesOf(
  stations: readonly Station[],
  { home, own }: { readonly home: Person['home']; readonly own: TimeZone | undefined },
): NonNullable<PersonStanding['places']> {
  return stations.map(({ from, agencyId: then, timeZone = own ?? 'Asia/Jakarta' }, index) => {
    const next = stations[index + 1];
    const agencyId = next ? then : home.kind === 'agency' ? home.agencyId : undefined;
    return {
      ...{ from: index === 0 ? '1900-01-01' : from, timeZone, ...endBefore(next) },
      ...(agencyId !== undefined && { agencyId }),
    };
  });
}

/** Posts that the maximum of a PPPK does not bind (PP 49/2018 Ps 40(2)). */
const unboundFamilies: readonly PostFamily[] = ['jpt-utama', 'jpt-madya'];

function unboundIn(posts: readonly Post[]): readonly Period[] {
  return posts.flatMap(({ family, from }, index) =>
    unboundFamilies.includes(family) ? [{ from, ...endBefore(posts[index + 1]) }] : [],
  );
}

const endBefore = (next: { readonly from: string } | undefined) => (next ? { to: dayBefore(next.from) } : {});

const dayMs = 86_400_000;
const dayBefore = (day: string) => new Date(Date.parse(day) - dayMs).toISOString().slice(0, 10);

/** Years of a contract, counted from its first day. The last one may be shorter. */
function yearsOf({ from, to }: { readonly from: string; readonly to: string }): readonly Required<Period>[] {
  const years: Required<Period>[] = [];
  for (let start = from; start <= to; ) {
    const next = `${Number(start.slice(0, 4)) + 1}${from.slice(4)}`;
    const end = dayBefore(next);
    years.push({ from: start, to: end < to ? end : to });
    start = next;
  }
  return years;
}
