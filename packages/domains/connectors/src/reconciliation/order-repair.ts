import { type Clock, type Digest, InvalidInput, uuidOfParts } from '@sinau/kernel';
import type { Connection } from '../connection.ts';
import type { JobQueue } from '../job.ts';
import { isLasting, type Mismatch, type RepairAction } from './mismatch.ts';
import type { ReconciliationStore, RepairOrderStore } from './ports.ts';
import { dueAfter, type RepairLine, type RepairOrder } from './repair-order.ts';

export interface OrderDeps {
  readonly reconciliation: Pick<ReconciliationStore, 'find'>;
  readonly repairs: Pick<RepairOrderStore, 'find' | 'place'>;
  readonly queue: JobQueue;
  readonly digest: Pick<Digest, 'sha1'>;
  readonly clock: Clock;
}

export interface RepairRequest {
  readonly mismatchIds: readonly string[];
  readonly action: RepairAction;
  /** Why it is left as it is. */
  readonly note?: string;
  /** Our pseudonym of the learner. */
  readonly subject?: string;
}

/** A person works through pages of that size. */
export const mostInOrder = 100;
const namespace = '5a0f6f57-7c1d-4d2e-9a55-0a1c6f1c2b90';

/**
 * Writes down what is to be done and wakes the worker; asks no provider. Ordered twice while it waits (a form that is sent twice, two people at
 * one page) it is one order; the second only wakes the worker once more.
 */
export async function orderRepair(
  deps: OrderDeps,
  input: { readonly connection: Connection; readonly orderedBy: string; readonly request: RepairRequest },
): Promise<RepairOrder> {
  const { connection, orderedBy } = input;
  const { connectionId } = connection;
  const request = checked(input.request);
  const { mismatchIds, ...wanted } = request;
  const found = await Promise.all(mismatchIds.map((id) => deps.reconciliation.find(connectionId, id)));
  const orderId = orderIdOf(deps, connectionId, request);
  const known = await deps.repairs.find(connectionId, orderId);
  // Sent twice, and the first was quick.
  if (known?.state === 'done' && found.every((one) => one === undefined || one.handled)) return known;
  const now = deps.clock.now();
  const order: RepairOrder = {
    ...{ ...wanted, connectionId, orderId, orderedBy },
    ...{ orderedAt: now.toISOString(), state: 'waiting', dueAt: dueAfter(now), rev: 1 },
    lines: found.map((one, n) => lineOf(mismatchIds[n] ?? '', one)),
  };
  const placed = await deps.repairs.place(order);
  await deps.queue.send({ kind: 'repair', connectionId, orderId: placed.orderId });
  return placed;
}

/** Without doubles and spaces, and with what its action needs. */
function checked({ mismatchIds, action, note = '', subject = '' }: RepairRequest): RepairRequest {
  const ids = [...new Set(mismatchIds)];
  if (ids.length === 0 || ids.length > mostInOrder)
    throw new InvalidInput(`Choose 1 to ${mostInOrder} mismatches.`);
  if (isLasting(action) && (note.trim() === '' || note.trim().length > 500))
    throw new InvalidInput('Say why in at most 500 characters.');
  return {
    ...{ mismatchIds: ids, action },
    ...(isLasting(action) && { note: note.trim() }),
    ...(action === 'map-learner' && subject.trim() !== '' && { subject: subject.trim() }),
  };
}

function orderIdOf(
  { digest }: Pick<OrderDeps, 'digest'>,
  connectionId: string,
  { mismatchIds, action, note = '', subject = '' }: RepairRequest,
): string {
  const parts = [connectionId, action, note, subject, ...mismatchIds.toSorted()];
  return uuidOfParts(digest, namespace, parts);
}

/** Registrations are ours alone: the line keeps what the provider calls the learner. */
function lineOf(mismatchId: string, found: Mismatch | undefined): RepairLine {
  if (!found) return { mismatchId, state: 'gone', tries: 0 };
  const { kind, externalCourseId, externalLearnerId, subject } = found;
  return {
    ...{ mismatchId, kind, externalCourseId, state: 'waiting', tries: 0 },
    ...(externalLearnerId !== undefined && { externalLearnerId }),
    ...(subject !== undefined && { subject }),
  };
}
