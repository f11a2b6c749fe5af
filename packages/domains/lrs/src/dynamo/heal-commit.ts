import type { Item } from '@sinau/platform/dynamo';
import { describedActivities } from '@sinau/xapi';
import type { ActivityStore } from '../ports.ts';
import type { Commit } from './commit.ts';
import type { LrsContext } from './context.ts';
import { hold, release } from './holds.ts';
import { type AppliedVoid, lateReferences, settleLinks } from './links.ts';
import { listRows } from './list-rows.ts';
import { writeRows } from './write-rows.ts';

export interface Healing {
  readonly context: LrsContext;
  readonly activities: ActivityStore;
}

/**
 * Writes what a crashed writer left undone: list rows, links, definitions. A commit for which that fails is held, for
 * whoever tries again. Idempotent.
 * @param mayBeHeld there may be a hold for it from an earlier try
 */
export async function healCommit(
  { context, activities }: Healing,
  commit: Commit,
  mayBeHeld: boolean,
): Promise<readonly AppliedVoid[]> {
  const rows = await missingRows(context, commit);
  if (rows.length > 0) await hold(context, commit);
  const voids = await complete({ context, activities }, commit, rows).catch(async (error: unknown) => {
    await hold(context, commit);
    throw error;
  });
  if (mayBeHeld || rows.length > 0) await release(context, commit.position);
  context.horizon.healed(commit.position);
  return voids;
}

async function complete(
  { context, activities }: Healing,
  commit: Commit,
  rows: readonly Item[],
): Promise<readonly AppliedVoid[]> {
  await writeRows(context, rows);
  const late = await lateReferences(context, commit);
  const voids = await settleLinks(context, commit, new Set([...commit.referred, ...late]));
  const described = commit.statements
    .filter(({ defines }) => defines)
    .flatMap(({ statement }) => describedActivities(statement));
  await activities.describe(commit.store, described);
  return voids;
}

/** The last list row tells that all are there. */
async function missingRows(context: LrsContext, commit: Commit): Promise<readonly Item[]> {
  const { dynamo, table } = context;
  const rows = listRows(context, await context.hasher(), commit);
  const last = rows.at(-1);
  if (!last) return [];
  const key = { pk: last.pk, sk: last.sk };
  return (await dynamo.get({ table, key, consistent: true })) ? [] : rows;
}
