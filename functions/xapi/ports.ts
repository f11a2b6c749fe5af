import type { AgencyId, AuPrincipal } from '@sinau/kernel';
import type {
  Activity,
  ActivityDefinition,
  Actor,
  Agent,
  AttachmentData,
  DocumentOwner,
  Statement,
  StatementFilter,
  StoredStatement,
  XapiVersion,
} from '@sinau/xapi';

/** Which records a caller may see. */
export type Reader =
  | { readonly kind: 'all' }
  | { readonly kind: 'agency'; readonly agencyId: AgencyId }
  | { readonly kind: 'mine'; readonly authority: Agent };

/** A statement on its way in: the door has given it an id. */
export type IncomingStatement = Statement & { readonly id: string };

/** Statements of one request, checked against the specification. */
export interface IncomingStatements {
  readonly version: XapiVersion;
  readonly statements: readonly IncomingStatement[];
  readonly attachments: readonly AttachmentData[];
}

/** The record store as this door uses it. Refusals are DomainErrors (`lrs.…`). */
export interface RecordStore {
  /** All or none. A statement already stored with the same content is passed over; another one is `lrs.conflict`. */
  store(
    incoming: IncomingStatements & { readonly authority: Agent; readonly mayDefine: boolean },
  ): Promise<void>;
  /** Undefined when unknown, unseen by the reader, or voided other than asked for. */
  find(query: {
    readonly reader: Reader;
    readonly statementId: string;
    readonly voided: boolean;
  }): Promise<StoredStatement | undefined>;
  /** A page in order of `stored`; `next` is an opaque position, absent at the end. */
  query(query: {
    readonly reader: Reader;
    readonly filter: StatementFilter;
    readonly after?: string;
  }): Promise<{ readonly statements: readonly StoredStatement[]; readonly next?: string }>;
  /** Data by lower-case sha2, those that are kept. */
  attachments(sha2: readonly string[]): Promise<readonly AttachmentData[]>;
  /** The store's own definitions of Activities, by id; activities without one are left out. */
  definitions(activityIds: readonly string[]): Promise<ReadonlyMap<string, ActivityDefinition>>;
  /** Nothing with an earlier `stored` will appear later. Asked before reading. */
  consistentThrough(): Promise<Date>;
}

export interface StoredDocument {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** SHA-1 of the bytes in lower-case hex, without quotes. */
  readonly etag: string;
  readonly updatedAt: Date;
}

/** Headers If-Match and If-None-Match, entity tags without quotes or `W/`. */
export interface Precondition {
  readonly ifMatch?: '*' | readonly string[];
  readonly ifNoneMatch?: '*' | readonly string[];
  /** An existing document may not be replaced without one of the two (`lrs.precondition-required`). */
  readonly required: boolean;
}

interface DocumentAddress {
  readonly owner: DocumentOwner;
  readonly documentId: string;
}

/** State and profile documents. Failed preconditions are `lrs.precondition-failed`. */
export interface DocumentStore {
  get(address: DocumentAddress): Promise<StoredDocument | undefined>;
  list(query: {
    readonly owner: DocumentOwner;
    readonly since?: string;
  }): Promise<{ readonly ids: readonly string[]; readonly updatedAt?: Date }>;
  put(write: DocumentWrite): Promise<void>;
  /** Merges JSON objects on their top level; `request.invalid` where either is none. */
  merge(write: DocumentWrite): Promise<void>;
  delete(address: DocumentAddress & { readonly precondition: Precondition }): Promise<void>;
  deleteAll(owner: DocumentOwner): Promise<void>;
}

export interface DocumentWrite extends DocumentAddress {
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly precondition: Precondition;
}

/** Who a person belongs to; empty for agents that are nobody of this deployment. */
export interface AgentDirectory {
  agenciesOf(agent: Actor): Promise<readonly AgencyId[]>;
}

/** What an AU may do; refusals are DomainErrors (`delivery.…`). */
export interface AuGate {
  accept(request: IncomingStatements & { readonly principal: AuPrincipal }): Promise<void>;
  check(principal: AuPrincipal, access: AuAccess): Promise<void>;
}

/** A request of an AU for anything but storing statements. */
export type AuAccess =
  | {
      readonly resource: 'state' | 'agent-profile' | 'activity-profile';
      readonly method: 'GET' | 'PUT' | 'POST' | 'DELETE';
      readonly agent?: Actor;
      readonly activityId?: string;
      readonly registration?: string;
      readonly documentId?: string;
      readonly contentType?: string;
      readonly body?: Uint8Array;
    }
  | { readonly resource: 'statements'; readonly registration?: string }
  | { readonly resource: 'agents'; readonly agent: Actor }
  | { readonly resource: 'activities' };

/** A known Activity as the store describes it. */
export type DescribedActivity = Activity & { readonly objectType: 'Activity' };
