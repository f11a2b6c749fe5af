import type { ReportJob } from '@sinau/compliance/reports';
import { readTable } from '@sinau/connectors/adapters';
import type { AgencyId, PersonId } from '@sinau/kernel';
import { createMemoryObjectStore } from '@sinau/platform/testing';
import { unzipSync } from 'fflate';
import { expect, it } from 'vitest';
import { createReportFiles } from './report-files.ts';

const hostile = ['=HYPERLINK("http://evil")', '+1', '-2', '@SUM(A1)', '\tx', '\rx', '\uff1dx'];
const rows = [['Nama', 'JP diakui'], ...hostile.map((name) => [name, 19.5])];
const notes = [['Aturan', '=1+1']];
const job: ReportJob = {
  ...{ reportId: 'r1', agencyId: 'badan' as AgencyId, kind: 'jp', format: 'csv', year: 2026, locale: 'id' },
  ...{
    requestedBy: { personId: 'p' as PersonId, name: 'P' },
    state: 'running',
    rows: 0,
    files: [],
    tries: 1,
  },
  ...{ createdAt: '', updatedAt: '', rev: 1 },
};

async function write(format: ReportJob['format']) {
  const objects = createMemoryObjectStore();
  const files = await createReportFiles({ objects }).write({
    job: { ...job, format },
    title: 'Laporan JP',
    rows,
    notes,
  });
  const bytes = await Promise.all(
    files.map(async ({ key }) => {
      const found = await objects.get(key);
      if (!found) throw new Error('nothing was written');
      return found;
    }),
  );
  return { files, bytes };
}

it('F1: a CSV begins every formula with an apostrophe, keeps numbers, and has its rules in a file of their own', async () => {
  const { files, bytes } = await write('csv');
  expect(files.map(({ name }) => name)).toEqual(['sinau-jp-2026.csv', 'sinau-jp-2026-keterangan.csv']);
  const [table, about] = bytes.map((one) => new TextDecoder().decode(one));
  expect(table?.split('\r\n')[0]).toBe('Nama;JP diakui');
  for (const text of ["'+1;19.5", "'-2;19.5", "'@SUM(A1);19.5", "'\uff1dx;19.5"])
    expect(table).toContain(text);
  expect(about).toContain("'=1+1");
});

it('F1: a workbook holds text as text and numbers as numbers, and its rules on a second sheet', async () => {
  const { files, bytes } = await write('xlsx');
  expect(files).toMatchObject([{ name: 'sinau-jp-2026.xlsx' }]);
  const [whole] = bytes;
  if (!whole) throw new Error('nothing was written');
  const text = Object.values(unzipSync(whole))
    .map((file) => new TextDecoder().decode(file))
    .join('\n');
  expect(text).not.toContain('<f>');
  expect(text).toContain('<c r="B2" s="0"><v>19.5</v></c>');
  expect(text).toContain('<sheet name="Keterangan" sheetId="2" r:id="rId2"/>');
  const read = await readTable(whole);
  expect(JSON.stringify(read)).toContain('=HYPERLINK(\\"http://evil\\")');
});
