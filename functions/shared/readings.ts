import type { ReadingNotes } from '@sinau/platform/http';
import { once } from './later.ts';
import type { Parts } from './parts.ts';

/** Notes of who was shown whose records; loaded with the first of them. */
export function createReadingNotes(given: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: { readonly LMS_TABLE: string; readonly SIGNING_SECRET: string };
}): ReadingNotes {
  const opened = once(async () => (await import('./open-readings.ts')).openReadings(given));
  return { note: async (reading) => (await opened()).note(reading) };
}
