import type { AtomicCompanion } from '@sinau/kernel';
import type { StatementDraft, StoreName } from '../model.ts';
import { type Chunk, packChunks } from './bodies.ts';
import { type ClaimResult, claim } from './claim.ts';
import { type Commit, notesOf, toCommitStatement } from './commit.ts';
import { fence, putCommitRow } from './commit-row.ts';
import type { LrsContext } from './context.ts';
import { encodeEntries } from './entries.ts';
import { chunkKey } from './keys.ts';
import { announceReference } from './links.ts';
import { toEntry } from './list-rows.ts';
import { msOf, type Position } from './position.ts';
import { publish } from './publish.ts';
import { type TryOutcome, writeCompanion } from './write-companion.ts';
import { inParallel } from './write-rows.ts';

interface BatchInput {
  readonly store: StoreName;
  readonly drafts: readonly StatementDraft[];
  readonly position: Position;
  readonly companion?: AtomicCompanion;
  /** To call when the batch is committed but its rows are not all there. */
  readonly leave: () => void;
}

const reservationsAtOnce = 32;

/**
 * Reserve every id, write the bodies, then put one row: that put is the commit, all or nothing. Until then everything
 * written is invisible, and once the batch is fenced it stays so.
 */
export async function writeBatch(context: LrsContext, input: BatchInput): Promise<TryOutcome> {
  const { store, drafts, position } = input;
  const statements = drafts.map((draft, index) => toCommitStatement(draft, position, index));
  for (const one of statements) await announceReference(context, store, one);
  const reserved = await reserve(context, input);
  const conflict = drafts.find((_, n) => reserved[n]?.outcome === 'conflict');
  if (conflict) {
    await fence(context, { store, position });
    return { outcome: 'conflict', id: conflict.id };
  }
  const fresh = statements.filter((_, n) => reserved[n]?.outcome === 'claimed');
  if (fresh.length === 0) return writeCompanion(context, input);
  const chunks = await packChunks(context, { store, position }, fresh);
  await writeChunks(context, input, chunks);
  const commit: Commit = {
    store,
    position,
    single: false,
    statements: fresh,
    chunks: chunkByIndex(chunks),
    referred: drafts.filter((_, n) => isReferred(reserved[n])).map(({ id }) => id),
  };
  const committed = await commitBatch(context, input, commit);
  if (committed !== 'committed') {
    await discard(context, input, chunks);
    return committed === 'fenced' ? { outcome: 'again' } : { outcome: 'companion-refused' };
  }
  await publish(context, commit, input);
  return { outcome: 'stored', newIds: fresh.map(({ id }) => id) };
}

async function reserve(context: LrsContext, input: BatchInput): Promise<readonly ClaimResult[]> {
  const { store, drafts, position } = input;
  const numbered = drafts.map((draft, index) => ({ draft, index }));
  let conflict = false;
  return inParallel(numbered, reservationsAtOnce, async ({ draft, index }) => {
    // The batch is refused already: no more ids to block.
    if (conflict) return { outcome: 'duplicate' };
    const { id, fingerprint } = draft;
    const result = await claim(context, { store, id, position, fingerprint, index });
    if (result.outcome === 'conflict') conflict = true;
    return result;
  });
}

function isReferred(result: ClaimResult | undefined): boolean {
  return result?.outcome === 'claimed' && result.referred;
}

async function writeChunks(
  { dynamo, table }: LrsContext,
  { store, position }: BatchInput,
  chunks: readonly Chunk[],
): Promise<void> {
  const puts = chunks.map(({ number, indexes, body }) => ({
    ...chunkKey(store, position, number),
    n: indexes.join(),
    ...body,
  }));
  await dynamo.batchWrite({ table, puts });
}

function chunkByIndex(chunks: readonly Chunk[]): ReadonlyMap<number, number> {
  return new Map(chunks.flatMap(({ number, indexes }) => indexes.map((index) => [index, number])));
}

/** Bodies of a batch that will never commit. */
async function discard(
  { dynamo, table, objects }: LrsContext,
  { store, position }: BatchInput,
  chunks: readonly Chunk[],
): Promise<void> {
  const deletes = chunks.map(({ number }) => chunkKey(store, position, number));
  await dynamo.batchWrite({ table, deletes });
  for (const { body } of chunks) if ('o' in body) await objects.delete(body.o);
}

async function commitBatch(
  context: LrsContext,
  input: BatchInput,
  commit: Commit,
): Promise<'committed' | 'fenced' | 'companion-refused'> {
  const { store, position, companion } = input;
  const place = { store, position };
  if (!context.horizon.mayCommit(msOf(position))) return fence(context, place);
  const hasher = await context.hasher();
  const entries = commit.statements.map((one) => toEntry({ hasher, commit }, one));
  const attributes = {
    e: encodeEntries(entries),
    g: notesOf(commit.statements),
    // The follower of the stream settles these once more.
    ...(commit.referred.length > 0 ? { r: commit.referred.join() } : {}),
  };
  try {
    const done = await putCommitRow(context, place, { attributes, ...(companion ? { companion } : {}) });
    if (done === 'companion-refused') await fence(context, place);
    return done;
  } catch (error) {
    // Perhaps it was written, perhaps it still will be: whoever is first at the key decides, for good.
    if ((await fence(context, place)) === 'committed') return 'committed';
    throw error;
  }
}
