import type { Environment } from './settings.ts';
import { type Facts, queued, type SyncRow, withoutWork } from './sync-row.ts';

/**
 * A row as the other environment knows it: what stands in BKN's training environment stands nowhere else, and the other way round. Facts of
 * both are kept, so that whoever goes back finds what stood there. The same object: it is there already, or somebody works on it.
 */
export function inEnvironment(row: SyncRow, environment: Environment, now: Date): SyncRow {
  if (row.environment === environment || row.state === 'sending') return row;
  const { aside, ...rest } = row;
  const facts = factsOf(row);
  const bare = { ...without(withoutWork(rest)), changedAt: now.toISOString() };
  const back = aside?.environment === environment ? aside : fresh(row, environment);
  const next: SyncRow = { ...bare, ...back, ...(isWorthKeeping(facts) && { aside: facts }) };
  const waits = next.state === 'queued' || next.state === 'unknown';
  return waits ? { ...queued(next, now), state: next.state } : next;
}

/** Looked at like a line that was never sent; that somebody does not want it sent holds everywhere. */
function fresh({ state, because, content }: SyncRow, environment: Environment): Facts {
  if (state === 'excluded') return { environment, state, ...(because !== undefined && { because }) };
  return { environment, state: content ? 'incomplete' : 'superseded' };
}

const names = [
  ...(['environment', 'state', 'because', 'words', 'remote', 'tried', 'standing'] as const),
  ...(['as', 'there', 'reportId', 'filed'] as const),
] satisfies readonly (keyof Facts)[];

const factsOf = (row: SyncRow): Facts =>
  Object.fromEntries(
    names.flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]] as const])),
  ) as unknown as Facts;

/** Nothing that was only waiting: it waits from the beginning. */
const isWorthKeeping = ({ remote, tried, standing, filed }: Facts): boolean =>
  [remote, tried, standing, filed].some((one) => one !== undefined);

function without(row: Omit<SyncRow, 'aside'>): Omit<SyncRow, keyof Facts> {
  return Object.fromEntries(
    Object.entries(row).filter(([name]) => !names.some((one) => one === name)),
  ) as unknown as Omit<SyncRow, keyof Facts>;
}
