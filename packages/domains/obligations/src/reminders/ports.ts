import type { LanguageMap, LocalDate, PersonId } from '@sinau/kernel';
import type { Duty } from '../duty/duty.ts';
import type { ReminderStep } from '../duty/reminder-steps.ts';

/** To whom of a team one step applied on one day. */
export interface TeamTelling {
  readonly supervisorId: PersonId;
  readonly day: LocalDate;
  readonly step: ReminderStep;
  /** When the supervisor is told, ISO 8601 UTC. */
  readonly at: string;
}

/** When somebody gets the next letter of the week, ISO 8601 UTC. */
export interface DigestTurn {
  readonly personId: PersonId;
  readonly at: string;
}

/** What waits to be told. Reads of single rows see every write that was answered before, lists may lag by about a second. */
export interface TellingStore {
  /** Parts of the duties that wait, from 0. */
  readonly reminderParts: number;
  /** Of one part, the earliest first. */
  listDueReminders(part: number, until: string, limit: number): Promise<readonly Duty[]>;
  /** Adds somebody of the team, once; the first moment stands. */
  noteTeam(telling: TeamTelling, personId: PersonId): Promise<void>;
  listDueTeams(until: string, limit: number): Promise<readonly TeamTelling[]>;
  /** How many people were noted. */
  countTeam(telling: TeamTelling): Promise<number>;
  closeTeam(telling: TeamTelling): Promise<void>;
  /** Gives somebody a turn unless they have one. */
  addDigest(turn: DigestTurn): Promise<void>;
  listDueDigests(part: number, until: string, limit: number): Promise<readonly DigestTurn[]>;
  /** To the next one, or to none; does nothing when it was moved meanwhile. */
  moveDigest(turn: DigestTurn, next: string | undefined): Promise<void>;
}

/** What somebody takes on their own, and the JP of the year. */
export interface OpenLearning {
  readonly courseIds: readonly string[];
  readonly jp: { readonly year: number; readonly recognised: number; readonly minimum?: number };
}

export interface LearningDirectory {
  openLearningOf(personId: PersonId): Promise<OpenLearning>;
}

interface TeamLine {
  readonly name: string;
  readonly title: LanguageMap;
  /** ISO date. */
  readonly dueOn: string;
  readonly isOverdue: boolean;
}

/** What a supervisor is told of their team in the same letter. */
export interface TeamNews {
  readonly duties: readonly TeamLine[];
  readonly planItems: readonly TeamLine[];
  readonly finished: readonly { readonly name: string; readonly title: LanguageMap }[];
  readonly recognised: readonly { readonly name: string; readonly value: string }[];
  readonly requests: number;
  readonly evaluations: number;
  /** The one thing to begin with; absent: there is nothing to tell. */
  readonly action?: 'decide' | 'talk' | 'evaluate' | 'congratulate' | 'plan';
}

export interface TeamDirectory {
  /** Undefined for whoever leads nobody, or does not want to be told. */
  newsOf(supervisorId: PersonId): Promise<TeamNews | undefined>;
}

export interface DigestContent extends OpenLearning {
  readonly duties: readonly Duty[];
  /** Absent: nothing to tell of a team. */
  readonly team?: TeamNews;
}

/** Notifications, as obligations ask them. Each call is one notice by its id, however often it is made. */
export interface DutyTeller {
  tellLearner(told: {
    readonly personId: PersonId;
    readonly step: ReminderStep;
    /** All that have reached the step today, at least one, the earliest day first; each with the title of its obligation. */
    readonly duties: readonly (Pick<Duty, 'courseId' | 'dueOn'> & { readonly title: string })[];
    readonly id: string;
  }): Promise<void>;
  tellSupervisor(told: {
    readonly supervisorId: PersonId;
    readonly step: ReminderStep;
    readonly people: number;
    readonly id: string;
  }): Promise<void>;
  sendDigest(personId: PersonId, id: string, content: DigestContent): Promise<void>;
}
