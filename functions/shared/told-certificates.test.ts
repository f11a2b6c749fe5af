import { expect, it } from 'vitest';
import { toldCertificates } from './told-certificates.ts';

it('names the certificates of an enrolment with whoever told of them', async () => {
  const result = (kind: string, more: object) => ({ event: { providerId: 'ui', result: { kind, ...more } } });
  const results = {
    versionsOfRegistration: async () => [
      result('credential', { number: 'UI/7' }),
      result('score', { given: 80, maximum: 100 }),
    ],
  };
  const organisations = { findProvider: async () => ({ name: 'Universitas Indonesia' }) };
  expect(await toldCertificates({ results, organisations } as never, 'r1')).toEqual([
    { number: 'UI/7', issuer: 'Universitas Indonesia' },
  ]);
});
