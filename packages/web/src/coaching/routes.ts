import type { Portal } from '../visit.ts';
import { newPairPath, pairsPath, teamPairsPath } from './paths.ts';
import type { CoachingPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

const pair = `${pairsPath}/:pairId`;
const session = `${pair}/sessions/:sessionId`;
const ownRoutes = [
  ['GET', pairsPath, 'showList'],
  ['GET', newPairPath, 'showInvite'],
  ['POST', newPairPath, 'invite'],
  ['GET', pair, 'showPair'],
  ['POST', `${pair}/move`, 'move'],
  ['GET', `${pair}/sessions/new`, 'showNew'],
  ['POST', `${pair}/sessions/new`, 'write'],
  ['GET', session, 'showSession'],
  ['GET', `${session}/form`, 'downloadForm'],
  ['GET', `${session}/change`, 'showChange'],
  ['POST', `${session}/change`, 'change'],
  ['POST', `${session}/confirm`, 'confirm'],
  ['POST', `${session}/withdraw`, 'withdraw'],
] as const;

/** Coaching and mentoring: for the two alone, and that it took place for their supervisors. */
export function registerCoaching(portal: Portal, ports: CoachingPorts): void {
  for (const [method, path, name] of ownRoutes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
  const team = { access: ['role:supervisor'], reads: { what: 'team' } } as const;
  portal.person({ method: 'GET', path: teamPairsPath, ...team }, async (visit) =>
    (await import('./team-page.tsx')).showTeam(visit, ports),
  );
}
