import type { LanguageMap, PersonPrincipal } from '@sinau/kernel';

/** What was asked for, already checked; absent: no matter. */
export interface StatementSearch {
  /** E-mail, NIP or NI PPPK, or internal id of a person. */
  readonly who?: string;
  /** IRI. */
  readonly verb?: string;
  /** IRI. */
  readonly activity?: string;
  /** UUID. */
  readonly registration?: string;
  /** Stored at or after; ISO 8601 UTC. */
  readonly since?: string;
  /** Stored at or before; ISO 8601 UTC. */
  readonly until?: string;
  /** Persons and activities in any role, not only as actor and object. */
  readonly related: boolean;
  readonly ascending: boolean;
  readonly pageToken?: string;
}

export interface StatementRow {
  readonly statementId: string;
  /** ISO 8601 UTC. */
  readonly stored: string;
  readonly actor: string;
  readonly verbId: string;
  readonly verb: LanguageMap;
  readonly object: LanguageMap;
  /** Title of the course it belongs to. */
  readonly course?: LanguageMap;
  /** 0 to 100. */
  readonly score?: number;
  readonly success?: boolean;
}

export interface StatementList {
  readonly rows: readonly StatementRow[];
  readonly nextPageToken?: string;
  /** Everything stored up to here is in the list; ISO 8601 UTC. */
  readonly consistentThrough: string;
  /** The same question to the API, for a shell. */
  readonly curl: string;
}

export interface StatementAttachment {
  readonly display: LanguageMap;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha2: string;
}

/** One statement, and what stands around it. */
export interface StatementView extends StatementRow {
  readonly timestamp: string;
  readonly authority: string;
  readonly version: string;
  readonly voided: boolean;
  /** Makes another statement void. */
  readonly voiding: boolean;
  /** Id of the statement that is its object. */
  readonly refersTo?: string;
  /** Statements whose object it is, oldest first; voiding ones among them. */
  readonly referrers: readonly (StatementRow & { readonly voiding: boolean })[];
  readonly attachments: readonly StatementAttachment[];
  /** What a click can search for next. */
  readonly facets: {
    readonly who?: string;
    readonly verb: string;
    readonly activity?: string;
    readonly registration?: string;
  };
  /** As the store answers it, indented. */
  readonly json: string;
  readonly curl: string;
}

/** Statements that the agency of the person who asks may see, and no others. */
export interface StatementsPorts {
  /** `nobody`: no person of this agency goes by what `who` says. */
  search(person: PersonPrincipal, search: StatementSearch): Promise<StatementList | 'nobody'>;
  /** Undefined for what is absent and for what is another agency's, alike (case C2). */
  statementOf(person: PersonPrincipal, statementId: string): Promise<StatementView | undefined>;
}
