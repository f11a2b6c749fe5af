import type { Jp, Locale, PersonPrincipal } from '@sinau/kernel';
import type { LearningView, MinutesBytes, PublicForumView } from '../forums/ports.ts';
import type { ServiceAt } from './paths.ts';

export const elementNames = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const;
export type ElementName = (typeof elementNames)[number];
export type SubjectName =
  | ('requirements' | 'procedure' | 'time' | 'cost' | 'product')
  | ('competence' | 'conduct' | 'complaints' | 'facilities');
export const scoreValues = ['1', '2', '3', '4'] as const;
export const commentStateNames = ['waiting', 'shown', 'hidden'] as const;
export type CommentStateName = (typeof commentStateNames)[number];
export const hidingReasonNames = ['names-somebody', 'insult', 'advertisement', 'off-topic'] as const;
export type HidingReasonName = (typeof hidingReasonNames)[number];
export const promiseStateNames = ['planned', 'under-way', 'kept', 'dropped'] as const;
export type PromiseStateName = (typeof promiseStateNames)[number];
export type GradeName = 'A' | 'B' | 'C' | 'D';

export interface ElementView {
  readonly code: ElementName;
  readonly subject: SubjectName;
  /** In hundredths, 100 to 400; absent without answers, or with too few to tell. */
  readonly mean?: number;
}

export interface SurveyView {
  readonly surveyId: string;
  /** ISO dates, both included; an early end is the last day. */
  readonly from: string;
  readonly to: string;
  readonly state: 'planned' | 'running' | 'over';
  readonly legalBasis: string;
  readonly answers: number;
  /** How many should answer, by the number of those served. */
  readonly wished?: number;
  /** Index in hundredths, 2500 to 10000, and its grade. */
  readonly ikm?: number;
  readonly grade?: GradeName;
  /** So many answers are in the index and the means, where others came since. */
  readonly asOf?: number;
  readonly elements: readonly ElementView[];
  readonly comments: Readonly<Record<CommentStateName, number>>;
}

export interface PromiseView {
  readonly promiseId: string;
  readonly said: string;
  readonly action: string;
  /** ISO date. */
  readonly due?: string;
  readonly state: PromiseStateName;
  readonly updatedAt: string;
  readonly rev: number;
}

export interface ServiceWords {
  readonly name: string;
  readonly about?: string;
  readonly unit?: string;
}

export interface ServiceView extends ServiceWords, ServiceAt {
  readonly agency: string;
  readonly state: 'open' | 'closed';
  readonly rev: number;
  /** Newest first. */
  readonly surveys: readonly SurveyView[];
  readonly promises: readonly PromiseView[];
}

export interface CommentView {
  readonly commentId: string;
  /** ISO date. */
  readonly day: string;
  readonly text: string;
  readonly state: CommentStateName;
  readonly reason?: HidingReasonName;
  readonly decidedBy?: string;
}

export interface PublicServiceView extends ServiceView {
  readonly comments: readonly CommentView[];
  /** By their day, the latest first. */
  readonly forums: readonly PublicForumView[];
  /** Absent: too few to tell. */
  readonly complaints?: ComplaintsView;
}

/** Complaints of a year; small themes stand together or are left out. */
export interface ComplaintsView {
  readonly year: number;
  readonly count: number;
  readonly handled: number;
  readonly themes: readonly { readonly theme: string; readonly count: number; readonly handled: number }[];
  readonly others?: { readonly count: number; readonly handled: number };
}

/** What an agency heard and did, in sums. */
export interface TotalsView {
  readonly complaints?: ComplaintsView;
  readonly forums: { readonly held: number; readonly ahead: number };
  readonly commitments: {
    readonly kept: number;
    readonly open: number;
    /** Of the open ones. */
    readonly overdue: number;
    readonly dropped: number;
  };
  /** The last ones first. */
  readonly done: readonly DoneView[];
}

/** Sums of a year. What is of less than ten people is absent. */
export interface TrainingYear {
  readonly year: number;
  /** Recognised, rounded down to tens of hours. */
  readonly jp?: Jp;
  /** Whole rupiah, rounded up to millions. */
  readonly spent?: number;
  /** A subject of the catalogue, or `event`; how often somebody took part, rounded down to fives. */
  readonly topics: readonly { readonly topic: string; readonly times: number }[];
}

/** What people of an agency have learned, as it was at that moment: this year first, then the one before where it tells anything. */
export interface TrainingView {
  readonly asOf: string;
  readonly years: readonly TrainingYear[];
}

export interface DoneView {
  readonly serviceId: string;
  readonly service: string;
  readonly said: string;
  /** Absent where what was learned for it is all there is to tell yet. */
  readonly did?: string;
  readonly proof?: string;
  readonly learning?: LearningView;
}

export interface FormView extends ServiceAt {
  readonly agency: string;
  readonly name: string;
  /** Absent: no survey runs now. */
  readonly survey?: {
    readonly to: string;
    readonly elements: readonly ElementView[];
    /** Makes the form count once. */
    readonly form: string;
  };
}

export interface AnswerOrder {
  readonly form: string;
  readonly scores: Readonly<Record<ElementName, number>>;
  readonly comment?: string;
}

/** For everybody, signed in or not. */
export interface CitizensPorts {
  agencies(): Promise<readonly { readonly agencyId: string; readonly name: string }[]>;
  /** Undefined: there is no such agency, or none that shows a service. */
  servicesOf(agencyId: string): Promise<
    | {
        readonly agency: string;
        readonly services: readonly (ServiceWords & ServiceAt)[];
        readonly totals: TotalsView;
        readonly training: TrainingView;
      }
    | undefined
  >;
  serviceOf(place: ServiceAt): Promise<PublicServiceView>;
  /** Minutes of a forum about one of the services that the agency shows. */
  minutesOf(agencyId: string, forumId: string): Promise<MinutesBytes>;
  /** Told results of its surveys, a row an element. */
  resultsOf(place: ServiceAt, wish: ResultsWish): Promise<Uint8Array<ArrayBuffer>>;
  formOf(place: ServiceAt): Promise<FormView>;
  answer(place: ServiceAt, order: AnswerOrder, arrival: Arrival): Promise<void>;
}

/** How results are written to a file. */
export interface ResultsWish {
  readonly format: 'csv' | 'xlsx';
  readonly language: Locale;
}

/** How a request came here; nothing of it is kept. */
export interface Arrival {
  /** Address of whoever holds the connection to us; '' where nobody tells. */
  readonly connection: string;
  /** What was sent along, by its name in lower case; anybody may have written it. */
  readonly header: (name: string) => string | undefined;
}

export interface DeskRow extends ServiceWords {
  readonly serviceId: string;
  readonly state: 'open' | 'closed';
  /** The newest that has begun. */
  readonly newest?: SurveyView;
}

export interface SurveyOrder {
  readonly from: string;
  readonly to: string;
  readonly swapped: boolean;
  readonly served?: number;
}

export interface PromiseOrder {
  readonly said: string;
  readonly action: string;
  readonly due?: string;
  readonly state: PromiseStateName;
}

export interface CodeView {
  readonly size: number;
  readonly path: string;
}

/** An administrator's own agency, which the session tells. */
export interface CitizensDeskPorts {
  list(person: PersonPrincipal): Promise<readonly DeskRow[]>;
  serviceOf(person: PersonPrincipal, serviceId: string): Promise<ServiceView>;
  /** As everybody may have them. */
  resultsOf(person: PersonPrincipal, serviceId: string, wish: ResultsWish): Promise<Uint8Array<ArrayBuffer>>;
  /** The address of the survey, and its code: the dark squares as an SVG path in a square of `size`. */
  posterOf(
    person: PersonPrincipal,
    serviceId: string,
  ): Promise<{ readonly service: ServiceView; readonly url: string; readonly code: CodeView }>;
  add(person: PersonPrincipal, words: ServiceWords): Promise<string>;
  change(
    person: PersonPrincipal,
    serviceId: string,
    given: { readonly words: ServiceWords; readonly rev: number },
  ): Promise<void>;
  openOrClose(person: PersonPrincipal, serviceId: string, state: 'open' | 'closed'): Promise<void>;
  plan(person: PersonPrincipal, serviceId: string, order: SurveyOrder): Promise<void>;
  end(person: PersonPrincipal, serviceId: string, surveyId: string): Promise<'ended' | 'removed'>;
  comments(
    person: PersonPrincipal,
    at: { readonly serviceId: string; readonly surveyId: string },
    page: { readonly state: CommentStateName; readonly after?: string },
  ): Promise<{ readonly comments: readonly CommentView[]; readonly next?: string }>;
  moderate(
    person: PersonPrincipal,
    at: { readonly serviceId: string; readonly surveyId: string },
    decision: {
      readonly commentId: string;
      readonly day: string;
      readonly was: CommentStateName;
      /** Absent: it is shown. */
      readonly reason?: HidingReasonName;
    },
  ): Promise<void>;
  setPromise(
    person: PersonPrincipal,
    serviceId: string,
    given: {
      readonly order: PromiseOrder;
      readonly existing?: { readonly promiseId: string; readonly rev: number };
    },
  ): Promise<void>;
}
