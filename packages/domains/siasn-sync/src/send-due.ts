import type { AgencyId } from '@sinau/kernel';
import { type Delivered, deliver, type SiasnClient } from '@sinau/siasn';
import { type ClaimDeps, claimWork, type WorkOrder } from './claim-work.ts';
import type { LineSource } from './ports.ts';
import { noteCreating, settleWork } from './settle-work.ts';

export interface SendDeps extends ClaimDeps {
  readonly lines: LineSource;
}

/** Held at once: a run that dies leaves few rows waiting for their lease to end. */
const together = 10;

export interface SendRun {
  readonly sent: number;
  /** `idle`: nothing is due any more. `more`: time is up. `stopped`: nothing goes on before somebody acts. */
  readonly outcome: 'idle' | 'more' | 'stopped';
}

/** Sends what is due in an agency, one after the other, while there is time. */
export async function sendDue(
  deps: SendDeps,
  given: { readonly agencyId: AgencyId; readonly client: SiasnClient; readonly stillTime: () => boolean },
): Promise<SendRun> {
  const { agencyId, client, stillTime } = given;
  let sent = 0;
  while (stillTime()) {
    const orders = await claimWork(deps, { agencyId, limit: together });
    if (orders.length === 0) return { sent, outcome: 'idle' };
    for (const order of orders) {
      const end = await deliverOrder(deps, client, order);
      await settleWork(deps, { held: order, end });
      sent += 1;
      if (end.outcome === 'later' && isStandstill(end.because)) return { sent, outcome: 'stopped' };
    }
  }
  return { sent, outcome: 'more' };
}

const isStandstill = (because: string) => because === 'signed-out' || because === 'client-refused';

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
