import type { AgencyId, EmploymentStatus, Jp, PersonId } from '@sinau/kernel';
import type { LocalDate } from '../local-date.ts';
import type { FormCode } from './forms.ts';

export type RuleScope =
  | { readonly kind: 'national' }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId };

/** Rules change by year and by agency: each is a row with its ground, never a condition in the code. */
interface RuleRow {
  /** Of this version of the rule; lines of the ledger name it. */
  readonly ruleId: string;
  readonly scope: RuleScope;
  /** As it is shown, e.g. `PP 11/2017 jo PP 17/2020 Ps 203(4)`. */
  readonly legalBasis: string;
  /** First and last day. @default `validTo` until another row follows */
  readonly validFrom: LocalDate;
  readonly validTo?: LocalDate;
  /** Somebody has read the source. Others are shown as not verified. */
  readonly verified: boolean;
  /** Of an agency: from that day the row of the nation holds again. */
  readonly repealed?: true;
  /** Who added it, when, and what was read to verify it; absent for rows that come with the platform. */
  readonly by?: PersonId;
  readonly at?: string;
  readonly words?: string;
}

export type Unit = 'semester' | 'day' | 'session' | 'occurrence' | 'programme_jp';

/** How one form turns into JP. Amounts are hundredths: of JP, or of what is counted. */
export interface ConversionRule extends RuleRow {
  readonly kind: 'conversion';
  readonly formCode: FormCode;
  readonly unit: Unit;
  /** Absent for `programme_jp`: as the certificate states. */
  readonly jpPerUnit?: Jp;
  readonly capAmount?: number;
  readonly capPeriod?: 'day' | 'month';
  readonly capMeasure?: 'jp' | 'count';
  /** Abroad: as at home, so many per cent of it, a number of its own, or not at all. */
  readonly intlMode: 'same' | 'factor' | 'fixed' | 'na';
  /** Per cent for `factor`, hundredths of JP a unit for `fixed`. */
  readonly intlValue?: number;
  /** @default `capAmount` */
  readonly intlCapAmount?: number;
  /** Sources disagree about what is done abroad. @default as `verified` */
  readonly intlVerified?: boolean;
}

/** What a year must bring and may bring. Both may be absent. */
export interface YearRule extends RuleRow {
  readonly kind: 'year';
  readonly status: EmploymentStatus;
  readonly minimum?: Jp;
  /** Of recognition, never of learning. */
  readonly maximum?: Jp;
  readonly period: 'calendar-year' | 'contract-year';
  /** In which calendar year something counts: in that of its last day, or of its certificate where that has a day. @default `last-day` */
  readonly countsBy?: 'last-day' | 'certificate-day';
}

/** When time that was spent does not fit what a course states. */
export interface EffortRule extends RuleRow {
  readonly kind: 'effort';
  /** Per cent of the stated time that must have passed at least. */
  readonly leastShare: number;
  /** Between two statements nobody is believed to have learned for longer. */
  readonly idleMinutes: number;
  /** What content claims may exceed the clock by so many seconds, or so many per cent of the clock. */
  readonly claimSeconds: number;
  readonly claimShare: number;
}

export type Rule = ConversionRule | YearRule | EffortRule;

interface Asked {
  readonly on: LocalDate;
  readonly agencyId?: AgencyId;
}

/** A row that was added, as by a verification, stands before the one of the same day that came with the platform. */
export const newestFirst = (a: Rule, b: Rule): number =>
  b.validFrom.localeCompare(a.validFrom) ||
  (b.at ?? '').localeCompare(a.at ?? '') ||
  b.ruleId.localeCompare(a.ruleId);

/** The newest row that is valid on that day, of the agency before the nation. */
export function ruleFor<Kind extends Rule['kind']>(
  rules: readonly Rule[],
  kind: Kind,
  asked: Asked & { readonly isMeant?: (rule: Extract<Rule, { kind: Kind }>) => boolean },
): Extract<Rule, { kind: Kind }> | undefined {
  const { on, agencyId, isMeant = () => true } = asked;
  const rows = rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => {
    const applies = rule.scope.kind === 'national' || rule.scope.agencyId === agencyId;
    return rule.kind === kind && applies;
  });
  return holdingOn(rows.filter(isMeant), on);
}

/** Of the rows of one topic, of one agency and the nation, the one that holds on a day. */
export function holdingOn<Of extends Rule>(rows: readonly Of[], on: LocalDate): Of | undefined {
  const valid = rows
    .filter(({ validFrom, validTo }) => validFrom <= on && (validTo ?? on) >= on)
    .toSorted(newestFirst);
  const national = valid.find(({ scope }) => scope.kind === 'national');
  return inForce(valid.find(({ scope }) => scope.kind === 'agency') ?? national, national);
}

/** The row of an agency, unless it was repealed, or a later one of the nation has left it more generous than the law. */
function inForce<Of extends Rule>(own: Of | undefined, national: Of | undefined): Of | undefined {
  return own && national && (own.repealed || excessOf(own, national)) ? national : own;
}

/** How a value would be more generous than the law: by more of it, by less, by being another, or not at all. */
type TooGenerous = 'more' | 'less' | 'other' | 'never';
type SaidOf<Of extends Rule> = Exclude<
  keyof Of,
  keyof RuleRow | 'kind' | 'formCode' | 'status' | 'intlVerified'
>;

/** Everything that rows say: what is added to a rule has to be added here. */
const bounds: {
  readonly [Kind in Rule['kind']]: Readonly<
    Record<SaidOf<Extract<Rule, { readonly kind: Kind }>>, TooGenerous>
  >;
} = {
  conversion: {
    ...{ unit: 'other', jpPerUnit: 'more', capAmount: 'more', capPeriod: 'other', capMeasure: 'other' },
    ...{ intlMode: 'other', intlValue: 'more', intlCapAmount: 'more' },
  },
  year: { minimum: 'less', maximum: 'more', period: 'other', countsBy: 'never' },
  effort: { leastShare: 'less', idleMinutes: 'more', claimSeconds: 'more', claimShare: 'more' },
};

/** An agency may ask for more than the law and recognise less, never the other way round. Names what is too generous. */
export function excessOf(rule: Rule, national: Rule): string | undefined {
  if (rule.repealed || rule === national || rule.kind !== national.kind) return undefined;
  // The tables have the names of the members of each kind, which is compared above.
  const [own, law] = [rule, national] as unknown as readonly [Said, Said];
  return Object.entries(bounds[rule.kind]).find(([name, way]) => isExcess[way](own[name], law[name]))?.[0];
}

type Said = Readonly<Record<string, number | string | undefined>>;

/** What the law does not say an agency may say; what an agency leaves out is without a bound. */
const isExcess: Readonly<Record<TooGenerous, (own: Said[string], law: Said[string]) => boolean>> = {
  more: (own, law) => law !== undefined && Number(own ?? Number.MAX_VALUE) > Number(law),
  less: (own, law) => Number(own ?? 0) < Number(law ?? 0),
  other: (own, law) => law !== undefined && own !== law,
  never: () => false,
};

/** What is done abroad may rest on another source. */
export const isVerified = (rule: ConversionRule, abroad: boolean): boolean =>
  abroad ? (rule.intlVerified ?? rule.verified) : rule.verified;

/** Hundredths of what the row measures; undefined: as much as there is. */
export const capOf = (rule: ConversionRule, abroad: boolean): number | undefined =>
  abroad ? (rule.intlCapAmount ?? rule.capAmount) : rule.capAmount;

export const conversionFor = (rules: readonly Rule[], formCode: FormCode, asked: Asked) =>
  ruleFor(rules, 'conversion', { ...asked, isMeant: (rule) => rule.formCode === formCode });

export const yearRuleFor = (rules: readonly Rule[], status: EmploymentStatus, asked: Asked) =>
  ruleFor(rules, 'year', { ...asked, isMeant: (rule) => rule.status === status });
