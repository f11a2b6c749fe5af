import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

/** Days are ISO dates where the person works. */
export interface RhythmView {
  readonly weeks: readonly {
    readonly monday: string;
    readonly state: 'learned' | 'grace' | 'away' | 'now' | 'rest' | 'before';
  }[];
  readonly inRhythm: number;
  readonly counted: number;
}

export type PledgedView =
  | {
      readonly kind: 'time' | 'team-time';
      readonly days: readonly number[];
      readonly minutes: number;
      readonly weeks: number;
    }
  | { readonly kind: 'course'; readonly courseId: string; readonly title: LanguageMap };

export interface SharedPledgeView {
  readonly pledgeId: string;
  readonly what: PledgedView;
  readonly until: string;
}

export interface PledgeView extends SharedPledgeView {
  readonly audience: 'nobody' | 'supervisor' | 'team';
  readonly state: 'kept' | 'open' | 'over' | 'let-go';
  readonly progress:
    | {
        readonly kind: 'time';
        readonly minutes: number;
        readonly pledged: number;
        /** Last day of the seven that are counted now. */
        readonly weekUntil?: string;
        readonly weeksKept: number;
        readonly weeks: number;
      }
    | { readonly kind: 'course'; readonly finishedOn?: string }
    | { readonly kind: 'given' };
}

export interface HabitsView {
  readonly today: string;
  readonly rhythm: RhythmView;
  /** Not on the home page. */
  readonly hidden: boolean;
  readonly away: readonly { readonly from: string; readonly until: string }[];
  readonly pledges: readonly PledgeView[];
  /** Open, for a pledge. */
  readonly courses: readonly { readonly courseId: string; readonly title: LanguageMap }[];
  /** What the supervisor gives to the team. */
  readonly given: readonly SharedPledgeView[];
}

export type ShareName = 'nobody' | 'supervisor';

interface TimeOrder {
  readonly days: readonly number[];
  readonly minutes: number;
  readonly weeks: number;
}
export type PledgeOrder =
  | (TimeOrder & { readonly kind: 'time'; readonly share: ShareName })
  | (TimeOrder & { readonly kind: 'team-time' })
  | {
      readonly kind: 'course';
      readonly courseId: string;
      readonly until: string;
      readonly share: ShareName;
    };

export interface HabitsPorts {
  habitsOf(person: PersonPrincipal): Promise<HabitsView>;
  /** What people of the reader's team show them. */
  teamPledgesOf(person: PersonPrincipal): Promise<readonly (SharedPledgeView & { readonly name: string })[]>;
  pledge(person: PersonPrincipal, order: PledgeOrder): Promise<void>;
  renew(person: PersonPrincipal, pledgeId: string): Promise<void>;
  letGo(person: PersonPrincipal, pledgeId: string): Promise<void>;
  share(person: PersonPrincipal, pledgeId: string, share: ShareName): Promise<void>;
  hide(person: PersonPrincipal, hidden: boolean): Promise<void>;
  noteAway(person: PersonPrincipal, away: { readonly from: string; readonly until: string }): Promise<void>;
  forgetAway(person: PersonPrincipal, from: string): Promise<void>;
}
