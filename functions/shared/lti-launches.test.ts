import type { SharedAttributes } from '@sinau/agreements';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { launchSharing } from './lti-launches.ts';

const asked = { providerId: 'p1' as ProviderId, personId: 'siti' as PersonId };
const siti: SharedAttributes = {
  ...{ personId: asked.personId, subject: 's-siti', agencyId: 'a1' as AgencyId },
  ...{
    shared: ['name', 'email', 'unit'],
    name: 'Siti Rahma',
    email: 'siti@example.go.id',
    unit: 'Biro Umum',
  },
};

function world() {
  const noted: unknown[] = [];
  const sharing = launchSharing({
    of: async () => siti,
    note: async ({ people }) => void noted.push(...people),
  });
  return { sharing, noted };
}

describe('what a launch tells of a person', () => {
  it('L9: is what is agreed, and of it what the launch says it holds is noted, no more and no less', async () => {
    const { sharing, noted } = world();
    const person = { subject: 's-siti', name: 'Siti Rahma', email: 'siti@example.go.id', unit: 'Biro Umum' };
    const told = await sharing.disclose(asked, (known) => {
      expect(known).toEqual(person);
      return ['email'];
    });
    expect(told).toEqual(person);
    expect(noted).toEqual([{ ...siti, shared: ['email'] }]);
  });

  it('L9: is the pseudonym alone of whom only work is looked at, and no more is noted', async () => {
    const { sharing, noted } = world();
    expect(await sharing.subjectOf(asked)).toBe('s-siti');
    expect(noted).toEqual([{ personId: 'siti', subject: 's-siti', agencyId: 'a1', shared: [] }]);
  });
});
