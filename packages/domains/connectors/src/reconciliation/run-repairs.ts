import type { Connection } from '../connection.ts';
import type { RepairOrderStore } from './ports.ts';
import { type RepairDeps, repairOne } from './repair.ts';
import { dueAfter, isWaiting, type RepairLine, type RepairOrder } from './repair-order.ts';

export interface RunRepairsDeps extends RepairDeps {
  readonly repairs: Pick<RepairOrderStore, 'find' | 'save'>;
}

/** So often is a line tried at a provider that does not answer: over about three quarters of an hour. */
const mostTries = 6;
/** So many lines in a row that pass by: the provider as a whole does not answer. */
const mostInVain = 3;
/** An order waits for a provider that is left alone, and for a store that does not answer, and no longer. */
const longestMs = 24 * 3_600_000;
const firstSeconds = 30;
/** The longest that the queue holds a message back. */
const longestSeconds = 900;

/**
 * Goes on with an order, line by line, until it is through or `deadlineMs` (epoch) is past; each line is noted when it is done, so that
 * whoever takes it up goes on behind it. `again`: there is more to do, after so many seconds. `lost`: another worker is at it. What
 * the provider does is noted at the line and rejects nothing.
 */
export async function runRepairs(
  deps: RunRepairsDeps,
  input: {
    readonly connectionId: string;
    readonly orderId: string;
    /** Absent: it was removed meanwhile. */
    readonly connection: Connection | undefined;
    readonly deadlineMs: number;
  },
): Promise<'done' | 'lost' | 'over' | { readonly again: number }> {
  const { connectionId, orderId, connection, deadlineMs } = input;
  const found = await deps.repairs.find(connectionId, orderId);
  if (found?.state !== 'waiting') return 'over';
  const now = () => deps.clock.now();
  if (!connection) return (await finish(deps, found, 'gone')) ? 'done' : 'lost';
  const { startedAt = now().toISOString() } = found;
  if (now().getTime() - Date.parse(startedAt) > longestMs)
    return (await finish(deps, found, 'failed')) ? 'done' : 'lost';
  // Noted before anything is asked: a second message finds that somebody is at it.
  let order = await write(deps, found, { startedAt, dueAt: dueAfter(now()) });
  let inVain = 0;
  for (const mismatchId of inTurn(found)) {
    if (!order) return 'lost';
    if (inVain >= mostInVain) break;
    if (now().getTime() > deadlineMs) return { again: 0 };
    const line = order.lines.find((one) => one.mismatchId === mismatchId);
    if (!line) continue;
    const next = await carryOut(deps, { connection, order }, line);
    inVain = isWaiting(next) ? inVain + 1 : 0;
    const lines = order.lines.map((one) => (one.mismatchId === mismatchId ? next : one));
    order = await write(deps, order, { lines, dueAt: dueAfter(now()) });
  }
  return order ? end(deps, order) : 'lost';
}

/** Those that were tried least come first, so that one that never passes holds up no other. */
const inTurn = ({ lines }: RepairOrder): readonly string[] =>
  lines
    .filter(isWaiting)
    .toSorted((a, b) => a.tries - b.tries)
    .map(({ mismatchId }) => mismatchId);

async function carryOut(
  deps: RunRepairsDeps,
  { connection, order }: { readonly connection: Connection; readonly order: RepairOrder },
  { failure: _, refusal: __, ...line }: RepairLine,
): Promise<RepairLine> {
  const { action, note, subject, orderedBy, orderedAt } = order;
  const wanted = { ...(note !== undefined && { note }), ...(subject !== undefined && { subject }) };
  const { mismatchId } = line;
  const repaired = await repairOne(deps, {
    connection,
    by: orderedBy,
    orderedAt,
    mismatchId,
    action,
    ...wanted,
  });
  if (repaired.outcome !== 'passing') {
    const { outcome, ...why } = repaired;
    return { ...line, ...why, state: outcome, tries: line.tries + 1 };
  }
  const { failure } = repaired;
  // Waiting for a provider that is left alone is no try of it.
  const tries = line.tries + (failure === 'circuit-open' ? 0 : 1);
  return { ...line, failure, tries, state: tries < mostTries ? 'waiting' : 'failed' };
}

async function end(
  deps: RunRepairsDeps,
  order: RepairOrder,
): Promise<'done' | 'lost' | { readonly again: number }> {
  const waiting = order.lines.filter(isWaiting);
  if (waiting.length === 0) return (await finish(deps, order, 'failed')) ? 'done' : 'lost';
  const tries = Math.max(1, ...waiting.map((line) => line.tries));
  const again = Math.min(longestSeconds, firstSeconds * 2 ** tries);
  return (await write(deps, order, { dueAt: dueAfter(deps.clock.now(), again) })) ? { again } : 'lost';
}

/** Lines that still wait end as `rest`. */
async function finish(
  deps: RunRepairsDeps,
  order: RepairOrder,
  rest: 'gone' | 'failed',
): Promise<RepairOrder | undefined> {
  const lines = order.lines.map((line) => (isWaiting(line) ? { ...line, state: rest } : line));
  const { dueAt: _, ...through } = order;
  const endedAt = deps.clock.now().toISOString();
  return write(deps, through, { lines, state: 'done', endedAt });
}

/** Undefined when another worker was faster. */
async function write(
  { repairs }: Pick<RunRepairsDeps, 'repairs'>,
  order: RepairOrder,
  change: Partial<RepairOrder>,
): Promise<RepairOrder | undefined> {
  const next = { ...order, ...change };
  return (await repairs.save(next)) === 'saved' ? { ...next, rev: next.rev + 1 } : undefined;
}
