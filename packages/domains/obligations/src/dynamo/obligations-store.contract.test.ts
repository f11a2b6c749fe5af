import type { AgencyId } from '@sinau/kernel';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { ObligationId } from '../obligation.ts';
import { obligationsStoreContract } from '../testing/index.ts';
import { obligationOf } from '../testing/samples.ts';
import { toObligationRow } from './obligation-rows.ts';
import { createObligationsStore } from './obligations-store.ts';

withTables((engine, tables) => {
  obligationsStoreContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createObligationsStore({ dynamo, table });
  });

  it(`reads words as they are kept, also those that nobody may write today, on ${engine}`, async () => {
    const { dynamo, lms: table } = tables();
    const store = createObligationsStore({ dynamo, table });
    const place = { agencyId: 'lama' as AgencyId, obligationId: 'o-lama' as ObligationId };
    const by = { kind: 'person', id: 'budi', name: 'Budi' } as const;
    const old = obligationOf({
      ...{ ...place, title: 'Anti\u200ekorupsi', note: 'SE\u200e 12/2026', courseIds: ['c2'] },
      audience: { postWords: ['pengawas\u200e'] },
      programme: { title: 'Program\u200e dasar', inOrder: true },
      courseHistory: {
        first: ['c1'],
        changes: [
          { courseId: 'c1', to: 'c2', reason: 'Kursus\u200e lama', at: '2026-03-02T01:00:00.000Z', by },
        ],
      },
    });
    await dynamo.put({ table, item: toObligationRow(old) });
    expect(await store.find(place.agencyId, place.obligationId)).toEqual(old);
    expect(await store.listOf(place.agencyId)).toEqual([old]);
  });
});
