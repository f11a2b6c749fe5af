import { type AcceptDeps, acceptAuStatements, checkAuDocumentAccess } from '@sinau/delivery';
import type { StoreDeps } from '@sinau/lrs';
import type { Agent, AttachmentData } from '@sinau/xapi';
import { createRecordWriter } from '../shared/record-writer.ts';
import type { AuGate } from './deps.ts';

/** Running content meets the rules of its session first; what passes is stored with the authority of the LMS. */
export function createAuGate(deps: {
  readonly delivery: Omit<AcceptDeps<AttachmentData>, 'records'>;
  readonly lrs: StoreDeps;
  readonly authority: Agent;
}): AuGate {
  const { delivery, lrs, authority } = deps;
  return {
    accept: ({ version, sources, ...request }) => {
      const records = createRecordWriter(lrs, { authority, version, sources });
      return acceptAuStatements({ ...delivery, records }, request);
    },
    check: (principal, access) => checkAuDocumentAccess(delivery, { principal, access }),
  };
}
