import { jobMessageSchema } from '@sinau/connectors';
import type { AgencyId } from '@sinau/kernel';
import { systemClock } from '@sinau/platform/crypto';
import { addressCheckVia } from '@sinau/sealing/adapters';
import { createSealStore } from '@sinau/sealing/dynamo';
import { createProviderOutbound } from './adapters.ts';
import type { Parts } from './parts.ts';

/** Work that the connector's worker does; `functions/connector/seal-job.ts` reads it. */
interface Told {
  readonly task: 'send' | 'try' | 'sweep';
  readonly agencyId: AgencyId;
}

/** What pages do with the seal of an agency. */
export function createSealDesk(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'sealer' | 'queue'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly PUSH_KEY_ID: string;
    readonly SEAL_QUEUE_URL: string;
    readonly PUSH_ALLOW_LOOPBACK: boolean;
  };
}) {
  const { parts, env } = given;
  const queue = parts.queue(env.SEAL_QUEUE_URL, jobMessageSchema);
  return {
    ...createSealStore({ dynamo: parts.dynamo, table: env.LMS_TABLE }),
    box: parts.sealer(env.PUSH_KEY_ID),
    addresses: addressCheckVia(createProviderOutbound(env)),
    clock: systemClock,
    tell: (work: Told) => queue.send({ kind: 'seal', ...work }),
  };
}
export type SealDesk = ReturnType<typeof createSealDesk>;
