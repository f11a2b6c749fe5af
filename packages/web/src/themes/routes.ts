import type { Portal } from '../visit.ts';
import { themesPath } from './paths.ts';
import type { ThemePorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const list = '/lists/:listId';

const routes = [
  ['GET', '', 'showThemes'],
  ['POST', '', 'sendList'],
  ['GET', '/template', 'sendTemplate'],
  ['GET', '/file', 'sendFile'],
  ['GET', list, 'showList'],
  ['POST', `${list}/take`, 'takeList'],
  ['GET', `${list}/undo`, 'askUndo'],
  ['POST', `${list}/undo`, 'undoList'],
  ['GET', `${list}/refused`, 'sendRefused'],
] as const;

/** What citizens complain about, counted by theme. Nobody is named in it. */
export function registerThemes(portal: Portal, ports: ThemePorts): void {
  const access = ['role:agency-admin'] as const;
  // The form around the file.
  const maxBodyBytes = ports.maxBytes + 65_536;
  for (const [method, below, name] of routes) {
    portal.person({ method, path: `${themesPath}${below}`, access, maxBodyBytes }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
