import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { RhythmView } from '../adoption/habit-ports.ts';
import type { CourseCard } from '../course/card.tsx';
import type { PlanView } from '../plan/ports.ts';

/** Where "continue" leads in one click, or why it cannot. */
export type ResumePlace =
  | {
      readonly kind: 'part';
      readonly partId: string;
      readonly partTitle: LanguageMap;
      /** It shows itself in a window of its own. */
      readonly inWindow: boolean;
    }
  | { readonly kind: 'course'; readonly why: 'awaits-provider' | 'provider-down' | 'locked' | 'all-done' };

export interface ResumeView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly provider: string;
  readonly place: ResumePlace;
  readonly percent: number;
  /** Some part was opened. */
  readonly begun: boolean;
  readonly partsLeft: number;
  readonly lastAt?: string;
}

/** When the minimum is reached at the pace of the year so far. Days are ISO dates. */
export type PaceView =
  | { readonly kind: 'met' | 'reached-on'; readonly on: string }
  | { readonly kind: 'short'; readonly atYearEnd: Jp; readonly perWeek: Jp }
  | { readonly kind: 'unknown'; readonly because: 'nothing' | 'early' | 'few' };

export interface YearView {
  readonly year: number;
  /** Days of the year after today. */
  readonly daysLeft: number;
  /** JP that count in this year. */
  readonly recognised: Jp;
  /** What waits for a decision of the agency. */
  readonly held: Jp;
  /** JP stated by courses that are begun, */
  readonly inProgress: Jp;
  /** and by those that are on the list and not begun. */
  readonly planned: Jp;
  /** What the year must bring, */
  readonly minimum?: Jp;
  /** or what is recognised at most; never a target. Neither: the status of the person has no such rule. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
  /** Given with a minimum. */
  readonly pace?: PaceView;
  /** By what the pace is told at all. */
  readonly paceRule: { readonly leastDays: number; readonly leastDaysLearned: number };
}

export interface HomeObligation {
  readonly title: string;
  /** Of a programme. */
  readonly done: number;
  readonly all: number;
  readonly exempt?: { readonly reason: string; readonly until?: string };
}

export interface HomeView {
  readonly resume?: ResumeView;
  readonly year: YearView;
  readonly plan: PlanView;
  /** Weeks of learning and how many pledges go on; absent: hidden by the reader. */
  readonly habits?: { readonly rhythm: RhythmView; readonly open: number };
  readonly required: readonly CourseCard[];
  readonly dueSoon: readonly CourseCard[];
  readonly active: readonly CourseCard[];
  /** Programmes that are not finished, and what the person is excepted from; absent: none. */
  readonly obligations?: readonly HomeObligation[];
  /** Asked for, or on a waiting list. */
  readonly pending?: readonly CourseCard[];
  /** They wait for a course, and have a right that would put them before others. */
  readonly priority?: true;
  /** How many evaluations wait for an answer, and where to; absent: none. */
  readonly evaluations?: { readonly count: number; readonly evaluationId: string };
  /** Whom the reader can ask for help; absent: nobody. */
  readonly champion?: { readonly name: string; readonly unit: string };
  readonly suggested: readonly CourseCard[];
  /** For whoever has nothing before them. `open`: enrolling needs nobody's word. */
  readonly first?: { readonly courseId: string; readonly title: LanguageMap; readonly open: boolean };
  /** The last ones. */
  readonly certificates: readonly {
    readonly number: string;
    readonly title: LanguageMap;
    readonly completedAt: string;
  }[];
}

export interface HomePorts {
  homeOf(person: PersonPrincipal): Promise<HomeView>;
}
