import { nodeDigest } from '@sinau/platform/crypto';
import { createDynamo } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { ResultEvent } from '../../results/result-event.ts';
import { resultIdOf } from '../../results/result-event.ts';
import { sampleResult } from '../../testing/results/sample-result.ts';
import { createResultStore } from './result-store.ts';

/** As Moodle answers for the grades of one learner: so many of them, half a kilobyte each. */
const grades = (items: number) =>
  JSON.stringify({
    usergrades: [
      {
        ...{ courseid: 42, courseidnumber: 'ADM310', userid: 1734, userfullname: 'Sri Contoh', maxdepth: 2 },
        gradeitems: Array.from({ length: items }, (_, n) => ({
          ...{ id: 900 + n, itemname: `Kuis ${n}`, itemtype: 'mod', itemmodule: 'quiz', iteminstance: n },
          ...{ itemnumber: 0, idnumber: '', categoryid: 7, outcomeid: null, scaleid: null, locked: false },
          ...{
            cmid: 500 + n,
            weightraw: 0.1,
            weightformatted: '10,00 %',
            graderaw: 70 + n,
            gradehidden: false,
          },
          ...{
            gradedatesubmitted: 1_795_504_000 + n,
            gradedategraded: 1_795_504_722 + n,
            gradehiddenbydate: false,
          },
          ...{ gradeneedsupdate: false, gradeishidden: false, gradeislocked: null, gradeisoverridden: null },
          ...{ gradeformatted: `${70 + n},00`, grademin: 0, grademax: 100, rangeformatted: '0–100' },
          ...{ percentageformatted: `${70 + n},00 %`, feedback: '', feedbackformat: 0 },
        })),
      },
    ],
    warnings: [],
  });

withTables((engine, tables) => {
  const world = () => {
    const units = { read: 0, write: 0 };
    const { connection, lms } = tables();
    const dynamo = createDynamo({
      ...connection,
      onCapacity: ({ readUnits, writeUnits }) => {
        units.read += readUnits;
        units.write += writeUnits;
      },
    });
    return { units, store: createResultStore({ dynamo, table: lms, digest: nodeDigest }) };
  };
  let counted = 0;
  const saying = (text: string): ResultEvent => {
    counted += 1;
    const providerId = `biaya-${counted}` as ResultEvent['providerId'];
    return sampleResult({ providerId, sent: { text, contentType: 'application/json' } });
  };

  it(`${engine}: lists and versions cost the same however much was sent`, async () => {
    const { units, store } = world();
    const costs: number[] = [];
    for (const text of ['{}', randomText(32 * 1024)]) {
      const event = saying(text);
      await store.take(event);
      const seen = await store.find(resultIdOf(nodeDigest, event));
      if (!seen || event.about.kind !== 'registration') throw new Error('it was taken');
      const place = { registration: `r-biaya-${counted}-${engine}`, moduleId: 'm1' };
      await store.decide(seen, { state: 'placed', place, at: event.receivedAt });
      units.read = 0;
      expect((await store.list({ providerId: event.providerId, limit: 10 })).results).toHaveLength(1);
      expect(await store.versionsOf(place)).toHaveLength(1);
      costs.push(units.read);
    }
    expect(costs[1]).toBe(costs[0]);
  });

  // What others count for a transaction is no price of AWS.
  if (engine !== 'embedded DynamoDB') return;
  it.each([
    ['a score of a tool', '{"scoreGiven":"88.00000","scoreMaximum":500}', 6],
    ['the grades of one learner in a course of ten', grades(10), 6],
    ['as much as is kept, of what cannot be packed', randomText(32 * 1024), 40],
  ])(`${engine}: to take %s costs no more write units than that`, async (_, text, most) => {
    const { units, store } = world();
    await store.take(saying(text));
    expect(units.write).toBeGreaterThan(4);
    expect(units.write).toBeLessThanOrEqual(most);
  });
});

/** Digests have no pattern that packing finds. */
function randomText(bytes: number): string {
  const parts = Array.from({ length: bytes / 64 }, (_, n) => nodeDigest.sha256(`part ${n}`));
  return parts.join('').slice(0, bytes);
}
