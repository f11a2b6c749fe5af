import type { ReportFile, ReportFiles, ReportJob } from '@sinau/compliance/reports';
import { writeWorkbook } from '@sinau/connectors/adapters';
import { type Cell, csvRecord } from '@sinau/kernel';
import type { ObjectStore } from '@sinau/platform/objects';
import { workbookOf } from '@sinau/rostering/table';

const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const csvType = 'text/csv; charset=utf-8';
/** How long the address of a file works. */
export const reportLinkSeconds = 15 * 60;

/** Files of reports lie beside those of exports, which the bucket deletes after a week. */
export function createReportFiles({ objects }: { readonly objects: ObjectStore }): ReportFiles {
  return {
    async write({ job, title, rows, notes }) {
      const [head = [], ...others] = rows;
      const about = job.locale === 'id' ? 'Keterangan' : 'About';
      if (job.format === 'xlsx') {
        const body = await writeWorkbook(
          workbookOf([
            { title, rows: [head, ...others] },
            { title: about, rows: notes },
          ]),
        );
        return [await put(objects, job, { ending: '.xlsx', body, contentType: workbookType })];
      }
      // Rules stand in a file of their own: a table that begins with remarks is read by nothing.
      const text = (table: readonly (readonly Cell[])[]) =>
        new TextEncoder().encode(`\ufeff${table.map((row) => csvRecord(row, ';')).join('')}`);
      return [
        await put(objects, job, { ending: '.csv', body: text(rows), contentType: csvType }),
        await put(objects, job, {
          ...{ ending: `-${about.toLowerCase()}.csv`, body: text(notes), contentType: csvType },
        }),
      ];
    },
    linkTo: ({ key, name }) =>
      objects.presignGet({ key, fileName: name, expiresInSeconds: reportLinkSeconds }),
  };
}

async function put(
  objects: ObjectStore,
  { agencyId, reportId, kind, year, tries }: ReportJob,
  file: { readonly ending: string; readonly body: Uint8Array; readonly contentType: string },
): Promise<ReportFile> {
  const { ending, body, contentType } = file;
  // A worker that was overtaken touches no file of another.
  const key = `exports/agency=${encodeURIComponent(agencyId)}/${reportId}/report-${tries}${ending}`;
  await objects.put({ key, body, contentType });
  return { name: `sinau-${kind}-${year}${ending}`, key, bytes: body.length };
}
