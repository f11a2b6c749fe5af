import { memoryCreditStore } from '@sinau/credit/testing';
import type { ExternalLearning, LearningId, Line, State } from '@sinau/external-learning';
import { memoryLearningStore, seminar } from '@sinau/external-learning/testing';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryNoticeStore } from '@sinau/notifications/testing';
import { describe, expect, it } from 'vitest';
import { holdersIn } from '../shared/testing/holders-in.ts';
import type { FollowExternalDeps } from './follow-external.ts';
import type { Fact } from './follow-fact.ts';
import { followExternal } from './late-followers.ts';

const [sri, budi, agus] = ['sri', 'budi', 'agus'].map((name) => name as PersonId) as [
  PersonId,
  PersonId,
  PersonId,
];
const agencyId = 'bkn' as AgencyId;
const at = '2026-03-09T01:00:00.000Z';

const people = [
  { personId: sri, name: 'Sri', roles: ['learner'], supervisorId: budi },
  { personId: budi, name: 'Budi', roles: ['supervisor'] },
  { personId: agus, name: 'Agus', roles: ['agency-admin'] },
].map((person) => ({
  ...{
    ...person,
    status: 'active',
    home: { kind: 'agency', agencyId },
    email: `${person.personId}@contoh.example`,
  },
}));

async function world(more: Partial<ExternalLearning> = {}) {
  const credit = memoryCreditStore();
  const learnings = memoryLearningStore();
  const notices = memoryNoticeStore();
  const mails: string[] = [];
  const parts = {
    ...{ credit, clock: fixedClock('2026-03-10T01:00:00.000Z') },
    standings: {
      standingOf: async () => ({
        ...{ agencyId, timeZone: 'Asia/Jakarta' as const, assumed: [] },
        statuses: [{ status: 'PNS' as const, from: '2010-01-01' }],
      }),
    },
  };
  const deps = {
    ...{ learnings, notices, clock: parts.clock, onMailFailure: () => {} },
    credit: async () => parts,
    mail: { send: async ({ personId }: { personId: string }) => void mails.push(personId) },
    people: {
      find: async (id: string) => people.find(({ personId }) => personId === id),
      listHolders: holdersIn(() => people),
    },
  } as unknown as FollowExternalDeps;
  let learning: ExternalLearning = {
    ...{ learningId: 'l1' as LearningId, personId: sri, agencyId, way: 'attended', stage: 'report' },
    ...{ state: 'draft', details: seminar, evidence: [], createdAt: at, lines: 0, rev: 0 },
    ...more,
  };
  /** Takes the record to a state, and tells so twice. */
  const move = async (state: State, change: Partial<ExternalLearning> = {}, on = at) => {
    const before = learning.rev === 0 ? undefined : learning;
    const after = { ...learning, ...change, state, lines: learning.lines + 1 };
    const by: Line['by'] =
      state === 'returned' ? { kind: 'system' } : { kind: 'person', personId: sri, as: 'learner' };
    const line: Line = { n: after.lines, action: 'send', to: state, at, by };
    const taken = await learnings.take({ ...(before && { before }), after, line });
    if (taken.outcome !== 'done') throw new Error(taken.outcome);
    learning = taken.learning;
    for (const _ of [1, 2]) await followExternal(deps, factOf(state, after.lines, on));
    learning = (await learnings.find(sri, learning.learningId)) ?? learning;
    return learning;
  };
  const told = async (personId: PersonId) =>
    (await notices.list({ personId, limit: 10 })).map(({ kind, params, link }) => ({ kind, params, link }));
  return { deps, credit, move, told, mails };
}

const factOf = (state: State, line: number, occurredAt = at): Fact => ({
  ...{ type: 'external-learning-moved', eventId: `external-learning-moved:sri:l1:${line}`, occurredAt },
  ...{ personId: sri, learningId: 'l1', line, state },
});

describe('a record of learning elsewhere', () => {
  it('L3: verified becomes one line of the ledger and is recognised, and its learner hears how many JP', async () => {
    const { credit, move, told, deps } = await world();
    expect(await move('verified', { verifiedAt: at })).toMatchObject({ state: 'recognised' });
    expect(await credit.entriesOf(sri)).toMatchObject([
      { kind: 'earned', form: 'KL06', source: { kind: 'external', learningId: 'l1' }, agencyId },
    ]);
    expect(await told(sri)).toEqual([]);
    for (const _ of [1, 2]) await followExternal(deps, factOf('recognised', 2));
    const params = { title: seminar.title, outcome: 'recognised', recognised: 800 };
    expect(await told(sri)).toEqual([{ kind: 'external-learning-decided', params, link: '/jp/external/l1' }]);
  });

  it('L4: taken back reverses its line with the reason, also where it was never told in between', async () => {
    const { credit, move, told } = await world();
    await move('verified', { verifiedAt: at });
    await move('rejected', { reason: 'Sertifikat palsu.' });
    expect((await credit.entriesOf(sri)).map(({ kind }) => kind)).toEqual(['earned', 'reversed']);
    expect(await credit.entriesOf(sri)).toContainEqual(
      expect.objectContaining({ because: 'Sertifikat palsu.' }),
    );
    expect(await told(sri)).toMatchObject([{ params: { outcome: 'rejected', reason: 'Sertifikat palsu.' } }]);
  });

  it('that was returned before the ledger heard of it makes no line', async () => {
    const { credit, move, deps } = await world();
    await move('returned', { reason: 'Belum terbaca.' });
    await followExternal(deps, factOf('verified', 1));
    expect(await credit.entriesOf(sri)).toEqual([]);
  });

  it('waiting is told to the supervisor once, and to the agency where it decides, without mail', async () => {
    const { move, told, mails, deps } = await world();
    await move('reported', { waitingSince: at });
    const link = '/team/external/sri/l1';
    expect(await told(budi)).toMatchObject([
      { kind: 'external-learning-waiting', params: { asks: 'report' }, link },
    ]);
    expect(await told(agus)).toEqual([]);
    expect(new Set(mails)).toEqual(new Set([budi]));
    await move('supervisor_ok', { waitingSince: at });
    expect(await told(agus)).toMatchObject([{ params: { learner: 'Sri' }, link: '/agency/external/sri/l1' }]);
    await followExternal(deps, factOf('reported', 1));
    expect(await told(budi)).toHaveLength(1);
    expect(new Set(mails)).toEqual(new Set([budi]));
  });

  it('that is taken back and sent again is told once a day, and anew when it was answered in between', async () => {
    const { move, told, mails } = await world();
    const send = (on = at) => move('reported', { waitingSince: on }, on);
    for (const _ of [1, 2, 3]) {
      await send();
      await move('cancelled');
      await move('draft');
    }
    await send();
    expect(await told(budi)).toHaveLength(1);
    await move('returned', { reason: 'Belum terbaca.' });
    await send();
    expect(await told(budi)).toHaveLength(2);
    await move('cancelled');
    // Past midnight in Jakarta.
    await send('2026-03-09T17:30:00.000Z');
    expect(await told(budi)).toHaveLength(3);
    expect(new Set(mails)).toEqual(new Set([sri, budi]));
  });

  it('entered by the agency is told to the learner once a day, without mail', async () => {
    const { move, told, mails, deps } = await world({ way: 'entered' });
    await move('verified', { verifiedAt: at });
    for (const line of [2, 3]) await followExternal(deps, factOf('recognised', line));
    expect(await told(sri)).toHaveLength(1);
    expect(mails).toEqual([]);
  });
});
