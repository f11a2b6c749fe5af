import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { confirmErasure } from './confirm-erasure.ts';
import { privacyFacts } from './dynamo/index.ts';
import {
  answerRequest,
  getRequest,
  liftHold,
  listRequests,
  noteNotified,
  openRequest,
  type PersonPlace,
  placeHold,
  recordIncident,
  requestErasure,
  requestExport,
  runDueJobs,
  startErasure,
  sweepIncidents,
  sweepRequests,
  withdrawRequest,
} from './index.ts';
import { memoryExportFiles, memoryPrivacyStores } from './testing/index.ts';

const agencyId = 'bkn' as AgencyId;
const someone = (id: string, parts: Partial<PersonPrincipal> = {}): PersonPrincipal => ({
  ...{ kind: 'person', personId: id as PersonId, name: id, roles: ['learner'], agencyId },
  ...parts,
});
const sri = someone('sri');
const admin = someone('admin', { roles: ['agency-admin'] });
const { agencyId: _, ...operator } = someone('op-1', { roles: ['operator'] });
const { agencyId: _other, ...second } = someone('op-2', { roles: ['operator'] });

function world() {
  const clock = fixedClock('2026-03-02T01:00:00.000Z');
  const erased: string[] = [];
  const place: PersonPlace = {
    name: 'statements',
    settleMs: 0,
    count: async () => ({ counts: { statements: erased.length === 0 ? 1 : 0 } }),
    erase: async ({ personId }) => {
      erased.push(personId);
      return { counts: { erased: 1 } };
    },
  };
  const on = {
    ...memoryPrivacyStores(nodeDigest),
    ...{ clock, ids: countedIds(), digest: nodeDigest, files: memoryExportFiles(), places: [place], erased },
    people: { exists: async (id: PersonId) => id === 'sri' },
    operators: { madeBy: async () => [] },
    retention: { page: async () => ({ people: [] }), hasOlder: async () => false },
  };
  const hours = (n: number) => clock.advance(n * 3600_000);
  const run = async () => {
    const { failed } = await runDueJobs(on, { untilMs: clock.now().getTime() + 60_000 });
    expect(failed).toEqual([]);
  };
  return { ...on, hours, run };
}

describe('requests of people about their data', () => {
  it('P1: a copy is begun at once, and its end answers the request', async () => {
    const on = world();
    const { requestId, dueAt } = await openRequest(on, { principal: sri, kind: 'access', text: '' });
    expect(dueAt).toBe('2026-03-05T01:00:00.000Z');
    expect(await sweepRequests(on)).toEqual({ warned: 0, ended: 0 });
    await on.run();
    expect(await sweepRequests(on)).toEqual({ warned: 0, ended: 1 });
    expect(await on.requests.find(requestId)).toMatchObject({ state: 'answered', outcome: 'granted' });
  });

  it('is answered once, in words and with the ground of what is not done, by those who may', async () => {
    const on = world();
    const ask = { principal: sri, kind: 'correction', text: 'Zona saya WIT', field: 'zone' } as const;
    const { requestId } = await openRequest(on, ask);
    const give = { requestId, outcome: 'refused', answer: 'Unit Anda di WIB.' } as const;
    const elsewhere = someone('x', { roles: ['agency-admin'], agencyId: 'anri' as AgencyId });
    for (const principal of [elsewhere, sri, someone('boss', { roles: ['supervisor'] })]) {
      await expect(answerRequest(on, { ...give, principal })).rejects.toMatchObject({
        code: 'privacy.not-found',
      });
    }
    await expect(answerRequest(on, { ...give, principal: admin })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await answerRequest(on, { ...give, ground: 'unfounded', principal: admin });
    await expect(
      answerRequest(on, { ...give, ground: 'unfounded', principal: operator }),
    ).rejects.toMatchObject({
      code: 'privacy.not-now',
    });
    expect(await on.requests.find(requestId)).toMatchObject({ outcome: 'refused', ground: 'unfounded' });
    const [line] = await on.audit.list({ limit: 1 });
    expect(line).toMatchObject({ kind: 'request', action: 'answered', reason: 'correction: refused' });
    expect(JSON.stringify(await on.audit.list({ limit: 9 }))).not.toMatch(/WIT|WIB|sri/);
  });

  it('C7: nobody answers themselves', async () => {
    const on = world();
    const { requestId } = await openRequest(on, { principal: admin, kind: 'objection', text: 'Rekomendasi' });
    const answer = { requestId, outcome: 'granted', answer: 'Baik' } as const;
    await expect(answerRequest(on, { ...answer, principal: admin })).rejects.toMatchObject({
      code: 'privacy.second-person-needed',
    });
  });

  it('waits with the agency where it can do it, and with operators always', async () => {
    const on = world();
    const open = (kind: 'correction' | 'erasure' | 'restriction') =>
      openRequest(on, { principal: sri, kind, text: 'x' });
    const erasure = await open('erasure');
    on.hours(1);
    await open('correction');
    const kinds = async (principal: PersonPrincipal) =>
      (await listRequests(on, principal)).open.map(({ kind }) => kind);
    expect(await kinds(admin)).toEqual(['correction']);
    expect(await kinds(operator)).toEqual(['erasure', 'correction']);
    const { requestId } = erasure;
    await expect(getRequest(on, { principal: admin, requestId })).rejects.toMatchObject({
      code: 'privacy.not-found',
    });
    await expect(open('erasure')).rejects.toMatchObject({ code: 'privacy.request-open' });
    await expect(withdrawRequest(on, { principal: admin, requestId })).rejects.toThrow();
    await withdrawRequest(on, { principal: sri, requestId });
    expect(await kinds(operator)).toEqual(['correction']);
    expect((await listRequests(on, operator)).ended).toMatchObject([{ state: 'withdrawn' }]);
  });

  it.each(['withdrawn', 'refused'] as const)(
    'an erasure that was begun ends when its request is %s',
    async (how) => {
      const on = world();
      const { requestId } = await openRequest(on, { principal: sri, kind: 'erasure', text: 'x' });
      const { jobId } = await startErasure(on, { principal: operator, requestId, mode: 'erase' });
      await on.run();
      expect(await on.jobs.find(jobId)).toMatchObject({ state: 'counted' });
      if (how === 'withdrawn') await withdrawRequest(on, { principal: sri, requestId });
      else {
        const answer = { outcome: 'refused', ground: 'unfounded', answer: 'Tidak beralasan.' } as const;
        await answerRequest(on, { principal: operator, requestId, ...answer });
      }
      expect(await on.jobs.find(jobId)).toMatchObject({ state: 'cancelled' });
      await expect(confirmErasure(on, { principal: second, jobId })).rejects.toThrow();
      await on.run();
      expect(on.erased).toEqual([]);
    },
  );

  it('an erasure that runs cannot be taken back, and one that was made while its request ended is not confirmed', async () => {
    const on = world();
    const { requestId } = await openRequest(on, { principal: sri, kind: 'erasure', text: 'x' });
    const { jobId } = await startErasure(on, { principal: operator, requestId, mode: 'erase' });
    await on.run();
    const request = await getRequest(on, { principal: operator, requestId });
    // As if it had been withdrawn by somebody who saw no job yet.
    await on.requests.save({ ...request, state: 'withdrawn' });
    await expect(confirmErasure(on, { principal: second, jobId })).rejects.toMatchObject({
      code: 'privacy.not-now',
    });
    const again = await getRequest(on, { principal: operator, requestId });
    await on.requests.save({ ...again, state: 'open' });
    await confirmErasure(on, { principal: second, jobId });
    await expect(withdrawRequest(on, { principal: sri, requestId })).rejects.toMatchObject({
      code: 'privacy.not-now',
    });
  });

  it('are ten a day and ten open ones at most, so that nobody is lost among those of another', async () => {
    const on = world();
    const open = () => openRequest(on, { principal: sri, kind: 'correction', text: 'x' });
    const first = await open();
    for (let n = 1; n < 10; n += 1) await open();
    await expect(open()).rejects.toMatchObject({ code: 'privacy.too-many-requests' });
    await withdrawRequest(on, { principal: sri, requestId: first.requestId });
    await expect(open()).rejects.toMatchObject({ code: 'privacy.too-many-requests' });
    on.hours(25);
    await open();
    await expect(open()).rejects.toMatchObject({ code: 'privacy.too-many-requests' });
  });

  it('tells once that less than a day is left, and each step under one id', async () => {
    const on = world();
    const request = await openRequest(on, { principal: sri, kind: 'restriction', text: 'x' });
    on.hours(47);
    expect(await sweepRequests(on)).toEqual({ warned: 0, ended: 0 });
    on.hours(1);
    expect(await sweepRequests(on)).toEqual({ warned: 1, ended: 0 });
    expect(await sweepRequests(on)).toEqual({ warned: 0, ended: 0 });
    const row = (parts: object) => ({
      pk: `PRIVACY-REQUEST#${request.requestId}`,
      sk: 'REQUEST',
      ...request,
      ...parts,
    });
    const told = [
      privacyFacts({ after: row({}) }),
      privacyFacts({ before: row({}), after: row({ warnedAt: '2026-03-04T01:00:00.000Z' }) }),
      privacyFacts({
        before: row({}),
        after: row({ state: 'answered', endedAt: '2026-03-04T01:00:00.000Z' }),
      }),
      privacyFacts({ before: row({}), after: row({ rev: 2 }) }),
    ].flat();
    expect(told.map((fact) => fact.type === 'privacy-request-moved' && [fact.to, fact.agencyId])).toEqual([
      ['opened', 'bkn'],
      ['soon', 'bkn'],
      ['answered', 'bkn'],
    ]);
  });

  it('P2: an erasure is begun from its request, confirmed by a second operator, and its end says that some is kept', async () => {
    const on = world();
    const { requestId } = await openRequest(on, { principal: sri, kind: 'erasure', text: 'Hapus' });
    const { jobId } = await startErasure(on, { principal: operator, requestId, mode: 'erase' });
    await expect(startErasure(on, { principal: operator, requestId, mode: 'erase' })).rejects.toThrow();
    await on.run();
    await confirmErasure(on, { principal: second, jobId });
    await on.run();
    expect((await on.jobs.find(jobId))?.state).toBe('done');
    await sweepRequests(on);
    expect(await on.requests.find(requestId)).toMatchObject({
      outcome: 'partly',
      ground: 'personnel-records',
    });
  });

  it('begins one erasure of a request where two operators begin it at once, and again where the first never came to be', async () => {
    const on = world();
    const { requestId } = await openRequest(on, { principal: sri, kind: 'erasure', text: 'Hapus' });
    const start = (principal: PersonPrincipal) =>
      startErasure(on, { principal, requestId, mode: 'erase' }).catch(({ code }) => code);
    const { add } = on.jobs;
    on.jobs.add = async () => {
      throw new Error('the table does not answer');
    };
    await start(operator);
    on.jobs.add = add;
    const begun = await Promise.all([start(operator), start(second)]);
    expect(begun.filter((one) => typeof one === 'string')).toHaveLength(1);
    const erasures = await on.jobs.list({ kind: 'erasure', limit: 9 });
    expect(erasures.map(({ jobId }) => jobId)).toEqual([(await on.requests.find(requestId))?.jobId]);
  });

  it('begins one copy where somebody asks for two at once, and the next when that has ended', async () => {
    const on = world();
    const ask = () => requestExport(on, { principal: sri, personId: sri.personId });
    const asked = await Promise.allSettled([ask(), ask()]);
    expect(asked.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await on.run();
    on.hours(1);
    await ask();
    expect(await on.jobs.list({ kind: 'export', limit: 9 })).toHaveLength(2);
  });
});

it('C7: an erasure is not confirmed by whoever it is about', async () => {
  const on = world();
  const personId = 'sri' as PersonId;
  const job = {
    principal: operator,
    personId,
    mode: 'erase',
    reason: 'Surat 1',
    legalBasis: 'request',
  } as const;
  const { jobId } = await requestErasure(on, job);
  await on.run();
  const concerned = { ...second, personId };
  await expect(confirmErasure(on, { principal: concerned, jobId })).rejects.toMatchObject({
    code: 'privacy.second-person-needed',
  });
  await confirmErasure(on, { principal: second, jobId });
});

describe('a legal hold', () => {
  const ask = { principal: operator, personId: 'sri' as PersonId } as const;
  const erasure = { ...ask, mode: 'erase', reason: 'Surat 1', legalBasis: 'request' } as const;

  it('P2: keeps an erasure from being asked for, confirmed and carried out, until it is lifted', async () => {
    const on = world();
    const { jobId } = await requestErasure(on, erasure);
    await on.run();
    const first = await placeHold(on, { ...ask, ground: 'Perkara 7/2026' });
    await expect(requestErasure(on, erasure)).rejects.toMatchObject({ code: 'privacy.held' });
    await expect(confirmErasure(on, { principal: second, jobId })).rejects.toMatchObject({
      code: 'privacy.held',
    });
    await liftHold(on, { principal: operator, key: first });
    await expect(liftHold(on, { principal: operator, key: first })).rejects.toMatchObject({
      code: 'privacy.not-now',
    });
    await confirmErasure(on, { principal: second, jobId });
    const late = await placeHold(on, { ...ask, ground: 'Pemeriksaan' });
    await on.run();
    expect(on.erased).toEqual([]);
    expect((await on.jobs.find(jobId))?.state).toBe('running');
    await liftHold(on, { principal: operator, key: late });
    on.hours(1);
    await on.run();
    expect(on.erased).toEqual(['sri']);
    expect((await on.audit.list({ limit: 3 })).map(({ action }) => action)).toEqual([
      'done',
      'lifted',
      'placed',
    ]);
  });

  it('C7: is not lifted by whoever it is about', async () => {
    const on = world();
    const key = await placeHold(on, { ...ask, ground: 'Pemeriksaan' });
    const inspected = { ...operator, personId: ask.personId };
    await expect(liftHold(on, { principal: inspected, key })).rejects.toMatchObject({
      code: 'privacy.second-person-needed',
    });
    await expect(requestErasure(on, erasure)).rejects.toMatchObject({ code: 'privacy.held' });
  });

  it('ends by itself after its last day, and begins on none that has passed', async () => {
    const on = world();
    await expect(placeHold(on, { ...ask, ground: 'Perkara', until: '2026-03-01' })).rejects.toMatchObject({
      code: 'request.invalid',
    });
    await placeHold(on, { ...ask, ground: 'Perkara', until: '2026-03-02' });
    on.hours(22);
    await expect(requestErasure(on, erasure)).rejects.toMatchObject({ code: 'privacy.held' });
    on.hours(1);
    await requestErasure(on, erasure);
  });
});

it('an incident has 72 hours from its detection, and stops its clock once', async () => {
  const on = world();
  const facts = {
    ...{ what: 'Nama dan surel', how: 'Berkas salah kirim', people: 40, handling: 'Berkas ditarik' },
    detectedAt: '2026-03-01T20:00:00.000Z',
  };
  const { incidentId, notifyDueAt } = await recordIncident(on, { principal: operator, facts });
  expect(notifyDueAt).toBe('2026-03-04T20:00:00.000Z');
  const ahead = { ...facts, detectedAt: '2026-03-02T02:00:00.000Z' };
  await expect(recordIncident(on, { principal: operator, facts: ahead })).rejects.toMatchObject({
    code: 'request.invalid',
  });
  const told = { principal: operator, incidentId, notice: 'Surat 12 kepada 40 orang dan lembaga PDP' };
  await noteNotified(on, told);
  await expect(noteNotified(on, told)).rejects.toMatchObject({ code: 'privacy.not-now' });
  expect(await on.incidents.find(incidentId)).toMatchObject({ notifiedAt: '2026-03-02T01:00:00.000Z' });
});

it('an incident of which nobody was told is marked once with less than a day left, and no other', async () => {
  const on = world();
  const facts = { what: 'Nama dan surel', how: 'Berkas salah kirim', people: 40, handling: 'Berkas ditarik' };
  const at = (detectedAt: string) =>
    recordIncident(on, { principal: operator, facts: { ...facts, detectedAt } });
  const late = await at('2026-02-28T00:30:00.000Z');
  const told = await at('2026-02-28T00:30:00.000Z');
  await noteNotified(on, {
    ...{ principal: operator, incidentId: told.incidentId },
    notice: 'Surat 12 kepada 40 orang',
  });
  const young = await at('2026-02-28T02:00:00.000Z');
  expect([await sweepIncidents(on), await sweepIncidents(on)]).toEqual([1, 0]);
  expect(await on.incidents.find(late.incidentId)).toMatchObject({ warnedAt: '2026-03-02T01:00:00.000Z' });
  for (const { incidentId } of [told, young]) {
    expect(await on.incidents.find(incidentId)).not.toHaveProperty('warnedAt');
  }
});
