import type { Jp, LanguageMap, PersonPrincipal, Scope } from '@sinau/kernel';
import type { ProviderWordView } from '../course/ports.ts';

export interface LearningRow {
  readonly personId: string;
  readonly name: string;
  readonly courseId: string;
  readonly course: LanguageMap;
  /** `taken-back`: completed, and the provider does not stand by it any more. */
  readonly state: 'active' | 'completed' | 'taken-back' | 'cancelled';
  /** Done parts of all parts, 0 to 100. */
  readonly percent: number;
  /** Something was opened, whether or not it counts yet. */
  readonly begun: boolean;
  readonly enrolledAt: string;
  readonly completedAt?: string;
  readonly providerWord?: ProviderWordView;
}

export interface AgencyPerson {
  readonly personId: string;
  readonly name: string;
  /** With its middle hidden. */
  readonly maskedEmployeeNumber?: string;
  readonly status: 'active' | 'invited' | 'disabled';
  /** Works here, belongs to another agency, or the other way round. */
  readonly lent: boolean;
  readonly activeCourses: number;
  readonly completedCourses: number;
  readonly jpThisYear: Jp;
}

export interface PullRow {
  readonly clientId: string;
  readonly client: string;
  readonly scopes: readonly Scope[];
  /** Latest pull, to about a minute; of a client that only reads through xAPI its latest use. */
  readonly lastPullAt?: string;
  /** Where it stands in the agency's feed; absent for a client that may not pull from there. */
  readonly feed?: PullProgress;
}

/** A number is absent where it is not known. */
export interface PullProgress {
  /** Lines in the feed by now. */
  readonly total?: number;
  /** Lines that the client has behind it. */
  readonly position?: number;
  /** When the oldest line was stored that it has not pulled; absent when it is up to date. */
  readonly oldestWaiting?: string;
  /** The client asks for a part of the lines only. */
  readonly filtered: boolean;
}

export interface PullView {
  readonly rows: readonly PullRow[];
  /** Lines in the agency's feed; absent where that is not known. */
  readonly total?: number;
  /** Up to when the data is complete. */
  readonly consistentThrough?: string;
  readonly tokenUrl: string;
  readonly recordsUrl: string;
  readonly xapiUrl: string;
}

/** Everything here is about the agency of the person who asks, never about one named by the request. */
export interface AgencyPorts {
  /** `search`: an employee number, an address or an id of somebody whom the reader may see, else the beginning of names. */
  peopleOf(
    person: PersonPrincipal,
    asked: { readonly search: string | undefined; readonly pageToken: string | undefined },
  ): Promise<{ readonly people: readonly AgencyPerson[]; readonly nextPageToken?: string }>;
  learningOf(
    person: PersonPrincipal,
    pageToken: string | undefined,
  ): Promise<{ readonly rows: readonly LearningRow[]; readonly nextPageToken?: string }>;
  pullOf(person: PersonPrincipal): Promise<PullView>;
}
