import type { ScormDocuments } from '@sinau/delivery';
import { type DocumentDeps, putDocument } from '@sinau/lrs';
import type { ScormDocument } from '@sinau/scorm';
import type { Account, Agent, DocumentOwner } from '@sinau/xapi';
import { storeFor } from '../shared/record-writer.ts';

/** Documents of the SCORM profile in the record store. */
export function createScormDocuments(lrs: DocumentDeps): ScormDocuments {
  return {
    async put({ agent: account, trial }, documents) {
      const store = storeFor({ trial });
      for (const document of documents) {
        const bytes = new TextEncoder().encode(JSON.stringify(document.content));
        await putDocument(lrs, {
          address: { store, ...addressOf(account, document) },
          content: { contentType: 'application/json', bytes },
        });
      }
    },
  };
}

const agentOf = (account: Account): Agent => ({ objectType: 'Agent', account });

function addressOf(
  account: Account,
  document: ScormDocument,
): { readonly owner: DocumentOwner; readonly documentId: string } {
  const agent = agentOf(account);
  switch (document.kind) {
    case 'state': {
      const { activityId, registration, stateId } = document;
      const owner = {
        resource: 'state',
        activityId,
        agent,
        registration: registration.toLowerCase(),
      } as const;
      return { owner, documentId: stateId };
    }
    case 'activityProfile':
      return {
        owner: { resource: 'activity-profile', activityId: document.activityId },
        documentId: document.profileId,
      };
    case 'agentProfile':
      return { owner: { resource: 'agent-profile', agent }, documentId: document.profileId };
  }
}
