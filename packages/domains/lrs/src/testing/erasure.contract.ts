import { nodeDigest } from '@sinau/platform/crypto';
import { type Statement, signatureUsageType } from '@sinau/xapi';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ErasureMode,
  erasePersonDocuments,
  erasePersonStatements,
  identitiesOf,
} from '../erase-person.ts';
import type { StoreName } from '../model.ts';
import type { RewriteStep, StatementEraser } from '../ports.ts';
import { putDocument } from '../put-document.ts';
import { attachmentData, type Harness, harness, type TestedStores } from './record-store-harness.ts';
import { activityId, person, referring, statement, uuidOf, verbIds, voiding } from './sample-statements.ts';

const sri = [person('sri')];
const key = 'a key of this run alone';
const homePage = 'https://sinau.example';

/** What every store that can take a person out keeps to. `open` gives an empty one. */
export function erasureContract(
  name: string,
  open: () => Promise<TestedStores & { readonly eraser: StatementEraser }>,
): void {
  describe(`${name}: erasure`, () => {
    let on: Harness;
    let eraser: StatementEraser;
    beforeEach(async () => {
      const stores = await open();
      on = harness(stores);
      eraser = stores.eraser;
    });

    const erase = async (
      mode: ErasureMode,
      options: { store?: StoreName; limit?: number; untilMs?: number; keepVerbs?: readonly string[] } = {},
    ) => {
      const { store = 'national', limit = 100, keepVerbs = [] } = options;
      const { untilMs = Date.now() + 60_000 } = options;
      const sum = { erased: 0, changed: 0, held: 0 };
      let after: string | undefined;
      for (let step = 0; step < 1_000; step += 1) {
        const done: RewriteStep = await erasePersonStatements(
          { eraser, digest: nodeDigest },
          {
            store,
            agents: sri,
            mode,
            homePage,
            key,
            untilMs,
            keepVerbs,
            limit,
            ...(after === undefined ? {} : { after }),
          },
        );
        if (done.outcome === 'busy') throw new Error('nobody else is at work');
        sum.erased += done.erased;
        sum.changed += done.changed;
        sum.held += done.held;
        after = done.last;
        if (after === undefined) return sum;
      }
      throw new Error('the steps have no end');
    };
    const concerning = async (store: StoreName = 'national') =>
      (
        await eraser.concerning({
          store,
          identities: identitiesOf(sri),
          untilMs: Date.now() + 60_000,
          limit: 1_000,
        })
      ).found;
    const everything = async () => {
      const all = await on.readAll({ ascending: true });
      return all.map(({ json }) => json).join('\n');
    };

    /** Sri's own (also voided, referring, referred to), others that name her, others that do not. */
    const mixed: readonly Statement[] = [
      statement({ id: uuidOf(1), context: { registration: uuidOf(90) }, result: { success: true } }),
      statement({ id: uuidOf(2), actor: person('budi'), object: { id: activityId(2) } }),
      statement({ id: uuidOf(3), actor: person('budi'), context: { instructor: person('sri') } }),
      referring(uuidOf(1), { id: uuidOf(4), actor: person('ayu') }),
      referring(uuidOf(2), { id: uuidOf(5) }),
      statement({ id: uuidOf(6), verb: { id: verbIds.passed } }),
      voiding(uuidOf(6), { id: uuidOf(7) }),
      statement({
        id: uuidOf(8),
        actor: { objectType: 'Group', member: [person('sri'), person('ayu')] },
        context: { registration: uuidOf(91) },
      }),
    ];
    const storeMixed = {
      'in one batch': async () => void (await on.store(mixed)),
      'one by one': async () => {
        for (const one of mixed) await on.store([one]);
      },
    };

    for (const [how, store] of Object.entries(storeMixed)) {
      describe(`of what was stored ${how}`, () => {
        beforeEach(store);

        it('finds all that concerns the person, voided or not', async () => {
          const found = await concerning();
          expect(found.map(({ recorded }) => recorded.id).sort()).toEqual([1, 3, 5, 6, 8].map(uuidOf).sort());
          expect(found.filter(({ voided }) => voided).map(({ recorded }) => recorded.id)).toEqual([
            uuidOf(6),
          ]);
          expect(
            found
              .filter((one) => one.concern === 'mentioned')
              .map((one) => one.recorded.id)
              .sort(),
          ).toEqual([uuidOf(3), uuidOf(8)]);
          expect(found.find(({ recorded }) => recorded.id === uuidOf(1))?.agencies).toEqual(['bkn']);
        });

        it('P2: pseudonymises everywhere alike, and statistics stay', async () => {
          const before = await on.readAll({ ascending: true });
          expect(await erase('pseudonymise')).toEqual({ erased: 0, changed: 5, held: 0 });
          expect(await concerning()).toEqual([]);
          expect(await on.idsOf({ agent: person('sri'), relatedAgents: true })).toEqual([]);
          expect(await on.idsOf({ registration: uuidOf(90) })).toEqual([]);
          expect(await everything()).not.toContain('"sri"');
          const after = await on.readAll({ ascending: true });
          expect(after.map(({ id, position }) => [id, position])).toEqual(
            before.map(({ id, position }) => [id, position]),
          );
          const one = await on.get(uuidOf(1));
          expect(one?.statement.result).toEqual({ success: true });
          const nobody = one?.statement.actor ?? person('');
          expect([...(await on.idsOf({ agent: nobody, relatedAgents: true }))].sort()).toEqual(
            [1, 3, 4, 5, 7, 8].map(uuidOf).sort(),
          );
          const registration = one?.statement.context?.registration ?? '';
          expect([...(await on.idsOf({ registration }))].sort()).toEqual([uuidOf(1), uuidOf(4)].sort());
          expect([...(await on.idsOf({ registration: uuidOf(91) }))]).toEqual([uuidOf(8)]);
          expect([...(await on.idsOf({ activity: activityId(1) }))].sort()).toEqual(
            [1, 3, 4, 7, 8].map(uuidOf).sort(),
          );
          expect(await on.get(uuidOf(6))).toBeUndefined();
          expect((await on.get(uuidOf(6), { voided: true }))?.statement.actor).toEqual(nobody);
        });

        it('erases the own statements and leaves those of others, with a pseudonym', async () => {
          expect(await erase('erase')).toEqual({ erased: 3, changed: 2, held: 0 });
          expect(await concerning()).toEqual([]);
          for (const n of [1, 5, 6]) {
            expect(await on.get(uuidOf(n))).toBeUndefined();
            expect(await on.get(uuidOf(n), { voided: true })).toBeUndefined();
          }
          const left = [2, 3, 4, 7, 8].map(uuidOf);
          expect([...(await on.idsOf())].sort()).toEqual(left);
          expect(await everything()).not.toContain('"sri"');
          expect(await on.idsOf({ registration: uuidOf(90) })).toEqual([]);
          expect([...(await on.idsOf({ activity: activityId(1) }))].sort()).toEqual([3, 8].map(uuidOf));
          expect([...(await on.idsOf({ agent: person('ayu') }))].sort()).toEqual([4, 8].map(uuidOf));
          expect(await on.idsOf({ activity: activityId(2) })).toEqual([uuidOf(2)]);
          const bkn = { reader: { kind: 'agency', agencyId: 'bkn' as never } } as const;
          expect([...(await on.idsOf({}, bkn))].sort()).toEqual([4].map(uuidOf));
        });

        it('does not bring back what is sent again, and refuses another statement under the id', async () => {
          for (const mode of ['pseudonymise', 'erase'] as const) {
            await erase(mode);
            const before = await everything();
            expect(await on.store(mixed)).toMatchObject({ outcome: 'stored', newIds: [] });
            for (const one of mixed) expect(await on.store([one])).toMatchObject({ newIds: [] });
            expect(await everything()).toBe(before);
            const other = statement({ id: uuidOf(1), verb: { id: verbIds.passed } });
            expect(await on.store([other])).toEqual({ outcome: 'conflict', id: uuidOf(1) });
            expect(await on.store([other, statement({ id: uuidOf(20), actor: person('ayu') })])).toEqual({
              outcome: 'conflict',
              id: uuidOf(1),
            });
          }
        });

        it('can be repeated, and done in the smallest steps', async () => {
          const small = await erase('erase', { limit: 1 });
          expect(small.erased + small.changed).toBe(5);
          const after = await everything();
          expect(await erase('erase')).toEqual({ erased: 0, changed: 0, held: 0 });
          expect(await everything()).toBe(after);
        });

        it('leaves the other store alone', async () => {
          await on.store([statement({ id: uuidOf(1) })], { store: 'sandbox' });
          await erase('erase');
          expect(await on.get(uuidOf(1), { store: 'sandbox' })).toBeDefined();
          await erase('erase', { store: 'sandbox' });
          expect(await on.get(uuidOf(1), { store: 'sandbox' })).toBeUndefined();
          expect(await concerning('sandbox')).toEqual([]);
        });
      });
    }

    it('keeps statements of the verbs that a rule keeps, in one batch with others', async () => {
      await on.store([
        statement({ id: uuidOf(1) }),
        statement({ id: uuidOf(2), verb: { id: verbIds.passed } }),
        statement({ id: uuidOf(3), actor: person('budi') }),
      ]);
      const passed = await on.get(uuidOf(2));
      const keepVerbs = [verbIds.passed];
      expect(await erase('pseudonymise', { keepVerbs })).toEqual({ erased: 0, changed: 1, held: 0 });
      expect(await erase('pseudonymise', { keepVerbs })).toEqual({ erased: 0, changed: 0, held: 0 });
      expect(await on.get(uuidOf(2))).toEqual(passed);
      expect(await on.idsOf({ agent: person('sri') })).toEqual([uuidOf(2)]);
      expect([...(await on.idsOf({ activity: activityId(1) }))].sort()).toEqual([1, 2, 3].map(uuidOf));
      expect(await erase('erase')).toEqual({ erased: 1, changed: 0, held: 0 });
      expect(await on.idsOf({ agent: person('sri') })).toEqual([]);
    });

    it('leaves what was stored after the given time', async () => {
      await on.store([statement({ id: uuidOf(1) })]);
      const storedMs = Date.parse((await on.get(uuidOf(1)))?.statement.stored ?? '');
      expect(await erase('erase', { untilMs: storedMs - 1 })).toEqual({ erased: 0, changed: 0, held: 0 });
      expect(await on.get(uuidOf(1))).toBeDefined();
      expect(await erase('erase', { untilMs: storedMs })).toEqual({ erased: 1, changed: 0, held: 0 });
    });

    it('what refers to an erased statement afterwards is stored and found by itself', async () => {
      await on.store([statement({ id: uuidOf(1) })]);
      await erase('erase');
      await on.store([referring(uuidOf(1), { id: uuidOf(2), actor: person('budi') })]);
      await on.store([voiding(uuidOf(1), { id: uuidOf(3) })]);
      expect(await on.idsOf({ agent: person('budi') })).toEqual([uuidOf(2)]);
      expect(await on.idsOf({ agent: person('sri') })).toEqual([]);
      expect(await on.get(uuidOf(1), { voided: true })).toBeUndefined();
    });

    it('what an erased statement had voided stays voided', async () => {
      await on.store([statement({ id: uuidOf(1), actor: person('budi') })]);
      await on.store([voiding(uuidOf(1), { id: uuidOf(2), actor: person('sri') })]);
      await erase('erase');
      expect(await on.get(uuidOf(1))).toBeUndefined();
      expect(await on.get(uuidOf(1), { voided: true })).toBeDefined();
      expect(await on.idsOf()).toEqual([]);
    });

    it('takes many statements of many learners', async () => {
      const batch = Array.from({ length: 120 }, (_, n) =>
        statement({
          id: uuidOf(n + 1),
          actor: person(n % 3 === 0 ? 'sri' : `p${n % 7}`),
          object: { id: activityId(n % 5) },
          result: { extensions: { 'http://x.example/n': `${n} ${'y'.repeat(n * 3)}` } },
        }),
      );
      await on.store(batch);
      expect(await erase('erase')).toEqual({ erased: 40, changed: 0, held: 0 });
      const rest = batch.filter((_, n) => n % 3 > 0).map(({ id }) => id);
      expect(await on.idsOf({ ascending: true })).toEqual(rest);
      for (const n of [0, 1, 2, 3, 4]) {
        const wanted = batch.filter((_, m) => m % 3 > 0 && m % 5 === n).map(({ id }) => id);
        expect(await on.idsOf({ ascending: true, activity: activityId(n) })).toEqual(wanted);
      }
    });

    describe('of attachments', () => {
      const withAttachment = (
        id: string,
        data: ReturnType<typeof attachmentData>,
        parts: Partial<Statement> = {},
      ) =>
        statement({
          id,
          attachments: [
            {
              usageType: 'http://u.example/esai',
              display: { id: 'Esai' },
              contentType: data.contentType,
              length: data.bytes.length,
              sha2: data.sha2,
            },
          ],
          ...parts,
        });
      const essay = attachmentData('Esai Sri');
      const shared = attachmentData('Lembar soal');
      const own = withAttachment(uuidOf(1), essay);
      const ownShared = withAttachment(uuidOf(2), shared);
      const others = withAttachment(uuidOf(3), shared, { actor: person('budi') });
      const loaded = async (one: Statement) =>
        (await on.attachments.get('national', {
          sha2: one.attachments?.[0]?.sha2 ?? '',
          statementId: one.id ?? '',
        }))
          ? 1
          : 0;

      for (const mode of ['pseudonymise', 'erase'] as const) {
        it(`${mode}: those that nobody else needs go, and do not come back`, async () => {
          await on.store([own, ownShared], { attachments: [essay, shared] });
          await on.store([others], { attachments: [shared] });
          await erase(mode);
          expect([await loaded(own), await loaded(ownShared), await loaded(others)]).toEqual([0, 0, 1]);
          expect(await on.store([own], { attachments: [essay] })).toMatchObject({ newIds: [] });
          expect(await loaded(own)).toBe(0);
          expect(await on.store([others], { attachments: [shared] })).toMatchObject({ newIds: [] });
          expect(await loaded(others)).toBe(1);
        });
      }

      it('a signature over a mention goes with it', async () => {
        const data = attachmentData('header.payload.signature');
        const signed = withAttachment(uuidOf(1), data, {
          actor: person('budi'),
          context: { instructor: person('sri') },
        });
        const [attachment] = signed.attachments ?? [];
        if (!attachment) throw new Error('no attachment');
        const one = { ...signed, attachments: [{ ...attachment, usageType: signatureUsageType }] };
        await on.store([one], { attachments: [data] });
        await erase('erase');
        expect((await on.get(uuidOf(1)))?.statement.attachments).toBeUndefined();
        expect(await loaded(one)).toBe(0);
      });
    });

    it('deletes State of every activity and registration, and profiles, of this person alone', async () => {
      const bytes = new TextEncoder().encode('{}');
      const put = (owner: Parameters<typeof on.documents.list>[1], store: StoreName = 'national') =>
        putDocument(
          { documents: on.documents, digest: nodeDigest, clock: on.clock },
          {
            address: { store, owner, documentId: 'd' },
            content: { contentType: 'application/json', bytes },
          },
        );
      const state = (name: string, n: number, registration?: string) =>
        ({
          resource: 'state',
          activityId: activityId(n),
          agent: person(name),
          ...(registration === undefined ? {} : { registration }),
        }) as const;
      await put(state('sri', 1));
      await put(state('sri', 1, uuidOf(90)));
      await put(state('sri', 2));
      await put({ resource: 'agent-profile', agent: person('sri') });
      await put(state('sri', 1), 'sandbox');
      await put(state('budi', 1));
      await put({ resource: 'activity-profile', activityId: activityId(1) });
      expect(await on.documents.listOf('national', person('sri'))).toHaveLength(4);
      const request = { store: 'national', agents: sri } as const;
      expect(await erasePersonDocuments(on, request)).toBe(4);
      expect(await erasePersonDocuments(on, request)).toBe(0);
      expect(await on.documents.listOf('national', person('sri'))).toEqual([]);
      expect(await on.documents.listOf('sandbox', person('sri'))).toHaveLength(1);
      expect(await on.documents.listOf('national', person('budi'))).toHaveLength(1);
      await put(state('sri', 3));
      expect(await on.documents.listOf('national', person('sri'))).toHaveLength(1);
    });
  });
}
