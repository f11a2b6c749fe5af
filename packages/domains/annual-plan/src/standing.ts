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

/**
 * How many of an agency's people were below what was expected of them in a year, in groups that tell of nobody: what is small, what is
 * everybody, and what one could get at them by was left out when it was counted, and is kept nowhere.
 */
export interface Standing extends YearPlace {
  readonly groups: readonly StandingGroup[];
  /** ISO 8601 UTC. */
  readonly countedAt: string;
}

type Sums = Readonly<Record<'rated' | 'below', number>>;

/** Sums of groups of at least five people of whom at least five are below and five are not, or none is. */
export function groupsOf(members: readonly RatedMember[]): readonly StandingGroup[] {
  const all = sumsOf(members);
  if (!isTold(all)) return [];
  return [
    { by: 'agency', id: 'all', ...all },
    ...toldBy('unit', members, ({ unitId }) => unitId),
    ...toldBy('post', members, ({ post }) => post),
  ];
}

const sumsOf = (members: readonly RatedMember[]): Sums => ({
  rated: members.length,
  below: members.filter(({ isBelow }) => isBelow).length,
});

const isTold = ({ rated, below }: Sums): boolean =>
  rated >= leastGroup && (below === 0 || below >= leastGroup) && rated - below >= leastGroup;

function toldBy(
  by: Exclude<StandingKind, 'agency'>,
  members: readonly RatedMember[],
  keyOf: (member: RatedMember) => string | undefined,
): readonly StandingGroup[] {
  const groups = new Map(
    [...Map.groupBy(members, (member) => keyOf(member) ?? '')].map(([id, some]) => [id, sumsOf(some)]),
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
