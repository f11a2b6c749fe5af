import type { PersonVisit } from '../visit.ts';
import type { ListName, ListPlace } from './paths.ts';
import type { ListFile, ListFormat, ListPorts } from './ports.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const names: Readonly<Record<ListName, string>> = { people: 'pegawai', history: 'riwayat' };

interface At {
  readonly visit: PersonVisit;
  readonly ports: ListPorts;
  readonly place: ListPlace;
}

export async function sendTemplate({ visit, ports, place }: At): Promise<Response> {
  const format = formatIn(visit);
  const body = await ports.template(format);
  return download(visit, { format, name: `sinau-${names[place.list]}`, body, headers: {} });
}

export async function sendResults({ visit, ports, place }: At): Promise<Response> {
  const file = await ports.results(visit.person, idIn(visit), wishOf(visit));
  return download(visit, { format: 'csv', name: `hasil-impor-${names[place.list]}`, ...file });
}

export async function sendRefused({ visit, ports, place }: At): Promise<Response> {
  const format = formatIn(visit);
  const file = await ports.refusedRows(visit.person, idIn(visit), { ...wishOf(visit), format });
  return download(visit, { format, name: `${names[place.list]}-ditolak`, ...file });
}

function download(
  { context }: PersonVisit,
  { format, name, body, headers }: ListFile & { readonly format: ListFormat; readonly name: string },
): Response {
  return context.body(body, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
    ...headers,
  });
}

export const idIn = ({ context }: PersonVisit) => context.req.param('listId') ?? '';
const formatIn = ({ context }: PersonVisit): ListFormat =>
  context.req.query('format') === 'csv' ? 'csv' : 'xlsx';
const wishOf = ({ context, ui }: PersonVisit) => ({
  ...{ language: ui.locale, encodings: context.req.header('accept-encoding') },
});
