import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { getDocument, getStatement } from '@sinau/lrs';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '@sinau/lrs/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { createDocumentWriter } from './document-writer.ts';
import { createRecordWriter, lmsAuthority, nationalStore } from './record-writer.ts';

const issuer = 'https://sinau.example';
const agent = { account: { homePage: issuer, name: 'p-1' } };
const id = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee';
const statement = {
  id,
  actor: agent,
  verb: { id: 'http://adlnet.gov/expapi/verbs/experienced' },
  object: { id: 'https://kampus.example/modul/1' },
};

function open() {
  const clock = fixedClock();
  return {
    statements: memoryStatementStore({ clock }),
    attachments: memoryAttachmentStore(),
    activities: memoryActivityStore(),
    documents: memoryDocumentStore(),
    visibility: { agenciesOf: async (statements: readonly unknown[]) => statements.map(() => []) },
    digest: nodeDigest,
    ids: countedIds(),
    clock,
  };
}

describe('records of the LMS', () => {
  it('are stored in the national store under its authority; a repetition is no conflict', async () => {
    const lrs = open();
    const writer = createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' });
    expect(await writer.write({ statements: [statement] })).toBe('stored');
    expect(await writer.write({ statements: [statement] })).toBe('stored');
    const reader = { kind: 'all' } as const;
    const found = await getStatement(lrs, { store: nationalStore, reader, id, voided: false });
    expect(found?.statement.authority.account).toEqual({ homePage: issuer, name: 'lms' });
  });

  it('refuse another statement under a known id, and tell of a companion that did not hold', async () => {
    const lrs = open();
    const writer = createRecordWriter(lrs, { authority: lmsAuthority(issuer), version: '1.0.3' });
    await writer.write({ statements: [statement] });
    const other = { ...statement, result: { success: true } };
    await expect(writer.write({ statements: [other] })).rejects.toMatchObject({ code: 'lrs.conflict' });
    lrs.statements.write = async () => ({ outcome: 'companion-refused' });
    expect(await writer.write({ statements: [statement] })).toBe('companion-refused');
    lrs.statements.write = async () => ({ outcome: 'too-large', reason: 'too many lists' });
    await expect(writer.write({ statements: [statement] })).rejects.toMatchObject({ code: 'lrs.too-large' });
  });
});

describe('documents of the LMS', () => {
  const activityId = 'https://sinau.example/activities/1';
  const textOf = (document: { readonly bytes: Uint8Array } | undefined) =>
    new TextDecoder().decode(document?.bytes);

  it('launch data is replaced at every launch', async () => {
    const lrs = open();
    const writer = createDocumentWriter(lrs);
    for (const launch of [1, 2]) {
      await writer.putLaunchData({ activityId, agent, registration: id.toUpperCase(), document: { launch } });
    }
    const owner = { resource: 'state', activityId, agent, registration: id } as const;
    const stored = await getDocument(lrs, { store: nationalStore, owner, documentId: 'LMS.LaunchData' });
    expect(textOf(stored)).toBe('{"launch":2}');
    expect(stored?.contentType).toBe('application/json');
  });

  it('preferences that a learner has are kept', async () => {
    const lrs = open();
    const writer = createDocumentWriter(lrs);
    await writer.createPreferences({ agent, document: { languagePreference: 'id' } });
    await writer.createPreferences({ agent, document: { languagePreference: 'en' } });
    const owner = { resource: 'agent-profile', agent } as const;
    const stored = await getDocument(lrs, {
      store: nationalStore,
      owner,
      documentId: 'cmi5LearnerPreferences',
    });
    expect(textOf(stored)).toBe('{"languagePreference":"id"}');
  });
});
