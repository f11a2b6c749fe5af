import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { describe, expect, it } from 'vitest';
import { AskedTooSoon } from './errors.ts';
import { takeOfficial } from './official.ts';
import { askForOfficial, asksAgainAt, differencesOf, readOfficial } from './read-official.ts';
import { memoryOfficialStore } from './testing/memory-official-store.ts';

const personId = 'sri' as PersonId;
const principal: PersonPrincipal = { kind: 'person', personId, name: 'Sri', roles: ['learner'] };
const points = { qualification: 15, competency: 17.55, performance: 25, discipline: 5 };
const readAt = '2026-04-01T00:00:00.000Z';

describe('an official index', () => {
  it('belongs to the year in which BKN made it, in Jakarta', async () => {
    const official = memoryOfficialStore();
    const take = (createdAt: string) =>
      takeOfficial({ official }, { personId, readAt, outcome: 'value', index: { points, createdAt } });
    await take('2025-12-31T16:59:59.000Z');
    await take('2025-12-31T17:00:00.000Z');
    const { years, look } = await readOfficial({ official }, personId);
    expect(years.map(({ year, total, band }) => [year, total, band])).toEqual([
      [2026, 62.55, 'low'],
      [2025, 62.55, 'low'],
    ]);
    expect(look).toEqual({ at: readAt, outcome: 'value' });
  });

  it('that is not there is noted, and what was read before stays', async () => {
    const official = memoryOfficialStore();
    const index = { points, createdAt: '2026-03-12T01:15:33.000Z' };
    await takeOfficial({ official }, { personId, readAt, outcome: 'value', index });
    await takeOfficial({ official }, { personId, readAt: '2026-05-01T00:00:00.000Z', outcome: 'none' });
    const { years, look } = await readOfficial({ official }, personId);
    expect(years).toHaveLength(1);
    expect(look?.outcome).toBe('none');
  });

  it('may be asked for once a day', async () => {
    const clock = fixedClock(readAt);
    const official = memoryOfficialStore();
    await askForOfficial({ official, clock }, { principal });
    clock.advance(24 * 3_600_000 - 1);
    await expect(askForOfficial({ official, clock }, { principal })).rejects.toBeInstanceOf(AskedTooSoon);
    clock.advance(1);
    await askForOfficial({ official, clock }, { principal });
    expect(asksAgainAt(readAt)).toBe('2026-04-02T00:00:00.000Z');
  });

  it('parts from the simulation where both are known', () => {
    const parts = [
      { dimension: 'qualification', points: 15 },
      { dimension: 'competency', points: 40 },
      { dimension: 'performance' },
      { dimension: 'discipline', points: 3 },
    ] as const;
    expect(differencesOf({ points }, parts)).toEqual([
      { dimension: 'competency', by: -22.45 },
      { dimension: 'discipline', by: 2 },
    ]);
  });
});
