import type { ProviderId } from '@sinau/kernel';
import type { CompletionRule } from '@sinau/rostering';
import type { ConnectionId } from '../connection.ts';
import type { BatchResult, SyncBatch } from './batch.ts';
import type { CourseContent, SyncField } from './content.ts';
import type { AuditLine, CourseStanding, ItemList, SyncItem, SyncParty } from './sync-item.ts';
import type { SyncHead, SyncRun } from './sync-run.ts';

export interface Page {
  readonly limit: number;
  /** A `next` of the same list. */
  readonly after?: string;
}

/** Work that a worker should be busy with and has not touched for a while. */
export type Overdue = { readonly connectionId: ConnectionId } & (
  | { readonly runId: string }
  | { readonly batchId: string }
  | { readonly externalId: string }
);

/**
 * Runs, items and decisions. Reads see every write that was answered before, but for lists of items by their state and
 * `listOverdue`, which may lag by a moment. Every method rejects with `Unavailable` when the store does not answer.
 */
export interface SyncStore {
  findHead(connectionId: ConnectionId): Promise<SyncHead>;
  /** Puts a new run first, unless one is under way already. */
  begin(run: SyncRun): Promise<'begun' | 'other-running'>;
  /** Gives the run to this worker, unless another is at it (`busy`) or it is not under way any more (`over`). */
  take(
    run: Pick<SyncRun, 'connectionId' | 'runId'>,
    lease: { readonly token: string; readonly now: string; readonly until: string },
  ): Promise<SyncRun | 'busy' | 'over'>;
  /** Notes progress and renews the lease; `lost`: another worker has it by now. */
  keep(run: SyncRun, lease: { readonly token: string; readonly until: string }): Promise<'kept' | 'lost'>;
  /** Ends the run; `head` says what is known of the connection from now on. */
  end(run: SyncRun, token: string, head: Pick<SyncHead, 'cursor' | 'wholeAt'>): Promise<'ended' | 'lost'>;
  findRun(connectionId: ConnectionId, runId: string): Promise<SyncRun | undefined>;
  /** The newest first. */
  listRuns(connectionId: ConnectionId, limit: number): Promise<readonly SyncRun[]>;
  findItem(connectionId: ConnectionId, externalId: string): Promise<SyncItem | undefined>;
  /** In no particular order; absent ones are left out. */
  findItems(connectionId: ConnectionId, externalIds: readonly string[]): Promise<readonly SyncItem[]>;
  /** Stores an item whose row has a `rev` one lower, or none for `rev` 1, together with what is told of it. */
  saveItem(item: SyncItem, line?: AuditLine): Promise<'saved' | 'changed'>;
  /** Every item, by external id. */
  walkItems(
    connectionId: ConnectionId,
    page: Page,
  ): Promise<{ readonly items: readonly SyncItem[]; readonly next?: string }>;
  /** By title. */
  listItems(
    connectionId: ConnectionId,
    list: ItemList,
    page: Page,
  ): Promise<{ readonly items: readonly SyncItem[]; readonly next?: string }>;
  /** The newest first; at most 100. */
  listAudit(connectionId: ConnectionId, externalId: string): Promise<readonly AuditLine[]>;
  /** Stores a batch whose row has a `rev` one lower, or none for `rev` 1, and results of it. */
  saveBatch(batch: SyncBatch, results: readonly BatchResult[]): Promise<'saved' | 'changed'>;
  findBatch(connectionId: ConnectionId, batchId: string): Promise<SyncBatch | undefined>;
  /** The newest first. */
  listBatches(connectionId: ConnectionId, limit: number): Promise<readonly SyncBatch[]>;
  /** What was not accepted first, or alone; by external id. */
  listResults(
    batch: Pick<SyncBatch, 'connectionId' | 'batchId'>,
    page: Page & { readonly only?: 'refused' },
  ): Promise<{ readonly results: readonly BatchResult[]; readonly next?: string }>;
  /** At most 100. */
  listOverdue(now: string): Promise<readonly Overdue[]>;
}

/** The catalogue, as far as the synchronisation needs it. Every method is harmless when it is called again. */
export interface CourseDesk {
  /** Whether learners can be led there. */
  takesUrl(url: string): boolean;
  /**
   * Makes a draft with one module that leads to the provider, where there is an address; nothing when it is there
   * already. `gone`: an author has deleted it. Throws `CompletionUnchosen` where nobody can know what will count as done.
   */
  make(course: {
    readonly courseId: string;
    readonly providerId: ProviderId;
    readonly connectionId: ConnectionId;
    readonly externalId: string;
    readonly content: CourseContent;
    readonly tellsCompletion?: false;
  }): Promise<'made' | 'gone'>;
  /** By what the module that leads to the provider counts as done, as authors see it; undefined where there is none. */
  completionOf(courseId: string): Promise<CompletionRule | undefined>;
  /** What authors see now, and whether learners may come; undefined when the course is gone. */
  read(
    courseId: string,
  ): Promise<{ readonly content: CourseContent; readonly standing: CourseStanding } | undefined>;
  /**
   * Writes the fields of `to` that `choose` names when it is shown the course as it is; it may be asked several times.
   * What it throws is thrown, and nothing is written then.
   */
  edit(
    courseId: string,
    to: CourseContent,
    choose: (current: CourseContent) => readonly SyncField[],
  ): Promise<'edited' | 'gone'>;
  /** Lets no newcomer in; whoever is learning stays. */
  close(courseId: string): Promise<void>;
  /** Puts a closed course back as it stood. */
  reopen(courseId: string, standing: CourseStanding): Promise<void>;
  /** `in-use`: it is public, or somebody has come to it. */
  remove(courseId: string, providerId: ProviderId): Promise<'removed' | 'in-use'>;
  /** Hands the draft to the reviewers; false while it lacks what publication needs. */
  submit(
    courseId: string,
    by: { readonly party: SyncParty; readonly providerId: ProviderId },
  ): Promise<boolean>;
}
