import {
  changeSession,
  confirmSession,
  type PairId,
  type PairKind,
  type Session,
  type SessionId,
  withdrawSession,
  writeSession,
} from '@sinau/collaboration';
import { memoryCommunityStore, memoryPairStore, pairSample } from '@sinau/collaboration/testing';
import type { CertificateMessage } from '@sinau/credentials';
import { readLedger } from '@sinau/credit';
import { memoryCreditStore } from '@sinau/credit/testing';
import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { noticeText } from '@sinau/notifications/text';
import { createMemoryQueue } from '@sinau/platform/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Fact } from './fact.ts';
import type { FollowCollaborationDeps } from './follow-collaboration.ts';
import { followCollaboration } from './late-followers.ts';

const bkn = 'bkn' as AgencyId;
const personOf = (personId: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: personId as PersonId, name: personId, roles: ['learner'], agencyId: bkn },
});
const [sri, budi] = [personOf('sri'), personOf('budi')];
const pairId = 'p1' as PairId;

async function world(kind: PairKind = 'coaching') {
  let ms = Date.parse('2026-03-31T12:00:00.000Z');
  // What is said of one thing later has a later moment.
  const clock = {
    now: () => {
      ms += 1;
      return new Date(ms);
    },
  };
  const [credit, pairs, notices] = [memoryCreditStore(), memoryPairStore(), memoryNoticeStore()];
  const standing = {
    ...{ agencyId: bkn, timeZone: 'Asia/Jakarta' as const, assumed: [] },
    statuses: [{ status: 'PNS' as const, from: '2010-01-01' }],
  };
  const ledger = {
    ...{ credit, clock },
    standings: { standingOf: async () => standing, standingsOf: async () => new Map() },
  };
  const communities = memoryCommunityStore();
  const certificateQueue = createMemoryQueue<CertificateMessage>();
  const deps = {
    ...{
      certificateQueue,
      pairs,
      communities,
      notices,
      clock,
      onMailFailure: () => {},
      mail: { send: async () => undefined },
    },
    credit: async () => ledger,
    organisations: { findAgency: async () => ({ name: 'Badan Contoh' }) },
    people: {
      find: async (personId: string) => ({
        ...{ personId, name: personId, status: 'active', email: `${personId}@bkn.example` },
      }),
    },
  } as unknown as FollowCollaborationDeps;
  const places = { placeOf: async () => ({ agencyId: bkn, zone: 'Asia/Jakarta' as const }) };
  const desk = { pairs, places, clock, ids: countedIds() };
  await pairs.step(undefined, pairSample({ kind }));
  /** A session on a day of March, written by Sri. */
  const write = (day: number, hour = 2) => {
    const date = `2026-03-${String(day).padStart(2, '0')}T${String(hour).padStart(2, '0')}`;
    const text = {
      ...{ startsAt: `${date}:00:00.000Z`, endsAt: `${date}:45:00.000Z`, topic: 'Rahasia' },
      ...{ result: 'Rahasia', followUp: 'Rahasia', showTopic: false },
    };
    return writeSession(desk, { principal: sri, pairId, text });
  };
  const confirm = (sessionId: SessionId, version = 1, principal = budi) =>
    confirmSession(desk, { principal, place: { pairId, sessionId }, version });
  const factOf = async (sessionId: SessionId): Promise<Fact> => {
    const session = (await pairs.findSession({ pairId, sessionId })) as Session;
    return {
      ...{ eventId: `pair-session-changed:p1:${sessionId}:${session.rev}`, type: 'pair-session-changed' },
      ...{ occurredAt: session.updatedAt, pairId, sessionId, personId: session.learner },
      ...{ state: session.state, version: session.version },
    };
  };
  const follow = async (sessionId: SessionId) => followCollaboration(deps, await factOf(sessionId));
  const jp = async () => {
    const year = await readLedger(ledger, { personId: sri.personId, year: 2026 });
    return (year?.total.recognised ?? 0) / 100;
  };
  const lines = async () => (await readLedger(ledger, { personId: sri.personId, year: 2026 }))?.lines ?? [];
  return { desk, deps, notices, sent: certificateQueue.sent, write, confirm, factOf, follow, jp, lines };
}

describe('JP of sessions', () => {
  it.each(['coaching', 'mentoring'] as const)(
    'T5: of three sessions of %s in a month two count',
    async (kind) => {
      const w = await world(kind);
      for (const day of [9, 16, 23]) {
        const sessionId = await w.write(day);
        await w.follow(sessionId);
        await w.confirm(sessionId);
        await w.follow(sessionId);
      }
      expect(await w.jp()).toBe(4);
      expect((await w.lines()).map(({ recognised, reasons }) => [recognised, reasons])).toEqual([
        ...[
          [200, []],
          [200, []],
        ],
        [0, ['cap_month']],
      ]);
    },
  );

  it('come with the second signature alone, go with a changed text, and come back when it is signed', async () => {
    const w = await world();
    const sessionId = await w.write(9);
    await w.follow(sessionId);
    expect(await w.jp()).toBe(0);
    expect(w.sent).toEqual([]);
    await w.confirm(sessionId);
    await w.follow(sessionId);
    await w.follow(sessionId);
    expect(await w.jp()).toBe(2);
    const form = { kind: 'signed-form', pairId, sessionId };
    expect(w.sent.at(-1)).toEqual({ ...form, edition: 1 });
    const place = { pairId, sessionId };
    const session = (await w.desk.pairs.findSession(place)) as Session;
    await changeSession(w.desk, { principal: budi, place, version: 1, text: session });
    await w.follow(sessionId);
    expect(await w.jp()).toBe(0);
    await w.confirm(sessionId, 2, sri);
    await w.follow(sessionId);
    expect(await w.jp()).toBe(2);
    expect(w.sent.at(-1)).toEqual({ ...form, edition: 2 });
    await withdrawSession(w.desk, { principal: sri, place, reason: 'Salah catat' });
    await w.follow(sessionId);
    expect(await w.jp()).toBe(0);
    expect(await w.lines()).toHaveLength(1);
  });

  it('say nothing of what was said, in the ledger and in notices', async () => {
    const w = await world();
    const sessionId = await w.write(9);
    await w.follow(sessionId);
    await w.confirm(sessionId);
    await w.follow(sessionId);
    const inbox = await Promise.all(
      [sri, budi].map(({ personId }) => w.notices.list({ personId, limit: 10 })),
    );
    expect(inbox.flat().map(({ personId, link }) => [personId, link])).toEqual([
      ['sri', `/coaching/p1/sessions/${sessionId}`],
      ['budi', `/coaching/p1/sessions/${sessionId}`],
    ]);
    expect(inbox.flat().map((notice) => noticeText(notice, 'id').title)).toEqual([
      'Sesi coaching 9 Maret 2026 ditandatangani',
      'Tanda tangani sesi coaching 9 Maret 2026',
    ]);
    expect(JSON.stringify([inbox, await w.lines()])).not.toContain('Rahasia');
  });

  it('are the same in whatever order, and however often, facts are told', async () => {
    const deed = fc.record({
      what: fc.constantFrom('write' as const, 'confirm' as const, 'withdraw' as const),
      day: fc.integer({ min: 2, max: 6 }),
    });
    const order = fc.array(fc.nat(20), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { maxLength: 14 }), order, async (deeds, told) => {
        const w = await world();
        const written = new Map<number, SessionId>();
        for (const { what, day } of deeds) {
          const sessionId = written.get(day);
          if (what === 'write') {
            const made = await w.write(day).catch(() => undefined);
            if (made) written.set(day, made);
          } else if (sessionId !== undefined) {
            const place = { pairId, sessionId };
            const does = {
              confirm: () => w.confirm(sessionId),
              withdraw: () => withdrawSession(w.desk, { principal: sri, place, reason: 'x' }),
            };
            await does[what]().catch(() => undefined);
          }
          // Some facts come at once, some late.
          const [late] = told;
          if (sessionId !== undefined && (late ?? 0) % 2 === 0) await w.follow(sessionId);
        }
        const all = await w.desk.pairs.sessionsOf(pairId);
        for (const n of told) {
          const session = all[n % Math.max(all.length, 1)];
          if (session) await w.follow(session.sessionId);
        }
        for (const { sessionId } of all.toReversed()) await w.follow(sessionId);
        const confirmed = all.filter(({ state }) => state === 'confirmed').length;
        expect(await w.jp()).toBe(2 * Math.min(confirmed, 2));
      }),
      { numRuns: 40 },
    );
  });
});

it('people hear what the other one did with an invitation', async () => {
  const w = await world();
  const change = async (over: Parameters<typeof pairSample>[0], state: string) => {
    const before = await w.desk.pairs.find(pairId);
    await w.desk.pairs.step(before, { ...pairSample(), ...over, rev: before?.rev ?? 0 });
    const eventId = `pair-changed:p1:${state}`;
    const at = { eventId, occurredAt: '2026-03-01T02:00:00.000Z' };
    await followCollaboration(w.deps, { ...at, type: 'pair-changed', pairId, state } as Fact);
  };
  await change({ state: 'invited', by: 'learner' }, 'invited');
  await change({ state: 'active', by: 'guide' }, 'active');
  await change({ state: 'ended', by: 'learner', reason: 'Pindah tugas' }, 'ended');
  // One that is over says nothing any more.
  await change({ state: 'ended', by: 'learner' }, 'invited');
  const told = await Promise.all(
    [budi, sri].map(async ({ personId }) =>
      (await w.notices.list({ personId, limit: 10 })).map((notice) => noticeText(notice, 'en').title),
    ),
  );
  expect(told.map((titles) => titles.toSorted())).toEqual([
    ['sri ends your coaching', 'sri invites you to coaching'],
    ['budi accepts your invitation to coaching'],
  ]);
});
