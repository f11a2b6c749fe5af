import type { Portal } from '../visit.ts';
import { type ListName, listPlaces } from './paths.ts';
import type { ListPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

const access = ['role:agency-admin'] as const;
const shown = { people: { what: 'people' }, history: { what: 'learning-elsewhere' } } as const;

interface Door {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly reads?: (typeof shown)[ListName];
  readonly maxBodyBytes?: number;
  readonly replayable?: false;
}

/** Lists of an agency: uploaded, tried, taken. */
export function registerLists(portal: Portal, list: ListName, ports: ListPorts): void {
  const place = listPlaces[list];
  const { path, each } = place;
  const one = `${each}/:listId`;
  const reads = shown[list];
  const open = (door: Door, answer: keyof Awaited<ReturnType<typeof visits>>) =>
    portal.person({ ...door, access }, async (visit) => (await visits())[answer]({ visit, ports, place }));
  open({ method: 'GET', path }, 'showImports');
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  open({ method: 'POST', path, maxBodyBytes, replayable: false }, 'uploadImport');
  open({ method: 'GET', path: `${each}/template` }, 'sendTemplate');
  open({ method: 'GET', path: one, reads }, 'showImport');
  open({ method: 'GET', path: `${one}/progress`, reads }, 'showProgress');
  open({ method: 'GET', path: `${one}/results`, reads }, 'sendResults');
  open({ method: 'GET', path: `${one}/refused-rows`, reads }, 'sendRefused');
  open({ method: 'POST', path: `${one}/start` }, 'startImport');
  open({ method: 'POST', path: `${one}/discard` }, 'discardImport');
}
