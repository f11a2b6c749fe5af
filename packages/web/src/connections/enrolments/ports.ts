import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';
import type { ProviderEnrolmentReason } from '../ports.ts';

export const enrolmentGroups = ['open', 'confirmed', 'done', 'over'] as const;
export type EnrolmentGroup = (typeof enrolmentGroups)[number];

export interface ProviderEnrolmentRow {
  readonly registration: string;
  readonly course: LanguageMap;
  /** As the provider calls the course. */
  readonly externalCourseId: string;
  /** As the provider calls the learner; absent while it has not enrolled. */
  readonly externalLearnerId?: string;
  /** What an account that is missing there has to be called, or has to carry as its ID number. */
  readonly subject?: string;
  /**
   * Present where somebody can say which account is the learner's; `proposed`: one that may be, `profile`: its page there. Accounts are
   * called by a number (`id`) or by a name.
   */
  readonly account?: {
    readonly by: 'id' | 'name';
    readonly proposed?: string;
    readonly profile?: string;
  };
  readonly state:
    | 'requested'
    | 'sending'
    | 'waiting-provider'
    | 'confirmed'
    | 'refused'
    | 'timed-out'
    | 'cancelling'
    | 'cancelled';
  /** Code of words. */
  readonly reason?: ProviderEnrolmentReason;
  /** What the provider's system has said to that. */
  readonly said?: string;
  readonly tries: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly nextAt?: string;
  /** It is tried until then. */
  readonly until?: string;
  readonly retryable: boolean;
}

export interface EnrolmentSettingsView {
  readonly enrols: boolean;
  readonly giveUpAfterHours: number;
  readonly whenFull: 'wait' | 'refuse';
}

/** Enrolments through one connection of the reader's provider; learners stand there by the provider's own name for them. */
export interface ConnectionEnrolmentsPorts {
  enrolmentsOf(
    person: PersonPrincipal,
    at: { readonly connectionId: string; readonly group: EnrolmentGroup; readonly page?: string },
  ): Promise<{
    readonly rows: readonly ProviderEnrolmentRow[];
    readonly settings: EnrolmentSettingsView;
    readonly next?: string;
  }>;
  retryEnrolment(
    person: PersonPrincipal,
    at: { readonly connectionId: string; readonly registration: string },
  ): Promise<'queued' | 'soon' | 'over'>;
  /** Which account there is the learner's; the provider is asked at once. */
  confirmAccount(
    person: PersonPrincipal,
    at: { readonly connectionId: string; readonly registration: string; readonly account: string },
  ): Promise<'queued' | 'soon' | 'over'>;
  saveEnrolmentSettings(
    person: PersonPrincipal,
    connectionId: string,
    settings: EnrolmentSettingsView,
  ): Promise<void>;
}
