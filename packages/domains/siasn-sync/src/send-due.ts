import { type Delivered, deliver, type SiasnClient } from '@sinau/siasn';
import type { WorkOrder } from './claim-work.ts';
import { type Standstill, standstills } from './settings.ts';
import { leastLeftMs } from './timing.ts';
import type { WorkDesk } from './work-desk.ts';

/** Held at once: a run that dies leaves few rows waiting for their lease to end. */
const together = 10;
/** So many people one after the other whom the account may not touch: it may touch nobody. */
const forbiddenInARow = 3;

export interface SendRun {
  readonly sent: number;
  /** `idle`: nothing is due any more. `more`: time is up. `stopped`: nothing goes on before somebody acts. */
  readonly outcome: 'idle' | 'more' | 'stopped';
  /** Why it has stopped. */
  readonly because?: Standstill;
}

/** Sends what is due, one after the other, while there is time. What was not begun is given back. */
export async function sendDue(
  desk: WorkDesk,
  given: {
    readonly client: SiasnClient;
    readonly clock: { now(): Date };
    readonly stillTime: () => boolean;
  },
): Promise<SendRun> {
  const { client, clock, stillTime } = given;
  let [sent, forbidden] = [0, 0];
  while (stillTime()) {
    const orders = await desk.claim(together);
    if (orders.length === 0) return { sent, outcome: 'idle' };
    for (const [n, order] of orders.entries()) {
      if (!stillTime() || isShort(order, clock)) {
        await giveBack(desk, [order]);
        continue;
      }
      const delivered = await deliverOrder(desk, client, order);
      forbidden = isForbidden(delivered) ? forbidden + 1 : 0;
      const end: Delivered =
        forbidden < forbiddenInARow ? delivered : { outcome: 'later', because: 'forbidden' };
      await desk.end(order, end);
      sent += 1;
      const because = standstillOf(end);
      if (because === undefined) continue;
      await giveBack(desk, orders.slice(n + 1));
      return { sent, outcome: 'stopped', because };
    }
  }
  return { sent, outcome: 'more' };
}

const isForbidden = (end: Delivered) => end.outcome === 'rejected' && end.because === 'forbidden';

/** Nothing goes on until somebody does something about it. */
function standstillOf(end: Delivered): Standstill | undefined {
  return end.outcome === 'later' ? standstills.find((one) => one === end.because) : undefined;
}

/** The orders before it took long. */
const isShort = ({ heldUntil }: WorkOrder, clock: { now(): Date }) =>
  Date.parse(heldUntil) - leastLeftMs <= clock.now().getTime();

async function giveBack(desk: WorkDesk, orders: readonly WorkOrder[]): Promise<void> {
  for (const order of orders) await desk.end(order, { outcome: 'stopped' });
}

/** One order, from looking to writing. */
export function deliverOrder(
  desk: Pick<WorkDesk, 'creating' | 'document'>,
  client: SiasnClient,
  order: WorkOrder,
): Promise<Delivered> {
  const { nip, siasnAgencyId, siasnPersonId, training, remote, tried, takenIds, document } = order;
  return deliver(client, {
    ...{ nip, agencyId: siasnAgencyId, takenIds },
    ...(siasnPersonId !== undefined && { personId: siasnPersonId }),
    ...(training && { training }),
    ...(remote && { remote }),
    ...(tried && { tried: { like: tried } }),
    beforeCreating: async (like) => ((await desk.creating(order, like)) === 'noted' ? 'go' : 'stop'),
    ...(document && {
      document: async () => {
        const bytes = await desk.document(order);
        return bytes && { name: 'sertifikat.pdf', bytes };
      },
    }),
  });
}
