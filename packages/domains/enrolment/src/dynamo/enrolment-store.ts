import type { Dynamo, Item, WriteResult } from '@sinau/platform/dynamo';
import type { Enrolment, Registration } from '../enrolment.ts';
import type { EnrolmentStore } from '../ports.ts';
import { enrolmentKey, seatKey, seatPartition } from './keys.ts';
import { readEnrolment, readSeat, toEnrolmentRow, toSeatRow } from './rows.ts';

/** Two rows an enrolment: itself by registration, and the seat of person and course that points to it. */
export function createEnrolmentStore(deps: {
  readonly dynamo: Dynamo;
  /** Name of the LMS table. */
  readonly table: string;
}): EnrolmentStore {
  const { dynamo, table } = deps;

  async function findByRegistration(registration: Registration): Promise<Enrolment | undefined> {
    const row = await dynamo.get({ table, key: enrolmentKey(registration), consistent: true });
    return row && readEnrolment(row);
  }

  return {
    findByRegistration,
    async create(enrolment) {
      const result = await dynamo.transactWrite(
        [
          // Seat absent: closes the race of two requests that both saw no enrolment.
          { kind: 'put', table, item: toSeatRow(enrolment), condition: absent },
          { kind: 'put', table, item: toEnrolmentRow(enrolment), condition: absent },
        ],
        { token: enrolment.enrolmentId },
      );
      return result.outcome === 'done' ? 'created' : 'already-enrolled';
    },
    async findCurrent(personId, courseId) {
      const seat = await dynamo.get({ table, key: seatKey(personId, courseId), consistent: true });
      return seat && notCancelled(await findByRegistration(readSeat(seat).registration));
    },
    async listCurrent(personId) {
      const seats = await seatsOf(deps, seatPartition(personId));
      const keys = seats.map((seat) => enrolmentKey(readSeat(seat).registration));
      const rows = await dynamo.batchGet({ table, keys, consistent: true });
      return rows.map(readEnrolment).filter((enrolment) => notCancelled(enrolment));
    },
    async complete(registration, completedAt) {
      const result = await dynamo.update({
        table,
        key: enrolmentKey(registration),
        update: 'SET #state = :completed, completedAt = :at',
        // Active: closes the race with a cancellation, and makes the first of repeated facts the only one.
        condition: '#state = :active',
        names: { '#state': 'state' },
        values: { ':completed': 'completed', ':active': 'active', ':at': completedAt },
      });
      return result.outcome === 'done' ? 'completed' : whyNotCompleted(result);
    },
    async cancel({ registration, personId, courseId }, cancelledAt) {
      const result = await dynamo.transactWrite([
        {
          kind: 'update',
          table,
          key: enrolmentKey(registration),
          update: 'SET #state = :cancelled, cancelledAt = :at',
          // Active: closes the race with a completion.
          condition: '#state = :active',
          names: { '#state': 'state' },
          values: { ':cancelled': 'cancelled', ':active': 'active', ':at': cancelledAt },
        },
        { kind: 'delete', table, key: seatKey(personId, courseId) },
      ]);
      return result.outcome === 'done' ? 'cancelled' : 'not-active';
    },
    async noteActivity({ registration, personId, at }) {
      await dynamo.update({
        table,
        key: enrolmentKey(registration),
        update: 'SET lastActivityAt = :at',
        // Own: fails for an absent row too · older: late and repeated facts move nothing back.
        condition: 'personId = :person AND (attribute_not_exists(lastActivityAt) OR lastActivityAt < :at)',
        values: { ':person': personId, ':at': at },
      });
    },
  };
}

const absent = { expression: 'attribute_not_exists(pk)' };

function notCancelled(enrolment: Enrolment | undefined): Enrolment | undefined {
  return enrolment?.state === 'cancelled' ? undefined : enrolment;
}

function whyNotCompleted(result: WriteResult & { outcome: 'condition-failed' }) {
  if (!result.item) return 'absent';
  return readEnrolment(result.item).state === 'cancelled' ? 'was-cancelled' : 'was-completed';
}

async function seatsOf(
  { dynamo, table }: { readonly dynamo: Dynamo; readonly table: string },
  partition: string,
): Promise<readonly Item[]> {
  const seats: Item[] = [];
  let last: Readonly<Record<string, unknown>> | undefined;
  do {
    const startAfter = last ? { startAfter: last } : {};
    const page = await dynamo.query({ table, partition, consistent: true, ...startAfter });
    seats.push(...page.items);
    last = page.last;
  } while (last);
  return seats;
}
