import { hiddenGroups, type LanguageMap, type LocalDate, leastGroup } from '@sinau/kernel';
import type { YearPlace } from './signal.ts';

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

/** How many of a group were rated when it was told of, or left out, last. Of groups of less than five nothing is kept. */
export type StandingBase = Pick<StandingGroup, 'by' | 'id' | 'rated'>;

/**
 * How many of an agency's people were below what was expected of them in a year, in groups that tell of nobody, rounded down to fives:
 * what is small, what is everybody or nobody, and what one could get at them by was left out when it was counted, and is kept nowhere.
 */
export interface Standing extends YearPlace {
  readonly groups: readonly StandingGroup[];
  /** Told to nobody. Undefined: counted before numbers were rounded, and so to be counted anew. */
  readonly bases?: readonly StandingBase[];
  /** ISO 8601 UTC. */
  readonly countedAt: string;
}

type Sums = Readonly<Record<'rated' | 'below', number>>;

/** Exact sums, which never leave a count: of groups of whom at least five people are below and at least five are not. */
export function groupsOf(members: readonly RatedMember[]): readonly StandingGroup[] {
  const all = sumsOf(members);
  if (!isTold(all)) return [];
  return [
    { by: 'agency', id: 'all', ...all },
    ...toldBy('unit', members, ({ unitId }) => unitId),
    ...toldBy('post', members, ({ post }) => post),
  ];
}

const keyOf = ({ by, id }: Pick<StandingGroup, 'by' | 'id'>): string => `${by} ${id}`;
const byKey = <Of extends Pick<StandingGroup, 'by' | 'id'>>(some: readonly Of[]): ReadonlyMap<string, Of> =>
  new Map(some.map((one) => [keyOf(one), one]));

/** Down to fives; whoever is not below stays at least five people. */
const rounded = (group: StandingGroup): StandingGroup => ({
  ...group,
  rated: group.rated - (group.rated % leastGroup),
  below: group.below - (group.below % leastGroup),
});

/**
 * What is told of a year after `before`, which was told of the same year: a group is told anew (or left out anew) only once at least five
 * people have come or gone since it was last. Until then it stays as it was, so that nobody moves one person and sees what changes.
 */
export function toldAfter(
  members: readonly RatedMember[],
  before: Pick<Standing, 'groups' | 'bases'> = { groups: [] },
): Required<Pick<Standing, 'groups' | 'bases'>> {
  const sums = byKey(groupsOf(members));
  const earlier = byKey(before.groups);
  const bases = byKey(before.bases ?? []);
  const now = byKey(basesOf(members));
  const groups: StandingGroup[] = [];
  const kept: StandingBase[] = [];
  // In the order of before, which tells nothing of today; new ones come last.
  for (const [key, { by, id }] of new Map([...bases, ...now])) {
    const rated = now.get(key)?.rated ?? 0;
    const base = bases.get(key);
    const isAnew = Math.abs(rated - (base?.rated ?? 0)) >= leastGroup;
    const found = sums.get(key);
    const group = isAnew ? found && rounded(found) : earlier.get(key);
    if (group) groups.push(group);
    if (!isAnew && base) kept.push(base);
    if (isAnew && rated >= leastGroup) kept.push({ by, id, rated });
  }
  // Where nothing can be told of the whole, nothing is told of its parts.
  return { groups: groups.some(({ by }) => by === 'agency') ? groups : [], bases: kept };
}

function basesOf(members: readonly RatedMember[]): readonly StandingBase[] {
  const by = (kind: StandingKind, idOf: (member: RatedMember) => string | undefined) =>
    [...Map.groupBy(members, (member) => idOf(member) ?? '')]
      .filter(([id]) => id !== '')
      .map(([id, some]): StandingBase => ({ by: kind, id, rated: some.length }));
  return [
    ...by('agency', () => 'all'),
    ...by('unit', ({ unitId }) => unitId),
    ...by('post', ({ post }) => post),
  ];
}

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
