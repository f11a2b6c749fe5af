import { categories, contextExtensions, verbs } from '@sinau/cmi5';
import type { StatementStore } from '@sinau/lrs';
import { expect, it } from 'vitest';
import { learningMoments } from './learning-moments.ts';

const issuer = 'https://sinau.example';
const at = '2026-03-02T01:00:00.000Z';

interface Told {
  readonly verb: string;
  readonly mode?: string;
  readonly session?: string;
  readonly by?: string;
  readonly more?: object;
}

function statement({ verb, mode, session = 's1', by = 'lms', more = {} }: Told) {
  return {
    verb: { id: verb },
    authority: { account: { homePage: issuer, name: by } },
    ...{ timestamp: at, stored: at },
    context: {
      contextActivities: { category: [{ id: categories.cmi5 }] },
      extensions: {
        [contextExtensions.sessionId]: session,
        ...(mode !== undefined && { [contextExtensions.launchMode]: mode }),
      },
    },
    ...more,
  };
}

/** Two statements a page, as the record store gives them. */
async function momentsOf(told: readonly Told[]) {
  const all = told.map((one) => ({ statement: statement(one) }));
  const statements = {
    consistentThroughMs: async () => 0,
    query: async ({ after = '0', filter }: { readonly after?: string; readonly filter: object }) => {
      expect(filter).toMatchObject({ registration: 'r1', ascending: false });
      const [from, to] = [Number(after), Number(after) + 2];
      return { statements: all.slice(from, to), ...(to < all.length && { last: String(to) }) };
    },
  } as unknown as StatementStore;
  return learningMoments({ statements, issuer }, 'r1');
}

it('reads launches, work and ends of sessions, over all pages', async () => {
  const moments = await momentsOf([
    { verb: verbs.terminated, more: { result: { duration: 'PT90S' } } },
    { verb: verbs.satisfied },
    { verb: verbs.completed, more: { stored: '2026-03-05T01:00:00.000Z' } },
    { verb: 'https://w3id.org/xapi/video/verbs/paused', session: 's0' },
    { verb: verbs.launched, mode: 'Normal' },
  ]);
  expect(moments).toEqual([
    { kind: 'closed', sessionId: 's1', at, storedAt: at, claimedSeconds: 90 },
    { kind: 'work', sessionId: 's1', at, storedAt: '2026-03-05T01:00:00.000Z' },
    { kind: 'work', sessionId: 's0', at, storedAt: at },
    { kind: 'launched', sessionId: 's1', at, storedAt: at },
  ]);
});

it('tells which part a statement is about, and that another system was opened, without a session', async () => {
  const context = { contextActivities: { grouping: [{ id: 'https://publisher.example/au/1' }] } };
  expect(await momentsOf([{ verb: verbs.launched, more: { context } }])).toEqual([
    { kind: 'visited', auId: 'https://publisher.example/au/1', at, storedAt: at },
  ]);
});

it('takes nothing that others say, and no launch to look at something', async () => {
  expect(
    await momentsOf([
      { verb: verbs.completed, by: 'partner' },
      { verb: verbs.launched, mode: 'Browse' },
      { verb: verbs.waived },
    ]),
  ).toEqual([]);
});
