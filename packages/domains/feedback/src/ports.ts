import type { AgencyId, LocalDate } from '@sinau/kernel';
import type { Comment, CommentId, CommentState } from './comment.ts';
import type { PromiseId, ServicePromise } from './promise.ts';
import type { ElementCode } from './rule.ts';
import type { Counts, Standings } from './satisfaction.ts';
import type { Service, ServiceId } from './service.ts';
import type { Survey, SurveyId } from './survey.ts';

export interface ServicePlace {
  readonly agencyId: AgencyId;
  readonly serviceId: ServiceId;
}

export interface SurveyPlace extends ServicePlace {
  readonly surveyId: SurveyId;
}

/** One filled form. */
export interface Answer extends SurveyPlace {
  /** Of the form that was sent; it counts once. */
  readonly formId: string;
  readonly day: LocalDate;
  /** 1 to 4 each. */
  readonly scores: Readonly<Record<ElementCode, number>>;
}

export type CommentCounts = Readonly<Record<CommentState, number>>;

/** Everything about services. Reads see every write that was answered before, but for `agencies`. Rejects with `Unavailable`. */
export interface ServiceStore {
  /** Agencies that have a service, open or not; at most 1,000, by id. */
  agencies(): Promise<readonly AgencyId[]>;
  find(place: ServicePlace): Promise<Service | undefined>;
  /** In no order. */
  list(agencyId: AgencyId): Promise<readonly Service[]>;
  /** Writes it with `rev` one higher, if the stored one has that `rev`, or there is none and it is 0. */
  save(next: Service): Promise<'saved' | 'conflict'>;
  /** Newest first day first. */
  surveys(place: ServicePlace): Promise<readonly Survey[]>;
  /** The survey and `service` with `rev` one higher, both as they were read or neither: two who plan at once wait for each other. */
  saveSurvey(next: Survey, service: Service): Promise<'saved' | 'conflict'>;
  /** Takes away a survey that nobody has answered, as it was read; with the service, like `saveSurvey`. */
  removeSurvey(survey: Survey, service: Service): Promise<'removed' | 'conflict'>;
  /** In no order. */
  promises(place: ServicePlace): Promise<readonly ServicePromise[]>;
  findPromise(place: ServicePlace, promiseId: PromiseId): Promise<ServicePromise | undefined>;
  savePromise(next: ServicePromise): Promise<'saved' | 'conflict'>;
}

/** What citizens have answered. */
export interface AnswerStore {
  /**
   * The answer, its comment and the counters together. `repeated`: this form was counted before, and nothing was written.
   * `formEndsAt`: epoch seconds, until when the form could be sent again.
   */
  keep(
    answer: Answer,
    more: { readonly comment?: Comment; readonly formEndsAt: number },
  ): Promise<'kept' | 'repeated'>;
  counts(place: SurveyPlace): Promise<{
    readonly counts: Counts;
    readonly comments: CommentCounts;
    readonly standings: Standings;
  }>;
  /** In the place of `from`, if those still stand; else nothing. */
  noteStandings(
    place: SurveyPlace,
    change: { readonly from: Standings; readonly next: Standings },
  ): Promise<void>;
  /** Newest day first. `next`: where the list goes on. */
  comments(
    place: SurveyPlace,
    state: CommentState,
    page: { readonly limit: number; readonly after?: string },
  ): Promise<{ readonly comments: readonly Comment[]; readonly next?: string }>;
  findComment(
    place: SurveyPlace,
    state: CommentState,
    key: { readonly day: LocalDate; readonly commentId: CommentId },
  ): Promise<Comment | undefined>;
  /** Moves it to its new state, with the counters. `conflict`: it is no longer in the old one. */
  moveComment(from: CommentState, next: Comment): Promise<'moved' | 'conflict'>;
}

/** Slows down whoever answers again and again. `sender`: any text that stands for where a request comes from. */
export interface SenderLimit {
  /** Counts one; false when it is one too many for now. What it keeps does not tell the sender, and goes within a day. */
  admit(sender: string, place: SurveyPlace): Promise<boolean>;
}
