import type { DomainError } from '@sinau/kernel';
import type { CommunitiesPorts, CommunityView, MeetingView } from '../communities/ports.ts';

const community: CommunityView = {
  ...{ communityId: 'penulis', name: 'Penulis <b>telaahan</b>', agency: 'Badan Contoh', joining: 'approval' },
  about: 'Menulis <i>lebih</i> jelas\ndan lebih pendek',
  ...{ values: ['kompeten', 'kolaboratif'], openTo: 'all', state: 'active', mine: 'facilitator', count: 3 },
  facilitators: ['Budi <b>S</b>'],
  members: [
    { personId: 'budi', name: 'Budi <b>S</b>', role: 'facilitator', isMe: true },
    { personId: 'sri', name: 'Sri', role: 'member', isMe: false },
  ],
  asked: [{ personId: 'tuti', name: 'Tuti <b>T</b>', role: 'member', isMe: false }],
  meetings: [
    {
      ...{ communityId: 'penulis', meetingId: 'buka', topic: 'Kalimat <b>pendek</b>', state: 'open' },
      ...{ startsAt: '2026-11-20T02:00:00.000Z', waits: true, hasBegun: true },
    },
  ],
};
const { mine: _, ...seen } = community;
const hidden = { members: [], asked: [], meetings: [] };

/** Led; a member's; asked for; not joined yet; not active; of an agency that the reader has left. */
const communities: Readonly<Record<string, CommunityView>> = {
  penulis: community,
  anggota: { ...community, communityId: 'anggota', mine: 'member', asked: [], meetings: [] },
  diminta: { ...seen, ...hidden, communityId: 'diminta', mine: 'asked' },
  lain: { ...seen, ...hidden, communityId: 'lain', joining: 'open', openTo: 'agency' },
  tutup: { ...community, communityId: 'tutup', state: 'closed' },
  luar: { ...seen, ...hidden, communityId: 'luar', openTo: 'agency', mine: 'outside' },
};

const meeting: MeetingView = {
  ...{ communityId: 'penulis', meetingId: 'buka', community: community.name, topic: 'Kalimat <b>pendek</b>' },
  ...{ startsAt: '2026-11-20T02:00:00.000Z', endsAt: '2026-11-20T04:15:00.000Z', state: 'open', waits: true },
  ...{ place: 'Aula <b>2</b>', link: 'https://rapat.contoh.example/x', minutes: 'Tiga <i>contoh</i>\nsurat' },
  attendances: [
    {
      personId: 'sri',
      name: 'Sri',
      present: true,
      confirmed: true,
      marksSelf: false,
      taught: true,
      byCode: true,
    },
    {
      personId: 'tuti',
      name: 'Tuti <b>T</b>',
      present: true,
      confirmed: false,
      marksSelf: false,
      taught: false,
      byCode: false,
    },
    {
      personId: 'budi',
      name: 'Budi',
      present: true,
      confirmed: false,
      marksSelf: true,
      taught: false,
      byCode: false,
    },
    {
      personId: 'wulan',
      name: 'Wulan',
      present: false,
      confirmed: true,
      marksSelf: false,
      taught: false,
      byCode: true,
      override: { by: 'Budi', reason: 'Pulang <b>awal</b>' },
    },
  ],
  ...{ jp: 3, leads: true, hasBegun: true, own: 'to-say', lacks: ['people'], leastPeople: 3, recorded: 4 },
  isDoorOpen: true,
  materials: [{ materialId: 'm1', name: 'Paparan <b>akhir</b>.pdf', sizeBytes: 2_048, pages: 12 }],
  ...{ mayReadMaterials: true, mayAddMaterials: true },
  candidates: [
    { personId: 'sri', name: 'Sri' },
    { personId: 'tuti', name: 'Tuti <b>T</b>' },
  ],
};
const { minutes: _minutes, place: _place, link: _link, own: _own, ...bare } = meeting;

/** Waits for the reader; complete; closed; cancelled; to come, with nothing said yet. */
const meetings: Readonly<Record<string, MeetingView>> = {
  buka: meeting,
  lengkap: { ...meeting, meetingId: 'lengkap', lacks: [], own: 'said', waits: false },
  selesai: { ...meeting, meetingId: 'selesai', state: 'closed', closedBy: 'Budi <b>S</b>', waits: false },
  batal: {
    ...bare,
    meetingId: 'batal',
    mayAddMaterials: false,
    state: 'cancelled',
    reason: 'Ruang <b>dipakai</b>',
    waits: false,
  },
  nanti: {
    ...{
      ...bare,
      meetingId: 'nanti',
      hasBegun: false,
      isDoorOpen: false,
      attendances: [],
      waits: false,
      jp: 0,
    },
    ...{ lacks: ['over', 'minutes', 'people'], leads: true },
  },
  anggota: {
    ...bare,
    meetingId: 'anggota',
    leads: false,
    mayAddMaterials: false,
    candidates: [],
    waits: false,
  },
};

export function createCommunityFixtures(
  absent: () => DomainError,
  expired: () => DomainError,
): {
  readonly communities: CommunitiesPorts;
} {
  const communityOf = async (communityId: string) => {
    const found = communities[communityId];
    if (!found) throw absent();
    return found;
  };
  const meetingOf = async (meetingId: string) => {
    const found = meetings[meetingId];
    if (!found) throw absent();
    return found;
  };
  return {
    communities: {
      listOf: async ({ name }) =>
        name === 'Baru'
          ? { own: [], others: [] }
          : {
              own: Object.values(communities).filter(({ mine }) => mine !== undefined),
              others: Object.values(communities).filter(({ mine }) => mine === undefined),
            },
      communityOf: async (_reader, communityId) => communityOf(communityId),
      found: async () => 'penulis',
      change: async (_reader, communityId) => void (await communityOf(communityId)),
      join: async (_reader, communityId) => void (await communityOf(communityId)),
      leave: async (_reader, communityId) => void (await communityOf(communityId)),
      decide: async (_reader, communityId) => void (await communityOf(communityId)),
      clockOf: async () => ({ today: '2026-11-29', zone: 'WIB' }),
      plan: async () => 'buka',
      code: async (_reader, at) => {
        const { community: of, topic, startsAt, endsAt, isDoorOpen } = await meetingOf(at.meetingId);
        return {
          ...{ ...at, community: of, topic, startsAt, endsAt, isOpen: isDoorOpen, seconds: 15, checkedIn: 2 },
          code: { size: 3, path: 'M0 0h1v1h-1z' },
        };
      },
      door: async (_reader, at, code) => {
        const { community: of, topic, startsAt } = await meetingOf(at.meetingId);
        if (code === 'lama') throw expired();
        const state = code === 'sudah' ? 'in' : 'ready';
        return { ...at, community: of, topic, startsAt, state, ticket: 'tiket' };
      },
      checkIn: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
      meetingOf: async (_reader, { meetingId }) => meetingOf(meetingId),
      record: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
      confirm: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
      maxBytes: 4 * 1024 * 1024,
      addMaterial: async (_reader, { meetingId }, { name }) => {
        await meetingOf(meetingId);
        return name === 'skrip.pdf' ? 'active' : 'added';
      },
      removeMaterial: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
      materialOf: async (_reader, { meetingId }) => {
        await meetingOf(meetingId);
        return new TextEncoder().encode('%PDF-1.7');
      },
      close: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
      undo: async (_reader, { meetingId }) => void (await meetingOf(meetingId)),
    },
  };
}
