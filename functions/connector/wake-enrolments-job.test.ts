import type { JobMessage } from '@sinau/connectors';
import {
  memoryConnectionStore,
  memoryProviderEnrolmentStore,
  sampleConnection,
  sampleProviderEnrolment,
} from '@sinau/connectors/testing';
import { fixedClock } from '@sinau/kernel/testing';
import { expect, it } from 'vitest';
import { wakeEnrolmentsJob } from './wake-enrolments-job.ts';

const { connectionId } = sampleConnection();

async function world(state: 'active' | 'paused' = 'active') {
  const connections = memoryConnectionStore();
  await connections.create(sampleConnection({ state }));
  const providerEnrolments = memoryProviderEnrolmentStore();
  for (let n = 0; n < 120; n += 1) {
    const registration = `00000000-0000-4000-8000-000000000${String(n).padStart(3, '0')}`;
    const waiting = { reason: 'paused', dueAt: '2026-03-02T01:45:00.000Z' } as const;
    await providerEnrolments.move({
      after: sampleProviderEnrolment({ registration, connectionId, ...waiting }),
    });
  }
  const sent: JobMessage[] = [];
  const queue = { send: async (message: JobMessage) => void sent.push(message) };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const job = wakeEnrolmentsJob({
    connections,
    providerEnrolments,
    clock: fixedClock(),
    queue,
    log,
  } as never);
  return { sent, run: (message: JobMessage) => job.prepare(message).run() };
}

it('queues who waited, page by page until nobody is left', async () => {
  const { sent, run } = await world();
  await run({ kind: 'wake-enrolments', connectionId });
  const further = sent.filter(({ kind }) => kind === 'wake-enrolments');
  expect(further).toHaveLength(1);
  for (const message of further) await run(message);
  const asked = sent.filter(({ kind }) => kind === 'enrol').map(({ registration }) => registration);
  expect(new Set(asked).size).toBe(120);
  expect(sent).toHaveLength(121);
});

it('queues nobody at a connection that rests again', async () => {
  const { sent, run } = await world('paused');
  await run({ kind: 'wake-enrolments', connectionId });
  expect(sent).toEqual([]);
});
