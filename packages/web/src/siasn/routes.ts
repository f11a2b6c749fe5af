import type { Portal } from '../visit.ts';
import { siasnIndexesPath, siasnPath, siasnRowsPath, siasnSettingsPath } from './paths.ts';
import type { SiasnPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const access = ['role:agency-admin'] as const;
const line = `${siasnPath}/lines/:personId/:lineId`;
const people = { what: 'lesson-hours' } as const;
const person = { what: 'lesson-hours', of: 'personId' } as const;
// Of whom nothing came, and why.
const unread = { what: 'official-index' } as const;

interface Door {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly reads?: typeof people | typeof person | typeof unread;
  readonly maxBodyBytes?: number;
  readonly replayable?: false;
}

/** What an agency owes to SIASN: the queue, the session, files, and how it is set up. */
export function registerSiasn(portal: Portal, ports: SiasnPorts): void {
  const open = (door: Door, answer: keyof Awaited<ReturnType<typeof visits>>) =>
    portal.person({ ...door, access }, async (visit) => (await visits())[answer](visit, ports));
  open({ method: 'GET', path: siasnPath }, 'showDesk');
  open({ method: 'POST', path: `${siasnPath}/session` }, 'openSession');
  open({ method: 'POST', path: `${siasnPath}/session/close` }, 'closeSession');
  open({ method: 'POST', path: `${siasnPath}/files` }, 'orderFile');
  open({ method: 'POST', path: `${siasnPath}/files/:reportId/mark` }, 'markFile');
  open({ method: 'POST', path: `${siasnPath}/files/:reportId/release` }, 'releaseFile');
  open({ method: 'GET', path: siasnSettingsPath }, 'showSettings');
  open({ method: 'POST', path: siasnSettingsPath }, 'saveSettings');
  // The form around a file takes some room as well.
  const maxBodyBytes = ports.maxBytes + 64 * 1024;
  open(
    { method: 'POST', path: `${siasnSettingsPath}/subjects`, maxBodyBytes, replayable: false },
    'loadSubjects',
  );
  open({ method: 'GET', path: siasnRowsPath, reads: people }, 'showRows');
  open({ method: 'GET', path: line, reads: person }, 'showLine');
  open({ method: 'POST', path: `${line}/decide` }, 'decide');
  open({ method: 'POST', path: `${line}/choose` }, 'choose');
  open({ method: 'GET', path: siasnIndexesPath, reads: unread }, 'showIndexes');
  open({ method: 'POST', path: `${siasnIndexesPath}/switch` }, 'switchIndexes');
  open({ method: 'POST', path: `${siasnIndexesPath}/now` }, 'readIndexesNow');
}
