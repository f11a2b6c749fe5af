import { type AtomicCompanion, Unavailable } from '@sinau/kernel';
import { identityOf } from '@sinau/xapi';
import type { StatementDraft, StoreName } from '../model.ts';
import type { WriteOutcome } from '../ports.ts';
import type { LrsContext } from './context.ts';
import { contentLists } from './index-words.ts';
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

export async function writeStatements(context: LrsContext, input: WriteInput): Promise<WriteOutcome> {
  const { store, drafts } = input;
  if (drafts.length > maxIndex) {
    return { outcome: 'too-large', reason: `A request holds at most ${maxIndex} statements.` };
  }
  const reason = await tooManyRows(context, drafts);
  if (reason !== undefined) return { outcome: 'too-large', reason };
  if (drafts.length === 0) return writeCompanion(context, input);
  await noteAuthorities(context, store, drafts);
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
  drafts: readonly StatementDraft[],
): Promise<string | undefined> {
  const { maxListRows, ubiquitousActivities } = context.settings;
  const hasher = await context.hasher();
  const stored = new Date(0).toISOString();
  const lists = new Set<string>();
  let tags = 0;
  for (const draft of drafts) {
    const own = contentLists(hasher, draft.prepare(stored), ubiquitousActivities);
    for (const { kind, hash } of own) lists.add(kind + hash);
    tags += own.length ** 2;
  }
  if (lists.size <= maxListRows && tags > maxListRows ** 2) {
    return 'The statements name too many agents and activities each to be stored in one request; send fewer of them together.';
  }
  if (lists.size <= maxListRows) return undefined;
  return `The statements name ${lists.size} agents, activities and registrations; at most ${maxListRows} fit in one request.`;
}

async function noteAuthorities(
  context: LrsContext,
  store: StoreName,
  drafts: readonly StatementDraft[],
): Promise<void> {
  const stored = new Date(0).toISOString();
  const identities = drafts.map((draft) => identityOf(draft.prepare(stored).authority));
  for (const identity of new Set(identities)) {
    if (identity !== undefined) await context.authorities.note(store, identity);
  }
}
