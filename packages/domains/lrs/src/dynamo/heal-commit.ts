import { describedActivities } from '@sinau/xapi';
import type { ActivityStore } from '../ports.ts';
import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { hold, release } from './holds.ts';
import { type AppliedVoid, lateReferences, settleLinks } from './links.ts';
import { listRows, sameRow } from './list-rows.ts';
import { readCommitAt } from './read-commit.ts';
import { writeRows } from './write-rows.ts';

export interface Healing {
  readonly context: LrsContext;
  readonly activities: ActivityStore;
}

export interface Healed {
  /** As it is now; undefined when its only statement was erased. */
  readonly commit: Commit | undefined;
  readonly voids: readonly AppliedVoid[];
}

/**
 * Writes what a crashed writer left undone: list rows, links, definitions. A commit for which that fails is held, for
 * whoever tries again. What was erased since the commit was read stays so: no erasure touches a commit that is held,
 * and behind the hold it is read again. Idempotent.
 * @param mayBeHeld there may be a hold for it from an earlier try
 */
export async function healCommit(
  { context, activities }: Healing,
  told: Commit,
  mayBeHeld: boolean,
): Promise<Healed> {
  const whole = await hasItsRows(context, told);
  if (!whole) await hold(context, told);
  const commit = whole ? told : await readAgain(context, told);
  const voids = commit
    ? await complete({ context, activities }, commit, whole).catch(async (error: unknown) => {
        await hold(context, commit);
        throw error;
      })
    : [];
  if (mayBeHeld || !whole) await release(context, told.position);
  context.horizon.healed(told.position);
  return { commit, voids };
}

async function readAgain(context: LrsContext, told: Commit): Promise<Commit | undefined> {
  const { store, position, single, statements } = told;
  const only = single ? statements[0] : undefined;
  const commit = await readCommitAt(context, { store, position, ...(only ? { id: only.id } : {}) });
  if (!commit) throw new Error('a commit that was told is not there');
  return commit === 'erased' ? undefined : { ...commit, referred: told.referred };
}

async function complete(
  { context, activities }: Healing,
  commit: Commit,
  whole: boolean,
): Promise<readonly AppliedVoid[]> {
  if (!whole) await writeRows(context, listRows(context, await context.hasher(), commit));
  const late = await lateReferences(context, commit);
  const voids = await settleLinks(context, commit, new Set([...commit.referred, ...late]));
  for (const { defines, statement } of commit.statements) {
    if (defines !== false) await activities.describe(commit.store, describedActivities(statement), defines);
  }
  return voids;
}

/** The last list row tells that all are there; another one than the commit makes, that it was rewritten meanwhile. */
async function hasItsRows(context: LrsContext, commit: Commit): Promise<boolean> {
  const { dynamo, table } = context;
  const last = listRows(context, await context.hasher(), commit).at(-1);
  if (!last) return true;
  const found = await dynamo.get({ table, key: { pk: last.pk, sk: last.sk }, consistent: true });
  return found !== undefined && sameRow(found, last);
}
