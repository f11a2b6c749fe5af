import type { ErrorCode } from '@sinau/kernel';
import { type Dynamo, expiryAttribute, type Item } from '@sinau/platform/dynamo';
import * as z from 'zod';
import { adapterFailureReasons } from '../../ports.ts';
import { mismatchKinds, repairActions } from '../../reconciliation/mismatch.ts';
import type { RepairOrderStore } from '../../reconciliation/ports.ts';
import { type RepairOrder, repairLineStates } from '../../reconciliation/repair-order.ts';
import { historySort, repairKey, repairsPartition, waitingPartition } from './keys.ts';

interface Deps {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}

/** What was ordered is shown so long. */
const keptSeconds = 180 * 86_400;
const mostOverdue = 100;

/** One of ours, which a later release may not know any more. */
const refusal = z.custom<ErrorCode>((value) => typeof value === 'string');
const lineRow = z.object({
  mismatchId: z.string(),
  kind: z.enum(mismatchKinds).exactOptional(),
  externalCourseId: z.string().exactOptional(),
  externalLearnerId: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  state: z.enum(repairLineStates),
  tries: z.number(),
  failure: z.enum(adapterFailureReasons).exactOptional(),
  refusal: refusal.exactOptional(),
});
const orderRow = z.object({
  ...{ connectionId: z.string(), orderId: z.string(), orderedAt: z.string(), orderedBy: z.string() },
  action: z.enum(repairActions),
  note: z.string().exactOptional(),
  subject: z.string().exactOptional(),
  state: z.enum(['waiting', 'done']),
  lines: z.array(lineRow),
  dueAt: z.string().exactOptional(),
  startedAt: z.string().exactOptional(),
  endedAt: z.string().exactOptional(),
  rev: z.number(),
});
const overdueRow = z.object({ connectionId: z.string(), orderId: z.string() });

/** One row an order, with its lines. */
export function createRepairOrderStore({ dynamo, table }: Deps): RepairOrderStore {
  const find: RepairOrderStore['find'] = async (connectionId, orderId) => {
    const row = await dynamo.get({ table, key: repairKey(connectionId, orderId), consistent: true });
    return row && orderRow.parse(row);
  };
  return {
    async place(order) {
      const result = await dynamo.put({
        ...{ table, item: toRow(order) },
        // Not waiting: two who order the same at once; the second one gets what waits.
        condition: {
          expression: 'attribute_not_exists(pk) OR #state = :done',
          names: { '#state': 'state' },
          values: { ':done': 'done' },
        },
      });
      if (result.outcome === 'done') return order;
      return (await find(order.connectionId, order.orderId)) ?? order;
    },
    find,
    async save(order) {
      const result = await dynamo.put({
        ...{ table, item: toRow({ ...order, rev: order.rev + 1 }) },
        // Unmoved: two deliveries of one message; the slower one stops.
        condition: { expression: 'rev = :rev', values: { ':rev': order.rev } },
      });
      return result.outcome === 'done' ? 'saved' : 'lost';
    },
    async list(connectionId, limit) {
      const partition = repairsPartition(connectionId);
      const page = await dynamo.query({ table, index: 'gsi1', partition, descending: true, limit });
      return page.items.map((row) => orderRow.parse(row));
    },
    async listOverdue(now) {
      // Behind every id of that moment.
      const sort = { between: ['0', `${now}~`] as const };
      const query = { table, index: 'gsi2' as const, partition: waitingPartition, sort, limit: mostOverdue };
      return (await dynamo.query(query)).items.map((row) => overdueRow.parse(row));
    },
  };
}

function toRow(order: RepairOrder): Item {
  const { connectionId, orderId, orderedAt, dueAt } = order;
  return {
    ...repairKey(connectionId, orderId),
    kind: 'repair-order',
    ...order,
    gsi1pk: repairsPartition(connectionId),
    gsi1sk: historySort(orderedAt, orderId),
    ...(dueAt !== undefined && { gsi2pk: waitingPartition, gsi2sk: historySort(dueAt, orderId) }),
    [expiryAttribute]: Math.floor(Date.parse(orderedAt) / 1000) + keptSeconds,
  };
}
