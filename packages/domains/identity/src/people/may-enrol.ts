import type { Person } from './person.ts';
import type { LegalStanding } from './rank.ts';
import { serviceOf } from './service.ts';

/**
 * With which legal standings (kedudukan hukum) somebody gets into courses, and with which they are not at work, so that nothing is required of
 * them. A row holds from its day until another follows.
 */
export interface StandingRule {
  readonly ruleId: string;
  readonly mayEnrol: readonly LegalStanding[];
  readonly away: readonly LegalStanding[];
  readonly basis: string;
  readonly validFrom: string;
  /** Somebody has read it in a regulation. */
  readonly verified: boolean;
}

/** No regulation was found that says who may learn: a cautious list, which nobody has checked. */
export const standingRules: readonly StandingRule[] = [
  {
    ...{ ruleId: 'national:standing:2018', validFrom: '2018-01-01', verified: false },
    mayEnrol: ['active', 'study', 'before-retirement', 'cpns-without-decree'],
    away: ['unpaid-leave', 'suspended', 'inactive', 'blocked'],
    basis: 'Kedudukan hukum menurut SIASN',
  },
];

/** The row that holds on a day, ISO date. */
export const standingRuleOn = (day: string, rules = standingRules): StandingRule | undefined =>
  rules
    .filter(({ validFrom }) => validFrom <= day)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];

/** Who has no standing filled in may: most agencies have filled in none. */
export function mayEnrolOn(person: Person, day: string): boolean {
  const { legalStanding } = serviceOf(person, day);
  return legalStanding === undefined || (standingRuleOn(day)?.mayEnrol.includes(legalStanding) ?? true);
}

/** On leave without pay, suspended, or otherwise not at work, as far as that is known. */
export function isAwayOn(person: Person, day: string): boolean {
  const { legalStanding } = serviceOf(person, day);
  return legalStanding !== undefined && (standingRuleOn(day)?.away.includes(legalStanding) ?? false);
}
