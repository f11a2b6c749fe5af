import type { Locale } from '@sinau/kernel';

const id = {
  planned: 'Direncanakan',
  linesOf: (label: string) => `${label}: lihat rinciannya`,
  daysLeft: (days: number) =>
    days === 0 ? 'Hari ini hari terakhir tahun ini.' : `${days} hari lagi tahun ini.`,
  pace: {
    met: (day: string) => `Minimal tahun ini terpenuhi pada ${day}.`,
    reached: (jp: string, day: string) => `Dengan laju ini Anda mencapai ${jp} pada ${day}.`,
    short: (jp: string, week: string, minutes: string) =>
      `Dengan laju ini ${jp} pada akhir tahun. Dengan sekitar ${week} (${minutes}) seminggu, minimal tetap tercapai.`,
    nothing: 'Belum dapat diperkirakan: belum ada JP yang diakui tahun ini.',
    early: 'Belum dapat diperkirakan: tahun baru mulai.',
    few: 'Belum dapat diperkirakan: JP baru dari satu hari.',
    how: 'Cara menghitung',
    rule: (least: string, days: string) =>
      `JP yang diakui tahun ini sampai hari ini, dibagi jumlah hari sejak 1 Januari. Kursus yang sedang berjalan dan rencana tidak ikut dihitung. Baru diperkirakan setelah ${least} hari dan paling sedikit ${days} hari belajar.`,
  },
  maximumLeft: (jp: string) => `Masih dapat diakui ${jp} dalam tahun kontrak ini. Ini batas, bukan sasaran.`,
  maximumFull:
    'Batas maksimal tahun kontrak ini sudah tercapai. Belajar tetap boleh; JP-nya tercatat dan tidak diakui.',
  resumeWindow: 'Terbuka di jendela baru',
  resumeCourse: 'Buka kursus',
  why: {
    'awaits-provider':
      'Penyelenggara belum mendaftarkan Anda. Bagian ini terbuka setelah itu; kursus lain dapat dilanjutkan.',
    'provider-down':
      'Sistem penyelenggara sedang tidak menjawab. Kemajuan Anda tidak hilang; coba lagi nanti atau lanjutkan kursus lain.',
    locked:
      'Bagian berikutnya menunggu bagian lain. Halaman kursus menunjukkan apa yang perlu diselesaikan dahulu.',
    'all-done': 'Semua bagian selesai. Kelulusan sedang dicatat, biasanya dalam semenit.',
  },
  firstEnrol: (title: string) => `Daftar dan mulai: ${title}`,
  firstLook: (title: string) => `Lihat: ${title}`,
  certificatesHeading: 'Sertifikat terakhir',
};

export type HomeWords = typeof id;

const en: HomeWords = {
  planned: 'Planned',
  linesOf: (label) => `${label}: see what it is made of`,
  daysLeft: (days) =>
    days === 0
      ? 'Today is the last day of the year.'
      : `${days} ${days === 1 ? 'day' : 'days'} left this year.`,
  pace: {
    met: (day) => `The minimum of this year was met on ${day}.`,
    reached: (jp, day) => `At this pace you reach ${jp} on ${day}.`,
    short: (jp, week, minutes) =>
      `At this pace ${jp} by the end of the year. With about ${week} (${minutes}) a week the minimum is still reached.`,
    nothing: 'Cannot be foreseen yet: no JP are recognised this year.',
    early: 'Cannot be foreseen yet: the year has only begun.',
    few: 'Cannot be foreseen yet: there are JP of a single day.',
    how: 'How this is counted',
    rule: (least, days) =>
      `JP recognised this year until today, by the number of days since 1 January. Running courses and plans are not counted. Foreseen after ${least} days and at least ${days} days of learning.`,
  },
  maximumLeft: (jp) =>
    `${jp} more can be recognised in this year of the contract. It is a limit and no target.`,
  maximumFull:
    'The maximum of this year of the contract is reached. You may go on learning; the JP are recorded and not recognised.',
  resumeWindow: 'Opens in a new window',
  resumeCourse: 'Open the course',
  why: {
    'awaits-provider':
      'The provider has not enrolled you yet. This part opens after that; other courses can be continued.',
    'provider-down':
      'The system of the provider does not answer. Nothing you did is lost; try again later or continue another course.',
    locked: 'The next part waits for another one. The page of the course shows what has to be done first.',
    'all-done': 'All parts are done. Your completion is being recorded, usually within a minute.',
  },
  firstEnrol: (title) => `Enrol and begin: ${title}`,
  firstLook: (title) => `Look at: ${title}`,
  certificatesHeading: 'Latest certificates',
};

/** Words of the home page alone; they are loaded with it. */
export const homeWords: Readonly<Record<Locale, HomeWords>> = { id, en };
