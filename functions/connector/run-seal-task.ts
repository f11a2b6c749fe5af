import { latestEdition } from '@sinau/credentials';
import { nodeDigest, systemIds } from '@sinau/platform/crypto';
import { requestSeal, runTrial, sealDue } from '@sinau/sealing';
import { createEsignOpener, createSealedFiles, pdfSealChecker } from '@sinau/sealing/adapters';
import { createSealDocuments, createSealFollow } from '../shared/seal-parts.ts';
import type { ConnectorParts } from './compose.ts';
import type { SealTask } from './seal-job.ts';

/** The clock sends the next message within a minute. */
const sealsForMs = 45_000;
/** People of an agency looked at by one message, and certificates of each by one question. */
const together = 50;

export async function runSealTask(parts: ConnectorParts, message: SealTask): Promise<void> {
  const { agencyId, task } = message;
  const { env, log, outbound, clock } = parts;
  const follow = { ...createSealFollow({ dynamo: parts.parts.dynamo, table: env.LMS_TABLE }), clock };
  const deps = {
    ...follow,
    documents: createSealDocuments(parts),
    files: createSealedFiles({ objects: parts.parts.objects(env.DOCUMENTS_BUCKET) }),
    box: parts.parts.sealer(env.PUSH_KEY_ID),
    service: createEsignOpener({ outbound }),
    ...{ checker: pdfSealChecker, digest: nodeDigest, ids: systemIds },
  };
  switch (task) {
    case 'send': {
      const until = Date.now() + sealsForMs;
      const run = await sealDue(deps, { agencyId, stillTime: () => Date.now() < until });
      if (run.because) log.warn('sealing stands still', { agencyId, ...run });
      else log.info('sealed', { agencyId, ...run });
      return;
    }
    case 'try': {
      const trial = await runTrial(deps, agencyId);
      log.info('seal tried', { agencyId, what: trial?.what, outcome: trial?.outcome });
      return;
    }
    case 'sweep':
      return sweep(parts, follow, message);
  }
}

/** An agency that has just switched it on: what its people have been issued since then is sealed too. */
async function sweep(
  parts: ConnectorParts,
  follow: ReturnType<typeof createSealFollow>,
  { agencyId, after }: SealTask,
): Promise<void> {
  const page = { limit: together, ...(after !== undefined && { after }) };
  const { people, next } = await follow.people.listByHome({ kind: 'agency', agencyId }, page);
  for (const { personId } of people) {
    let from: string | undefined;
    do {
      const place = { limit: together, ...(from !== undefined && { after: from }) };
      const { certificates, next: more } = await follow.certificates.ofPerson(personId, place);
      for (const certificate of certificates) {
        const { edition, ready } = latestEdition(certificate);
        if (certificate.agencyId !== agencyId || !ready || certificate.revoked) continue;
        const ref = { kind: 'certificate', number: certificate.number, edition } as const;
        await requestSeal(follow, { ref, agencyId, issuedAt: ready.at });
      }
      from = more;
    } while (from !== undefined);
  }
  if (next !== undefined) await parts.queue.send({ kind: 'seal', task: 'sweep', agencyId, after: next });
}
