import type { Locale } from '@sinau/kernel';

const id = {
  use: 'Pakai kursi prioritas',
  have: 'Anda punya kursi prioritas untuk didahulukan di daftar tunggu.',
};
const en: typeof id = {
  use: 'Use a priority seat',
  have: 'You have a priority seat, which puts you before others in a waiting list.',
};

/** The way to rights to priority, on pages that everybody opens. */
export const priorityEntryWords: Readonly<Record<Locale, typeof id>> = { id, en };
