import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import {
  cancelErasure,
  confirmErasure,
  type ErasureOrder,
  openExport,
  type PersonPlace,
  type PrivacyJobId,
  type RetentionPeople,
  type RetentionRule,
  requestErasure,
  requestExport,
  rulesAt,
  runDueJobs,
  startRetention,
} from './index.ts';
import { memoryAuditLog, memoryExportFiles, memoryPrivacyJobStore } from './testing/index.ts';

const personId = 'sri-1' as PersonId;
const staff = (id: string): PersonPrincipal => ({
  kind: 'person',
  personId: id as PersonId,
  name: id,
  roles: ['operator'],
});
const sri: PersonPrincipal = { ...staff('sri-1'), roles: ['learner'] };

/** A place with so many things of Sri, two a step. */
function placeOf(
  name: string,
  count: number,
  options: { readonly settleMs?: number; readonly stubborn?: number } = {},
) {
  const { settleMs = 0 } = options;
  const state = {
    left: count,
    stubborn: options.stubborn ?? 0,
    orders: [] as ErasureOrder[],
    failing: false,
  };
  const place: PersonPlace = {
    name,
    settleMs,
    count: async () => ({ counts: { [name]: state.left } }),
    async erase(order) {
      if (state.failing) throw new Error('down');
      state.orders.push(order);
      const now = Math.min(2, state.left - state.stubborn);
      state.left -= now;
      if (state.left <= state.stubborn) {
        state.stubborn = Math.max(0, state.stubborn - 1);
        return { counts: { [name]: now } };
      }
      return { counts: { [name]: now }, next: 'more' };
    },
    copy: async (_subject, cursor) => {
      const from = Number(cursor ?? 0);
      const records = Array.from({ length: Math.min(2, count - from) }, (_, n) => ({ n: from + n }));
      const step = { records, counts: { [name]: records.length } };
      return from + 2 < count ? { ...step, next: String(from + 2) } : step;
    },
  };
  return { place, state };
}

const nobody: RetentionPeople = { page: async () => ({ people: [] }), hasOlder: async () => false };

function world(places: readonly PersonPlace[], people: RetentionPeople = nobody) {
  const clock = { ms: Date.parse('2026-03-02T01:00:00.000Z'), now: () => new Date(clock.ms) };
  const files = memoryExportFiles();
  const deps = {
    jobs: memoryPrivacyJobStore(),
    audit: memoryAuditLog(nodeDigest),
    people: { exists: async (id: PersonId) => id === personId },
    files,
    places,
    retention: people,
    clock,
    ids: countedIds(),
    digest: nodeDigest,
  };
  const run = () => runDueJobs(deps, { untilMs: clock.ms + 1_000 });
  const ask = () =>
    requestErasure(deps, {
      principal: staff('o-1'),
      personId,
      mode: 'erase',
      reason: 'Permintaan tertulis',
      legalBasis: 'request',
    });
  const find = async (jobId: PrivacyJobId) => {
    const job = await deps.jobs.find(jobId);
    if (!job) throw new Error('no job');
    return job;
  };
  const actions = async () => (await deps.audit.list({ limit: 50 })).map(({ action }) => action).reverse();
  return { deps, clock, files, run, ask, find, actions };
}

describe('an erasure', () => {
  it('P2: counts, waits for a second operator, takes out, looks again and names nobody any more', async () => {
    const statements = placeOf('statements', 5);
    const kept: PersonPlace = { name: 'enrolments', settleMs: 0, count: async () => ({ counts: { e: 9 } }) };
    const { deps, run, ask, find, actions } = world([statements.place, kept]);
    const { jobId } = await ask();
    await run();
    expect(await find(jobId)).toMatchObject({ state: 'counted', found: { statements: 5 }, done: {} });
    expect(statements.state.left).toBe(5);
    await run();
    expect(statements.state.left).toBe(5);

    const own = confirmErasure(deps, { principal: staff('o-1'), jobId });
    await expect(own).rejects.toMatchObject({ code: 'privacy.second-person-needed' });
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    await run();
    expect(statements.state.left).toBe(0);
    const job = await find(jobId);
    expect(job).toMatchObject({ state: 'done', done: { statements: 5 }, left: { statements: 0 } });
    expect(job).not.toHaveProperty('personId');
    expect(job).not.toHaveProperty('key');
    expect(job).not.toHaveProperty('dueAt');
    const keys = new Set(statements.state.orders.map(({ key }) => key));
    expect(keys.size).toBe(1);
    expect(statements.state.orders[0]).toMatchObject({
      untilMs: Date.parse(job.confirmedAt ?? ''),
      mode: 'erase',
    });
    expect(await actions()).toEqual(['requested', 'counted', 'confirmed', 'done']);
    const lines = await deps.audit.list({ limit: 9 });
    expect(JSON.stringify(lines)).not.toContain('sri-1');
    expect(lines[0]).toMatchObject({ counts: { statements: 5 }, reason: 'Permintaan tertulis' });
  });

  it('begins in a place only when those before have settled, and leaves places to their times', async () => {
    const [first, second] = [placeOf('a', 2, { settleMs: 900_000 }), placeOf('b', 2, { settleMs: 60_000 })];
    const { deps, clock, run, ask, find } = world([first.place, second.place]);
    const { jobId } = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    await run();
    expect([first.state.left, second.state.left]).toEqual([2, 2]);
    clock.ms += 899_999;
    await run();
    expect(first.state.left).toBe(2);
    clock.ms += 1;
    await run();
    expect([first.state.left, second.state.left]).toEqual([0, 2]);
    clock.ms += 60_000;
    await run();
    expect(second.state.left).toBe(0);
    expect((await find(jobId)).state).toBe('done');
  });

  it('goes through again what was left, and gives up when something stays', async () => {
    const once = placeOf('a', 4, { stubborn: 1 });
    const { deps, run, ask, find } = world([once.place]);
    const { jobId } = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    await run();
    expect(await find(jobId)).toMatchObject({ state: 'done', passes: 2, done: { a: 4 } });

    const never: PersonPlace = { ...once.place, count: async () => ({ counts: { a: 1 } }) };
    const other = world([never]);
    const asked = await other.ask();
    await other.run();
    await confirmErasure(other.deps, { principal: staff('o-2'), jobId: asked.jobId });
    await other.run();
    const job = await other.find(asked.jobId);
    expect(job).toMatchObject({ state: 'failed', left: { a: 1 }, passes: 5 });
    expect(await other.actions()).toContain('failed');
  });

  it('tries a place that fails again later, and goes on where it was', async () => {
    const one = placeOf('a', 4);
    const { deps, clock, run, ask, find, actions } = world([one.place]);
    const { jobId } = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    one.state.failing = true;
    expect((await run()).failed).toHaveLength(1);
    expect((await run()).failed).toEqual([]);
    expect(await find(jobId)).toMatchObject({ state: 'running', failures: 1 });
    one.state.failing = false;
    clock.ms += 60_000;
    await run();
    expect(await find(jobId)).toMatchObject({ state: 'done', failures: 0 });

    one.state.left = 2;
    one.state.failing = true;
    const again = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId: again.jobId });
    for (let n = 0; n < 12; n += 1) {
      await run();
      clock.ms += 3_700_000;
    }
    expect(await find(again.jobId)).toMatchObject({ state: 'failed' });
    expect((await actions()).at(-1)).toBe('failed');
  });

  it('is run by one worker at a time: one that lost its lease saves nothing', async () => {
    const one = placeOf('a', 4);
    const { deps, clock, run, ask, find } = world([one.place]);
    const { jobId } = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    const inner = one.place.erase;
    let slow = true;
    const stalled: PersonPlace = {
      ...one.place,
      erase: async (order, cursor) => {
        if (slow) {
          slow = false;
          clock.ms += 11 * 60_000;
          await runDueJobs(deps, { untilMs: clock.ms + 1_000 });
        }
        return inner ? inner(order, cursor) : { counts: {} };
      },
    };
    await runDueJobs({ ...deps, places: [stalled] }, { untilMs: clock.ms + 60 * 60_000 });
    expect(await find(jobId)).toMatchObject({ state: 'done', done: { a: 4 } });
  });

  it('discards copies from before, which hold what was taken out', async () => {
    const one = placeOf('a', 2);
    const { deps, files, run, ask } = world([one.place]);
    const copy = await requestExport(deps, { principal: sri, personId });
    await run();
    expect(files.files.has(copy.jobId)).toBe(true);
    const { jobId } = await ask();
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    await run();
    expect(files.files.has(copy.jobId)).toBe(false);
    const opened = openExport(deps, { principal: sri, jobId: copy.jobId });
    await expect(opened).rejects.toMatchObject({ code: 'privacy.not-now' });
  });

  it('can be taken back until it is confirmed', async () => {
    const one = placeOf('a', 4);
    const { deps, run, ask, find } = world([one.place]);
    const { jobId } = await ask();
    await run();
    await cancelErasure(deps, { principal: staff('o-1'), jobId });
    await run();
    expect((await find(jobId)).state).toBe('cancelled');
    const late = confirmErasure(deps, { principal: staff('o-2'), jobId });
    await expect(late).rejects.toMatchObject({ code: 'privacy.not-now' });
    expect(one.state.left).toBe(4);
  });

  it('is refused for nobody', async () => {
    const { deps } = world([]);
    const asked = requestErasure(deps, {
      principal: staff('o-1'),
      personId: 'x' as PersonId,
      mode: 'erase',
      reason: 'r',
      legalBasis: 'request',
    });
    await expect(asked).rejects.toMatchObject({ code: 'request.invalid' });
  });
});

describe('an export', () => {
  it('P1: holds everything of every place, one JSON text a line, and names the places', async () => {
    const { deps, clock, files, run, actions } = world([
      placeOf('statements', 5).place,
      placeOf('notices', 0).place,
    ]);
    const { jobId } = await requestExport(deps, { principal: sri, personId });
    await expect(requestExport(deps, { principal: sri, personId })).rejects.toMatchObject({
      code: 'privacy.export-running',
    });
    await run();
    const lines = (files.files.get(jobId) ?? '')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    expect(lines[0]).toMatchObject({ place: 'export', personId, places: ['statements', 'notices'] });
    expect(lines.slice(1, -1)).toEqual([0, 1, 2, 3, 4].map((n) => ({ place: 'statements', n })));
    expect(lines.at(-1)).toEqual({ place: 'end', counts: { statements: 5, notices: 0 } });

    expect(await openExport(deps, { principal: sri, jobId })).toContain(jobId);
    expect(await openExport(deps, { principal: staff('o-1'), jobId })).toContain(jobId);
    const stranger = { ...sri, personId: 'budi-1' as PersonId };
    await expect(openExport(deps, { principal: stranger, jobId })).rejects.toMatchObject({
      code: 'privacy.not-found',
    });
    expect(await actions()).toEqual(['requested', 'done', 'downloaded', 'downloaded']);

    clock.ms += 7 * 24 * 3600_000;
    await expect(openExport(deps, { principal: sri, jobId })).rejects.toMatchObject({
      code: 'privacy.not-now',
    });
    await run();
    expect(files.files.has(jobId)).toBe(false);
    await requestExport(deps, { principal: sri, personId });
  });
});

describe('retention', () => {
  const rule = (parts: Partial<RetentionRule> = {}): RetentionRule => ({
    ...{ ruleId: 'raw', version: 1, validFrom: '2026-01-01', months: 24, action: 'pseudonymise' },
    ...{ basis: 'UU', verified: true },
    ...parts,
  });
  const keep = rule({ ruleId: 'keep', action: 'keep', verbs: ['http://v.example/passed'] });
  const people: RetentionPeople = {
    page: async (cursor) =>
      cursor === undefined
        ? { people: ['sri-1', 'budi-1'] as PersonId[], next: '1' }
        : { people: ['ayu-1'] as PersonId[] },
    hasOlder: async (subject) => subject.personId !== 'budi-1',
  };

  it('takes the newest version of each rule that is in force', () => {
    const rules = [rule(), rule({ version: 2, validFrom: '2026-06-01', months: 12 }), keep];
    expect(rulesAt(rules, '2026-05-31').map(({ version }) => version)).toEqual([1, 1]);
    expect(rulesAt(rules, '2026-06-01').map(({ months }) => months)).toEqual([12, 24]);
    expect(rulesAt(rules, '2025-12-31')).toEqual([]);
  });

  it('counts once a month, and begins an erasure for everybody due once an operator has confirmed', async () => {
    const statements = placeOf('statements', 3);
    const { deps, run, find, clock } = world([statements.place], people);
    const start = () => startRetention({ ...deps, rules: [rule(), keep] });
    expect(await start()).toBe(1);
    expect(await start()).toBe(0);
    await run();
    const [sweep] = await deps.jobs.list({ kind: 'retention', limit: 5 });
    expect(sweep).toMatchObject({ state: 'counted', found: { people: 2 }, reason: 'raw v1' });
    expect(await deps.jobs.list({ kind: 'erasure', limit: 5 })).toEqual([]);

    await confirmErasure(deps, { principal: staff('o-1'), jobId: sweep?.jobId ?? ('' as PrivacyJobId) });
    await run();
    const jobs = await deps.jobs.list({ kind: 'erasure', limit: 5 });
    expect(jobs).toHaveLength(2);
    await run();
    for (const { jobId } of jobs) expect((await find(jobId)).state).toBe('done');
    const [order] = statements.state.orders;
    expect(order?.mode).toBe('pseudonymise');
    expect(order?.keepVerbs).toEqual(['http://v.example/passed']);
    expect(new Date(order?.untilMs ?? 0).toISOString()).toBe('2024-03-02T01:00:00.000Z');
    expect(new Set(statements.state.orders.map(({ key }) => key)).size).toBe(2);

    clock.ms += 31 * 24 * 3600_000;
    expect(await start()).toBe(1);
  });

  it('counts for a rule that is not verified, and goes no further', async () => {
    const { deps, run } = world([], people);
    await startRetention({ ...deps, rules: [rule({ verified: false })] });
    await run();
    const [sweep] = await deps.jobs.list({ kind: 'retention', limit: 5 });
    expect(sweep).toMatchObject({ state: 'counted', found: { people: 2 } });
    const confirmed = confirmErasure(deps, {
      principal: staff('o-1'),
      jobId: sweep?.jobId ?? ('' as PrivacyJobId),
    });
    await expect(confirmed).rejects.toMatchObject({ code: 'privacy.not-now' });
  });
});
