import type { AgencyId, Jp, LanguageMap, PersonId } from '@sinau/kernel';
import type { Moment } from './effort/sessions.ts';
import type { Entry, EntryId } from './ledger/entry.ts';
import type { Hold } from './ledger/hold.ts';
import type { CertificateOf } from './one-learning.ts';
import type { FormCode } from './rules/forms.ts';
import type { Rule } from './rules/rule.ts';
import type { YearRow } from './year-row.ts';

/** A course that somebody has completed here, as the domains around know it. */
export interface Completion {
  readonly personId: PersonId;
  /** Home agency now; absent for staff of providers and of the platform. */
  readonly agencyId?: AgencyId;
  readonly registration: string;
  readonly courseId: string;
  readonly version: number;
  readonly title: LanguageMap;
  readonly form: FormCode;
  readonly abroad: boolean;
  /** What the course stated when it was completed. */
  readonly stated: Jp;
  readonly enrolledAt: string;
  readonly completedAt: string;
  /** False: the provider has taken back what it had said. */
  readonly stands: boolean;
  readonly shown: ShownParts;
  /** Of the parts that are shown here. */
  readonly moments: readonly Moment[];
  /** Certificates that the provider of the course has told of. @default none */
  readonly certificates?: readonly CertificateOf[];
  /** What is known of the parts that another system shows. */
  readonly elsewhere?: TimesElsewhere;
}

/** Parts of a course, by who can tell the time that is spent in them. */
export interface ShownParts {
  /** Each launch and end is recorded. */
  readonly here: number;
  /** Another system shows them. */
  readonly elsewhere: number;
  /** Done by other means: no time is asked for. */
  readonly waived: number;
}

/** ISO 8601 UTC. */
export interface TimesElsewhere {
  /** Opened first from here; absent: never, or nobody knows any more. */
  readonly openedAt?: string;
  /** When it was done over there, as its provider says; absent: no provider says it of all of them. */
  readonly doneAt?: string;
  /**
   * Whenever somebody opened them from here or did something in them, and whenever their provider says that something was
   * done, in no particular order. @default none
   */
  readonly signs?: readonly string[];
}

/** Enrolment, catalogue and the record store, as far as credit needs them. */
export interface CompletionDirectory {
  /** Undefined for one that is not completed, or states no JP. Rejects with `Unavailable`. */
  completionOf(registration: string): Promise<Completion | undefined>;
}

/** Lines of people, kept for good. Reads see every write that was answered before. Rejects with `Unavailable`. */
export interface LedgerStore {
  /** Every line of a person, in no particular order. */
  entriesOf(personId: PersonId): Promise<readonly Entry[]>;
  findEntry(personId: PersonId, entryId: EntryId): Promise<Entry | undefined>;
  /** `exists`: there is a line of that id, and nothing was written. */
  append(entry: Entry): Promise<'appended' | 'exists'>;
  /**
   * Appends the line and opens its place in the queue of the agency, or neither: `exists` when the line is there, or the hold about
   * the same has another `rev` than this one, which names the one that was read (0: there was none).
   */
  hold(entry: Extract<Entry, { readonly kind: 'held' }>, hold: Hold): Promise<'appended' | 'exists'>;
  /** Appends the decision and closes the hold it was made on, or neither: `conflict` when that has changed since it was read. */
  decide(entry: Extract<Entry, { readonly by: PersonId }>, hold: Hold): Promise<'decided' | 'conflict'>;
}

/** What waits for reviewers of agencies. */
export interface HoldStore {
  findHold(personId: PersonId, about: EntryId): Promise<Hold | undefined>;
  /** Every hold of a person, decided ones too. */
  holdsOf(personId: PersonId): Promise<readonly Hold[]>;
  /** Replaces the one that has the same `rev`. */
  changeHold(next: Hold): Promise<'changed' | 'conflict'>;
  /** Open ones of an agency, longest waiting first; may lag by about a second. */
  listOpen(
    agencyId: AgencyId,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly holds: readonly Hold[]; readonly next?: string }>;
}

/** Sums by year, made of the ledger. */
export interface YearStore {
  findYear(personId: PersonId, year: number): Promise<YearRow | undefined>;
  /** Reads every write that was answered before. */
  yearsOf(personId: PersonId): Promise<readonly YearRow[]>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  saveYear(next: YearRow): Promise<'saved' | 'conflict'>;
}

/** Rules beside those that come with the platform. */
export interface RuleStore {
  /** Of the nation and of these agencies. */
  rulesOf(agencyIds: readonly AgencyId[]): Promise<readonly Rule[]>;
  /** Adds it with the work that follows, or neither. `exists`: there is a row of that id. Rows never change. */
  addRule(rule: Rule): Promise<'added' | 'exists'>;
}

/** Sums that a new rule may have changed, and how far they were looked at. */
export interface RefreshWork {
  /** Of the rule; of an agency's part of it, with its id. */
  readonly workId: string;
  /** Absent: of everybody. */
  readonly agencyId?: AgencyId;
  /** The last page of people that was looked at. */
  readonly after?: string;
}

/** Rules are followed by a sweep: an agency has thousands of people. */
export interface RefreshStore {
  /** What is to be done, in no particular order. */
  refreshesDue(): Promise<readonly RefreshWork[]>;
  /** One for each agency instead of one for everybody; safe to repeat. */
  spreadRefresh(work: RefreshWork, agencies: readonly AgencyId[]): Promise<void>;
  /** How far it is; without `after` it is done and goes. */
  noteRefresh(work: RefreshWork, after: string | undefined): Promise<void>;
}

export type CreditStore = LedgerStore & HoldStore & YearStore & RuleStore & RefreshStore;
