import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

/** Whose learning systems: those of the author's provider, or of the operator. */
export type LmsDesk = 'studio' | 'operator';

/** A learning system of others that opens courses of ours. */
export interface LmsView {
  readonly platformId: string;
  readonly name: string;
  readonly status: 'waiting' | 'active' | 'off';
  readonly issuer: string;
  readonly clientId: string;
  readonly deployments: readonly string[];
  /** Tried to open a course and was refused. */
  readonly strangeDeployment?: string;
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly jwksUri: string;
  readonly family?: string;
  readonly createdAt: string;
  readonly launches: number;
  readonly lastLaunchAt?: string;
  /** Counts changes: a confirmation is of what was read. */
  readonly rev: number;
}

export interface LmsPlacementView {
  readonly courseId: string;
  /** Absent: the course is gone. */
  readonly courseTitle?: LanguageMap;
  readonly title?: string;
  readonly contextTitle?: string;
  readonly grades: boolean;
}

/** Why a score is not over there. */
export type ScoreTrouble =
  | 'platform-off'
  | 'no-grades'
  | 'busy'
  | 'scope'
  | 'unauthorised'
  | 'not-permitted'
  | 'not-found'
  | 'not-gradable'
  | 'refused'
  | 'address'
  | 'throttled'
  | 'server-error'
  | 'unreachable'
  | 'broken-answer';

/** What a learning system has of one learner in one course. */
export interface ScoreStateView {
  /** `sent` without `sent`: there was nothing to say yet. */
  readonly state: 'waiting' | 'failed' | 'sent';
  readonly because?: ScoreTrouble;
  /** When it is tried again. */
  readonly nextAt?: string;
  readonly sent?: {
    readonly progress: 'started' | 'in-progress' | 'completed';
    /** 0 to 100. */
    readonly points?: number;
    readonly at: string;
  };
  /** Absent: the course is gone. */
  readonly courseTitle?: LanguageMap;
}

/** `subject`: what the learning system calls the learner; its owner sees no name. */
export interface LmsScoreView extends ScoreStateView, ScoreChoice {}

export interface ScoreChoice {
  readonly registration: string;
  readonly placementId: string;
  readonly subject: string;
}

/** What somebody writes down of a learning system. */
export interface LmsWords {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly deployments: readonly string[];
  readonly authorizationUrl: string;
  readonly tokenUrl: string;
  readonly tokenAudience?: string;
  readonly jwksUri: string;
}

/** What a learning system is told of us. */
export interface OwnToolView {
  readonly login: string;
  readonly launch: string;
  readonly choose: string;
  readonly jwks: string;
  readonly canvas: string;
}

export interface LmsChange {
  readonly status?: 'active' | 'off';
  readonly name?: string;
  readonly addDeployment?: string;
  /** Of the system as the page showed it. */
  readonly rev?: number;
}

export interface LmsPorts {
  tool(): Promise<OwnToolView>;
  list(person: PersonPrincipal, desk: LmsDesk): Promise<readonly LmsView[]>;
  find(
    person: PersonPrincipal,
    desk: LmsDesk,
    platformId: string,
  ): Promise<
    LmsView & {
      readonly placements: readonly LmsPlacementView[];
      /** Failed ones first, then those that wait; of each state the newest. */
      readonly scores: readonly LmsScoreView[];
    }
  >;
  /** Sends one again, or every one that failed. */
  sendScores(
    person: PersonPrincipal,
    desk: LmsDesk,
    asked: { readonly platformId: string; readonly which?: ScoreChoice },
  ): Promise<void>;
  /** An address with which one learning system registers itself, once. */
  makeAddress(
    person: PersonPrincipal,
    desk: LmsDesk,
  ): Promise<{ readonly address: string; readonly validUntil: string }>;
  add(person: PersonPrincipal, desk: LmsDesk, words: LmsWords): Promise<{ readonly platformId: string }>;
  change(
    person: PersonPrincipal,
    desk: LmsDesk,
    step: LmsChange & { readonly platformId: string },
  ): Promise<void>;
  remove(person: PersonPrincipal, desk: LmsDesk, platformId: string): Promise<void>;
}

export interface MyLmsView {
  readonly platformId: string;
  readonly subject: string;
  /** Absent: it was removed by its owner. */
  readonly name?: string;
  readonly issuer?: string;
  readonly linkedAt: string;
  readonly scores: readonly ScoreStateView[];
}

export interface ConnectingView {
  readonly platform: string;
  /** Who has registered it here, which is all that we know of it ourselves; absent: an operator of the platform. */
  readonly registeredBy?: string;
  readonly issuer: string;
  /** What the learning system calls the person. */
  readonly nameThere?: string;
  readonly subject: string;
  readonly course?: LanguageMap;
}

/** A launch that waits for its person, and the browser that it came in. */
export interface Connecting {
  readonly visit: string;
  readonly browser?: string;
}

export interface MyLmsPorts {
  linksOf(person: PersonPrincipal): Promise<readonly MyLmsView[]>;
  unlink(person: PersonPrincipal, link: Pick<MyLmsView, 'platformId' | 'subject'>): Promise<void>;
  /** Undefined when it was used, is too old, or began in another browser. */
  connecting(asked: Connecting): Promise<ConnectingView | undefined>;
  /** `shownTo`: whom the page asked. Gives where the course opens; undefined as above. */
  connect(
    person: PersonPrincipal,
    asked: Connecting & { readonly shownTo: string },
  ): Promise<{ readonly url: string } | { readonly closedCourseId: string } | undefined>;
}
