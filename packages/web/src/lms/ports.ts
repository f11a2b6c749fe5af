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
  ): Promise<LmsView & { readonly placements: readonly LmsPlacementView[] }>;
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
}

export interface ConnectingView {
  readonly platform: string;
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
