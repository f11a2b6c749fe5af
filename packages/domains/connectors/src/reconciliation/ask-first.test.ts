import { describe, expect, it } from 'vitest';
import { AdapterFailure, type ProviderAdapter } from '../ports.ts';
import { reconciliationWorld } from '../testing/reconciliation/reconciliation-world.ts';
import { memoryPollMarks } from '../testing/results/memory-learner-names.ts';
import { memoryPollRunStore } from '../testing/results/memory-poll-runs.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { askFirst } from './ask-first.ts';
import { type ReconcileDeps, reconcile } from './reconcile.ts';
import type { ReconciliationRun } from './run.ts';
import { startReconciliation } from './start-reconciliation.ts';

const { connectionId } = sampleConnection();
const long = '2026-01-01T00:00:00.000Z';

describe('asking before the comparison', () => {
  const asked = { taken: 0, isWhole: true };

  it('goes before it, over as many messages as it takes, and is noted', async () => {
    const { deps, run, open, connection } = reconciliationWorld();
    const answers = [{ asking: 'poll-1' }, { asked: { taken: 3, isWhole: true } }];
    const seen: (string | undefined)[] = [];
    const asking = {
      ...deps,
      ask: async ({ run: { asking: id } }: Parameters<NonNullable<ReconcileDeps['ask']>>[0]) => {
        seen.push(id);
        return answers.shift() ?? { asked };
      },
    };
    const begun = await startReconciliation(asking, { connectionId });
    const runId = begun === 'running' ? '' : begun.runId;
    const input = { connection, runId, deadlineMs: Number.POSITIVE_INFINITY };
    const outcomes = [];
    for (let n = 0; n < 3; n += 1) outcomes.push(await reconcile(asking, input));
    expect(outcomes).toEqual(['again', 'asked', 'done']);
    expect(seen).toEqual([undefined, 'poll-1']);
    expect(await open()).toEqual(['ours-not-theirs', 'theirs-not-ours']);
    const [last] = await deps.reconciliation.listRuns(connectionId, 1);
    expect(last).toMatchObject({ state: 'done', asked: { taken: 3 } });
    expect(last).not.toHaveProperty('asking');
    expect((await run()).outcome).toBe('done');
  });

  const asks = (failure?: AdapterFailure) => {
    const { deps, connection, clock } = reconciliationWorld();
    const adapter = {
      async *readResults() {
        if (failure) throw failure;
        const result = {
          ...{ kind: 'score' as const, given: 80, maximum: 100, isFinal: true },
          ...{ externalCourseId: '4', externalLearnerId: 'u1', occurredAt: long },
        };
        yield { result, sent: { text: '{}', contentType: 'application/json' } };
      },
    } as unknown as ProviderAdapter;
    const polling = {
      ...{ ...deps, adapters: { adapterOf: async () => adapter } },
      ...{ marks: memoryPollMarks(), polls: memoryPollRunStore(), placing: deps },
    };
    const now = clock.now().toISOString();
    const run: ReconciliationRun = {
      ...{ connectionId, runId: 'run-1', startedAt: now, state: 'running', updatedAt: now, rev: 1 },
      ...{ courses: 0, learners: 0, counts: {} },
    };
    const ask = (deadlineMs = Number.POSITIVE_INFINITY, of = run) =>
      askFirst(polling, { connection, run: of, deadlineMs });
    return { ask, run, clock };
  };

  it('takes what is new, and goes on with the round that it has begun', async () => {
    const { ask, run } = asks();
    const first = await ask(0);
    expect(first).toEqual({ asking: expect.any(String) });
    expect(await ask(undefined, { ...run, ...first })).toEqual({ asked: { taken: 1, isWhole: true } });
    expect(await ask()).toEqual({ asked });
  });

  it('R10: a provider that tells no results is compared all the same, and asking has an end', async () => {
    const { ask } = asks(new AdapterFailure('not-permitted', { passing: false }));
    expect(await ask()).toEqual({ asked: { taken: 0, isWhole: false, reason: 'not-permitted' } });
    const slow = asks();
    slow.clock.advance(31 * 60_000);
    expect(await slow.ask()).toEqual({ asked: { taken: 0, isWhole: false } });
  });
});
