import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forgetPerson } from './forget-person.ts';
import { invite, mostInvitations, movePair, type PairStep } from './invite.ts';
import type { PairId, Side } from './pair.ts';
import type { PersonPlace } from './ports.ts';
import { listOwnPairs, readOwnPair, readTeamTraces, tracesOf, waitsForReader } from './read-pairs.ts';
import { type PairTeller, runTurns } from './run-turns.ts';
import type { SessionId, SessionText } from './session.ts';
import { titleOf } from './teaching.ts';
import { memoryPairStore } from './testing/index.ts';
import { changeSession, confirmSession, waitsFor, withdrawSession, writeSession } from './write-session.ts';

const personOf = (name: string): PersonPrincipal => ({
  ...{ kind: 'person', personId: name as PersonId, name, roles: ['learner'], agencyId: 'bkn' as AgencyId },
});
const [sri, budi, tuti, boss] = ['sri', 'budi', 'tuti', 'boss'].map(personOf) as [
  ...[PersonPrincipal, PersonPrincipal, PersonPrincipal, PersonPrincipal],
];
const day = 86_400_000;

function world() {
  const clock = fixedClock('2026-03-10T05:00:00.000Z');
  const at = (agencyId: string): PersonPlace => ({
    ...{ agencyId: agencyId as AgencyId, unitId: 'u1', zone: 'Asia/Jakarta', supervisorId: boss.personId },
  });
  const people = new Map<PersonId, PersonPlace>([
    [sri.personId, at('bkn')],
    [budi.personId, at('lan')],
    [tuti.personId, at('bkn')],
  ]);
  const places = { placeOf: async (personId: PersonId) => people.get(personId) };
  const deps = { pairs: memoryPairStore(), places, clock, ids: countedIds() };
  const ask = (as: Side = 'learner', partner: PersonId | undefined = budi.personId) =>
    invite(deps, { principal: sri, partner, kind: 'coaching', as, goal: 'Memimpin rapat' });
  const move = (principal: PersonPrincipal, pairId: PairId, step: PairStep) =>
    movePair(deps, { principal, pairId, step });
  const agreed = async () => {
    const pairId = await ask();
    await move(budi, pairId, 'accept');
    return pairId;
  };
  const write = (pairId: PairId, over: Partial<SessionText> = {}, principal = sri) =>
    writeSession(deps, { principal, pairId, text: textOf(over) });
  const sessionIn = async (pairId: PairId, sessionId: SessionId) =>
    deps.pairs.findSession({ pairId, sessionId });
  return { ...deps, clock, people, deps, ask, move, agreed, write, sessionIn };
}

const textOf = (over: Partial<SessionText> = {}): SessionText => ({
  ...{ startsAt: '2026-03-09T02:00:00.000Z', endsAt: '2026-03-09T03:00:00.000Z', topic: 'Membuka rapat' },
  ...{ result: 'Agenda tiga baris', followUp: 'Dicoba hari Senin', showTopic: false },
  ...over,
});

const code = (of: string) => expect.objectContaining({ code: `collaboration.${of}` });

describe('a pair', () => {
  it('is agreed by both, also of two agencies, and ended by either', async () => {
    const w = world();
    const pairId = await w.ask();
    const [asked] = await listOwnPairs(w, { principal: budi });
    expect(asked).toMatchObject({ side: 'guide', pair: { state: 'invited' } });
    expect(asked && waitsForReader(asked)).toBe(true);
    await w.move(budi, pairId, 'accept');
    expect(await w.pairs.find(pairId)).toMatchObject({ state: 'active', guide: { agencyId: 'lan' } });
    await w.move(sri, pairId, 'end');
    expect(await w.pairs.find(pairId)).toMatchObject({ state: 'ended', by: 'learner' });
  });

  it.each<readonly [string, PersonPrincipal, PairStep, string]>([
    ['whoever asked does not accept for the other', sri, 'accept', 'not-now'],
    ['whoever asked does not decline', sri, 'decline', 'not-now'],
    ['whoever was asked does not cancel', budi, 'cancel', 'not-now'],
    ['nothing is ended before it is agreed', sri, 'end', 'not-now'],
    ['a third person finds nothing', tuti, 'accept', 'not-found'],
  ])('%s', async (...[, who, step, refusal]) => {
    const w = world();
    const pairId = await w.ask();
    await expect(w.move(who, pairId, step)).rejects.toThrow(code(refusal));
  });

  it('needs another person of an agency, once for each kind', async () => {
    const w = world();
    await expect(w.ask('guide', sri.personId)).rejects.toThrow(code('no-partner'));
    await expect(w.ask('guide', 'nobody' as PersonId)).rejects.toThrow(code('no-partner'));
    await w.ask();
    await expect(w.ask()).rejects.toThrow(code('exists'));
    await w.ask('guide');
  });

  it('is asked of no more people than one can wait for', async () => {
    const w = world();
    for (let n = 0; n <= mostInvitations; n += 1) {
      const personId = `p${n}` as PersonId;
      w.people.set(personId, w.people.get(tuti.personId) as PersonPlace);
      const asking = w.ask('guide', personId);
      if (n < mostInvitations) await asking;
      else await expect(asking).rejects.toThrow(code('too-many'));
    }
  });

  it('is not agreed with somebody who has left', async () => {
    const w = world();
    const pairId = await w.ask();
    w.people.delete(sri.personId);
    await expect(w.move(budi, pairId, 'accept')).rejects.toThrow(code('no-partner'));
  });
});

describe('a session', () => {
  it('counts once the other has signed the text that stands', async () => {
    const w = world();
    const pairId = await w.agreed();
    const sessionId = await w.write(pairId);
    const place = { pairId, sessionId };
    await expect(confirmSession(w, { principal: sri, place, version: 1 })).rejects.toThrow(code('own-text'));
    await expect(confirmSession(w, { principal: tuti, place, version: 1 })).rejects.toThrow(
      code('not-found'),
    );
    await confirmSession(w, { principal: budi, place, version: 1 });
    const session = await w.sessionIn(pairId, sessionId);
    expect(session).toMatchObject({ state: 'confirmed', guideAgency: 'lan', learnerAgency: 'bkn' });
    expect(session?.signatures.map(({ side }) => side)).toEqual(['learner', 'guide']);
    await expect(confirmSession(w, { principal: budi, place, version: 1 })).rejects.toThrow(code('not-now'));
  });

  it('needs a new signature for a changed text, and takes none for the old one', async () => {
    const w = world();
    const pairId = await w.agreed();
    const place = { pairId, sessionId: await w.write(pairId) };
    await changeSession(w, { principal: sri, place, version: 1, text: textOf({ result: 'Lain' }) });
    await expect(confirmSession(w, { principal: budi, place, version: 1 })).rejects.toThrow(
      code('text-changed'),
    );
    await confirmSession(w, { principal: budi, place, version: 2 });
    // Changed by the other after both had signed: now the first has to sign again.
    await changeSession(w, { principal: budi, place, version: 2, text: textOf({ topic: 'Menutup rapat' }) });
    const changed = await w.sessionIn(pairId, place.sessionId);
    expect(changed).toMatchObject({ state: 'waits', version: 3 });
    expect(changed && waitsFor(changed)).toBe('learner');
    await expect(confirmSession(w, { principal: budi, place, version: 3 })).rejects.toThrow(code('own-text'));
    await expect(changeSession(w, { principal: sri, place, version: 2, text: textOf() })).rejects.toThrow(
      code('text-changed'),
    );
    await confirmSession(w, { principal: sri, place, version: 3 });
  });

  it('is taken back by either with a reason, for good', async () => {
    const w = world();
    const pairId = await w.agreed();
    const place = { pairId, sessionId: await w.write(pairId) };
    await confirmSession(w, { principal: budi, place, version: 1 });
    await expect(withdrawSession(w, { principal: tuti, place, reason: 'x' })).rejects.toThrow(
      code('not-found'),
    );
    await withdrawSession(w, { principal: budi, place, reason: 'Salah tanggal' });
    expect(await w.sessionIn(pairId, place.sessionId)).toMatchObject({ state: 'withdrawn', by: 'guide' });
    const again = { principal: sri, place, version: 1 };
    await expect(changeSession(w, { ...again, text: textOf() })).rejects.toThrow(code('not-now'));
    await expect(confirmSession(w, again)).rejects.toThrow(code('not-now'));
    // The time is free again.
    await w.write(pairId);
  });

  it.each<readonly [string, Partial<SessionText>, readonly string[]]>([
    ['shorter than half an hour', { endsAt: '2026-03-09T02:29:00.000Z' }, ['/endsAt']],
    ['longer than a working day', { endsAt: '2026-03-09T10:01:00.000Z' }, ['/endsAt']],
    ['before it began', { endsAt: '2026-03-09T01:00:00.000Z' }, ['/endsAt']],
    [
      'not over yet',
      { startsAt: '2026-03-10T04:30:00.000Z', endsAt: '2026-03-10T05:30:00.000Z' },
      ['/endsAt'],
    ],
    [
      'more than a month ago',
      { startsAt: '2026-02-07T02:00:00.000Z', endsAt: '2026-02-07T03:00:00.000Z' },
      ['/date'],
    ],
  ])('is not written down: %s', async (_, over, paths) => {
    const w = world();
    const pairId = await w.agreed();
    const refused = await w.write(pairId, over).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'collaboration.unfit', issues: paths.map((path) => ({ path })) });
    await w.write(pairId, { endsAt: '2026-03-09T02:30:00.000Z' });
  });

  it('is at no time at which one of the two is in another', async () => {
    const w = world();
    const pairId = await w.agreed();
    const own = await w.write(pairId);
    await expect(w.write(pairId)).rejects.toThrow(code('overlap'));
    const other = await w.ask('guide', tuti.personId);
    await w.move(tuti, other, 'accept');
    const meets = { startsAt: '2026-03-09T02:59:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' };
    await expect(w.write(other, meets, tuti)).rejects.toThrow('The other one has another session');
    await expect(w.write(other, meets)).rejects.toThrow('You have another session');
    await w.write(other, { startsAt: '2026-03-09T03:00:00.000Z', endsAt: '2026-03-09T04:00:00.000Z' });
    // It does not stand in its own way.
    const place = { pairId, sessionId: own };
    await changeSession(w, { principal: sri, place, version: 1, text: textOf({ topic: 'Lain' }) });
  });

  it('is written in a pair that was agreed and goes on, and confirmed also after its end', async () => {
    const w = world();
    const asked = await w.ask();
    await expect(w.write(asked)).rejects.toThrow(code('not-now'));
    await w.move(budi, asked, 'accept');
    const place = { pairId: asked, sessionId: await w.write(asked) };
    await w.move(budi, asked, 'end');
    await expect(w.write(asked)).rejects.toThrow(code('not-now'));
    await confirmSession(w, { principal: budi, place, version: 1 });
    await expect(w.write(asked, {}, tuti)).rejects.toThrow(code('not-found'));
  });

  it('is known to others by day and minutes, by its topic where the two say so, and by nothing else', async () => {
    const w = world();
    const pairId = await w.agreed();
    const place = { pairId, sessionId: await w.write(pairId) };
    expect(await tracesOf(w, sri.personId)).toMatchObject([{ sessions: [] }]);
    await confirmSession(w, { principal: budi, place, version: 1 });
    const [trace] = await readTeamTraces(w, { principal: boss, personId: sri.personId });
    expect(trace?.sessions).toEqual([{ on: '2026-03-09', minutes: 60 }]);
    expect(JSON.stringify(trace)).not.toMatch(/Agenda|Senin|Membuka|Memimpin/);
    await expect(readTeamTraces(w, { principal: tuti, personId: sri.personId })).rejects.toThrow(
      code('not-found'),
    );
    await changeSession(w, { principal: sri, place, version: 1, text: textOf({ showTopic: true }) });
    await confirmSession(w, { principal: budi, place, version: 2 });
    const [shown] = await tracesOf(w, sri.personId);
    expect(shown?.sessions).toEqual([{ on: '2026-03-09', minutes: 60, topic: 'Membuka rapat' }]);
    const session = await w.sessionIn(pairId, place.sessionId);
    expect(session && titleOf(session)).toBe('Coaching: Membuka rapat');
    await expect(readOwnPair(w, { principal: tuti, pairId })).rejects.toThrow(code('not-found'));
  });
});

describe('what nobody answers', () => {
  const tellerInto = (told: string[]): PairTeller => ({
    remindOfInvitation: async ({ noticeId, to }) => void told.push(`${noticeId} ${to.personId}`),
    remindOfSession: async ({ noticeId, to }) => void told.push(`${noticeId} ${to}`),
  });

  it('is asked for once more after a week and lapses after a month, whatever breaks off', async () => {
    const w = world();
    const told: string[] = [];
    const round = { ...w, teller: tellerInto(told) };
    const asked = await w.ask('guide', tuti.personId);
    const pairId = await w.agreed();
    const place = { pairId, sessionId: await w.write(pairId) };
    await runTurns(round, { limit: 10 });
    expect(told).toEqual([]);
    w.clock.advance(7 * day);
    const broken = { ...w.pairs, step: () => Promise.reject(new Error('killed')) };
    await expect(runTurns({ ...round, pairs: broken }, { limit: 10 })).rejects.toThrow('killed');
    await runTurns(round, { limit: 10 });
    await runTurns(round, { limit: 10 });
    expect(new Set(told)).toEqual(
      new Set([`pair-remind:${asked} tuti`, `session-remind:${pairId}:${place.sessionId}:1 budi`]),
    );
    w.clock.advance(23 * day);
    await runTurns(round, { limit: 10 });
    expect(await w.pairs.find(asked)).toMatchObject({ state: 'lapsed' });
    expect(await w.sessionIn(pairId, place.sessionId)).toMatchObject({ state: 'lapsed' });
    await expect(confirmSession(w, { principal: budi, place, version: 1 })).rejects.toThrow(code('not-now'));
    expect(await runTurns(round, { limit: 10 })).toBe(0);
    // They may ask again.
    await w.ask('guide', tuti.personId);
  });
});

describe('erasure', () => {
  it('leaves that a session was, and no word of it', async () => {
    const w = world();
    const pairId = await w.agreed();
    const place = { pairId, sessionId: await w.write(pairId) };
    await confirmSession(w, { principal: budi, place, version: 1 });
    const open = await w.write(pairId, {
      ...{ startsAt: '2026-03-08T02:00:00.000Z', endsAt: '2026-03-08T03:00:00.000Z' },
    });
    expect(await forgetPerson(w, sri.personId)).toBe(3);
    const rest = JSON.stringify([await w.pairs.find(pairId), await w.pairs.sessionsOf(pairId)]);
    expect(rest).not.toMatch(/Agenda|Senin|Membuka|Memimpin/);
    expect(await w.sessionIn(pairId, place.sessionId)).toMatchObject({ state: 'confirmed' });
    expect(await w.sessionIn(pairId, open)).toMatchObject({ state: 'withdrawn' });
    expect(await w.pairs.find(pairId)).toMatchObject({ state: 'ended' });
    expect(await forgetPerson(w, sri.personId)).toBe(0);
  });
});

it('whatever two people do: what is confirmed has both signatures, and nobody is at two sessions at once', async () => {
  const step = fc.record({
    what: fc.constantFrom('write' as const, 'change' as const, 'confirm' as const, 'withdraw' as const),
    who: fc.constantFrom(sri, budi, tuti),
    version: fc.integer({ min: 1, max: 3 }),
    slot: fc.integer({ min: 0, max: 5 }),
    of: fc.nat(3),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const w = world();
      const pairId = await w.agreed();
      for (const { what, who, version, slot, of } of steps) {
        const startMs = Date.parse('2026-03-09T00:00:00.000Z') + slot * 1_200_000;
        const text = textOf({
          ...{ startsAt: new Date(startMs).toISOString() },
          endsAt: new Date(startMs + 2_400_000).toISOString(),
        });
        const all = await w.pairs.sessionsOf(pairId);
        const place = { pairId, sessionId: all[of]?.sessionId ?? ('none' as SessionId) };
        const does = {
          write: () => w.write(pairId, text, who),
          change: () => changeSession(w, { principal: who, place, version, text }),
          confirm: () => confirmSession(w, { principal: who, place, version }),
          withdraw: () => withdrawSession(w, { principal: who, place, reason: 'x' }),
        };
        await does[what]().catch((error: { readonly code?: string }) => {
          if (error.code?.startsWith('collaboration.') !== true) throw error;
        });
      }
      const sessions = await w.pairs.sessionsOf(pairId);
      for (const { state, signatures } of sessions) {
        const signed = new Set(signatures.map(({ personId }) => personId));
        if (state === 'confirmed') expect(signed).toEqual(new Set([sri.personId, budi.personId]));
        else expect(signed.has(tuti.personId)).toBe(false);
      }
      const taken = sessions.filter(({ state }) => state === 'waits' || state === 'confirmed');
      const byTime = taken.toSorted((a, b) => (a.startsAt < b.startsAt ? -1 : 1));
      byTime.forEach((session, n) => {
        const next = byTime[n + 1];
        if (next) expect(session.endsAt <= next.startsAt).toBe(true);
      });
    }),
    { numRuns: 60 },
  );
});
