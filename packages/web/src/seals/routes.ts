import type { Portal } from '../visit.ts';
import { sealRowsPath, sealSettingsPath, sealsPath, watchedSealsPath } from './paths.ts';
import type { SealsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const access = ['role:agency-admin'] as const;

/** The electronic seal of an agency: how it stands, how it is set up, and what is not sealed. Shows numbers of documents, and nobody's name. */
export function registerSeals(portal: Portal, ports: SealsPorts): void {
  const open = (method: 'GET' | 'POST', path: string, answer: keyof Awaited<ReturnType<typeof visits>>) =>
    portal.person({ method, path, access }, async (visit) => (await visits())[answer](visit, ports));
  open('GET', sealsPath, 'showDesk');
  open('POST', `${sealsPath}/order`, 'order');
  open('POST', `${sealsPath}/activation`, 'activate');
  open('POST', `${sealsPath}/sealer`, 'confirm');
  open('POST', `${sealsPath}/resume`, 'resume');
  open('GET', sealSettingsPath, 'showSettings');
  open('POST', sealSettingsPath, 'saveSettings');
  open('GET', sealRowsPath, 'showRows');
  open('POST', `${sealRowsPath}/retry`, 'tryAgain');
  open('POST', `${sealRowsPath}/retry-all`, 'tryAllAgain');
  portal.person({ method: 'GET', path: watchedSealsPath, access: ['role:operator'] }, async (visit) =>
    (await import('./watched-page.tsx')).showWatched(visit, ports),
  );
}
