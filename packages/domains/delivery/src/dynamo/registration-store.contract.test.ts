import { randomUUID } from 'node:crypto';
import { nothingSatisfied, openedSession, type SessionTerms } from '@sinau/cmi5';
import type { PersonId } from '@sinau/kernel';
import type { TransactItem } from '@sinau/platform/dynamo';
import { withTables } from '@sinau/platform/testing';
import { expect, it } from 'vitest';
import type { AuRecord, DeliveryRegistration } from '../registration.ts';
import { registrationStoreContract } from '../testing/index.ts';
import { createRegistrationStore } from './registration-store.ts';

withTables((engine, tables) => {
  const open = async () => {
    const { dynamo, lms: table } = tables();
    return {
      store: createRegistrationStore({ dynamo, table }),
      commit: async (writes: readonly object[]) =>
        (await dynamo.transactWrite(writes as readonly TransactItem[])).outcome === 'done',
    };
  };
  registrationStoreContract(engine, open);

  it('keeps a registration of 10,000 AUs and 2,000 blocks in one row', async () => {
    const { store } = await open();
    const registration = randomUUID();
    const actor = { homePage: `https://sinau.example/${'h'.repeat(200)}`, name: randomUUID() };
    const launchedAt = '2099-12-31T23:59:59.999Z';
    const au: AuRecord = {
      completed: true,
      judged: 'passed',
      waived: true,
      score: -0.1234,
      progress: 100,
      launchedAt,
    };
    const terms: SessionTerms = {
      sessionId: randomUUID(),
      registration,
      actor,
      activityId: `https://sinau.example/${'a'.repeat(2000)}`,
      publisherId: `https://publisher.example/${'p'.repeat(2000)}`,
      launchMode: 'Normal',
      masteryScore: 0.1234,
    };
    const state: DeliveryRegistration = {
      registration,
      personId: actor.name as PersonId,
      courseId: randomUUID(),
      version: 1,
      actor,
      createdAt: launchedAt,
      aus: Object.fromEntries(Array.from({ length: 10_000 }, (_, index) => [index, au])),
      satisfaction: { blocks: Array.from({ length: 2000 }, (_, index) => index), course: true },
      courseSatisfiedAt: launchedAt,
      session: { auIndex: 9999, terms, progress: openedSession, launchedAt, fetchHash: 'f'.repeat(64) },
      rev: 0,
    };
    expect(await store.save(state)).toBe('saved');
    expect(await store.read(registration)).toEqual({ ...state, rev: 1 });
  });

  it('gives back scores to four decimals', async () => {
    const { store } = await open();
    const registration = randomUUID();
    const state: DeliveryRegistration = {
      registration,
      personId: 'sri' as PersonId,
      courseId: 'c1',
      version: 1,
      actor: { homePage: 'https://sinau.example', name: 'sri' },
      createdAt: '2026-03-02T01:00:00.000Z',
      aus: { 0: { completed: false, waived: false, judged: 'failed', score: 2 / 3 } },
      satisfaction: nothingSatisfied,
      rev: 0,
    };
    await store.save(state);
    expect((await store.read(registration))?.aus[0]?.score).toBe(0.6667);
  });
});
