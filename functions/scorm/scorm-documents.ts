import type { ScormDocuments } from '@sinau/delivery';
import { type DocumentDeps, getDocument, putDocument, type StoreName } from '@sinau/lrs';
import type { ScormDocument } from '@sinau/scorm';
import type { Account, Agent, DocumentOwner } from '@sinau/xapi';
import * as z from 'zod';
import { storeFor } from '../shared/record-writer.ts';

const launchData = z.object({ returnURL: z.string().exactOptional() });
const preferences = z.object({ languagePreference: z.string().exactOptional() });

/** Documents of the SCORM profile in the record store, and those that the launch wrote for its AU (cmi5 10 and 11). */
export function createScormDocuments(lrs: DocumentDeps): ScormDocuments {
  async function read<Schema extends z.ZodType>(
    schema: Schema,
    at: { readonly store: StoreName; readonly owner: DocumentOwner; readonly documentId: string },
  ): Promise<z.output<Schema> | undefined> {
    const document = await getDocument(lrs, at);
    if (!document) return undefined;
    // Preferences may be changed by content: what is not readable says nothing.
    try {
      return schema.safeParse(JSON.parse(new TextDecoder().decode(document.bytes))).data;
    } catch {
      return undefined;
    }
  }

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
    async readLaunch({ activityId, agent: account, registration, trial }) {
      const store = storeFor({ trial });
      const agent = agentOf(account);
      const state = {
        resource: 'state',
        activityId,
        agent,
        registration: registration.toLowerCase(),
      } as const;
      const [launch, preferred] = await Promise.all([
        read(launchData, { store, owner: state, documentId: 'LMS.LaunchData' }),
        read(preferences, {
          store,
          owner: { resource: 'agent-profile', agent },
          documentId: 'cmi5LearnerPreferences',
        }),
      ]);
      const language = preferred?.languagePreference;
      return {
        ...(launch?.returnURL !== undefined && { returnUrl: launch.returnURL }),
        ...(language !== undefined && { locale: /^en\b/i.test(language.trim()) ? 'en' : 'id' }),
      };
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
