import type { AgencyId, PersonId, PersonPrincipal } from '@sinau/kernel';
import { countedIds } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import {
  brokenLines,
  cancelErasure,
  confirmErasure,
  confirmRule,
  type ErasureOrder,
  openExport,
  type PersonPlace,
  type PrivacyJobId,
  percentOf,
  proposeRule,
  type RetentionPeople,
  type RetentionRule,
  requestErasure,
  requestExport,
  rulesAt,
  runDueJobs,
  startRetention,
  withdrawRule,
} from './index.ts';
import { stepRetention } from './step-retention.ts';
import { memoryExportFiles, memoryPrivacyStores } from './testing/index.ts';

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
  options: Partial<Pick<PersonPlace, 'settleMs' | 'settlesAfter'>> & { readonly stubborn?: number } = {},
) {
  const { settleMs = 0, settlesAfter } = options;
  const state = {
    left: count,
    stubborn: options.stubborn ?? 0,
    orders: [] as ErasureOrder[],
    failing: false,
  };
  const place: PersonPlace = {
    name,
    settleMs,
    ...(settlesAfter && { settlesAfter }),
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
  const made = new Map<string, { readonly by: PersonId; readonly at: string }[]>();
  const deps = {
    ...memoryPrivacyStores(nodeDigest),
    people: { exists: async (id: PersonId) => id === personId },
    operators: { madeBy: async (id: PersonId) => made.get(id) ?? [] },
    agencies: { exists: async (id: AgencyId) => id !== 'nowhere' },
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
  return { deps, clock, files, made, run, ask, find, actions };
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

  it('C7: is not confirmed by an operator whom the first has made within 30 days, nor the other way round', async () => {
    const { deps, clock, made, run, ask, find } = world([placeOf('a', 1).place]);
    const { jobId } = await ask();
    await run();
    const at = clock.now().toISOString();
    const confirm = (id: string) => confirmErasure(deps, { principal: staff(id), jobId });
    made.set('o-2', [{ by: 'o-1' as PersonId, at }]);
    made.set('o-1', [{ by: 'o-3' as PersonId, at }]);
    // By somebody in between; in a circle too.
    made.set('o-5', [{ by: 'o-4' as PersonId, at }]);
    made.set('o-4', [
      { by: 'o-5' as PersonId, at },
      { by: 'o-1' as PersonId, at },
    ]);
    for (const id of ['o-2', 'o-3', 'o-5']) {
      await expect(confirm(id)).rejects.toMatchObject({ code: 'privacy.second-person-dependent' });
    }
    expect((await find(jobId)).state).toBe('counted');
    clock.ms += 30 * 24 * 3600_000;
    expect((await confirm('o-2')).state).toBe('running');
  });

  it('P4: a worker that dies before it has saved a step leaves no line of it, and the next one leaves one', async () => {
    const { deps, clock, run, ask, find, actions } = world([placeOf('a', 1).place]);
    const { jobId } = await ask();
    const dying: typeof deps.jobs = {
      ...deps.jobs,
      replace: async (job, entry) => {
        if (entry) throw new Error('died');
        return deps.jobs.replace(job, entry);
      },
    };
    await runDueJobs({ ...deps, jobs: dying }, { untilMs: clock.ms + 1_000 });
    expect(await actions()).toEqual(['requested']);
    clock.ms += 60_000;
    await run();
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    clock.ms += 60_000;
    await runDueJobs({ ...deps, jobs: dying }, { untilMs: clock.ms + 1_000 });
    clock.ms += 60_000;
    await run();
    expect((await find(jobId)).state).toBe('done');
    expect(await actions()).toEqual(['requested', 'counted', 'confirmed', 'done']);
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

  it('waits once for all places that settle after the confirmation', async () => {
    const own = { settleMs: 900_000, settlesAfter: 'confirmation' } as const;
    const places = [
      placeOf('a', 2, own),
      placeOf('b', 2, own),
      placeOf('c', 2, { settleMs: 900_000 }),
    ] as const;
    const { deps, clock, run, ask, find } = world(places.map(({ place }) => place));
    const { jobId } = await ask();
    await run();
    // That they were counted long ago does not count.
    clock.ms += 900_000;
    await confirmErasure(deps, { principal: staff('o-2'), jobId });
    await run();
    clock.ms += 899_999;
    await run();
    expect(places.map(({ state }) => state.left)).toEqual([2, 2, 2]);
    clock.ms += 1;
    await run();
    expect(places.map(({ state }) => state.left)).toEqual([0, 0, 2]);
    clock.ms += 900_000;
    await run();
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
    basis: 'UU',
    ...parts,
  });
  const keep = rule({ ruleId: 'keep', action: 'keep', verbs: ['http://v.example/passed'] });
  const people: RetentionPeople = {
    page: async ({ cursor, agencyId }) =>
      cursor === undefined || agencyId === 'kecil'
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

  const bkn = { ruleId: 'raw', version: 1, agencyId: 'bkn' as AgencyId };
  const rules = [rule(), keep];
  /** Two operators have confirmed the rule for an agency. */
  async function confirmed({ deps }: ReturnType<typeof world>, validFrom = '2026-03-01') {
    const basis = 'Keputusan 12/2026';
    await proposeRule(deps, { principal: staff('o-1'), key: bkn, basis, validFrom, rules });
    await confirmRule(deps, { principal: staff('o-2'), key: bkn });
  }
  const sweepOf = async ({ deps }: ReturnType<typeof world>) => {
    const sweep = (await deps.jobs.list({ kind: 'retention', limit: 9 })).find(({ approval }) => approval);
    if (!sweep) throw new Error('no sweep');
    return sweep;
  };

  it('counts once a month over everybody, and goes no further without a confirmation', async () => {
    const on = world([], people);
    const start = () => startRetention({ ...on.deps, rules });
    expect(await start()).toBe(1);
    expect(await start()).toBe(0);
    await on.run();
    const [sweep] = await on.deps.jobs.list({ kind: 'retention', limit: 5 });
    expect(sweep).toMatchObject({ state: 'counted', found: { people: 2, looked: 3 }, reason: 'raw v1' });
    expect(sweep).not.toHaveProperty('dueAt');
    const jobId = sweep?.jobId ?? ('' as PrivacyJobId);
    const early = confirmErasure(on.deps, { principal: staff('o-1'), jobId });
    await expect(early).rejects.toMatchObject({ code: 'privacy.not-now' });
    on.clock.ms += 31 * 24 * 3600_000;
    await on.run();
    expect(await on.deps.jobs.list({ kind: 'erasure', limit: 5 })).toEqual([]);
    expect(await start()).toBe(1);
  });

  it('C7: a rule acts for an agency once a second operator has confirmed it; every decision is noted', async () => {
    const on = world([], people);
    const { deps, made, clock } = on;
    const by = (id: string) => ({ principal: staff(id), key: bkn });
    const propose = (over: object = {}) =>
      proposeRule(deps, { ...by('o-1'), basis: 'Keputusan 12', validFrom: '2026-04-01', rules, ...over });
    for (const wrong of [
      { key: { ...bkn, ruleId: 'keep' } },
      { key: { ...bkn, version: 2 } },
      { key: { ...bkn, agencyId: 'nowhere' as AgencyId } },
      { validFrom: '2025-12-31' },
      { validFrom: '2026-02-30' },
    ]) {
      await expect(propose(wrong)).rejects.toMatchObject({ code: 'request.invalid' });
    }
    await expect(confirmRule(deps, by('o-2'))).rejects.toMatchObject({ code: 'privacy.not-found' });
    await propose();
    await expect(propose()).rejects.toMatchObject({ code: 'privacy.not-now' });
    await expect(confirmRule(deps, by('o-1'))).rejects.toMatchObject({
      code: 'privacy.second-person-needed',
    });
    made.set('o-2', [{ by: 'o-1' as PersonId, at: clock.now().toISOString() }]);
    const dependent = { code: 'privacy.second-person-dependent' };
    await expect(confirmRule(deps, by('o-2'))).rejects.toMatchObject(dependent);
    await confirmRule(deps, by('o-3'));
    await expect(confirmRule(deps, by('o-3'))).rejects.toMatchObject({ code: 'privacy.not-now' });
    // Not before its date.
    expect(await startRetention({ ...deps, rules })).toBe(1);
    clock.ms = Date.parse('2026-04-01T00:00:00.000Z');
    expect(await startRetention({ ...deps, rules })).toBe(2);
    await withdrawRule(deps, by('o-2'));
    await propose({ validFrom: '2026-05-01' });
    const lines = (await deps.audit.list({ limit: 50 })).filter(({ kind }) => kind === 'rule');
    expect(lines.map(({ action, by }) => [action, by]).reverse()).toEqual([
      ['proposed', 'o-1'],
      ['confirmed', 'o-3'],
      ['withdrawn', 'o-2'],
      ['proposed', 'o-1'],
    ]);
    expect(lines.at(-1)?.reason).toBe('raw v1 bkn, 2026-04-01: Keputusan 12');
    expect(brokenLines(nodeDigest, (await deps.audit.list({ limit: 50 })).toReversed())).toEqual([]);
  });

  it('acts a week after the dry run of a confirmed rule, for everybody due of that agency', async () => {
    const statements = placeOf('statements', 3);
    const asked: (string | undefined)[] = [];
    const page: RetentionPeople['page'] = (input) => {
      asked.push(input.agencyId);
      return people.page(input);
    };
    const on = world([statements.place], { ...people, page });
    const { deps, run, find, clock } = on;
    await confirmed(on);
    expect(await startRetention({ ...deps, rules })).toBe(2);
    expect(await startRetention({ ...deps, rules })).toBe(0);
    await run();
    expect(asked).toEqual(expect.arrayContaining(['bkn', undefined]));
    expect(await sweepOf(on)).toMatchObject({ state: 'counted', found: { people: 2, looked: 3 } });
    clock.ms += 7 * 24 * 3600_000 - 1;
    await run();
    expect(await deps.jobs.list({ kind: 'erasure', limit: 5 })).toEqual([]);
    clock.ms += 1;
    await run();
    expect(await sweepOf(on)).toMatchObject({
      state: 'done',
      done: { people: 2, looked: 3 },
      confirmedBy: 'o-2',
    });
    const jobs = await deps.jobs.list({ kind: 'erasure', limit: 5 });
    expect(jobs).toHaveLength(2);
    await run();
    for (const { jobId } of jobs) expect((await find(jobId)).state).toBe('done');
    const [order] = statements.state.orders;
    expect(order?.mode).toBe('pseudonymise');
    expect(order?.keepVerbs).toEqual(['http://v.example/passed']);
    expect(new Date(order?.untilMs ?? 0).toISOString()).toBe('2024-03-02T01:00:00.000Z');
    expect(new Set(statements.state.orders.map(({ key }) => key)).size).toBe(2);
    const { jobId } = await sweepOf(on);
    const halfway = {
      ...(await sweepOf(on)),
      state: 'running',
      found: { looked: 8 },
      done: { looked: 4 },
    } as const;
    expect(percentOf(halfway)).toBe(50);
    const noted = (await deps.audit.list({ limit: 50 })).filter((line) => line.jobId === jobId);
    expect(noted.map(({ action }) => action).reverse()).toEqual(['requested', 'counted', 'started', 'done']);
  });

  it('begins at once when an operator says so, and not at all once the rule was withdrawn', async () => {
    const on = world([placeOf('statements', 3).place], people);
    const { deps, run, clock } = on;
    await confirmed(on);
    await startRetention({ ...deps, rules });
    await run();
    await confirmErasure(deps, { principal: staff('o-3'), jobId: (await sweepOf(on)).jobId });
    await withdrawRule(deps, { principal: staff('o-3'), key: bkn });
    await run();
    expect((await sweepOf(on)).state).toBe('cancelled');

    await confirmed(on);
    clock.ms += 1_000;
    // Confirmed anew: looked at anew.
    expect(await startRetention({ ...deps, rules })).toBe(1);
    await run();
    const again = (await deps.jobs.list({ kind: 'retention', limit: 9 })).find(
      ({ approval, state }) => approval && state === 'counted',
    );
    await confirmErasure(deps, { principal: staff('o-3'), jobId: again?.jobId ?? ('' as PrivacyJobId) });
    await run();
    expect(await deps.jobs.list({ kind: 'erasure', limit: 5 })).toHaveLength(2);
  });

  it('begins no more erasures while many jobs wait, so that what people ask for has its turn', async () => {
    const on = world([placeOf('statements', 3).place], people);
    const { deps, run, clock } = on;
    await confirmed(on);
    await startRetention({ ...deps, rules });
    await run();
    const { jobId } = await sweepOf(on);
    const asked = await on.ask();
    for (let n = 0; n < 20; n += 1) await deps.jobs.add({ ...asked, jobId: `busy-${n}` as PrivacyJobId });
    await confirmErasure(deps, { principal: staff('o-3'), jobId });
    const late = { ...deps, jobs: { ...deps.jobs, listDue: deps.jobs.listDue } };
    const sweep = await on.find(jobId);
    const stepped = await stepRetention(late, sweep);
    expect(stepped.job).toMatchObject({ state: 'running', done: {} });
    expect(stepped.job.dueAt).toBe(new Date(clock.ms + 5 * 60_000).toISOString());
    await run();
    clock.ms += 5 * 60_000;
    await run();
    await run();
    expect(await on.find(jobId)).toMatchObject({ state: 'done', done: { people: 2 } });
  });
});
