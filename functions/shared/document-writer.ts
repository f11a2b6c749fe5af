import type { DocumentWriter } from '@sinau/delivery';
import {
  type DocumentAddress,
  type DocumentDeps,
  getDocument,
  PreconditionFailed,
  putDocument,
} from '@sinau/lrs';
import * as z from 'zod';
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
        await followLanguage(lrs, { address, document });
      }
    },
  };
}

const preferences = z.strictObject({ languagePreference: z.string(), audioPreference: z.string() });

/**
 * Preferences that say the same languages in another order are our own from before the learner changed the language of
 * the portal: they follow it. What content has written otherwise stays.
 */
async function followLanguage(
  lrs: DocumentDeps,
  { address, document }: { readonly address: DocumentAddress; readonly document: object },
): Promise<void> {
  const stored = await getDocument(lrs, address);
  const [before, after] = [stored && readPreferences(stored.bytes), preferences.safeParse(document).data];
  if (!stored || !before || !after || before.audioPreference !== after.audioPreference) return;
  const inOrder = (languages: string) => languages.split(',').sort().join();
  const [was, is] = [before.languagePreference, after.languagePreference];
  if (was === is || inOrder(was) !== inOrder(is)) return;
  try {
    const precondition = { ifMatch: [stored.etag] };
    await putDocument(lrs, { address, content: jsonOf(document), precondition });
  } catch (error) {
    // Somebody has just written others; those count.
    if (!(error instanceof PreconditionFailed)) throw error;
  }
}

function readPreferences(bytes: Uint8Array): z.output<typeof preferences> | undefined {
  try {
    return preferences.safeParse(JSON.parse(new TextDecoder().decode(bytes))).data;
  } catch {
    return undefined;
  }
}

function jsonOf(document: object): { readonly contentType: string; readonly bytes: Uint8Array } {
  return { contentType: 'application/json', bytes: new TextEncoder().encode(JSON.stringify(document)) };
}
