import { type AgencyId, type LocalDate, yearOf } from '@sinau/kernel';
import type { Origin, RecognitionId, Value } from './recognition.ts';
import { improvementRules, ruleOn, teachingRules } from './rules.ts';
import { countedMinutes, type Share, sharesIn } from './teaching.ts';

/** What a rule finds worth recognising now. */
export interface Found {
  readonly recognitionId: RecognitionId;
  readonly agencyId: AgencyId;
  readonly value: Value;
  readonly year: number;
  readonly origin: Extract<Origin, { rule: string }>;
}

/** A gap that was closed, as competence knows it: two assessments by others, and what the post asks for. */
export interface Improvement {
  readonly agencyId: AgencyId;
  readonly competencyId: string;
  readonly required: number;
  readonly before: number;
  readonly after: number;
  readonly assessedOn: LocalDate;
  readonly method: string;
}

/** The steps that the teaching of a person reaches, in every year there is any of. Of whose people they were when each was reached. */
export function teachingFound(shares: readonly Share[], rules = teachingRules): readonly Found[] {
  const years = [...new Set(shares.map(({ on }) => yearOf(on)))].toSorted((a, b) => a - b);
  return years.flatMap((year) => stepsIn(shares, year, rules));
}

function stepsIn(shares: readonly Share[], year: number, rules: typeof teachingRules): readonly Found[] {
  // One version a year, so that no step is reached by two.
  const rule = ruleOn(rules, `${year}-01-01`);
  if (!rule) return [];
  const found: Found[] = [];
  let minutes = 0;
  const ofYear = sharesIn(shares, year);
  const counted = countedMinutes(ofYear, rule);
  for (const [n, share] of ofYear.entries()) {
    const before = minutes;
    minutes += counted[n] ?? 0;
    for (const [at, step] of rule.steps.entries()) {
      if (before >= step || minutes < step) continue;
      found.push({
        recognitionId: `teaching-${year}-${at + 1}` as RecognitionId,
        ...{ agencyId: share.agencyId, value: rule.value, year },
        origin: { kind: 'teaching', rule: rule.ruleId, minutes: step },
      });
    }
  }
  return found;
}

/** Of gaps that are closed: one recognition for each assessment that closed one. */
export function improvementsFound(
  improvements: readonly Improvement[],
  rules = improvementRules,
): readonly Found[] {
  return improvements.flatMap((one): readonly Found[] => {
    const { agencyId, competencyId, assessedOn, method } = one;
    const rule = ruleOn(rules, assessedOn);
    if (!rule) return [];
    const { required, before, after } = one;
    return [
      {
        recognitionId: ['improvement', competencyId, assessedOn, method].join('-') as RecognitionId,
        ...{ agencyId, value: rule.others[competencyId] ?? rule.value, year: yearOf(assessedOn) },
        origin: {
          ...{ kind: 'improvement' as const, rule: rule.ruleId, competencyId },
          ...{ required, before, after, assessedOn, method },
        },
      },
    ];
  });
}
