import type { SiasnClient } from '@sinau/siasn';
import { deliverOrder, type WorkOrder } from '@sinau/siasn-sync';
import type { Log } from './log.ts';
import type { Planned, SinauDoor } from './sinau-door.ts';

/** Thrown instead of writing. */
class WouldWrite extends Error {
  readonly what: 'create' | 'change' | 'remove';

  constructor(what: WouldWrite['what']) {
    super(`would ${what}`);
    this.name = 'WouldWrite';
    this.what = what;
  }
}

const most = 20;

/** Looks at SIASN as a round would, and writes nothing: neither there nor at Sinau. Tells how many would come to what. */
export async function dryRun(deps: {
  readonly sinau: Pick<SinauDoor, 'preview'>;
  readonly client: SiasnClient;
  readonly log: Log;
}): Promise<Readonly<Record<string, number>>> {
  const client: SiasnClient = {
    ...deps.client,
    save: async (_, { recordId }) => {
      throw new WouldWrite(recordId === undefined ? 'create' : 'change');
    },
    remove: async () => {
      throw new WouldWrite('remove');
    },
  };
  const counts: Record<string, number> = {};
  for (const order of await deps.sinau.preview(most)) {
    const what = await whatOf(client, order);
    counts[what] = (counts[what] ?? 0) + 1;
    deps.log('would', { line: order.lineId, what });
  }
  return counts;
}

async function whatOf(client: SiasnClient, planned: Planned): Promise<string> {
  // The file is not fetched: nothing is written with it.
  const order: WorkOrder = { ...planned, leaseId: 'dry-run', heldUntil: '' };
  const desk = { creating: async () => 'noted' as const, document: async () => undefined };
  try {
    const end = await deliverOrder(desk, client, order);
    return 'because' in end ? `${end.outcome}: ${end.because}` : `${end.outcome}: nothing to write`;
  } catch (error) {
    if (error instanceof WouldWrite) return error.what;
    throw error;
  }
}
