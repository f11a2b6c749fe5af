import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { addService } from '../services.ts';
import { memoryFeedbackStores, memoryForumStore, memoryMinutesRoom } from '../testing/index.ts';
import {
  addForum,
  type Commitment,
  changeForum,
  commitmentRequestSchema,
  type Forum,
  forumRequestSchema,
  type LearningPlans,
  listForums,
  overdueIn,
  ownForum,
  type PlannedLearning,
  publicForums,
  removeForum,
  setCommitment,
} from './index.ts';

const bkn = 'bkn' as AgencyId;
const rina: PersonPrincipal = {
  ...{ kind: 'person', personId: 'rina' as PersonId, name: 'Rina', roles: ['learner', 'agency-admin'] },
  agencyId: bkn,
};
const elsewhere: PersonPrincipal = { ...rina, agencyId: 'lan' as AgencyId };

describe('consultation forums', () => {
  let deps: Pick<ReturnType<typeof memoryFeedbackStores>, 'services'> & {
    readonly forums: ReturnType<typeof memoryForumStore>;
    readonly clock: ReturnType<typeof fixedClock>;
    readonly ids: ReturnType<typeof countedIds>;
    readonly learning: LearningPlans;
    readonly files: ReturnType<typeof memoryMinutesRoom>;
  };
  let planned: ReadonlyMap<string, PlannedLearning>;
  let serviceId: string;
  beforeEach(async () => {
    const { services } = memoryFeedbackStores();
    const clock = fixedClock('2026-11-10T01:00:00.000Z');
    planned = new Map();
    const answering: LearningPlans['answering'] = async (agencyId, asked) =>
      new Map(
        asked.flatMap(({ commitmentId }) => {
          const found = agencyId === bkn ? planned.get(commitmentId) : undefined;
          return found ? [[commitmentId, found] as const] : [];
        }),
      );
    deps = {
      services,
      forums: memoryForumStore(),
      clock,
      ids: countedIds(),
      learning: { answering },
      files: memoryMinutesRoom(),
    };
    ({ serviceId } = await addService(deps, { principal: rina, request: { name: 'KTP elektronik' } }));
  });
  const requestOf = (over: Record<string, unknown> = {}) =>
    forumRequestSchema.parse({
      ...{ title: 'Forum layanan KTP', serviceIds: [serviceId], heldOn: '2026-11-03', place: 'Aula' },
      ...over,
    });
  const add = (over: Record<string, unknown> = {}) =>
    addForum(deps, { principal: rina, request: requestOf(over) });
  const promise = {
    ...{ said: 'Antre lama', text: 'Loket kedua dibuka', unit: 'Dukcapil', due: '2026-11-09' },
    state: 'open',
  } as const;
  const commit = async (
    { forumId }: Pick<Forum, 'forumId'>,
    over: Record<string, unknown> = {},
    commitmentId?: string,
  ): Promise<Commitment> => {
    const { rev } = await ownForum(deps, { principal: rina, forumId });
    return setCommitment(deps, {
      ...{ principal: rina, forumId, rev, request: commitmentRequestSchema.parse({ ...promise, ...over }) },
      ...(commitmentId !== undefined && { commitmentId }),
    });
  };
  const at = { agencyId: bkn };

  it('are announced, held and followed up, and everybody reads them', async () => {
    const { forumId, rev } = await add({ heldOn: '2026-11-20', link: 'https://rapat.contoh.go.id/1' });
    expect(await publicForums(deps, at)).toMatchObject([{ title: 'Forum layanan KTP', isAhead: true }]);
    deps.clock.advance(11 * 86_400_000);
    const counted = { 'service-users': 9, disability: 3, media: 0 };
    const held = requestOf({ heldOn: '2026-11-20', participants: counted, minutes: 'Antrean dibahas.' });
    await changeForum(deps, { principal: rina, forumId, request: held, rev });
    const { commitmentId } = await commit({ forumId }, { due: '2026-12-01' });
    await commit(
      { forumId },
      { due: '2026-12-01', state: 'kept', outcome: 'Dibuka 25 November' },
      commitmentId,
    );
    const [told] = await publicForums(deps, at);
    expect(told).toMatchObject({
      ...{ isAhead: false, participants: 12, minutes: 'Antrean dibahas.' },
      commitments: [{ state: 'kept', outcome: 'Dibuka 25 November', unit: 'Dukcapil' }],
    });
    expect(told).not.toHaveProperty('agencyId');
    expect((await ownForum(deps, { principal: rina, forumId })).participants).toEqual({
      'service-users': 9,
      disability: 3,
    });
  });

  it('tell of less than ten participants nothing in public, and never of a group', async () => {
    await add({ participants: { disability: 9 } });
    const [told] = await publicForums(deps, at);
    expect(told).not.toHaveProperty('participants');
    await add({ participants: { disability: 1, media: 9 } });
    expect(JSON.stringify(await publicForums(deps, at))).not.toContain('disability');
  });

  it('tell what has to be learned for a commitment, whether a plan answers it, and not who or how few', async () => {
    const forum = await add();
    const { commitmentId } = await commit(forum, { topic: 'Komunikasi ramah' });
    await commit(forum, { text: 'Kursi ditambah' });
    const told = async () => (await publicForums(deps, at))[0]?.commitments.map(({ learning }) => learning);
    expect(await told()).toEqual([{ topic: 'Komunikasi ramah', state: 'noted' }, undefined]);
    expect((await publicForums(deps, at))[0]?.commitments[0]).not.toHaveProperty('topic');
    planned = new Map([[commitmentId, { year: 2027, people: 0 }]]);
    expect((await told())?.[0]).toEqual({ topic: 'Komunikasi ramah', state: 'planned', year: 2027 });
    planned = new Map([[commitmentId, { year: 2027, people: 9 }]]);
    expect((await told())?.[0]).toEqual({ topic: 'Komunikasi ramah', state: 'held', year: 2027 });
    planned = new Map([[commitmentId, { year: 2027, people: 10 }]]);
    expect((await told())?.[0]).toMatchObject({ state: 'held', people: 10 });
    await commit(forum, {}, commitmentId);
    expect(await told()).toEqual([undefined, undefined]);
  });

  it('are of the services that they are about', async () => {
    await add();
    const other = await addService(deps, { principal: rina, request: { name: 'Akta kelahiran' } });
    expect(await publicForums(deps, { ...at, serviceId: other.serviceId })).toEqual([]);
    expect(await publicForums(deps, { ...at, serviceId: serviceId as never })).toHaveLength(1);
    await expect(add({ serviceIds: ['tidak-ada'] })).rejects.toMatchObject({ code: 'feedback.not-found' });
  });

  it('have minutes, participants and commitments once they were held', async () => {
    const refused = { code: 'request.invalid' };
    await expect(add({ heldOn: '2026-11-11', minutes: 'Sudah' })).rejects.toMatchObject(refused);
    await expect(add({ heldOn: '2026-11-11', participants: { media: 1 } })).rejects.toMatchObject(refused);
    const ahead = await add({ heldOn: '2026-11-11' });
    await expect(commit(ahead)).rejects.toMatchObject(refused);
    // Today counts as held: the minutes are written there.
    await expect(add({ heldOn: '2026-11-10', minutes: 'Sudah' })).resolves.toMatchObject({ rev: 1 });
  });

  it.each([
    ['minutes', 'Hadir: Budi\n3201011505900001'],
    ['title', 'Hubungi 0812-3456-7890'],
    ['place', 'Aula, budi@contoh.go.id'],
  ])('refuse %s with a number or an address of somebody', async (field, text) => {
    const refused = { code: 'feedback.tells-of-person', issues: [{ path: `/${field}` }] };
    await expect(add({ [field]: text })).rejects.toMatchObject(refused);
    expect(await listForums(deps, rina)).toEqual([]);
  });

  it.each(['said', 'text', 'unit', 'outcome', 'topic'])(
    'refuse a commitment whose %s tells of somebody',
    async (field) => {
      const forum = await add();
      const refused = { code: 'feedback.tells-of-person' };
      await expect(commit(forum, { [field]: 'Pak RT 0812-3456-7890' })).rejects.toMatchObject(refused);
    },
  );

  it('let minutes with days and sums through', async () => {
    const minutes =
      'Rapat 3 November 2026 (2026-11-03), 09.00–11.30. Biaya Rp12.500.000.000.\nLoket dibuka 01/12/2026.';
    await expect(add({ minutes })).resolves.toMatchObject({ minutes });
  });

  it('show what is overdue from the day after, until it is kept or dropped with its reason', async () => {
    const forum = await add();
    const late = await commit(forum);
    await commit(forum, { due: '2026-11-10' });
    const overdue = async () =>
      (await overdueIn(deps, bkn)).map(({ due, commitments }) => [due, commitments.length]);
    expect(await overdue()).toEqual([['2026-11-09', 1]]);
    // 23:59 of the 10th in Jakarta.
    deps.clock.advance(15 * 3_600_000 + 59 * 60_000);
    expect(await overdue()).toEqual([['2026-11-09', 1]]);
    deps.clock.advance(60_000);
    expect(await overdue()).toEqual([
      ['2026-11-09', 1],
      ['2026-11-10', 1],
    ]);
    await commit(forum, { state: 'dropped', outcome: 'Anggaran dialihkan' }, late.commitmentId);
    expect(await overdue()).toEqual([['2026-11-10', 1]]);
  });

  it('want an outcome of what is kept or dropped, a place or an address, and addresses of the web', () => {
    for (const state of ['kept', 'dropped']) {
      const read = commitmentRequestSchema.safeParse({ ...promise, state });
      expect(read.error?.issues[0]?.path).toEqual(['outcome']);
    }
    const forum = { title: 'Forum', serviceIds: ['s'], heldOn: '2026-11-03' };
    expect(forumRequestSchema.safeParse(forum).error?.issues[0]?.path).toEqual(['place']);
    for (const link of ['javascript:alert(1)', 'http://contoh.go.id', 'https://', 'ftp://contoh.go.id/a']) {
      expect(forumRequestSchema.safeParse({ ...forum, link }).success, link).toBe(false);
      expect(commitmentRequestSchema.safeParse({ ...promise, proof: link }).success, link).toBe(false);
    }
    const named = { ...forum, place: 'Aula', participants: { Budi: 1 } };
    expect(forumRequestSchema.safeParse(named).success).toBe(false);
  });

  it('change only as they were read, and are not taken away with what was promised', async () => {
    const forum = await add();
    const request = requestOf({ title: 'Judul baru' });
    await changeForum(deps, { principal: rina, forumId: forum.forumId, request, rev: forum.rev });
    const late = changeForum(deps, { principal: rina, forumId: forum.forumId, request, rev: forum.rev });
    await expect(late).rejects.toMatchObject({ code: 'feedback.changed' });
    await commit(forum);
    const remove = () => removeForum(deps, { principal: rina, forumId: forum.forumId });
    await expect(remove()).rejects.toMatchObject({ code: 'request.invalid' });
    const other = await add();
    await removeForum(deps, { principal: rina, forumId: other.forumId });
    expect(await listForums(deps, rina)).toHaveLength(1);
  });

  it('are those of one agency', async () => {
    const { forumId } = await add();
    await expect(ownForum(deps, { principal: elsewhere, forumId })).rejects.toMatchObject({
      code: 'feedback.not-found',
    });
    expect(await listForums(deps, elsewhere)).toEqual([]);
    const learner: PersonPrincipal = { ...rina, roles: ['learner'] };
    await expect(addForum(deps, { principal: learner, request: requestOf() })).rejects.toMatchObject({
      code: 'feedback.not-found',
    });
    const theirs = addForum(deps, { principal: elsewhere, request: requestOf() });
    await expect(theirs).rejects.toMatchObject({ code: 'feedback.not-found' });
  });
});
