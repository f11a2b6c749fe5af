import type { PersonVisit, Portal } from '../visit.ts';
import { importsPath } from './paths.ts';
import type { StaffingPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

const access = ['role:agency-admin'] as const;
const one = `${importsPath}/:listId`;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const reads = { what: 'people' } as const;

/** People of an agency by a list: uploaded, tried, taken. */
export function registerStaffing(portal: Portal, ports: StaffingPorts): void {
  const at = (visit: PersonVisit) => ({ visit, ports });
  portal.person({ method: 'GET', path: importsPath, access }, async (visit) =>
    (await visits()).showImports(at(visit)),
  );
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  portal.person(
    { method: 'POST', path: importsPath, access, maxBodyBytes, replayable: false },
    async (visit) => (await visits()).uploadImport(at(visit)),
  );
  portal.person({ method: 'GET', path: `${importsPath}/template`, access }, async ({ context }) => {
    const format = context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
    return context.body(await ports.template(format), 200, {
      'content-type': types[format],
      'content-disposition': `attachment; filename="sinau-pegawai.${format}"`,
    });
  });
  portal.person({ method: 'GET', path: one, access, reads }, async (visit) =>
    (await visits()).showImport(at(visit)),
  );
  portal.person({ method: 'GET', path: `${one}/progress`, access, reads }, async (visit) =>
    (await visits()).showProgress(at(visit)),
  );
  portal.person({ method: 'GET', path: `${one}/results`, access, reads }, async ({ context, ui, person }) => {
    const id = context.req.param('listId') ?? '';
    return context.body(await ports.results(person, id, ui.locale), 200, {
      'content-type': types.csv,
      'content-disposition': 'attachment; filename="hasil-impor-pegawai.csv"',
    });
  });
  for (const what of ['start', 'discard'] as const) {
    portal.person({ method: 'POST', path: `${one}/${what}`, access }, async (visit) =>
      (await visits()).decideImport(at(visit), what),
    );
  }
}
