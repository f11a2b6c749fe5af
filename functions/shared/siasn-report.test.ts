import { unclassified } from '@sinau/catalogue';
import { courseOf } from '@sinau/catalogue/testing';
import type { AgencyId, Cell, PersonId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import type { SyncRow } from '@sinau/siasn-sync';
import { memorySyncStore, sampleContent, sampleSettings } from '@sinau/siasn-sync/testing';
import { expect, it } from 'vitest';
import { reportWords } from './report-words.ts';
import { siasnRowsOf } from './siasn-report.ts';

const details = courseOf().details;
const courses = new Map([
  [
    'c1',
    courseOf({
      details: {
        ...details,
        classification: {
          ...{ ...unclassified, fields: ['kearsipan', 'hukum'], certification: 'scientific-writing' },
        },
      },
    }),
  ],
  ['c2', courseOf({ details })],
]);

const rowOf = (lineId: string, courseId: string | undefined): SyncRow => {
  const { courseId: _, ...content } = sampleContent({ number: lineId, title: lineId });
  return {
    ...{ personId: 'sri' as PersonId, lineId, agencyId: 'badan' as AgencyId, environment: 'production' },
    ...{
      state: 'queued',
      lacks: [],
      tries: 0,
      year: 2026,
      title: lineId,
      changedAt: '2026-03-02T01:00:00.000Z',
      rev: 0,
    },
    content: { ...content, ...(courseId !== undefined && { courseId }) },
  } as SyncRow;
};

it('names the main field and the kind of certification as the form of SIASN does, where the provider says them', async () => {
  const siasn = memorySyncStore();
  await siasn.settings.save(sampleSettings());
  for (const [line, courseId] of [
    ['arsip', 'c1'],
    ['lain', 'c2'],
    ['hilang', 'c9'],
    ['luar', undefined],
  ] as const) {
    expect(await siasn.rows.save(rowOf(line, courseId))).toBe('saved');
  }
  const employeeNumbers = [{ value: '199001012015031002' }];
  const person = { personId: 'sri', name: 'Sri', employeeNumbers };
  const { expected, pages } = await siasnRowsOf(
    {
      siasn,
      people: { findMany: async () => [person as never] },
      courses: { find: async (courseId) => courses.get(courseId) },
      clock: fixedClock(),
    },
    { agencyId: 'badan', reportId: 'r1', kind: 'siasn', format: 'xlsx', year: 2026, locale: 'id' } as never,
  );
  expect(expected).toBe(4);
  const rows: (readonly Cell[])[] = [];
  for await (const page of pages()) rows.push(...page);
  const { heads } = reportWords.id.siasn;
  const columns = ['Nama Pelatihan', 'Klasifikasi Kursus', 'Jenis Sertifikasi'].map((head) =>
    heads.indexOf(head),
  );
  expect(columns).not.toContain(-1);
  const told = rows.map((row) => columns.map((column) => row[column])).toSorted();
  expect(told).toEqual([
    ['arsip', 'Kearsipan', 'Penulisan Ilmiah'],
    ['hilang', undefined, undefined],
    ['lain', undefined, undefined],
    ['luar', undefined, undefined],
  ]);
  expect(new Set(rows.map(({ length }) => length))).toEqual(new Set([heads.length]));
});
