import type { LanguageMap } from '@sinau/kernel';
import type { Ui } from '../ui.ts';
import type { CourseView, Criterion, PartView } from './ports.ts';
import { progressOf } from './progress.ts';

/** Why a part still stands between its learner and the end of the course. */
export type MissingReason =
  | 'locked'
  /** The provider has not enrolled the learner. */
  | 'awaits-enrolment'
  | 'below-mastery'
  | 'failed'
  /** It was opened in another system, which has told nothing yet. */
  | 'awaits-result'
  | 'not-opened'
  | 'unfinished';

export interface MissingPart {
  readonly partId: string;
  readonly title: LanguageMap;
  readonly reason: MissingReason;
  readonly criterion: Criterion;
  /** 0 to 100. */
  readonly score?: number;
  readonly masteryScore?: number;
}

const isElsewhere = ({ content }: PartView) => content === 'lti' || content === 'external';

/** Everything that is missing from "finished", in the order of the course. `waits`: the provider has not enrolled the learner. */
export function missingOf(
  course: Pick<CourseView, 'outline'>,
  { waits = false }: { readonly waits?: boolean } = {},
): readonly MissingPart[] {
  return progressOf(course).missing.map((part) => ({
    ...{ partId: part.id, title: part.title, criterion: part.criterion, reason: reasonOf(part, waits) },
    ...(part.score !== undefined && { score: part.score }),
    ...(part.masteryScore !== undefined && { masteryScore: part.masteryScore }),
  }));
}

function reasonOf(part: PartView, waits: boolean): MissingReason {
  if (part.needs) return 'locked';
  if (waits && isElsewhere(part)) return 'awaits-enrolment';
  const { score, masteryScore } = part;
  if (score !== undefined && masteryScore !== undefined && score < masteryScore) return 'below-mastery';
  if (part.failed) return 'failed';
  if (part.state === 'not-started') return 'not-opened';
  return isElsewhere(part) ? 'awaits-result' : 'unfinished';
}

/** The reason, and the rule by which it is one. */
export function missingText({ t, format }: Ui, part: MissingPart): string {
  const { missingWhy, need, masteryScore } = t.course;
  if (part.reason === 'below-mastery') {
    return missingWhy.belowMastery(format.number(part.score ?? 0), format.number(part.masteryScore ?? 0));
  }
  const rule =
    part.masteryScore === undefined || part.criterion === 'not-applicable'
      ? need[part.criterion]
      : `${need[part.criterion]}, ${masteryScore(format.number(part.masteryScore))}`;
  return `${missingWhy[part.reason]}; ${rule}`;
}
