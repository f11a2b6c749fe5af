import { fixedClock } from '@sinau/kernel/testing';
import { type DocumentAddress, getDocument, putDocument } from '@sinau/lrs';
import { memoryDocumentStore } from '@sinau/lrs/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { createDocumentWriter } from './document-writer.ts';

const agent = {
  objectType: 'Agent',
  account: { homePage: 'https://sinau.example', name: 'p-1' },
} as const;
const address: DocumentAddress = {
  ...{ store: 'national', documentId: 'cmi5LearnerPreferences' },
  owner: { resource: 'agent-profile', agent },
};
const indonesian = { languagePreference: 'id-ID,en', audioPreference: 'on' };
const english = { languagePreference: 'en,id-ID', audioPreference: 'on' };

function setup() {
  const lrs = { documents: memoryDocumentStore(), digest: nodeDigest, clock: fixedClock() };
  const writer = createDocumentWriter(lrs);
  return {
    launch: (document: typeof english) => writer.createPreferences({ agent, document }),
    content: (document: object) => {
      const bytes = new TextEncoder().encode(JSON.stringify(document));
      return putDocument(lrs, { address, content: { contentType: 'application/json', bytes } });
    },
    stored: async () => {
      const document = await getDocument(lrs, address);
      return document && JSON.parse(new TextDecoder().decode(document.bytes));
    },
  };
}

describe('preferences of a learner', () => {
  it('begin with the language of the portal and follow it', async () => {
    const { launch, stored } = setup();
    await launch(indonesian);
    expect(await stored()).toEqual(indonesian);
    await launch(english);
    expect(await stored()).toEqual(english);
    await launch(english);
    expect(await stored()).toEqual(english);
  });

  it.each([
    { languagePreference: 'fr,en-US', audioPreference: 'on' },
    { languagePreference: 'id-ID,en', audioPreference: 'off' },
    { languagePreference: 'id-ID,en', audioPreference: 'on', more: 1 },
    ['no preferences'],
  ])('stay as content has set them: %j', async (set) => {
    const { launch, content, stored } = setup();
    await content(set);
    await launch(english);
    expect(await stored()).toEqual(set);
  });
});
