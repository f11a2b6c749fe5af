import { download, encodingsIn, formatIn } from '../sheets.ts';
import type { PersonVisit } from '../visit.ts';
import type { ListName, ListPlace } from './paths.ts';
import type { ListPorts } from './ports.ts';

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

export const idIn = ({ context }: PersonVisit) => context.req.param('listId') ?? '';
const wishOf = (visit: PersonVisit) => ({ language: visit.ui.locale, encodings: encodingsIn(visit) });
