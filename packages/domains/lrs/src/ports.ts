import type { AgencyId, AtomicCompanion } from '@sinau/kernel';
import type {
  Activity,
  ActivityDefinition,
  Actor,
  Concern,
  DocumentOwner,
  Statement,
  StoredStatement,
} from '@sinau/xapi';
import type { StoreFilter } from './content-filter.ts';
import type { DefinitionRight } from './definition-right.ts';
import type { Reader, RecordedStatement, StatementDraft, StoreName } from './model.ts';

/** Which agencies may see a statement; answered once, when it is stored. */
export interface VisibilityPort {
  /** One list per statement, in order; empty for actors that belong to no agency. */
  agenciesOf(statements: readonly Statement[]): Promise<readonly (readonly AgencyId[])[]>;
}

/** Statements, append only. */
export interface StatementStore {
  /**
   * Stores all drafts and the writes of the companion, or nothing. Drafts have distinct ids. One that is there
   * already with the same fingerprint is passed over; with another one, `conflict`. After the answer every read finds
   * what was stored. Rejects with `Unavailable` when the outcome is unknown or nothing was written; the same call
   * again is safe.
   */
  write(input: {
    readonly store: StoreName;
    readonly drafts: readonly StatementDraft[];
    readonly companion?: AtomicCompanion;
  }): Promise<WriteOutcome>;
  /** A committed statement, voided or not. `id` in lower case. */
  find(store: StoreName, id: string): Promise<FoundStatement | undefined>;
  /**
   * Statements that match (themselves or through what they refer to), not voided, in order of position. May give
   * fewer than `limit` with `last` set: then more may follow.
   */
  query(input: StoreQuery): Promise<StorePage>;
  /** Ids of at most `limit` statements that refer to this one; of some it is not yet certain that they are stored. */
  referrers(store: StoreName, id: string, limit: number): Promise<readonly string[]>;
  /** Epoch milliseconds: nothing will appear any more with `stored` at or before this. */
  consistentThroughMs(store: StoreName): Promise<number>;
}

export type WriteOutcome =
  /** `newIds` were written now; the other drafts were there already. */
  | { readonly outcome: 'stored'; readonly newIds: readonly string[] }
  | { readonly outcome: 'conflict'; readonly id: string }
  | { readonly outcome: 'companion-refused' }
  | { readonly outcome: 'too-large'; readonly reason: string };

export interface FoundStatement {
  readonly recorded: RecordedStatement;
  readonly voided: boolean;
  readonly agencies: readonly AgencyId[];
}

export interface StoreQuery {
  readonly store: StoreName;
  readonly reader: Reader;
  readonly filter: StoreFilter;
  /** Integer > 0. */
  readonly limit: number;
  /** Ascending pages end here (epoch milliseconds, inclusive): what is younger may still get neighbours before it. */
  readonly throughMs: number;
  /** Stop before the statements together exceed this many bytes of JSON; at least one is given. */
  readonly maxBytes: number;
  /** Position to go on after, exclusive. */
  readonly after?: string;
}

export interface StorePage {
  readonly statements: readonly RecordedStatement[];
  /** Position up to which everything was looked at; absent at the end. */
  readonly last?: string;
}

/**
 * The one exception from append only: takes a person out of statements. Everything else about a statement (id, place,
 * fingerprint, what refers to it) stays, so that the same statement sent again is still passed over and another one
 * under its id is still a conflict.
 */
export interface StatementEraser {
  /**
   * Statements that concern whoever has one of these identities, voided ones too, oldest first. `last`: position to go
   * on after; absent at the end.
   */
  concerning(input: ConcerningQuery): Promise<{
    readonly found: readonly ConcernedStatement[];
    readonly last?: string;
  }>;
  /**
   * Rewrites at most `limit` commits in that order, each wholly or, after a crash, not yet. One caller at a time
   * changes anything, also when an older one wakes up late. Idempotent.
   */
  rewrite(input: RewriteQuery): Promise<RewriteStep>;
}

export interface ConcerningQuery {
  readonly store: StoreName;
  /** `identityOf` of every identifier of the person. */
  readonly identities: ReadonlySet<string>;
  /** Stored at or before this, epoch milliseconds. */
  readonly untilMs: number;
  /** Commits looked at; integer > 0. */
  readonly limit: number;
  /** `last` of the answer before. */
  readonly after?: string;
}

export interface ConcernedStatement {
  readonly recorded: RecordedStatement;
  readonly concern: Exclude<Concern, 'none'>;
  readonly voided: boolean;
  /** Agencies whose feeds have it. */
  readonly agencies: readonly AgencyId[];
}

export interface RewriteQuery extends ConcerningQuery {
  /** What becomes of a statement; itself: it stays as it is. Same answer for the same statement. */
  readonly decide: (statement: StoredStatement) => StoredStatement | 'erase';
}

export type RewriteStep =
  /** Another caller is at work. */
  | { readonly outcome: 'busy' }
  | {
      readonly outcome: 'done';
      readonly erased: number;
      readonly changed: number;
      /** Commits that are being healed, left for later. */
      readonly held: number;
      /** Whose feeds have what was erased or changed. */
      readonly agencies: readonly AgencyId[];
      readonly last?: string;
    };

/** Which attachment of which statement. */
export interface StoredAttachment {
  readonly sha2: string;
  readonly statementId: string;
}

/** Data of attachments by their SHA-2, per store. */
export interface AttachmentStore {
  /** `ids`: of the statements that need it, lower case; also of some that will not be stored. Idempotent. */
  put(
    store: StoreName,
    attachment: { readonly sha2: string; readonly bytes: Uint8Array },
    ids: readonly string[],
  ): Promise<void>;
  /**
   * The very bytes that came with a statement; undefined when none did. To name a hash is not to have sent its data: what
   * came with the statement of another does not count (case C3).
   */
  get(store: StoreName, attachment: StoredAttachment): Promise<Uint8Array | undefined>;
  /** The statement does not need it any more; without another one that does, the data goes. Idempotent. */
  release(store: StoreName, sha2: string, id: string): Promise<void>;
}

/** What is known about activities, merged from every statement that described them. */
export interface ActivityStore {
  /**
   * Merges definitions: language maps and extensions by key, other properties replaced when present. One that would make
   * what is known larger than 256 KB is left out, and so is what `right` does not allow (`mayDescribe`). Idempotent.
   */
  describe(
    store: StoreName,
    activities: readonly Activity[],
    right: Exclude<DefinitionRight, false>,
  ): Promise<void>;
  find(store: StoreName, activityId: string): Promise<ActivityDefinition | undefined>;
}

export interface DocumentAddress {
  readonly store: StoreName;
  readonly owner: DocumentOwner;
  /** `stateId` or `profileId`. */
  readonly documentId: string;
}

export interface DocumentInfo {
  /** SHA-1 of the content, 40 hex digits, without quotes. */
  readonly etag: string;
  readonly contentType: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly updated: string;
}

export interface StoredDocument extends DocumentInfo {
  readonly bytes: Uint8Array;
  /** Changes with every write, also when the content does not. */
  readonly revision: string;
}

/** State and profile documents. Reads see every write that was answered before. */
export interface DocumentStore {
  read(address: DocumentAddress): Promise<StoredDocument | undefined>;
  /**
   * Writes if the stored document still has `expected` (absent: if there is none). `changed`: another write came
   * first and nothing happened.
   */
  write(
    address: DocumentAddress,
    document: DocumentInfo & { readonly bytes: Uint8Array },
    expected: string | undefined,
  ): Promise<'written' | 'changed'>;
  remove(address: DocumentAddress, expected: string): Promise<'removed' | 'changed'>;
  /**
   * Documents of the owner, at most `limit`. A State owner without registration owns the documents of every registration
   * too (1.0.3 Communication 2.3: "Activity + Agent [ + registration if specified]").
   */
  list(store: StoreName, owner: DocumentOwner, limit: number): Promise<readonly ListedDocument[]>;
  /** Every State of the agent, of whatever activity and registration, and every Agent Profile. */
  listOf(store: StoreName, agent: Actor): Promise<readonly ListedDocument[]>;
  /** Forgets that the agent ever had State, where none is left. Idempotent. */
  forget(store: StoreName, agent: Actor): Promise<void>;
}

export interface ListedDocument {
  readonly address: DocumentAddress;
  readonly updated: string;
  readonly revision: string;
}
