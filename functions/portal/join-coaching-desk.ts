import { isOfYear, type Membership, sumPairs } from '@sinau/collaboration';
import {
  type CommunityId,
  communitiesOf,
  isLeaderless,
  isSure,
  nameFacilitator,
  openCommunity,
} from '@sinau/collaboration/communities';
import {
  type AgencyId,
  type Cell,
  localDateOf,
  type PersonId,
  type PersonPrincipal,
  yearOf,
} from '@sinau/kernel';
import type { AgencyCoachingView, AgencyPairLine, CoachingDeskPorts } from '@sinau/web';
import { personByWord } from '../shared/person-by-word.ts';
import { rowsFile } from '../shared/rows-file.ts';
import type { PortalDeps } from './deps.ts';
import { ownTenant } from './own-tenant.ts';

type Deps = Pick<PortalDeps, 'collaboration' | 'organisations' | 'people' | 'clock'>;

/** Years that the page offers, this one first. */
const offeredYears = 5;
const pageSize = 50;

/** What an agency may know of how its people learn from each other. */
export function joinCoachingDesk(deps: Deps): CoachingDeskPorts {
  return {
    viewOf: (principal, { year }) => viewOf(deps, principal, year),
    pairsOf: async (principal, { year: asked, page }) => {
      const year = yearAsked(deps, asked);
      const all = await membersOf(deps, ownTenant(principal).agencyId, year);
      const from = (page - 1) * pageSize;
      const pairs = await linesOf(deps, principal, { some: all.slice(from, from + pageSize), year });
      return { year, pairs, page, hasMore: from + pageSize < all.length };
    },
    fileOf: async (principal, { year: asked, format, language }) => {
      const year = yearAsked(deps, asked);
      const some = await membersOf(deps, ownTenant(principal).agencyId, year);
      const lines = await linesOf(deps, principal, { some, year });
      const rows = lines.map((line) => rowOf(line, year, language));
      return rowsFile(titles[language], [heads[language], ...rows], format);
    },
    nameFacilitator: async (principal, communityId, who) => {
      const person = await personByWord(deps, who);
      if (!person) return 'nobody';
      const asked = { principal, communityId: communityId as CommunityId, personId: person.personId };
      return nameFacilitator(await deps.collaboration(), asked);
    },
    openCommunity: async (principal, communityId, openTo) =>
      openCommunity(await deps.collaboration(), {
        ...{ principal, communityId: communityId as CommunityId, openTo },
      }),
  };
}

const thisYear = ({ clock }: Pick<Deps, 'clock'>): number =>
  yearOf(localDateOf(clock.now().getTime(), 'Asia/Jakarta'));

const yearAsked = (deps: Deps, year: number | undefined): number =>
  year !== undefined && year <= thisYear(deps) ? year : thisYear(deps);

/** Of pairs that were agreed, in an order that stays. */
async function membersOf(deps: Deps, agencyId: AgencyId, year: number): Promise<readonly Membership[]> {
  const { pairs } = await deps.collaboration();
  const all = await pairs.listOf(agencyId);
  return all
    .filter((one) => isOfYear(one, year, thisYear(deps)))
    .toSorted((a, b) => (`${a.personId} ${a.pairId}` < `${b.personId} ${b.pairId}` ? -1 : 1));
}

async function unitNames({ organisations }: Deps, agencyId: AgencyId): Promise<ReadonlyMap<string, string>> {
  const { units } = await organisations.readTree(agencyId);
  return new Map(units.map(({ unitId, name }) => [unitId, name]));
}

async function viewOf(
  deps: Deps,
  principal: PersonPrincipal,
  asked: number | undefined,
): Promise<AgencyCoachingView> {
  const { agencyId } = ownTenant(principal);
  const [now, year] = [thisYear(deps), yearAsked(deps, asked)];
  const desk = await deps.collaboration();
  const [members, names, communities] = await Promise.all([
    desk.pairs.listOf(agencyId),
    unitNames(deps, agencyId),
    communitiesOf(desk, agencyId),
  ]);
  const { all, units } = sumPairs(members, { year, thisYear: now });
  return {
    ...{ year, years: Array.from({ length: offeredYears }, (_, n) => now - n) },
    ...(all && { all }),
    units: [...units]
      .map(([unitId, sums]) => ({ name: names.get(unitId), sums }))
      .toSorted((a, b) => (a.name ?? '~').localeCompare(b.name ?? '~', 'id'))
      .map(({ name, sums }) => ({ ...(name !== undefined && { name }), ...(sums && { sums }) })),
    communities: await Promise.all(
      communities.map(async ({ community, members: own, meetings }) => {
        const { communityId, name, state, openTo } = community;
        const held = meetings.filter((one) => one.state === 'closed' && yearOf(one.startsAt) === year);
        const sure = held.map(({ attendances }) => attendances.filter(isSure).length);
        return {
          ...{ communityId, name, state, openTo, members: own.length, meetings: held.length },
          attendances: sure.reduce((sum, count) => sum + count, 0),
          ...((await isLeaderless(desk, community, own)) && { isLeaderless: true as const }),
        };
      }),
    ),
  };
}

async function linesOf(
  deps: Deps,
  principal: PersonPrincipal,
  { some, year }: { readonly some: readonly Membership[]; readonly year: number },
): Promise<readonly AgencyPairLine[]> {
  const ids = [...new Set(some.map(({ personId }) => personId))];
  const [units, people] = await Promise.all([
    unitNames(deps, ownTenant(principal).agencyId),
    ids.length === 0 ? [] : deps.people.findMany(ids),
  ]);
  const names = new Map<PersonId, string>(people.map(({ personId, name }) => [personId, name]));
  return some.map(({ personId, unitId, kind, side, state, years }) => {
    const unit = unitId === undefined ? undefined : units.get(unitId);
    const done = years[String(year)] ?? { sessions: 0, minutes: 0 };
    return {
      ...{ name: names.get(personId) ?? '–', kind, side, state, ...done },
      ...(unit !== undefined && { unit }),
    };
  });
}

const titles = { id: 'Coaching dan mentoring', en: 'Coaching and mentoring' } as const;
const heads = {
  id: ['Pegawai', 'Unit', 'Bentuk', 'Peran', 'Keadaan', 'Tahun', 'Sesi ditandatangani', 'Menit'],
  en: ['Person', 'Unit', 'Form', 'Role', 'State', 'Year', 'Signed sessions', 'Minutes'],
} as const;
const sides = {
  id: { guide: 'Pendamping', learner: 'Peserta' },
  en: { guide: 'Guide', learner: 'Learner' },
} as const;
const kinds = { coaching: 'Coaching', mentoring: 'Mentoring' } as const;
const isGoing = { id: ['Berlangsung', 'Berakhir'], en: ['Going on', 'Ended'] } as const;

const rowOf = (line: AgencyPairLine, year: number, language: 'id' | 'en'): readonly Cell[] => [
  ...[line.name, line.unit ?? '', kinds[line.kind], sides[language][line.side]],
  ...[isGoing[language][line.state === 'active' ? 0 : 1], year, line.sessions, line.minutes],
];
