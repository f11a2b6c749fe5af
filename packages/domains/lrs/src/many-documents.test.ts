import { describe, expect, it } from 'vitest';
import { deleteDocuments } from './delete-documents.ts';
import { listDocumentIds } from './list-document-ids.ts';
import { memoryDocumentStore } from './testing/index.ts';

const owner = {
  resource: 'state',
  activityId: 'https://kampus.example/modul/1',
  agent: { account: { homePage: 'https://sinau.example', name: 'sri' } },
} as const;
const info = { contentType: 'text/plain', etag: '', updated: '2026-03-02T01:00:00.000Z' };

async function withDocuments(count: number) {
  const documents = memoryDocumentStore();
  const bytes = new Uint8Array();
  for (let n = 0; n < count; n += 1) {
    const address = { store: 'national', owner, documentId: `s${n}` } as const;
    await documents.write(address, { ...info, bytes }, undefined);
  }
  return { documents };
}

describe('an owner of very many documents', () => {
  it('gets a list of 2,000 ids, and is told when there are more', async () => {
    const deps = await withDocuments(2_000);
    const request = { store: 'national', owner } as const;
    expect((await listDocumentIds(deps, request)).ids).toHaveLength(2_000);
    const more = await withDocuments(2_001);
    await expect(listDocumentIds(more, request)).rejects.toMatchObject({ code: 'lrs.too-large' });
    const since = '2030-01-01T00:00:00.000Z';
    await expect(listDocumentIds(more, { ...request, since })).rejects.toMatchObject({
      code: 'lrs.too-large',
    });
  });

  it('can delete all of them at once', async () => {
    const deps = await withDocuments(2_001);
    await deleteDocuments(deps, { store: 'national', owner });
    expect(await deps.documents.list('national', owner, 10)).toEqual([]);
  });
});
