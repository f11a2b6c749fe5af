import type { SharedAttributes } from '@sinau/agreements';
import type { AgencyId, PersonId, ProviderId } from '@sinau/kernel';
import { describe, expect, it } from 'vitest';
import { launchSharing } from './lti-launches.ts';

const asked = { providerId: 'p1' as ProviderId, personId: 'siti' as PersonId };
const siti: SharedAttributes = {
  ...{ personId: asked.personId, subject: 's-siti', agencyId: 'a1' as AgencyId },
  ...{ shared: ['name', 'email'], name: 'Siti Rahma', email: 'siti@example.go.id' },
};

function world() {
  const noted: SharedAttributes[] = [];
  const sharing = launchSharing({
    of: async () => siti,
    note: async ({ people }) => void noted.push(...people),
  });
  return { sharing, noted };
}

describe('what a launch tells of a person', () => {
  it('L9: is what is agreed, and all of it is noted', async () => {
    const { sharing, noted } = world();
    expect(await sharing.disclose(asked)).toEqual({
      ...{ subject: 's-siti', name: 'Siti Rahma', email: 'siti@example.go.id' },
    });
    expect(noted).toEqual([siti]);
  });

  it('L9: is the pseudonym alone of whom only work is looked at, and no more is noted', async () => {
    const { sharing, noted } = world();
    expect(await sharing.subjectOf(asked)).toBe('s-siti');
    expect(noted).toEqual([{ personId: 'siti', subject: 's-siti', agencyId: 'a1', shared: [] }]);
  });
});
