import type { AgencyId, PersonId } from '@sinau/kernel';
import type {
  Attendance,
  Community,
  CommunityId,
  Meeting,
  MeetingId,
  MeetingMaterial,
  Member,
} from '../communities/community.ts';

const bkn = 'bkn' as AgencyId;
const budi = 'budi' as PersonId;

export const communitySample = (over: Partial<Community> = {}): Community => ({
  ...{
    communityId: 'k1' as CommunityId,
    agencyId: bkn,
    name: 'Penulis telaahan',
    about: 'Menulis lebih jelas',
  },
  ...{ values: ['kompeten'], openTo: 'agency', joining: 'open', state: 'active', createdBy: budi },
  ...{ createdAt: '2026-03-01T01:00:00.000Z', updatedAt: '2026-03-01T01:00:00.000Z', rev: 0 },
  ...over,
});

export const materialSample = (over: Partial<MeetingMaterial> = {}): MeetingMaterial => ({
  ...{ materialId: 'f1', name: 'paparan.pdf', sizeBytes: 2_048, pages: 12, sha256: 'ab'.repeat(32) },
  ...{ addedAt: '2026-03-02T05:00:00.000Z', addedBy: budi },
  ...over,
});

export const memberSample = (over: Partial<Member> = {}): Member => ({
  ...{ communityId: 'k1' as CommunityId, personId: budi, agencyId: bkn, role: 'facilitator', state: 'in' },
  ...{ since: '2026-03-01T01:00:00.000Z', rev: 0 },
  ...over,
});

export const attendanceSample = (personId: string, over: Partial<Attendance> = {}): Attendance => ({
  ...{ personId: personId as PersonId, agencyId: bkn, zone: 'Asia/Jakarta', present: true, markedBy: budi },
  ...{ markedAt: '2026-03-02T05:00:00.000Z', confirmedAt: '2026-03-02T06:00:00.000Z' },
  ...over,
});

/** Three lesson hours on the second of March. */
export const meetingSample = (over: Partial<Meeting> = {}): Meeting => ({
  ...{ communityId: 'k1' as CommunityId, meetingId: 'm1' as MeetingId, topic: 'Kalimat pendek' },
  ...{ startsAt: '2026-03-02T02:00:00.000Z', endsAt: '2026-03-02T04:15:00.000Z', zone: 'Asia/Jakarta' },
  ...{ attendances: [], state: 'open', createdBy: budi, createdAt: '2026-03-01T01:00:00.000Z' },
  ...{ updatedAt: '2026-03-01T01:00:00.000Z', rev: 0 },
  ...over,
});
