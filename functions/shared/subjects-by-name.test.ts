import type { PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { createSubjectsByName } from './subjects-by-name.ts';

const providerId = 'provider-a' as ProviderId;
const personId = 'siti' as PersonId;

function namesWith(shared: { readonly email?: string; readonly employeeNumber?: string }) {
  return createSubjectsByName({
    people: {
      findByClaim: async ({ value }) =>
        ['siti@instansi.example', '198503122009011004'].includes(value) ? ({ personId } as never) : undefined,
    },
    sharing: {
      of: async () => ({ personId, subject: 'pseudonym-1', shared: [], ...shared }),
      personOf: async (_, subject) => (subject === 'pseudonym-1' ? personId : undefined),
    },
  });
}

describe('names that a provider writes into a table', () => {
  it('lead to the pseudonym while the agreement lets the provider know them', async () => {
    const names = namesWith({ email: 'Siti@instansi.example', employeeNumber: '198503122009011004' });
    const subjectOf = (by: 'email' | 'employee-number' | 'subject', value: string) =>
      names.subjectOf(providerId, { by, value });
    expect(await subjectOf('email', 'siti@instansi.example')).toBe('pseudonym-1');
    expect(await subjectOf('employee-number', '198503122009011004')).toBe('pseudonym-1');
    expect(await subjectOf('subject', 'pseudonym-1')).toBe('pseudonym-1');
    expect(await subjectOf('subject', 'another')).toBeUndefined();
    expect(await subjectOf('email', 'nobody@instansi.example')).toBeUndefined();
  });

  it('lead nowhere without it: a table tells nobody who is here', async () => {
    const names = namesWith({ email: 'siti@instansi.example' });
    const number = await names.subjectOf(providerId, { by: 'employee-number', value: '198503122009011004' });
    const stale = await namesWith({ employeeNumber: '199001012015031001' }).subjectOf(providerId, {
      ...{ by: 'employee-number', value: '198503122009011004' },
    });
    expect([number, stale]).toEqual([undefined, undefined]);
  });
});
