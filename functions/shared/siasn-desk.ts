import { jobMessageSchema } from '@sinau/connectors';
import type { AgencyId } from '@sinau/kernel';
import type { Parts } from './parts.ts';
import { createSiasnParts } from './siasn-parts.ts';

/** Work that the connector's worker does; `functions/connector/siasn-job.ts` reads it. */
type Told =
  | { readonly task: 'send' | 'sweep'; readonly agencyId: AgencyId }
  /** `courseId`: lines of this course alone. */
  | { readonly task: 'recheck'; readonly agencyId: AgencyId; readonly courseId?: string }
  | { readonly task: 'mark-file'; readonly agencyId: AgencyId; readonly reportId: string }
  | {
      readonly task: 'release-file';
      readonly agencyId: AgencyId;
      readonly reportId: string;
      readonly reason?: string;
    };

/** What pages and the API do with SIASN. */
export function createSiasnDesk(
  given: Parameters<typeof createSiasnParts>[0] & {
    readonly parts: Pick<Parts, 'queue'>;
    readonly env: { readonly CONNECTOR_QUEUE_URL: string };
  },
) {
  const queue = given.parts.queue(given.env.CONNECTOR_QUEUE_URL, jobMessageSchema);
  return {
    ...createSiasnParts(given),
    tell: (work: Told) => queue.send({ kind: 'siasn', ...work }),
  };
}
export type SiasnDesk = ReturnType<typeof createSiasnDesk>;
