import { AdapterFailure, type Capability } from '@sinau/connectors';
import {
  memoryConnectionStore,
  memoryHealthStore,
  memoryLetterStore,
  sampleConnection,
} from '@sinau/connectors/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { checkHealthJob } from './check-health-job.ts';
import type { ConnectorParts } from './compose.ts';

const { connectionId } = sampleConnection();

async function world() {
  const connections = memoryConnectionStore();
  await connections.create(sampleConnection());
  const health = memoryHealthStore();
  let answer: () => Promise<readonly Capability[]> = async () => [];
  const adapters = { adapterOf: async () => ({ test: () => answer() }) };
  const stores = { connections, health, letters: memoryLetterStore(), clock: fixedClock() };
  const job = checkHealthJob({ ...stores, adapters } as unknown as ConnectorParts);
  return {
    /** Why the check failed, and what people are told by now. */
    check: async (found: readonly Capability[] | AdapterFailure) => {
      answer = async () => {
        if (found instanceof AdapterFailure) throw found;
        return found;
      };
      const failed = await job
        .prepare({ kind: 'check-health', connectionId })
        .run()
        .then(
          () => undefined,
          (error: unknown) => (error as AdapterFailure).reason,
        );
      return [failed, (await health.read(connectionId)).told?.trouble];
    },
  };
}

const works: Capability = { name: 'sign-in', state: 'works' };

it('a function or a right that was taken away fails the check and is told, until it is there again', async () => {
  const { check } = await world();
  expect(await check([works, { name: 'results', state: 'not-offered' }])).toEqual([undefined, undefined]);
  const functions = { name: 'enrolment', state: 'missing', missing: ['enrol_manual_enrol_users'] } as const;
  expect(await check([works, functions])).toEqual(['function-missing', 'rights']);
  const rights = { ...functions, missing: ['enrol/manual:enrol'], reason: 'not-permitted' } as const;
  expect(await check([works, rights])).toEqual(['not-permitted', 'rights']);
  // One that comes to no answer says nothing of it.
  expect(await check(new AdapterFailure('timeout', { passing: true }))).toEqual(['timeout', 'rights']);
  expect(await check([{ name: 'sign-in', state: 'failed', reason: 'server-error' }])).toEqual([
    ...['server-error', 'rights'],
  ]);
  expect(await check([works])).toEqual([undefined, undefined]);
});
