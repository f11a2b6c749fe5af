import type { AgencyId, PersonId } from '@sinau/kernel';
import { type Dynamo, queryAll } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { describe, expect, it } from 'vitest';
import { stepped } from '../recognition.ts';
import { recognitionOf, recognitionStoreContract } from '../testing/index.ts';
import { proposerPartition, recognitionKey } from './keys.ts';
import { createRecognitionStore } from './recognition-store.ts';

withTables((engine, tables) => {
  recognitionStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createRecognitionStore({ dynamo, table });
  });

  describe(`an erasure beside writers (${engine})`, () => {
    const at = '2026-03-09T01:00:00.000Z';

    /** Budi has proposed Sri, and an administrator grants it between what an erasure reads and what it writes. */
    async function world(name: string) {
      const { dynamo, lms: table } = tables();
      const [sri, budi] = [`sri-${name}` as PersonId, `budi-${name}` as PersonId];
      const agencyId = `bkn-${name}` as AgencyId;
      const store = createRecognitionStore({ dynamo, table });
      const by = { id: budi, name: 'Budi' };
      const proposal = recognitionOf({
        ...{ personId: sri, agencyId, state: 'proposed', steps: [{ to: 'proposed', at, by }] },
        origin: { kind: 'people', by: { ...by, as: 'colleague' }, behaviour: 'Membantu rekan' },
      });
      await store.nominate(proposal, { by: budi, month: '2026-03', most: 5 });
      const grant = async () => {
        const before = await store.find(proposal);
        if (!before) throw new Error('there is one');
        const adi = { id: 'adi' as PersonId, name: 'Adi' };
        expect(await store.step({ before, after: stepped(before, { to: 'granted', at, by: adi }) })).toBe(
          'done',
        );
      };
      const disturbed = createRecognitionStore({ dynamo: beforeTransaction(dynamo, grant), table });
      const counted = async () => (await store.counts(agencyId, 2026)).get('u1') ?? {};
      const left = () => queryAll({ dynamo, table }, { partition: proposerPartition(budi) });
      return { dynamo, table, store, disturbed, sri, budi, proposal, counted, left };
    }

    it('a name that is not taken away is still found by whoever looks again', async () => {
      const { store, disturbed, budi, proposal, counted } = await world('name');
      await disturbed.forget(budi, at);
      expect(await store.find(proposal)).toMatchObject({ state: 'granted', origin: { by: { id: budi } } });
      expect(await store.proposedBy(budi, 10)).toHaveLength(1);
      expect(await store.forget(budi, at)).toBe(1);
      const now = await store.find(proposal);
      expect(now).toMatchObject({ state: 'granted', origin: { by: { id: '', name: '' } } });
      expect(JSON.stringify(now)).not.toMatch(/budi/i);
      expect(await store.proposedBy(budi, 10)).toEqual([]);
      expect(await counted()).toEqual({ harmonious: 1 });
    });

    it('a recognition that is granted meanwhile goes with its counter, and not without', async () => {
      const { store, disturbed, sri, budi, proposal, counted } = await world('count');
      await disturbed.forget(sri, at);
      expect((await store.book(sri)).recognitions).toMatchObject([{ state: 'granted' }]);
      expect(await counted()).toEqual({ harmonious: 1 });
      expect(await store.forget(sri, at)).toBe(1);
      expect((await store.book(sri)).recognitions).toEqual([]);
      expect(await counted()).toEqual({});
      expect([await store.find(proposal), await store.proposedBy(budi, 10)]).toEqual([undefined, []]);
    });

    it('takes what leads nowhere, and how often somebody has proposed', async () => {
      const { dynamo, table, store, budi, proposal, left } = await world('pointer');
      await dynamo.delete({ table, key: recognitionKey(proposal) });
      expect(await left()).toHaveLength(2);
      await store.forget(budi, at);
      expect(await left()).toEqual([]);
    });
  });
});

/** `write` happens before the first transaction, once. */
function beforeTransaction(dynamo: Dynamo, write: () => Promise<void>): Dynamo {
  let isWritten = false;
  return {
    ...dynamo,
    transactWrite: async (...input) => {
      if (!isWritten) {
        isWritten = true;
        await write();
      }
      return dynamo.transactWrite(...input);
    },
  };
}
