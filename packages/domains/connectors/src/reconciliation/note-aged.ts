import type { Clock } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import type { AgedMismatches } from '../health/health.ts';
import type { HealthStore } from '../health/ports.ts';
import { reconciliationSettingsOf } from '../reconciliation-settings.ts';
import { isNote } from './mismatch.ts';
import type { ReconciliationStore } from './ports.ts';

const dayMs = 24 * 3_600_000;
/** Whoever was told is told again after so long at the earliest, unless there are twice as many. */
const quietMs = 7 * dayMs;
const pageSize = 100;
/** More than that is "very many". */
const mostPages = 50;

/**
 * Counts the mismatches that nobody has dealt with for days, and notes when contact, authors and operators are to be told: once when there are more
 * than they know of, and not every day. The note is the fact, which others follow.
 */
export async function noteAged(
  deps: {
    readonly reconciliation: Pick<ReconciliationStore, 'list'>;
    readonly health: Pick<HealthStore, 'update'>;
    readonly clock: Clock;
  },
  connection: Pick<Connection, 'connectionId' | 'reconciliation'>,
): Promise<void> {
  const { connectionId } = connection;
  const now = deps.clock.now();
  const { agedAfterDays } = reconciliationSettingsOf(connection);
  const before = new Date(now.getTime() - agedAfterDays * dayMs).toISOString();
  const found = await countAged(deps, connectionId, before);
  await deps.health.update(connectionId, ({ aged: before, ...health }) => {
    if (!found) return before && health;
    const told = toldNext(before?.told, found.count, now);
    const aged = { ...found, ...(told && { told }) };
    return JSON.stringify(aged) === JSON.stringify(before) ? undefined : { ...health, aged };
  });
}

/** What was dealt with may come back and is news then. */
function toldNext(told: AgedMismatches['told'], count: number, now: Date): AgedMismatches['told'] {
  if (!told) return { count, at: now.toISOString() };
  if (count <= told.count) return { ...told, count };
  const isQuiet = now.getTime() - Date.parse(told.at) < quietMs && count < 2 * told.count;
  return isQuiet ? told : { count, at: now.toISOString() };
}

async function countAged(
  { reconciliation }: Pick<Parameters<typeof noteAged>[0], 'reconciliation'>,
  connectionId: string,
  foundBefore: string,
): Promise<Omit<AgedMismatches, 'told'> | undefined> {
  const since: string[] = [];
  let after: string | undefined;
  for (let n = 0; n < mostPages; n += 1) {
    const page = await reconciliation.list(connectionId, { limit: pageSize, ...(after && { after }) });
    since.push(...page.mismatches.flatMap((one) => (one.handled || isNote(one) ? [] : one.since)));
    after = page.next;
    if (after === undefined) break;
  }
  const aged = since.filter((at) => at < foundBefore).toSorted();
  const [oldest] = aged;
  return oldest === undefined ? undefined : { count: aged.length, since: oldest };
}
