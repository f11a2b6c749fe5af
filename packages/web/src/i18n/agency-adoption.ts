import type { Locale } from '@sinau/kernel';

const id = {
  title: 'Kebiasaan belajar',
  lead: 'Seberapa banyak pegawai yang belajar, dan apa yang membantu mereka mulai. Tanpa nama, tanpa peringkat.',
  coverage: (year: string) => `Memenuhi JP minimal ${year}`,
  coverageOf: (met: string, people: string) => `${met} dari ${people} pegawai`,
  few: 'Tampil mulai 10 orang.',
  pledgers: (year: string) => `Membuat komitmen belajar ${year}`,
  atLeast: (count: string) => `${count} orang atau lebih`,
  pledgersNote: 'Dibulatkan ke bawah per 10. Isi komitmen tidak terlihat instansi.',
  nudgesTitle: 'Hasil ajakan belajar di instansi Anda',
  nudgesText:
    'Operator yang menjalankan dan menghentikan ajakan; di sini hanya pegawai instansi Anda yang dihitung.',
};

const en: typeof id = {
  title: 'Habits of learning',
  lead: 'How many of your people learn, and what helps them to begin. No names and no ranks.',
  coverage: (year) => `Have the lesson hours of ${year}`,
  coverageOf: (met, people) => `${met} of ${people} people`,
  few: 'Shown from 10 people up.',
  pledgers: (year) => `Have pledged to learn in ${year}`,
  atLeast: (count) => `${count} people or more`,
  pledgersNote: 'Rounded down to tens. The agency does not see what was pledged.',
  nudgesTitle: 'What nudges bring in your agency',
  nudgesText: 'Operators start and stop nudges; only people of your agency are counted here.',
};

export const agencyAdoptionWords: Readonly<Record<Locale, typeof id>> = { id, en };
