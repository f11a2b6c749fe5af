import type { Locale } from '@sinau/kernel';
import { counted } from './counted.ts';

const id = {
  title: 'Segel elektronik',
  lead: 'Instansi yang menyegel dokumennya: yang berhenti dahulu. Yang membetulkan dan melanjutkannya adalah administrator instansi; semua dokumen tetap berlaku tanpa segel.',
  emptyTitle: 'Belum ada instansi yang menyegel',
  emptyText: 'Instansi mengaktifkannya sendiri di halaman Segel elektronik.',
  columns: { agency: 'Instansi', state: 'Keadaan', waiting: 'Menunggu segel', last: 'Terakhir menyegel' },
  state: {
    running: 'Berjalan',
    paused: 'Menunggu layanannya',
    lacking: 'Belum lengkap',
    stopped: 'Berhenti',
  },
  none: 'Tidak ada',
  count: (count: string) => `${count} dokumen`,
  atLeast: (count: string) => `sedikitnya ${count} dokumen`,
  longest: 'Yang paling lama:',
  never: 'Belum pernah',
  ends: (day: string) => `Sertifikat segel berlaku sampai ${day}`,
};

const en: typeof id = {
  title: 'Electronic seals',
  lead: 'Agencies that seal their documents: those that stand still first. An administrator of the agency mends it and lets it go on; all documents count without a seal as well.',
  emptyTitle: 'No agency seals yet',
  emptyText: 'Agencies switch it on by themselves on their page of the electronic seal.',
  columns: { agency: 'Agency', state: 'State', waiting: 'Waits for its seal', last: 'Sealed last' },
  state: {
    running: 'Running',
    paused: 'Waits for the service',
    lacking: 'Not complete',
    stopped: 'Stands still',
  },
  none: 'Nothing',
  count: (count) => counted(count, 'document'),
  atLeast: (count) => `at least ${count} documents`,
  longest: 'Longest:',
  never: 'Never yet',
  ends: (day) => `The certificate of the seal holds until ${day}`,
};

/** Loaded with the page that uses them. */
export const watchedSealWords: Readonly<Record<Locale, typeof id>> = { id, en };
