import type { AgencyId, AtomicCompanion, Digest, Ids } from '@sinau/kernel';
import {
  type Activity,
  type Actor,
  type AttachmentData,
  attachmentsOf,
  describedActivities,
  prepareForStorage,
  type Statement,
  writeLike,
  type XapiVersion,
} from '@sinau/xapi';
import type { DefinitionRight } from './definition-right.ts';
import { fingerprintOf } from './fingerprint.ts';
import type { StatementDraft, StoreName } from './model.ts';
import type { ActivityStore, AttachmentStore, StatementStore, VisibilityPort } from './ports.ts';
import type { VoidingRight } from './voiding-right.ts';

export interface StoreDeps {
  readonly statements: StatementStore;
  readonly attachments: AttachmentStore;
  readonly activities: ActivityStore;
  readonly visibility: VisibilityPort;
  readonly digest: Digest;
  readonly ids: Ids;
}

export interface StoreRequest {
  readonly store: StoreName;
  /** Protocol version of the request. */
  readonly version: XapiVersion;
  /** Set on every statement, whatever was sent. */
  readonly authority: Actor;
  /** Validated; ids, where given, distinct. */
  readonly statements: readonly Statement[];
  /** JSON of statements as they came, without white space between tokens; what has none is written anew. */
  readonly sources?: ReadonlyMap<Statement, string>;
  /** Matched with the statements (`matchAttachments`). */
  readonly attachments?: readonly AttachmentData[];
  /** False: what the statements say about activities stays in them (scope `define` missing). @default true */
  readonly mayDefine?: DefinitionRight;
  /** What voiding statements count against, now or when their target comes. @default any */
  readonly voids?: VoidingRight;
  /** Writes of another context that commit with the statements. */
  readonly companion?: AtomicCompanion;
}

export type StoreResult =
  | {
      readonly outcome: 'stored';
      /** Of every statement, in the order of the request. */
      readonly ids: readonly string[];
      /** Those that were not there before. */
      readonly newIds: readonly string[];
    }
  | { readonly outcome: 'conflict'; readonly id: string }
  | { readonly outcome: 'companion-refused' }
  | { readonly outcome: 'too-large'; readonly reason: string };

/**
 * Stores every statement of a request, or none. A statement that is there already and says the same is passed over, so
 * that a retry is answered like the first try. Rejects with `Unavailable`; then the same request again is safe.
 */
export async function storeStatements(deps: StoreDeps, request: StoreRequest): Promise<StoreResult> {
  const { store, statements, attachments = [], companion, mayDefine = true } = request;
  const agencies = await deps.visibility.agenciesOf(statements);
  const drafts = statements.map((statement, n) =>
    draftOf(deps, { request, statement, agencies: agencies[n] }),
  );
  // Before the commit: a statement that can be read never lacks its attachments.
  for (const attachment of attachments) {
    await deps.attachments.put(store, attachment, idsNeeding(attachment, statements, drafts));
  }
  const written = await deps.statements.write({ store, drafts, ...(companion ? { companion } : {}) });
  if (written.outcome !== 'stored') return written;
  if (attachments.length > 0) await releaseErased(deps, request, { drafts, newIds: written.newIds });
  const ids = drafts.map(({ id }) => id);
  if (mayDefine === false) return { outcome: 'stored', ids, newIds: written.newIds };
  const fresh = new Set(written.newIds);
  const described = statements.flatMap((statement, n) =>
    fresh.has(drafts[n]?.id ?? '') ? describedActivities(statement) : [],
  );
  await describeSoon(deps, { store, described, right: mayDefine });
  return { outcome: 'stored', ids, newIds: written.newIds };
}

function idsNeeding(
  { sha2 }: AttachmentData,
  statements: readonly Statement[],
  drafts: readonly StatementDraft[],
): readonly string[] {
  const needs = (statement: Statement | undefined) =>
    statement && attachmentsOf(statement).some((one) => one.sha2.toLowerCase() === sha2.toLowerCase());
  return drafts.filter((_, n) => needs(statements[n])).map(({ id }) => id);
}

/** A statement that was erased and is sent again brings nothing back, its attachments neither. */
async function releaseErased(
  { statements, attachments }: StoreDeps,
  request: StoreRequest,
  { drafts, newIds }: { readonly drafts: readonly StatementDraft[]; readonly newIds: readonly string[] },
): Promise<void> {
  const { store } = request;
  for (const [n, statement] of request.statements.entries()) {
    const id = drafts[n]?.id ?? '';
    const sent = attachmentsOf(statement);
    if (sent.length === 0 || newIds.includes(id)) continue;
    const there = await statements.find(store, id);
    const kept = (there ? attachmentsOf(there.recorded.statement) : []).map(({ sha2 }) => sha2.toLowerCase());
    for (const { sha2 } of sent) {
      if (!kept.includes(sha2.toLowerCase())) await attachments.release(store, sha2, id);
    }
  }
}

function draftOf(
  { digest, ids }: StoreDeps,
  given: {
    readonly request: StoreRequest;
    readonly statement: Statement;
    readonly agencies: readonly AgencyId[] | undefined;
  },
): StatementDraft {
  const { request, statement, agencies = [] } = given;
  const { authority, version } = request;
  const id = (statement.id ?? ids.uuid()).toLowerCase();
  const text = request.sources?.get(statement);
  return {
    id,
    fingerprint: fingerprintOf(statement, digest),
    agencies,
    defines: request.mayDefine ?? true,
    voids: request.voids ?? 'any',
    prepare: (stored) => prepareForStorage(statement, { id, stored, authority, version }),
    write: (prepared) =>
      text === undefined ? JSON.stringify(prepared) : writeLike(prepared, { value: statement, text }),
  };
}

/**
 * The statements are committed, so a failure here must not look like theirs: the follower of the store's changes
 * describes the activities again.
 */
async function describeSoon(
  { activities }: StoreDeps,
  given: {
    readonly store: StoreName;
    readonly described: readonly Activity[];
    readonly right: Exclude<DefinitionRight, false>;
  },
): Promise<void> {
  const { store, described, right } = given;
  if (described.length === 0) return;
  try {
    await activities.describe(store, described, right);
  } catch {
    // Healed by the follower.
  }
}
