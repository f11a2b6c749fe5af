import type { DomainError } from '@sinau/kernel';
import {
  type PlaceCountView,
  performanceNames,
  potentialNames,
  type TalentListView,
  type TalentPersonView,
  type TalentPorts,
} from '../talent/ports.ts';

const boxes = [6, 8, 9, 3, 5, 7, 1, 2, 4];
const placesWith = (people: number): readonly PlaceCountView[] =>
  potentialNames.toReversed().flatMap((potential, row) =>
    performanceNames.map((performance, n) => ({
      ...{ performance, potential, box: boxes[row * 3 + n] ?? 0, people: people * (row + n) },
    })),
  );

const person: TalentPersonView = {
  ...{
    personId: 'budi',
    name: 'Budi Contoh',
    post: 'Analis Kebijakan',
    unit: 'Pusat Data',
    offeredYear: 2025,
  },
  history: [
    {
      ...{
        year: 2025,
        performance: 'above',
        potential: 'middle',
        box: 7,
        predicate: 'sangat-baik',
        score: 7_150,
        siasn: { quadrant: 1, side: 1 },
      },
      ...{ basis: 'BA 12/2026', foundOn: '2026-02-16', recordedBy: 'Sari Contoh', rev: 2, isLast: true },
      recordedAt: '2026-02-17T02:00:00.000Z',
    },
    {
      ...{ year: 2025, performance: 'as-expected', potential: 'middle', box: 5, isLast: false },
      siasn: { side: 2 },
      ...{ basis: 'BA 11/2026', foundOn: '2026-02-15', recordedBy: 'Sari Contoh', rev: 1 },
      recordedAt: '2026-02-16T02:00:00.000Z',
    },
    {
      ...{
        year: 2024,
        performance: 'below',
        potential: 'low',
        box: 1,
        withdrawn: 'Salah orang',
        isLast: true,
        siasn: { side: 3 },
      },
      ...{ basis: 'BA 1/2025', foundOn: '2025-02-15', recordedBy: 'Sari Contoh', rev: 2 },
      recordedAt: '2025-02-16T02:00:00.000Z',
    },
  ],
};

const tried: TalentListView = {
  ...{ outcome: 'read', applied: false, text: '{"heads":[],"rows":[]}' },
  rows: [
    { row: 2, outcome: 'created' },
    { row: 3, outcome: 'refused', problem: 'unknown-person', column: 'NIP' },
  ],
};

export function createTalentFixtures(absent: () => DomainError): TalentPorts {
  const known = (personId: string) => {
    if (personId !== person.personId) throw absent();
  };
  return {
    maxBytes: 1_000,
    yearOf: async (_principal, year = 2025) => ({
      ...{ year, places: placesWith(year === 2025 ? 3 : 0) },
      thresholds: { middleFrom: 6_000, highFrom: 8_050, rev: 0 },
    }),
    placeOf: async (_principal, { page, ...at }) => ({
      ...{ ...at, box: 9, followUps: ['promote', 'retain', 'succession', 'award'] },
      people:
        at.potential === 'low'
          ? []
          : [
              { ...person, basis: 'BA 12/2026', foundOn: '2026-02-16' },
              { personId: 'ani', name: 'Ani', basis: 'BA 13/2026', foundOn: '2026-02-16' },
            ],
      ...(page === undefined && { next: 'lanjut' }),
    }),
    fileOf: async (_principal, { format }) => new TextEncoder().encode(format),
    personWith: async (_principal, number) => (number.endsWith('1') ? person.personId : undefined),
    personOf: async (_principal, personId) => {
      known(personId);
      return person;
    },
    record: async (_principal, personId) => known(personId),
    withdraw: async (_principal, { personId }) => known(personId),
    setThresholds: async () => {},
    template: async () => 'NIP\r\n',
    tryList: async (_principal, bytes) =>
      bytes.length < 10 ? { outcome: 'missing', heads: ['NIP', 'Tahun'] } : tried,
    takeList: async () => ({ outcome: 'read', applied: true, rows: [{ row: 2, outcome: 'created' }] }),
  };
}
