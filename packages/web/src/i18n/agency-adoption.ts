import type { Locale } from '@sinau/kernel';

const id = {
  title: 'Kebiasaan belajar',
  lead: 'Seberapa banyak pegawai yang belajar, dan apa yang membantu mereka mulai. Tanpa nama, tanpa peringkat.',
  nudgesTitle: 'Hasil ajakan belajar di instansi Anda',
  nudgesText:
    'Operator yang menjalankan dan menghentikan ajakan; di sini hanya pegawai instansi Anda yang dihitung.',
};

const en: typeof id = {
  title: 'Habits of learning',
  lead: 'How many of your people learn, and what helps them to begin. No names and no ranks.',
  nudgesTitle: 'What nudges bring in your agency',
  nudgesText: 'Operators start and stop nudges; only people of your agency are counted here.',
};

export const agencyAdoptionWords: Readonly<Record<Locale, typeof id>> = { id, en };
