import type { PersonVisit, Portal } from '../visit.ts';
import { type ListName, listPlaces } from './paths.ts';
import type { ListFormat, ListPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

const access = ['role:agency-admin'] as const;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const declared = {
  people: { reads: { what: 'people' }, name: 'pegawai' },
  history: { reads: { what: 'learning-elsewhere' }, name: 'riwayat' },
} as const;

/** Lists of an agency: uploaded, tried, taken. */
export function registerLists(portal: Portal, list: ListName, ports: ListPorts): void {
  const place = listPlaces[list];
  const { reads, name } = declared[list];
  const { path, each } = place;
  const one = `${each}/:listId`;
  const at = (visit: PersonVisit) => ({ visit, ports, place });
  portal.person({ method: 'GET', path, access }, async (visit) => (await visits()).showImports(at(visit)));
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  portal.person({ method: 'POST', path, access, maxBodyBytes, replayable: false }, async (visit) =>
    (await visits()).uploadImport(at(visit)),
  );
  portal.person({ method: 'GET', path: `${each}/template`, access }, async (visit) => {
    const format = formatIn(visit);
    return visit.context.body(await ports.template(format), 200, headersOf(format, `sinau-${name}`));
  });
  portal.person({ method: 'GET', path: one, access, reads }, async (visit) =>
    (await visits()).showImport(at(visit)),
  );
  portal.person({ method: 'GET', path: `${one}/progress`, access, reads }, async (visit) =>
    (await visits()).showProgress(at(visit)),
  );
  portal.person({ method: 'GET', path: `${one}/results`, access, reads }, async (visit) => {
    const { body, headers } = await ports.results(visit.person, idIn(visit), wishOf(visit));
    return visit.context.body(body, 200, { ...headersOf('csv', `hasil-impor-${name}`), ...headers });
  });
  portal.person({ method: 'GET', path: `${one}/refused-rows`, access, reads }, async (visit) => {
    const format = formatIn(visit);
    const wish = { ...wishOf(visit), format };
    const { body, headers } = await ports.refusedRows(visit.person, idIn(visit), wish);
    return visit.context.body(body, 200, { ...headersOf(format, `${name}-ditolak`), ...headers });
  });
  for (const what of ['start', 'discard'] as const) {
    portal.person({ method: 'POST', path: `${one}/${what}`, access }, async (visit) =>
      (await visits()).decideImport(at(visit), what),
    );
  }
}

const idIn = ({ context }: PersonVisit) => context.req.param('listId') ?? '';
const formatIn = ({ context }: PersonVisit): ListFormat =>
  context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
const wishOf = ({ context, ui }: PersonVisit) => ({
  ...{ language: ui.locale, encodings: context.req.header('accept-encoding') },
});

const headersOf = (format: ListFormat, name: string) => ({
  'content-type': types[format],
  'content-disposition': `attachment; filename="${name}.${format}"`,
});
