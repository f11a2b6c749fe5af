import type { AgencyId, PersonId } from '@sinau/kernel';
import type { Member, MemberDirectory } from '../ports.ts';
import type { Recognition, RecognitionId } from '../recognition.ts';

/** Sri was granted one that Budi proposed. */
export function recognitionOf(over: Partial<Recognition> = {}): Recognition {
  const at = '2026-03-02T01:00:00.000Z';
  const by = { id: 'budi' as PersonId, name: 'Budi' };
  return {
    ...{ personId: 'sri' as PersonId, recognitionId: 'n-1' as RecognitionId },
    ...{ agencyId: 'bkn' as AgencyId, unitId: 'u1', value: 'harmonious' },
    origin: {
      ...{ kind: 'people', by: { ...by, as: 'colleague' } },
      behaviour: 'Mendampingi rekan baru selama dua minggu pertama di loket.',
    },
    ...{ state: 'granted', year: 2026, shownTo: 'supervisor', createdAt: at },
    steps: [
      { to: 'proposed', at, by },
      { to: 'granted', at, by: { id: 'adi' as PersonId, name: 'Adi' } },
    ],
    rev: 0,
    ...over,
  };
}

export const memberOf = (personId: string, over: Partial<Member> = {}): Member => ({
  ...{ personId: personId as PersonId, name: personId, agencyId: 'bkn' as AgencyId, unitId: 'u1' },
  ...over,
});

export const memoryMembers = (members: readonly Member[]): MemberDirectory => ({
  find: async (personId) => members.find((one) => one.personId === personId),
  teamOf: async (personId) => members.filter(({ supervisorId }) => supervisorId === personId),
});
