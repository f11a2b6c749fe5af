import { expect, it } from 'vitest';
import type { Fact } from './follow-fact.ts';
import { followSiasn } from './follow-siasn.ts';

const of = (type: Fact['type']) => ({ type, personId: 'sri' }) as unknown as Fact;

it.each([
  'credit-changed',
  'certificate-issued',
  'certificate-reissued',
  'certificate-revoked',
  'external-learning-moved',
  'standing-changed',
] as const)('what is owed to SIASN follows %s', async (type) => {
  const asked: string[] = [];
  const listOf = async (personId: string) => {
    asked.push(personId);
    return [];
  };
  const rows = { listOf };
  const siasn = async () =>
    ({ rows, lines: { homeOf: async () => undefined, read: async () => undefined } }) as never;
  await followSiasn({ siasn }, of(type));
  expect(asked).toEqual(['sri']);
});

it('nothing of SIASN is loaded for other facts', async () => {
  const siasn = () => Promise.reject(new Error('loaded'));
  await followSiasn({ siasn }, of('progress-made'));
});
