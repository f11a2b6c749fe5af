import type { LocalDate } from '@sinau/kernel';
import type { Value } from './recognition.ts';

interface RuleVersion {
  readonly ruleId: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  /** Somebody has read it in a regulation. */
  readonly verified: boolean;
}

/** Minutes of teaching in a calendar year from which each step is recognised, the least first. */
export interface TeachingRule extends RuleVersion {
  readonly steps: readonly number[];
  /** Minutes of one day that count, however many shares say that it held: nobody teaches in two places at once. */
  readonly mostADay: number;
  readonly value: Value;
}

/** A gap that others found closed; which value it shows, by competency. */
export interface ImprovementRule extends RuleVersion {
  readonly value: Value;
  readonly others: Readonly<Record<string, Value>>;
}

/** UU 20/2023 gives a right to recognition, non-material too, and says nothing of steps: these are ours. */
const legalBasis = 'UU 20/2023 Ps 21; BerAKHLAK (SE MenPANRB 20/2021), Kompeten: membantu orang lain belajar';

/** Three, ten and twenty-five hours: a workshop, a day and a half, a series. Hours that somebody learned are no reason: they would be chased. */
export const teachingRules: readonly TeachingRule[] = [
  {
    ...{ ruleId: 'product:teaching:2026', legalBasis, validFrom: '2026-01-01', verified: false },
    // A working day, and the longest session or meeting there is.
    ...{ steps: [180, 600, 1_500], mostADay: 480, value: 'competent' },
  },
];

/** `M7`: mengelola perubahan, of PermenPANRB 38/2017. */
export const improvementRules: readonly ImprovementRule[] = [
  {
    ...{ ruleId: 'product:improvement:2026', validFrom: '2026-01-01', verified: false },
    legalBasis:
      'UU 20/2023 Ps 21; BerAKHLAK (SE MenPANRB 20/2021), Kompeten: meningkatkan kompetensi diri; Adaptif',
    ...{ value: 'competent', others: { M7: 'adaptive' } },
  },
];

/** The version that holds on a day. */
export const ruleOn = <Rule extends RuleVersion>(rules: readonly Rule[], day: LocalDate): Rule | undefined =>
  rules
    .filter(({ validFrom, validTo = '9999-12-31' }) => validFrom <= day && day <= validTo)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
