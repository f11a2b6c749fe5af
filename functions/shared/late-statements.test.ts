import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import { followCompletion, readLines } from '@sinau/credit';
import { course, creditWorld, sri } from '@sinau/credit/testing';
import type { Jp } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { storeStatements } from '@sinau/lrs';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '@sinau/lrs/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import type { Statement } from '@sinau/xapi';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { learningMoments } from './learning-moments.ts';
import { lmsAuthority, nationalStore } from './record-writer.ts';
import { momentsHere } from './recorded-moments.ts';

const issuer = 'https://sinau.example';
const registration = '00000000-0000-4000-8000-000000000001';
/** Of Jakarta. */
const time = (day: string, at: string) => new Date(`2026-03-${day}T${at}:00+07:00`).toISOString();

function statement(n: number, verb: string, timestamp: string): Statement {
  return {
    id: `00000000-0000-4000-8000-0000000001${String(n).padStart(2, '0')}`,
    actor: { account: { homePage: issuer, name: sri } },
    verb: { id: verb },
    object: { id: 'https://sinau.example/xapi/courses/c1' },
    timestamp,
    context: {
      registration,
      contextActivities: { category: [{ id: categories.cmi5 }] },
      extensions: {
        [contextExtensions.sessionId]: 's1',
        ...(verb === verbs.launched && { [contextExtensions.launchMode]: 'Normal' }),
      },
    },
  };
}

const launched = statement(0, verbs.launched, time('02', '09:00'));
const seen = 'http://adlnet.gov/expapi/verbs/experienced';
/** What a phone kept on three days without a connection. */
const kept = [
  ...[time('02', '09:20'), time('02', '09:45'), time('03', '10:00'), time('03', '10:25')],
  ...[time('04', '08:00'), time('04', '08:20')],
].map((at, n) => statement(n + 1, seen, at));
const completed = statement(20, verbs.completed, time('04', '08:25'));
const terminated = statement(21, verbs.terminated, time('04', '08:26'));

/** What Sri has in the end when the record store is told in this order, the ledger asked at each step. */
async function recognisedOf(order: readonly Statement[]) {
  const world = creditWorld();
  const { clock } = world;
  const lrs = {
    statements: memoryStatementStore({ clock }),
    attachments: memoryAttachmentStore(),
    activities: memoryActivityStore(),
    documents: memoryDocumentStore(),
    visibility: { agenciesOf: async (all: readonly unknown[]) => all.map(() => []) },
    ...{ clock, ids: countedIds(), digest: nodeDigest },
  };
  const tell = async (one: Statement) => {
    const said = { statements: [one], version: '1.0.3' as const, sources: new Map(), attachments: [] };
    const stored = await storeStatements(lrs, {
      ...{ ...said, store: nationalStore, authority: lmsAuthority(issuer) },
      ...{ mayDefine: true, voids: 'any' },
    });
    expect(stored.outcome).toBe('stored');
  };
  clock.advance(Date.parse(launched.timestamp ?? '') - clock.now().getTime());
  await tell(launched);
  clock.advance(Date.parse(time('05', '07:00')) - clock.now().getTime());
  let completedAt: string | undefined;
  for (const one of order) {
    clock.advance(1_000);
    await tell(one);
    if (one === completed) completedAt ??= clock.now().toISOString();
    if (completedAt === undefined) continue;
    const moments = momentsHere(await learningMoments({ ...lrs, issuer }, registration), new Map());
    world.complete({ ...course, registration, stated: 800 as Jp, completedAt, moments });
    await followCompletion(world, registration);
  }
  const { lines = [] } = (await readLines(world, { personId: sri })) ?? {};
  return lines.map(({ recognised, parts, reasons }) => ({ recognised, parts, reasons }));
}

it('late, doubled and shuffled statements come to the same JP, on the days on which they were done', async () => {
  const inOrder = await recognisedOf([...kept, completed, terminated]);
  expect(inOrder).toMatchObject([{ recognised: 800, reasons: [] }]);
  expect(inOrder[0]?.parts.map(({ date }) => date)).toEqual(['2026-03-02', '2026-03-03', '2026-03-04']);
  const told = [...kept, completed];
  const orders = fc.tuple(fc.shuffledSubarray([...told], { minLength: told.length }), fc.subarray([...told]));
  await fc.assert(
    fc.asyncProperty(orders, async ([mixed, twice]) => {
      // The end of a session is its last word; what comes after it is a repetition at most.
      expect(await recognisedOf([...mixed, ...twice, terminated, ...twice])).toEqual(inOrder);
    }),
    { numRuns: 60, seed: 20_26 },
  );
});
