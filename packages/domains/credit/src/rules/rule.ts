import type { AgencyId, Jp, PersonId } from '@sinau/kernel';
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

export const employmentStatuses = ['PNS', 'CPNS', 'PPPK'] as const;
export type EmploymentStatus = (typeof employmentStatuses)[number];

/** What a year must bring and may bring. Both may be absent. */
export interface YearRule extends RuleRow {
  readonly kind: 'year';
  readonly status: EmploymentStatus;
  readonly minimum?: Jp;
  /** Of recognition, never of learning. */
  readonly maximum?: Jp;
  readonly period: 'calendar-year' | 'contract-year';
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
  const valid = rules.filter((rule): rule is Extract<Rule, { kind: Kind }> => {
    const applies = rule.scope.kind === 'national' || rule.scope.agencyId === agencyId;
    return rule.kind === kind && applies && rule.validFrom <= on && (rule.validTo ?? on) >= on;
  });
  const sorted = valid
    .filter(isMeant)
    .toSorted(
      (a, b) => Number(b.scope.kind === 'agency') - Number(a.scope.kind === 'agency') || newestFirst(a, b),
    );
  const [best] = sorted;
  return inForce(
    best,
    sorted.find(({ scope }) => scope.kind === 'national'),
  );
}

/** The row of an agency, unless it was repealed, or a later one of the nation has left it more generous than the law. */
export function inForce<Of extends Rule>(own: Of | undefined, national: Of | undefined): Of | undefined {
  return own && national && (own.repealed || excessOf(own, national)) ? national : own;
}

const moreThan = (value: number | undefined, most: number | undefined): boolean =>
  most !== undefined && (value ?? Number.MAX_VALUE) > most;

/** An agency may ask for more than the law and recognise less, never the other way round. Names what is too generous. */
export function excessOf(rule: Rule, national: Rule): string | undefined {
  if (rule.repealed || rule === national) return undefined;
  if (rule.kind === 'year' && national.kind === 'year') {
    if (moreThan(national.minimum ?? 0, rule.minimum ?? 0)) return 'minimum';
    return moreThan(rule.maximum, national.maximum) ? 'maximum' : undefined;
  }
  if (rule.kind === 'conversion' && national.kind === 'conversion') {
    if (moreThan(rule.capAmount, national.capAmount)) return 'capAmount';
    return moreThan(rule.jpPerUnit ?? 0, national.jpPerUnit) ? 'jpPerUnit' : undefined;
  }
  if (rule.kind === 'effort' && national.kind === 'effort') {
    if (rule.leastShare < national.leastShare) return 'leastShare';
    // Idle time that is believed for longer is effort that nobody has made.
    return rule.idleMinutes > national.idleMinutes ? 'idleMinutes' : undefined;
  }
  return undefined;
}

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
