import type { Jp, LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { CourseCard } from '../course/card.tsx';

export interface ResumeView {
  readonly courseId: string;
  readonly title: LanguageMap;
  readonly provider: string;
  /** Where to go on; absent when the outline has no part. */
  readonly partId?: string;
  readonly partTitle?: LanguageMap;
  readonly percent: number;
  /** Some part was opened. */
  readonly begun: boolean;
  readonly partsLeft: number;
  readonly lastAt?: string;
}

export interface YearView {
  readonly year: number;
  /** JP that count in this year. */
  readonly recognised: Jp;
  /** What waits for a decision of the agency. */
  readonly held: Jp;
  /** JP stated by courses that are running. */
  readonly inProgress: Jp;
  /** What the year must bring, */
  readonly minimum?: Jp;
  /** or what is recognised at most; never a target. Neither: the status of the person has no such rule. */
  readonly maximum?: { readonly jp: Jp; readonly recognised: Jp };
}

export interface HomeView {
  readonly resume?: ResumeView;
  readonly year: YearView;
  readonly required: readonly CourseCard[];
  readonly dueSoon: readonly CourseCard[];
  readonly active: readonly CourseCard[];
  /** Asked for, or on a waiting list. */
  readonly pending?: readonly CourseCard[];
  readonly suggested: readonly CourseCard[];
  /** The last one. */
  readonly certificate?: {
    readonly number: string;
    readonly title: LanguageMap;
    readonly completedAt: string;
  };
}

export interface HomePorts {
  homeOf(person: PersonPrincipal): Promise<HomeView>;
}
