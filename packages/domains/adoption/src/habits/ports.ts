import type { AgencyId, LanguageMap, LocalDate, PersonId, TimeZone } from '@sinau/kernel';
import type { Pledge } from './pledge.ts';
import type { Away } from './rhythm.ts';

/** What somebody has said about their habits; nobody else reads it. */
export interface HabitSettings {
  readonly personId: PersonId;
  /** Does not want to see the weeks on the home page. */
  readonly hidden?: true;
  /** The latest first. */
  readonly away: readonly Away[];
  /** The latest year in which they were counted among those who have pledged something. */
  readonly pledgedIn?: number;
  readonly rev: number;
}

/** Habits of people. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface HabitStore {
  settingsOf(personId: PersonId): Promise<HabitSettings | undefined>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  saveSettings(next: HabitSettings): Promise<'saved' | 'conflict'>;
  /** Both in one read. */
  bookOf(
    personId: PersonId,
  ): Promise<{ readonly settings?: HabitSettings; readonly pledges: readonly Pledge[] }>;
  /** In no order. */
  pledgesOf(personId: PersonId): Promise<readonly Pledge[]>;
  /** As `saveSettings`; of a pledge that is open no longer than before. */
  savePledge(next: Pledge): Promise<'saved' | 'conflict'>;
  /**
   * Writes a pledge that is open from now on, and the settings with it, each as `saveSettings` does, in one transaction. Settings that were read before
   * the pledges were counted make one opening wait for the other, so no two count the same ones. `counted`: adds one person to an agency and year.
   */
  openPledge(
    next: Pledge,
    along: {
      readonly settings: HabitSettings;
      readonly counted?: { readonly agencyId: AgencyId; readonly year: number };
    },
  ): Promise<'saved' | 'conflict'>;
  /** How many people of an agency have pledged something in a year. */
  pledgers(agencyId: AgencyId, year: number): Promise<number>;
  /** Everything of somebody; counts stay. Tells how many rows went. */
  forget(personId: PersonId): Promise<number>;
}

/** What is known of somebody. */
export interface HabitFacts {
  readonly timeZone: TimeZone;
  readonly agencyId?: AgencyId;
  readonly supervisorId?: PersonId;
}

export interface HabitDirectory {
  /** Undefined: not here. */
  personOf(personId: PersonId): Promise<HabitFacts | undefined>;
  /** Whom somebody supervises, by name. */
  teamOf(personId: PersonId): Promise<readonly { readonly personId: PersonId; readonly name: string }[]>;
  /** Seconds of learning by local day, since a day. */
  secondsOf(
    personId: PersonId,
    since: { readonly day: LocalDate; readonly zone: TimeZone },
  ): Promise<ReadonlyMap<LocalDate, number>>;
  /** Courses that are open to somebody. */
  openCoursesOf(personId: PersonId): Promise<readonly HabitCourse[]>;
  /** What somebody has finished. Costs the same whatever that is. */
  finishedOf(personId: PersonId): Promise<readonly FinishedCourse[]>;
}

export interface HabitCourse {
  readonly courseId: string;
  readonly title: LanguageMap;
}

export interface FinishedCourse {
  readonly courseId: string;
  /** ISO 8601 UTC. */
  readonly completedAt: string;
}
