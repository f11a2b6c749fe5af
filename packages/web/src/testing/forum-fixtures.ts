import type { DomainError } from '@sinau/kernel';
import type {
  CommitmentView,
  ForumPorts,
  ForumView,
  PublicCommitmentView,
  PublicForumView,
} from '../forums/ports.ts';

const commitment: CommitmentView = {
  ...{ commitmentId: 'k1', said: 'Antre <b>lama</b>', text: 'Loket kedua dibuka', unit: 'Dukcapil' },
  ...{ due: '2026-12-01', state: 'open', isOverdue: false },
};
const kept: CommitmentView = {
  ...{ ...commitment, commitmentId: 'k2', state: 'kept', outcome: 'Loket dibuka <i>1 Desember</i>' },
  proof: 'https://contoh.go.id/foto',
};
const commitments: readonly CommitmentView[] = [
  commitment,
  kept,
  {
    ...{ ...commitment, commitmentId: 'k3', text: 'Petugas dilatih', due: '2026-01-01', isOverdue: true },
    topic: 'Komunikasi <b>ramah</b>',
  },
  { ...commitment, commitmentId: 'k4', text: 'Parkir', state: 'dropped', outcome: 'Anggaran dialihkan' },
];

const held: ForumView = {
  ...{ forumId: 'f1', title: 'Forum layanan <b>KTP</b>', services: ['KTP elektronik'], serviceIds: ['ktp'] },
  ...{ heldOn: '2026-10-01', isAhead: false, place: 'Aula', link: 'https://rapat.contoh.go.id/1' },
  ...{ participants: { 'service-users': 25, disability: 3 }, minutes: 'Antrean dibahas.\nDisepakati loket.' },
  ...{ minutesUrl: 'https://contoh.go.id/berita-acara.pdf', commitments, rev: 4 },
  ...{ phase: 'after', lacks: { before: ['agenda'], during: [], after: ['outcomes'] } },
  minutesFile: { name: 'berita-acara-2026-10-01.pdf', pages: 3, sizeBytes: 123_456 },
};
const ahead: ForumView = {
  ...{ forumId: 'f2', title: 'Forum akta kelahiran', services: ['Akta kelahiran'], serviceIds: ['baru'] },
  ...{ heldOn: '2027-02-01', isAhead: true, place: 'Aula', participants: {}, commitments: [], rev: 1 },
  ...{ phase: 'before', agenda: 'Jam buka <b>loket</b>' },
  lacks: { before: [], during: ['participants', 'minutes'], after: ['commitments'] },
};

const publicCommitments: readonly PublicCommitmentView[] = commitments.map(({ topic, ...one }) => ({
  ...one,
  ...(topic !== undefined && { learning: { topic, state: 'held' as const, year: 2026, people: 40 } }),
}));

const { serviceIds: _, services: __, rev: ___, lacks: ____, minutesFile, ...told } = held;
export const publicForumFixtures: readonly PublicForumView[] = [
  {
    ...{ forumId: 'f2', title: ahead.title, heldOn: ahead.heldOn, isAhead: true, place: 'Aula' },
    ...{ phase: 'before', agenda: 'Jam buka <b>loket</b>', commitments: [] },
  },
  {
    ...{ ...told, participants: 28, commitments: publicCommitments },
    ...(minutesFile && { minutesFile: { ...minutesFile, path: '/services/badan/forums/f1/minutes' } }),
  },
];

/** Consultations, for whoever looks at the pages alone. */
export function createForumFixtures(absent: () => DomainError): ForumPorts {
  const find = (forumId: string): ForumView => {
    if (forumId === 'tidak-ada') throw absent();
    return forumId === 'f2' ? ahead : held;
  };
  return {
    list: async ({ personId }) => (personId === 'kosong' ? [] : [ahead, held]),
    forumOf: async (_person, forumId) => find(forumId),
    servicesOf: async ({ personId }) =>
      personId === 'kosong'
        ? []
        : [
            { serviceId: 'ktp', name: 'KTP elektronik' },
            { serviceId: 'baru', name: 'Akta kelahiran' },
          ],
    add: async () => 'f1',
    change: async (_person, forumId) => void find(forumId),
    remove: async (_person, forumId) => void find(forumId),
    maxBytes: 4 * 1024 * 1024,
    setMinutes: async () => 'kept',
    removeMinutes: async (_person, forumId) => void find(forumId),
    minutesOf: async (_person, forumId) => ({ day: find(forumId).heldOn, bytes: new Uint8Array([37]) }),
    setCommitment: async (_person, forumId) => void find(forumId),
  };
}
