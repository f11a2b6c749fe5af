import type { Locale } from '@sinau/kernel';

const id = {
  ask: (name: string, unit: string) => `Tanya agen perubahan: ${name}, ${unit}`,
  all: 'Tanya agen perubahan',
};
const en: typeof id = {
  ask: (name, unit) => `Ask your learning champion: ${name}, ${unit}`,
  all: 'Ask a learning champion',
};

/** The way to whom one can ask, on pages that everybody opens. */
export const championEntryWords: Readonly<Record<Locale, typeof id>> = { id, en };
