import { type AtomicCompanion, Unavailable } from '@sinau/kernel';
import { identityOf } from '@sinau/xapi';
import type { StatementDraft, StoreName } from '../model.ts';
import type { WriteOutcome } from '../ports.ts';
import type { CommitStatement } from './commit.ts';
import type { LrsContext } from './context.ts';
import { contentLists } from './index-words.ts';
import { countLinkRows } from './links.ts';
import { maxIndex, newPosition } from './position.ts';
import { writeBatch } from './write-batch.ts';
import { type TryOutcome, writeCompanion } from './write-companion.ts';
import { writeSingle } from './write-single.ts';

export interface WriteInput {
  readonly store: StoreName;
  readonly drafts: readonly StatementDraft[];
  readonly companion?: AtomicCompanion;
}

const tries = 8;

/** As it will be stored, but for its time. */
type Prepared = Pick<CommitStatement, 'id' | 'statement'>;

export async function writeStatements(context: LrsContext, input: WriteInput): Promise<WriteOutcome> {
  const { store, drafts } = input;
  if (drafts.length > maxIndex) {
    return { outcome: 'too-large', reason: `A request holds at most ${maxIndex} statements.` };
  }
  const stored = new Date(0).toISOString();
  const statements = drafts.map((draft) => ({ id: draft.id, statement: draft.prepare(stored) }));
  const reason = (await tooManyRows(context, statements)) ?? (await tooManyLinks(context, store, statements));
  if (reason !== undefined) return { outcome: 'too-large', reason };
  if (drafts.length === 0) return writeCompanion(context, input);
  await noteAuthorities(context, store, statements);
  for (let round = 0; round < tries; round += 1) {
    const written = await tryOnce(context, input);
    if (written.outcome !== 'again') return written;
  }
  throw new Unavailable('The record store is too busy to store this now.');
}

async function tryOnce(context: LrsContext, input: WriteInput): Promise<TryOutcome> {
  const write = context.horizon.begin();
  const position = newPosition(write.ms, context.ids.uuid());
  const one = input.drafts.length === 1 ? input.drafts[0] : undefined;
  let left = false;
  const leave = () => {
    left = true;
    write.leave(position);
  };
  try {
    return one
      ? await writeSingle(context, { ...input, draft: one, position, leave })
      : await writeBatch(context, { ...input, position, leave });
  } finally {
    if (!left) write.close();
  }
}

/**
 * A group of a thousand members writes a thousand rows for one statement, each with all of its tags. Many such statements
 * together would be more than one that is as large as may be, and more than one row holds.
 */
async function tooManyRows(
  context: LrsContext,
  statements: readonly Prepared[],
): Promise<string | undefined> {
  const { maxListRows, ubiquitousActivities } = context.settings;
  const hasher = await context.hasher();
  const lists = new Set<string>();
  let tags = 0;
  for (const { statement } of statements) {
    const own = contentLists(hasher, statement, ubiquitousActivities);
    for (const { kind, hash } of own) lists.add(kind + hash);
    tags += own.length ** 2;
  }
  if (lists.size <= maxListRows && tags > maxListRows ** 2) {
    return 'The statements name too many agents and activities each to be stored in one request; send fewer of them together.';
  }
  if (lists.size <= maxListRows) return undefined;
  return `The statements name ${lists.size} agents, activities and registrations; at most ${maxListRows} fit in one request.`;
}

/** References that are stored already have to be written into the lists of all that they lead to. */
async function tooManyLinks(
  context: LrsContext,
  store: StoreName,
  statements: readonly Prepared[],
): Promise<string | undefined> {
  const rows = await countLinkRows(context, store, statements);
  if (rows <= context.settings.maxLinkRows) return undefined;
  return `What the statements refer to names ${rows} agents, activities and registrations; at most ${context.settings.maxLinkRows} fit in one request.`;
}

async function noteAuthorities(
  context: LrsContext,
  store: StoreName,
  statements: readonly Prepared[],
): Promise<void> {
  const identities = statements.map(({ statement }) => identityOf(statement.authority));
  for (const identity of new Set(identities)) {
    if (identity !== undefined) await context.authorities.note(store, identity);
  }
}
