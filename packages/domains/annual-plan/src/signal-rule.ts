import type { LanguageMap, LocalDate } from '@sinau/kernel';

/** One version of when what citizens say is a need for training. */
export interface SignalRule {
  readonly version: string;
  /** No regulation says when; it is a rule of this platform, and shown as one. */
  readonly basis: LanguageMap;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  readonly verified: boolean;
  /** What low elements are about, whatever their numbers: some agencies swap U8 and U9. */
  readonly subjects: readonly string[];
  /** An element is low when its mean on the scale of the index (× 25) is below that, in hundredths. */
  readonly below: number;
  /** Of so many answers at least: fewer would tell of persons. */
  readonly leastAnswers: number;
}

/** An element is low below what grade B begins with (76.61). */
const belowGradeB = {
  basis: {
    id: 'Aturan Sinau: rata-rata unsur di bawah mutu B (nilai × 25 < 76,61). Bukan ketentuan peraturan.',
    en: 'Rule of Sinau: the mean of an element is below grade B (mean × 25 < 76.61). No regulation says so.',
  },
  verified: false,
  below: 7_661,
  leastAnswers: 10,
};

/** Elements that speak of staff ask for learning: competence (U6) and conduct (U7). */
const ofStaff: SignalRule = {
  ...belowGradeB,
  ...{ version: 'sinau-skm-1', validFrom: '2026-01-01', validTo: '2026-11-28' },
  subjects: ['competence', 'conduct'],
};

/**
 * Besides them what else learning can answer: procedure (U2) and time (U3), where people learn to mend a process, and how complaints are
 * handled (U8). Requirements, fees, products and facilities (U1, U4, U5, U9) are mended by no course.
 */
const ofWhatLearningAnswers: SignalRule = {
  ...belowGradeB,
  ...{ version: 'sinau-skm-2', validFrom: '2026-11-29' },
  subjects: ['procedure', 'time', 'competence', 'conduct', 'complaints'],
};

export const signalRules: readonly SignalRule[] = [ofStaff, ofWhatLearningAnswers];

/** The one that holds on that day; undefined before the first. */
export const signalRuleOn = (day: LocalDate): SignalRule | undefined =>
  signalRules.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo));

/**
 * Whether an element is low. In whole numbers and rounded once, half up, to two decimals, as grades are: a mean of 3.0644 is 76.61 and
 * not low.
 */
export function isLow(rule: SignalRule, given: { readonly answers: number; readonly sum: number }): boolean {
  const { answers, sum } = given;
  if (answers < rule.leastAnswers) return false;
  return roundHalfUp(2_500 * sum, answers) < rule.below;
}

/** Mean of an element in hundredths. */
export const meanOf = ({ answers, sum }: { readonly answers: number; readonly sum: number }): number =>
  roundHalfUp(100 * sum, answers);

const roundHalfUp = (dividend: number, divisor: number): number =>
  Math.floor((2 * dividend + divisor) / (2 * divisor));
