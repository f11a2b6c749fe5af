import { describe, expect, it } from 'vitest';
import {
  moodleFigures,
  oneRosterFigures,
  openEdxFigures,
  schemaOrgFigures,
  tableFigures,
} from '../bench/connectors/read-speed.ts';

/** What a function of 256 MB has for everything. */
const mostMb = 256;

describe('ten thousand courses', () => {
  // Each reader counts what it has read, in a process of its own with the heap of a small function, and throws when one is missing or comes twice.
  it.each([
    ['Moodle', moodleFigures, 1],
    ['OneRoster REST, and as a package', oneRosterFigures, 2],
    ['Open edX', openEdxFigures, 1],
    ['schema.org pages', schemaOrgFigures, 1],
    ['tables as XLSX and CSV', tableFigures, 2],
  ])('are all read in the memory of a small function: %s', async (_, figures, readers) => {
    const lines = await figures({ courses: 10_000 });
    const memory = lines.filter(({ figure }) => figure.endsWith('_peak_rss_mb'));
    expect(memory).toHaveLength(readers);
    for (const { figure, value } of memory) expect(value, figure).toBeLessThanOrEqual(mostMb);
  });
});
