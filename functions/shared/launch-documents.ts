import type { LaunchDocuments } from '@sinau/delivery';
import { type DocumentDeps, getDocument, type StoreName } from '@sinau/lrs';
import type { Agent, DocumentOwner } from '@sinau/xapi';
import * as z from 'zod';
import { storeFor } from './record-writer.ts';

const launchData = z.object({ returnURL: z.string().exactOptional() });
const preferences = z.object({ languagePreference: z.string().exactOptional() });

/** The documents that a launch wrote for its AU (cmi5 10 and 11). */
export function createLaunchDocuments(lrs: DocumentDeps): LaunchDocuments {
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
    async readLaunch({ activityId, agent: account, registration, trial }) {
      const store = storeFor({ trial });
      const agent: Agent = { objectType: 'Agent', account };
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
