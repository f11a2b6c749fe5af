import { nodeDigest } from '@sinau/platform/crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deleteDocument } from '../delete-document.ts';
import { deleteDocuments } from '../delete-documents.ts';
import { getActivity } from '../get-activity.ts';
import { getDocument } from '../get-document.ts';
import { listDocumentIds } from '../list-document-ids.ts';
import { loadAttachments } from '../load-attachments.ts';
import { mergeDocument } from '../merge-document.ts';
import type { DocumentAddress } from '../ports.ts';
import { putDocument } from '../put-document.ts';
import { attachmentData, type Harness, harness, type TestedStores } from './record-store-harness.ts';
import { activityId, person, statement, uuidOf } from './sample-statements.ts';

/** What every store of documents, attachments and activities keeps to. `open` gives an empty one. */
export function documentStoreContract(name: string, open: () => Promise<TestedStores>): void {
  describe(`${name}: documents`, () => {
    let on: Harness;
    let deps: { documents: Harness['documents']; digest: typeof nodeDigest; clock: Harness['clock'] };
    beforeEach(async () => {
      on = harness(await open());
      deps = { documents: on.documents, digest: nodeDigest, clock: on.clock };
    });
    const state = { resource: 'state', activityId: activityId(1), agent: person('sri') } as const;
    const address = (documentId: string, owner: DocumentAddress['owner'] = state): DocumentAddress => ({
      store: 'national',
      owner,
      documentId,
    });
    const json = (value: unknown) => ({
      contentType: 'application/json',
      bytes: new TextEncoder().encode(JSON.stringify(value)),
    });
    const parse = (bytes: Uint8Array | undefined) => JSON.parse(new TextDecoder().decode(bytes));

    it('gives back the very bytes with type, time and SHA-1, small and large', async () => {
      for (const size of [0, 256, 500_000]) {
        const bytes = Uint8Array.from({ length: size }, (_, n) => (n * 7 + (n >> 8)) & 255);
        const info = await putDocument(deps, {
          address: address(`d${size}`),
          content: { contentType: 'image/png', bytes },
        });
        const found = await getDocument(deps, address(`d${size}`));
        expect(found).toMatchObject({
          contentType: 'image/png',
          etag: nodeDigest.sha1(bytes),
          updated: info.updated,
        });
        expect(Buffer.from(found?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      }
      expect(await getDocument(deps, address('none'))).toBeUndefined();
    });

    it('tells owners, resources, registrations and stores apart', async () => {
      const owners = [
        state,
        { ...state, registration: uuidOf(1) },
        { ...state, activityId: activityId(2) },
        { ...state, agent: person('budi') },
        { resource: 'agent-profile', agent: person('sri') },
        { resource: 'activity-profile', activityId: activityId(1) },
      ] as const;
      for (const [n, owner] of owners.entries())
        await putDocument(deps, { address: address('a#b%', owner), content: json({ n }) });
      for (const [n, owner] of owners.entries()) {
        expect(parse((await getDocument(deps, address('a#b%', owner)))?.bytes)).toEqual({ n });
      }
      expect(await getDocument(deps, { ...address('a#b%'), store: 'sandbox' })).toBeUndefined();
    });

    it('loses none of twenty parallel merges', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          mergeDocument(deps, { address: address('m'), content: json({ [`k${n}`]: n }) }),
        ),
      );
      const keys = Object.keys(parse((await getDocument(deps, address('m')))?.bytes));
      expect(keys).toHaveLength(20);
    });

    it('merges top-level properties only, and refuses what is no JSON object', async () => {
      await putDocument(deps, { address: address('m'), content: json({ a: { x: 1 }, b: 1 }) });
      await mergeDocument(deps, { address: address('m'), content: json({ a: { y: 2 }, c: 3 }) });
      expect(parse((await getDocument(deps, address('m')))?.bytes)).toEqual({ a: { y: 2 }, b: 1, c: 3 });
      const text = { contentType: 'text/plain', bytes: new TextEncoder().encode('{}') };
      await expect(mergeDocument(deps, { address: address('m'), content: text })).rejects.toMatchObject({
        code: 'request.invalid',
      });
      await expect(mergeDocument(deps, { address: address('m'), content: json([1]) })).rejects.toMatchObject({
        code: 'request.invalid',
      });
      await mergeDocument(deps, { address: address('t'), content: text });
      expect((await getDocument(deps, address('t')))?.contentType).toBe('text/plain');
    });

    it('D4: merges a property named __proto__ like any other', async () => {
      await putDocument(deps, { address: address('m'), content: json({ a: 1 }) });
      const bytes = new TextEncoder().encode('{"__proto__":{"polluted":true}}');
      await mergeDocument(deps, {
        address: address('m'),
        content: { contentType: 'application/json', bytes },
      });
      const text = new TextDecoder().decode((await getDocument(deps, address('m')))?.bytes);
      expect(text).toBe('{"a":1,"__proto__":{"polluted":true}}');
    });

    it('lets one of ten parallel creations win, and one of ten replacements of one version', async () => {
      const put = (n: number, precondition: object) =>
        putDocument(deps, { address: address('c'), content: json({ n }), precondition }).then(
          () => 'won',
          (error: { code: string }) => error.code,
        );
      const race = (precondition: object) =>
        Promise.all(Array.from({ length: 10 }, (_, n) => put(n, precondition)));
      const created = await race({ ifNoneMatch: '*' });
      expect(created.filter((each) => each === 'won')).toHaveLength(1);
      const etag = (await getDocument(deps, address('c')))?.etag ?? '';
      await putDocument(deps, { address: address('c'), content: json({ start: true }) });
      const stale = await race({ ifMatch: [etag] });
      expect(stale).toEqual(Array(10).fill('lrs.precondition-failed'));
      const now = (await getDocument(deps, address('c')))?.etag ?? '';
      const replaced = await race({ ifMatch: [now] });
      expect(replaced.filter((each) => each === 'won')).toHaveLength(1);
    });

    it('asks which version is replaced where it must', async () => {
      const put = (content: object, more: object = {}) =>
        putDocument(deps, { address: address('p'), content: json(content), mustSayWhich: true, ...more });
      await put({ n: 1 });
      await expect(put({ n: 2 })).rejects.toMatchObject({ code: 'lrs.precondition-required' });
      await put({ n: 3 }, { precondition: { ifMatch: '*' } });
      expect(parse((await getDocument(deps, address('p')))?.bytes)).toEqual({ n: 3 });
    });

    it('lists and deletes by owner; State without registration means every registration', async () => {
      const inRun = { ...state, registration: uuidOf(1) };
      await putDocument(deps, { address: address('a'), content: json({}) });
      await putDocument(deps, { address: address('b', inRun), content: json({}) });
      await putDocument(deps, {
        address: address('x', { ...state, agent: person('budi') }),
        content: json({}),
      });
      const list = (owner: DocumentAddress['owner'], since?: string) =>
        listDocumentIds(deps, { store: 'national', owner, ...(since ? { since } : {}) });
      expect([...(await list(state)).ids].sort()).toEqual(['a', 'b']);
      const { ids, lastModified } = await list(inRun);
      expect(ids).toEqual(['b']);
      expect(lastModified).toBe((await getDocument(deps, address('b', inRun)))?.updated);
      expect((await list(inRun, lastModified)).ids).toEqual([]);
      await deleteDocument(deps, { address: address('a') });
      await deleteDocument(deps, { address: address('a') });
      expect((await list(state)).ids).toEqual(['b']);
      await deleteDocuments(deps, { store: 'national', owner: state });
      expect((await list(state)).ids).toEqual([]);
      expect((await list({ ...state, agent: person('budi') })).ids).toEqual(['x']);
    });
  });

  describe(`${name}: attachments and activities`, () => {
    let on: Harness;
    beforeEach(async () => {
      on = harness(await open());
    });

    it('lists as many as are asked for and no more', async () => {
      const agent = person('sri');
      const owner = { resource: 'state', activityId: activityId(1), agent } as const;
      for (const documentId of ['a', 'b', 'c']) {
        const address = { store: 'national', owner, documentId } as const;
        await putDocument(
          { ...on, digest: nodeDigest },
          {
            address,
            content: { contentType: 'text/plain', bytes: new Uint8Array([1]) },
          },
        );
      }
      expect(await on.documents.list('national', owner, 2)).toHaveLength(2);
      expect(await on.documents.list('national', owner, 3)).toHaveLength(3);
      expect(await on.documents.list('national', owner, 4)).toHaveLength(3);
    });

    it('keeps attachment data byte for byte, once per hash', async () => {
      const data = { ...attachmentData(''), bytes: Uint8Array.from({ length: 1024 }, (_, n) => n & 255) };
      const sha2 = nodeDigest.sha256(data.bytes);
      const attachment = {
        usageType: 'https://u.example',
        display: { id: 'x' },
        contentType: 'application/octet-stream',
        length: 1024,
        sha2: sha2.toUpperCase(),
      };
      const statements = [1, 2].map((n) => statement({ id: uuidOf(n), attachments: [attachment] }));
      await on.store(statements, { attachments: [{ ...data, sha2 }] });
      const page = statements.map(({ id = '', attachments = [] }) => ({ id, json: '{}', attachments }));
      const loaded = await loadAttachments(on, { store: 'national', page });
      expect(loaded.statements).toBe(2);
      expect(loaded.data.map((each) => each.sha2)).toEqual([sha2]);
      expect(Buffer.from(loaded.data[0]?.bytes ?? []).equals(Buffer.from(data.bytes))).toBe(true);
      expect((await loadAttachments(on, { store: 'sandbox', page })).data).toEqual([]);
    });

    it('C3: gives the data of an attachment to the statements that came with it, and not to who names its hash', async () => {
      const data = attachmentData('Rahasia');
      const attachment = {
        usageType: 'https://u.example',
        display: { id: 'x' },
        contentType: data.contentType,
        length: data.bytes.length,
        sha2: data.sha2,
        fileUrl: 'https://f.example/1',
      };
      const whole = statement({ id: uuidOf(1), attachments: [attachment] });
      const naming = statement({ id: uuidOf(2), attachments: [attachment] });
      const countFor = async ({ id = '' }: { readonly id?: string }) => {
        const page = [{ id, json: '{}', attachments: [attachment] }];
        return (await loadAttachments(on, { store: 'national', page })).data.length;
      };
      await on.store([whole], { attachments: [data] });
      await on.store([naming]);
      expect([await countFor(whole), await countFor(naming)]).toEqual([1, 0]);
      // Whoever has the data may bring it later.
      await on.store([naming], { attachments: [data] });
      expect(await countFor(naming)).toBe(1);
    });

    it('keeps what is known of an activity when somebody says more about it than a row holds', async () => {
      const say = (definition: object) =>
        on.store([statement({ object: { id: activityId(1), definition } })]);
      const large = (n: number) => ({
        extensions: { [`https://x.example/${n}`]: `${n}`.repeat(150_000) },
      });
      await say({ name: { id: 'Modul' } });
      await say({ name: { en: 'x'.repeat(500_000) } });
      await say(large(1));
      await say(large(2));
      await say({ name: { en: 'Module' } });
      const activity = { store: 'national', activityId: activityId(1) } as const;
      expect((await getActivity(on, activity)).definition).toEqual({
        name: { id: 'Modul', en: 'Module' },
        ...large(1),
      });
      const id = 'https://x.example/'.padEnd(500_000, 'x');
      await on.activities.describe('national', [{ id, definition: { name: { id: 'x' } } }], true);
    });

    it('counts attachments that the store does not hold too, since each is looked for', async () => {
      const naming = (n: number) => ({
        id: uuidOf(n),
        json: '{}',
        attachments: Array.from({ length: 90 }, (_, k) => ({
          usageType: 'https://u.example',
          display: { id: 'x' },
          contentType: 'text/plain',
          length: 1,
          sha2: nodeDigest.sha256(new TextEncoder().encode(`${n} ${k}`)),
          fileUrl: 'https://f.example/1',
        })),
      });
      const page = [1, 2, 3, 4].map(naming);
      expect(await loadAttachments(on, { store: 'national', page })).toEqual({ data: [], statements: 2 });
    });

    it('fetches a bounded number of attachments a page, and all of one statement', async () => {
      const withMany = (n: number) => {
        const data = Array.from({ length: 150 }, (_, k) => attachmentData(`${n} ${k}`));
        const attachments = data.map(({ sha2, contentType, bytes }) => ({
          usageType: 'https://u.example',
          display: { id: 'x' },
          contentType,
          length: bytes.length,
          sha2,
        }));
        return { data, one: statement({ id: uuidOf(n), attachments }) };
      };
      const all = [withMany(1), withMany(2)];
      for (const { one, data } of all) await on.store([one], { attachments: data });
      const page = all.map(({ one }) => ({
        id: one.id ?? '',
        json: '{}',
        attachments: one.attachments ?? [],
      }));
      const loaded = await loadAttachments(on, { store: 'national', page });
      expect(loaded.statements).toBe(1);
      expect(loaded.data.map(({ sha2 }) => sha2)).toEqual(all[0]?.data.map(({ sha2 }) => sha2));
      const rest = await loadAttachments(on, { store: 'national', page: page.slice(1) });
      expect([rest.statements, rest.data.length]).toEqual([1, 150]);
    });

    it('merges what statements say about an activity; a bare one wipes nothing', async () => {
      const say = (definition: object | undefined, options = {}) =>
        on.store(
          [statement({ object: { id: activityId(1), ...(definition ? { definition } : {}) } })],
          options,
        );
      const read = () => getActivity(on, { store: 'national', activityId: activityId(1) });
      expect(await read()).toEqual({ objectType: 'Activity', id: activityId(1) });
      await say({ name: { id: 'Modul' }, type: 'https://t.example/a' });
      await say({ name: { en: 'Module' }, moreInfo: 'https://info.example' });
      await say(undefined);
      await say({ name: { id: 'Bajakan' } }, { mayDefine: false });
      expect((await read()).definition).toEqual({
        name: { id: 'Modul', en: 'Module' },
        type: 'https://t.example/a',
        moreInfo: 'https://info.example',
      });
      await Promise.all(['de', 'fr', 'jv', 'su'].map((tag) => say({ name: { [tag]: tag } })));
      expect(Object.keys((await read()).definition?.name ?? {}).sort()).toEqual([
        'de',
        'en',
        'fr',
        'id',
        'jv',
        'su',
      ]);
    });

    it('C3: lets a source describe its own activities, and of others only what it was the first to describe', async () => {
      const one = 'https://sinau.example/activities/satu/';
      const two = 'https://sinau.example/activities/dua/';
      const say = async (id: string, name: string, mayDefine: string | true = true) => {
        const definition = { name: { id: name } };
        await on.store([statement({ object: { id, definition } })], { mayDefine });
      };
      const nameOf = async (activityId: string) =>
        (await getActivity(on, { store: 'national', activityId })).definition?.name?.id;
      await say(`${one}au/1`, 'LMS');
      await say(`${one}au/1`, 'kursus satu', one);
      expect(await nameOf(`${one}au/1`)).toBe('kursus satu');
      // Another course of this site, also where nobody has described it.
      await say(`${one}au/1`, 'kursus dua', two);
      await say(`${one}au/2`, 'kursus dua', two);
      expect(await nameOf(`${one}au/1`)).toBe('kursus satu');
      expect(await nameOf(`${one}au/2`)).toBeUndefined();
      // Elsewhere: who comes first.
      await say(activityId(1), 'kursus satu', one);
      await say(activityId(1), 'kursus dua', two);
      await say(activityId(1), 'kursus satu, lagi', one);
      expect(await nameOf(activityId(1))).toBe('kursus satu, lagi');
      // A trusted writer always may, and what it says stays; the same words again too.
      await say(activityId(1), 'kursus satu, lagi');
      await say(activityId(1), 'kursus satu', one);
      await say(activityId(2), 'penerbit');
      await say(activityId(2), 'kursus satu', one);
      expect(await nameOf(activityId(1))).toBe('kursus satu, lagi');
      expect(await nameOf(activityId(2))).toBe('penerbit');
    });
  });
}
