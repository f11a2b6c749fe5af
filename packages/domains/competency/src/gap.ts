import type { AgencyId, LocalDate } from '@sinau/kernel';
import type { Assessment } from './assessment.ts';
import { type CompetencyId, type HeldLevel, isTechnical, type Level } from './competency.ts';
import type { Requirement } from './standard.ts';

/** `expired`: it was assessed once, and that counts no more. */
export type Standing = 'met' | 'short' | 'not-assessed' | 'expired';

export interface Compared {
  readonly competencyId: CompetencyId;
  readonly required: Level;
  readonly standing: Standing;
  /** The assessment that counts; for `expired` the last that did. */
  readonly assessment?: Assessment;
  readonly held?: HeldLevel;
  /** max(0, required − held); absent while nobody has assessed. */
  readonly gap?: number;
  /** What the person says of themselves; counts for nothing. */
  readonly own?: Assessment;
}

export interface Match {
  /** Job person match in hundredths of a percent: Σ min(held, required) ÷ Σ required, of what is assessed. */
  readonly hundredths: number;
  readonly assessed: number;
  readonly required: number;
}

export interface Comparison {
  readonly rows: readonly Compared[];
  /** Absent while nothing is assessed. */
  readonly match?: Match;
}

/** Sum of what is held, but no more than is asked, over the sum of what is asked; rounded half up. */
export function matchOf(
  pairs: readonly { readonly required: number; readonly held: number }[],
): number | undefined {
  const required = pairs.reduce((sum, pair) => sum + pair.required, 0);
  if (required === 0) return undefined;
  const held = pairs.reduce((sum, pair) => sum + Math.min(pair.held, pair.required), 0);
  return Math.floor((2 * held * 10_000 + required) / (2 * required));
}

export const gapOf = (required: number, held: number): number => Math.max(0, required - held);

/** What was found out by others and has not ended, the newest; of one day a formal assessment goes before the supervisor's. */
function countedOf(assessments: readonly Assessment[], today: LocalDate): Assessment | undefined {
  const weight = ({ method }: Assessment) => (method === 'supervisor' ? 0 : 1);
  return assessments
    .filter(({ validTo = '9999-12-31', assessedOn }) => assessedOn <= today && today <= validTo)
    .toSorted((a, b) => b.assessedOn.localeCompare(a.assessedOn) || weight(b) - weight(a))[0];
}

const isOf = (assessment: Assessment, competencyId: CompetencyId, agencyId: AgencyId): boolean =>
  assessment.competencyId === competencyId &&
  (!isTechnical(competencyId) || assessment.agencyId === agencyId);

/** A person beside a standard, on one day. `agencyId`: whose standard and dictionary it is. */
export function compare(
  requirements: readonly Requirement[],
  assessments: readonly Assessment[],
  { agencyId, today }: { readonly agencyId: AgencyId; readonly today: LocalDate },
): Comparison {
  const rows = requirements.map((requirement): Compared => {
    const about = assessments.filter((one) => isOf(one, requirement.competencyId, agencyId));
    return rowOf(requirement, about, today);
  });
  const pairs = rows.flatMap(({ required, held }) => (held === undefined ? [] : [{ required, held }]));
  const hundredths = matchOf(pairs);
  return {
    rows,
    ...(hundredths !== undefined && {
      match: { hundredths, assessed: pairs.length, required: rows.length },
    }),
  };
}

function rowOf(
  { competencyId, level: required }: Requirement,
  about: readonly Assessment[],
  today: LocalDate,
): Compared {
  const own = about.find(({ method }) => method === 'self');
  const others = about.filter(({ method, withdrawn }) => method !== 'self' && !withdrawn);
  const base = { competencyId, required, ...(own && { own }) };
  const counted = countedOf(others, today);
  if (counted) {
    const gap = gapOf(required, counted.level);
    const standing = gap === 0 ? ('met' as const) : ('short' as const);
    return { ...base, standing, gap, held: counted.level, assessment: counted };
  }
  const ended = others
    .filter(({ validTo }) => validTo !== undefined && validTo < today)
    .toSorted((a, b) => b.assessedOn.localeCompare(a.assessedOn))[0];
  return ended ? { ...base, standing: 'expired', assessment: ended } : { ...base, standing: 'not-assessed' };
}
