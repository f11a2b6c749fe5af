import { Unavailable } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { memoryStatementStore } from '@sinau/lrs/testing';
import { describe, expect, it } from 'vitest';
import { type HealthSources, readHealth } from './health.ts';
import { portalWorld } from './testing/portal-world.ts';

const empty = async () => ({ waiting: 0, inFlight: 0 });

/** Sources of which everything is well, at 01:00 UTC. */
function sourcesWith(over: Partial<HealthSources> = {}) {
  const clock = fixedClock('2026-03-02T01:00:00.000Z');
  const logged: string[] = [];
  const sources: HealthSources = {
    queues: [{ name: 'imports', work: empty, dead: empty }],
    pulse: {
      read: async () => ({ handledAt: '2026-03-02T00:50:00.000Z', recordAt: '2026-03-02T00:49:58.000Z' }),
    },
    held: async () => ({ count: 0 }),
    jobs: { listStalled: async () => [] },
    statements: memoryStatementStore({ clock }),
    clock,
    log: { info: () => {}, warn: () => {}, error: (message) => void logged.push(message) },
    ...over,
  };
  return { sources, logged };
}

/** A record store with one statement of this time. */
function storedAt(stored: string): HealthSources['statements'] {
  const clock = fixedClock();
  const page = { statements: [{ statement: { stored }, json: '{}' }] } as never;
  return {
    ...memoryStatementStore({ clock }),
    query: async ({ filter }) => ((filter.sinceMs ?? 0) < Date.parse(stored) ? page : { statements: [] }),
  };
}

const partOf = async (over: Partial<HealthSources>, name: string) => {
  const view = await readHealth(sourcesWith(over).sources);
  return { status: view.status, ...view.parts.find((part) => part.name === name) };
};

describe('readHealth', () => {
  it('is ok while nothing lags and nothing failed', async () => {
    const view = await readHealth(sourcesWith().sources);
    expect(view).toMatchObject({ status: 'ok', checkedAt: '2026-03-02T01:00:00.000Z' });
    expect(view.parts.map(({ name, state }) => `${name} ${state}`)).toEqual([
      'projector ok',
      'records ok',
      'imports ok',
      'queue-imports ok',
    ]);
  });

  it('tells of clocks of data protection that ran out, and of an audit log that is not whole', async () => {
    const asked = (due: number) => ({ dueAt: `2026-03-0${due}T00:00:00.000Z` });
    const over = (given: { readonly requests?: object[]; readonly findings?: object[] }) => ({
      protection: async () =>
        ({
          requests: { listOpen: async () => given.requests ?? [] },
          incidents: { list: async () => [{ notifyDueAt: '2026-03-01T00:00:00.000Z', notifiedAt: 'x' }] },
          checks: { find: async () => ({ state: 'done', findings: given.findings ?? [] }) },
        }) as never,
    });
    expect(await partOf(over({ requests: [asked(3)] }), 'protection')).toMatchObject({
      ...{ status: 'ok', unanswered: 1, overdue: 0 },
    });
    expect(await partOf(over({ requests: [asked(1), asked(3)] }), 'protection')).toMatchObject({
      ...{ status: 'degraded', unanswered: 2, overdue: 1 },
    });
    expect(await partOf(over({ findings: [{}] }), 'protection')).toMatchObject({
      ...{ status: 'degraded', brokenChains: 1 },
    });
  });

  it('measures the projector by the oldest commit that it cannot have done', async () => {
    // Done without a note, since notes are written now and then.
    const covered = await partOf({ statements: storedAt('2026-03-02T00:50:14.000Z') }, 'projector');
    expect(covered).toMatchObject({ status: 'ok', lagSeconds: 0, lastSuccessAt: '2026-03-02T00:50:00.000Z' });
    const late = await partOf({ statements: storedAt('2026-03-02T00:58:30.000Z') }, 'projector');
    expect(late).toMatchObject({
      status: 'degraded',
      state: 'attention',
      lagSeconds: 90,
      oldestWaitingAt: '2026-03-02T00:58:30.000Z',
    });
    const fresh = await partOf({ statements: storedAt('2026-03-02T00:59:30.000Z') }, 'projector');
    expect(fresh).toMatchObject({ status: 'ok', lagSeconds: 30 });
  });

  it.each([
    [
      'a dead letter',
      'queue-imports',
      { queues: [{ name: 'imports', dead: async () => ({ waiting: 1, inFlight: 0 }) }] },
    ],
    [
      'a commit that stays held',
      'records',
      { held: async () => ({ count: 1, oldestMs: Date.parse('2026-03-02T00:49:00Z') }) },
    ],
    [
      'an import that is silent',
      'imports',
      { jobs: { listStalled: async () => [{ updatedAt: '2026-03-02T00:29:00.000Z' }] as never } },
    ],
  ] as const)('asks for a look at %s', async (_what, name, over) => {
    expect(await partOf(over, name)).toMatchObject({ status: 'degraded', state: 'attention' });
  });

  it('R10: a part that does not answer is told as such, logged, and keeps no other from answering', async () => {
    const dead = () => Promise.reject(new Unavailable('arn:aws:sqs of nobody'));
    const { sources, logged } = sourcesWith({ queues: [{ name: 'mails', work: dead, dead }] });
    const view = await readHealth(sources);
    expect(view.status).toBe('degraded');
    expect(view.parts.at(-1)).toEqual({ name: 'queue-mails', state: 'silent' });
    expect(view.parts.filter(({ state }) => state === 'ok')).toHaveLength(3);
    expect(logged).toEqual(['health of a part is not known']);
    expect(JSON.stringify(view)).not.toContain('arn:');
  });
});

describe('GET /health', () => {
  it('says ok to anyone, without cookie and without figures', async () => {
    const { app } = await portalWorld();
    const answer = await app.hono.request('/health');
    expect([answer.status, await answer.text()]).toEqual([200, '{"status":"ok"}']);
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });

  it('R10: a dead queue makes it degraded and not down; a dead table makes it unavailable', async () => {
    const { app, deps, clock } = await portalWorld();
    const dead = () => Promise.reject(new Unavailable('down'));
    let queue = empty;
    let asked = 0;
    Object.assign(deps.healthSources, {
      queues: [{ name: 'mails', dead: () => queue() }],
      held: async () => {
        asked += 1;
        return { count: 0 };
      },
    });
    const ask = async () => {
      const answer = await app.hono.request('/health');
      return [answer.status, await answer.text()];
    };
    queue = dead;
    expect(await ask()).toEqual([200, '{"status":"degraded"}']);
    queue = empty;
    // Strangers who ask often cost nothing.
    expect(await ask()).toEqual([200, '{"status":"degraded"}']);
    expect(asked).toBe(1);
    clock.advance(10_000);
    expect(await ask()).toEqual([200, '{"status":"ok"}']);
    Object.assign(deps.healthSources, { held: dead });
    clock.advance(10_000);
    const [status, text] = await ask();
    expect([status, text]).toEqual([503, expect.stringContaining('"code":"platform.unavailable"')]);
    expect(text).not.toContain('down');
  });

  it('shows figures to operators alone', async () => {
    const world = await portalWorld();
    const operator = world.browser();
    await operator.signIn((await world.invite(world.tenants.platform, ['operator'])).email);
    const page = await (await operator.ask('/operator/health')).text();
    expect(page).toMatch(/Antrean surel[\s\S]*2 menunggu · 1 dikerjakan/);
    const json = (await (await operator.ask('/operator/health.json')).json()) as { parts: object[] };
    expect(json.parts).toContainEqual({
      name: 'queue-mails',
      state: 'ok',
      waiting: 2,
      inFlight: 1,
      deadLetters: 0,
    });
    const admin = world.browser();
    await admin.signIn((await world.invite(world.tenants.agencyA, ['agency-admin'])).email);
    expect((await admin.ask('/operator/health.json')).status).toBe(403);
  });
});
