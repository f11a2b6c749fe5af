import type { AgencyId } from '@sinau/kernel';
import { type Delivered, deliver, type SiasnClient } from '@sinau/siasn';
import { type ClaimDeps, claimWork, type WorkOrder } from './claim-work.ts';
import type { LineSource } from './ports.ts';
import { type Environment, type Standstill, standstills } from './settings.ts';
import { noteCreating, settleWork } from './settle-work.ts';
import { leastLeftMs } from './timing.ts';

export interface SendDeps extends ClaimDeps {
  readonly lines: LineSource;
}

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

/** Sends what is due in an agency, one after the other, while there is time. What was not begun is given back. */
export async function sendDue(
  deps: SendDeps,
  given: {
    readonly agencyId: AgencyId;
    /** Where the client sends to. */
    readonly environment: Environment;
    readonly client: SiasnClient;
    readonly stillTime: () => boolean;
  },
): Promise<SendRun> {
  const { agencyId, environment, client, stillTime } = given;
  let [sent, forbidden] = [0, 0];
  while (stillTime()) {
    const orders = await claimWork(deps, { agencyId, environment, limit: together });
    if (orders.length === 0) return { sent, outcome: 'idle' };
    for (const [n, order] of orders.entries()) {
      if (!stillTime() || isShort(deps, order)) {
        await giveBack(deps, [order]);
        continue;
      }
      const delivered = await deliverOrder(deps, client, order);
      forbidden = isForbidden(delivered) ? forbidden + 1 : 0;
      const end: Delivered =
        forbidden < forbiddenInARow ? delivered : { outcome: 'later', because: 'forbidden' };
      await settleWork(deps, { held: order, end });
      sent += 1;
      const because = standstillOf(end);
      if (because === undefined) continue;
      await giveBack(deps, orders.slice(n + 1));
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
const isShort = ({ clock }: SendDeps, { heldUntil }: WorkOrder) =>
  Date.parse(heldUntil) - leastLeftMs <= clock.now().getTime();

async function giveBack(deps: SendDeps, orders: readonly WorkOrder[]): Promise<void> {
  for (const held of orders) await settleWork(deps, { held, end: { outcome: 'stopped' } });
}

function deliverOrder(deps: SendDeps, client: SiasnClient, order: WorkOrder): Promise<Delivered> {
  const { nip, siasnAgencyId, siasnPersonId, training, remote, tried, takenIds, document } = order;
  return deliver(client, {
    ...{ nip, agencyId: siasnAgencyId, takenIds },
    ...(siasnPersonId !== undefined && { personId: siasnPersonId }),
    ...(training && { training }),
    ...(remote && { remote }),
    ...(tried && { tried: { like: tried } }),
    beforeCreating: async (like) =>
      (await noteCreating(deps, { held: order, training: like })) === 'noted' ? 'go' : 'stop',
    ...(document && {
      document: async () => {
        const bytes = await deps.lines.document(order, document);
        return bytes && { name: 'sertifikat.pdf', bytes };
      },
    }),
  });
}
