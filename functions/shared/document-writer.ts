import type { DocumentWriter } from '@sinau/delivery';
import { type DocumentDeps, PreconditionFailed, putDocument } from '@sinau/lrs';
import { storeFor } from './record-writer.ts';

/** Documents of the record store that the LMS writes for AUs to read (cmi5 10 and 11). */
export function createDocumentWriter(lrs: DocumentDeps): DocumentWriter {
  return {
    async putLaunchData({ activityId, agent, registration, document, trial }) {
      const owner = {
        resource: 'state',
        activityId,
        agent,
        registration: registration.toLowerCase(),
      } as const;
      const address = { store: storeFor({ trial }), owner, documentId: 'LMS.LaunchData' };
      await putDocument(lrs, { address, content: jsonOf(document) });
    },
    async createPreferences({ agent, document, trial }) {
      const owner = { resource: 'agent-profile', agent } as const;
      const address = { store: storeFor({ trial }), owner, documentId: 'cmi5LearnerPreferences' };
      try {
        await putDocument(lrs, { address, content: jsonOf(document), precondition: { ifNoneMatch: '*' } });
      } catch (error) {
        // The learner has preferences already, and keeps them.
        if (!(error instanceof PreconditionFailed)) throw error;
      }
    },
  };
}

function jsonOf(document: object): { readonly contentType: string; readonly bytes: Uint8Array } {
  return { contentType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(document)) };
}
