import type { Locale } from '@sinau/kernel';

const id = {
  homeTitle: 'Evaluasi pelatihan',
  homeText: (count: number) =>
    count === 1 ? 'Satu evaluasi menunggu jawaban Anda.' : `${count} evaluasi menunggu jawaban Anda.`,
  homeGo: 'Jawab sekarang',
  homeAll: 'Lihat semua',
  coursePanel: 'Bagaimana kursus ini bagi Anda? Jawabannya membantu yang membuatnya, tanpa nama.',
  eventPanel: 'Bagaimana kegiatan ini bagi Anda? Jawabannya membantu penyelenggara, tanpa nama.',
  panelGo: 'Isi evaluasi',
  panelDone: 'Lihat evaluasi Anda',
};

const en: typeof id = {
  homeTitle: 'Evaluation of training',
  homeText: (count) =>
    count === 1 ? 'One evaluation waits for your answer.' : `${count} evaluations wait for your answer.`,
  homeGo: 'Answer now',
  homeAll: 'See all',
  coursePanel: 'What was this course to you? Your answer helps who made it, without your name.',
  eventPanel: 'What was this event to you? Your answer helps who held it, without your name.',
  panelGo: 'Fill in the evaluation',
  panelDone: 'See your evaluation',
};

/** The ways to evaluations, on pages that everybody opens. */
export const evaluationEntryWords: Readonly<Record<Locale, typeof id>> = { id, en };
