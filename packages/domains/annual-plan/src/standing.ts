import { type AgencyId, hiddenGroups, type LanguageMap, type LocalDate, leastGroup } from '@sinau/kernel';

/** By what people are counted: the unit they work in, or the group of their post (family, or level of functional posts). */
export const standingKinds = ['agency', 'unit', 'post'] as const;
export type StandingKind = (typeof standingKinds)[number];

/** One person whose performance of the year was found out, as it is counted; nobody is named. */
export interface RatedMember {
  readonly unitId?: string;
  readonly post?: string;
  readonly isBelow: boolean;
}

export interface StandingGroup {
  readonly by: StandingKind;
  /** Of the unit or the group of posts; of the agency `all`. */
  readonly id: string;
  readonly rated: number;
  /** Below what was expected of them. */
  readonly below: number;
}

/** What is told of a year, counted once and never again. */
export interface ToldStanding {
  readonly year: number;
  readonly groups: readonly StandingGroup[];
  /** ISO 8601 UTC. */
  readonly countedAt: string;
}

/**
 * How many of an agency's people were below what was expected of them in a year, in groups that tell of nobody, rounded down to fives:
 * what is small, what is everybody or nobody, and what one could get at them by was left out when it was counted, and is kept nowhere.
 */
export interface Standing {
  readonly agencyId: AgencyId;
  /** ISO 8601 UTC: when it was last its turn, once a quarter. */
  readonly seenAt: string;
  /** How many were rated when it was looked at (`at`, ISO 8601 UTC), of years that are not counted yet; told to nobody. */
  readonly seen: readonly { readonly year: number; readonly rated: number; readonly at: string }[];
  /** Of the newest year that was counted. */
  readonly told?: ToldStanding;
}

type Sums = Readonly<Record<'rated' | 'below', number>>;

/**
 * Whether a year's ratings have come to rest: ten at least, and hardly more or less than a quarter before. It looks at how many were rated
 * and never at how, so that when a year is told says nothing of anybody.
 */
export const isAtRest = (rated: number, quarterBefore: number): boolean =>
  rated >= 2 * leastGroup && Math.abs(rated - quarterBefore) * 10 <= rated;

/**
 * Exact sums, which never leave a count: of groups of whom at least five people are below and at least five are not. So is every part of
 * the agency that one gets by adding and taking away what is told, units and groups of posts together.
 */
export function groupsOf(members: readonly RatedMember[]): readonly StandingGroup[] {
  const all = sumsOf(members);
  if (!isTold(all)) return [];
  const units = toldBy('unit', members, ({ unitId }) => unitId);
  const posts = toldBy('post', members, ({ post }) => post);
  return [{ by: 'agency', id: 'all', ...all }, ...units, ...heldAgainst(units, members, posts)];
}

/** What is told of a year: down to fives; whoever is not below stays at least five people. */
export const toldOf = (members: readonly RatedMember[]): readonly StandingGroup[] =>
  groupsOf(members).map(roundedDown);

export const roundedDown = (group: StandingGroup): StandingGroup => ({
  ...group,
  rated: group.rated - (group.rated % leastGroup),
  below: group.below - (group.below % leastGroup),
});

/** Those posts of which no part that lies in a told unit, or in none, tells of persons: a unit taken from a post may be one of them. */
function heldAgainst(
  units: readonly StandingGroup[],
  members: readonly RatedMember[],
  posts: readonly StandingGroup[],
): readonly StandingGroup[] {
  const told = new Set(units.map(({ id }) => id));
  let left = posts;
  while (left.length > 0) {
    const parts = partsOf(told, new Set(left.map(({ id }) => id)), members);
    const torn = parts.filter(({ sums }) => !isTold(sums));
    if (torn.length === 0) return left;
    const gone = new Set(torn.map(({ post }) => post));
    const next = left.filter(({ id }) => !gone.has(id));
    left = next.length < left.length ? next : without(left, smallestBeside(torn, { parts, left }));
  }
  return left;
}

interface Part {
  /** '' of whatever is not told. */
  readonly unit: string;
  readonly post: string;
  readonly sums: Sums;
}

function partsOf(
  units: ReadonlySet<string>,
  posts: ReadonlySet<string>,
  members: readonly RatedMember[],
): readonly Part[] {
  const among = (told: ReadonlySet<string>, id = '') => (told.has(id) ? id : '');
  return [...Map.groupBy(members, ({ post }) => among(posts, post))].flatMap(([post, some]) =>
    [...Map.groupBy(some, ({ unitId }) => among(units, unitId))].map(([unit, part]) => ({
      ...{ unit, post, sums: sumsOf(part) },
    })),
  );
}

/** What is left of a unit without its told posts grows with the smallest of these. */
function smallestBeside(
  torn: readonly Part[],
  { parts, left }: { readonly parts: readonly Part[]; readonly left: readonly StandingGroup[] },
): StandingGroup | undefined {
  const units = new Set(torn.map(({ unit }) => unit));
  const posts = new Set(parts.filter(({ unit }) => units.has(unit)).map(({ post }) => post));
  const beside = left.filter(({ id }) => posts.has(id));
  return (beside.length > 0 ? beside : left).toSorted((a, b) => a.rated - b.rated)[0];
}

const without = (groups: readonly StandingGroup[], gone: StandingGroup | undefined) =>
  groups.filter((group) => group !== gone);

const sumsOf = (members: readonly RatedMember[]): Sums => ({
  rated: members.length,
  below: members.filter(({ isBelow }) => isBelow).length,
});

const isTold = ({ rated, below }: Sums): boolean => below >= leastGroup && rated - below >= leastGroup;

function toldBy(
  by: Exclude<StandingKind, 'agency'>,
  members: readonly RatedMember[],
  idOf: (member: RatedMember) => string | undefined,
): readonly StandingGroup[] {
  const groups = new Map(
    [...Map.groupBy(members, (member) => idOf(member) ?? '')].map(([id, some]) => [id, sumsOf(some)]),
  );
  const hidden = hiddenOf(groups);
  return [...groups].flatMap(([id, sums]) => (id === '' || hidden.has(id) ? [] : [{ by, id, ...sums }]));
}

/** Of three numbers none may be got at by taking the groups that are told from the agency's: rated, below, and the others. */
function hiddenOf(groups: ReadonlyMap<string, Sums>): ReadonlySet<string> {
  const numbers = (of: (sums: Sums) => number) =>
    new Map([...groups].map(([id, sums]) => [id, of(sums)] as const));
  let hidden: ReadonlySet<string> = new Set(
    [...groups].filter(([, sums]) => !isTold(sums)).map(([id]) => id),
  );
  for (const of of [
    ({ rated }: Sums) => rated,
    ({ below }: Sums) => below,
    ({ rated, below }: Sums) => rated - below,
  ]) {
    hidden = hiddenGroups(numbers(of), hidden);
  }
  return hidden;
}

/** One version of when performance is a need for learning. */
export interface StandingRule {
  readonly version: string;
  readonly basis: LanguageMap;
  readonly validFrom: LocalDate;
  readonly verified: boolean;
  /** Of a hundred who were rated. */
  readonly leastShare: number;
}

export const standingRules: readonly StandingRule[] = [
  {
    version: 'sinau-skp-1',
    basis: {
      id: 'Aturan Sinau: sedikitnya lima orang dan 10% dari yang dinilai di bawah ekspektasi. Bukan ketentuan peraturan.',
      en: 'Rule of Sinau: at least five people and 10% of those rated are below what was expected. No regulation says so.',
    },
    ...{ validFrom: '2026-01-01', verified: false, leastShare: 10 },
  },
];

export const standingRuleOn = (day: LocalDate): StandingRule | undefined =>
  standingRules.findLast(({ validFrom }) => validFrom <= day);

/** Whether so many are below that it is a signal. */
export const isBehind = (rule: StandingRule, { rated, below }: Sums): boolean =>
  below >= leastGroup && below * 100 >= rule.leastShare * rated;
