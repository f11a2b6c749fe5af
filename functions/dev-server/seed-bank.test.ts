import type { PersonId, PersonPrincipal, ProviderId } from '@sinau/kernel';
import { nodeDigest, systemClock, systemIds } from '@sinau/platform/crypto';
import { freezeQuiz, questionKinds } from '@sinau/questions';
import { memoryBankStore, memoryQuizStore } from '@sinau/questions/testing';
import { describe, expect, it } from 'vitest';
import { seedBank } from './seed-bank.ts';

const providerId = 'provider-a' as ProviderId;
const principal: PersonPrincipal = {
  kind: 'person',
  personId: 'p1' as PersonId,
  name: 'Hadi Contoh',
  roles: ['provider-author'],
  providerId,
};

describe('the seeded bank', () => {
  it('has a question of every kind and a quiz that can go into a course, and is made once', async () => {
    const stores = { bank: memoryBankStore(), quizzes: memoryQuizStore() };
    const deps = { ...stores, clock: systemClock, ids: systemIds, digest: nodeDigest };
    await seedBank(deps, principal);
    await seedBank(deps, principal);
    const entries = await stores.bank.listEntries(providerId);
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(questionKinds));
    const quizzes = await stores.quizzes.list(providerId);
    expect(quizzes).toHaveLength(1);
    for (const quiz of quizzes) expect((await freezeQuiz(deps, quiz)).quiz.sections).toHaveLength(2);
  });
});
