import type { Portal } from '../visit.ts';
import type { BoardsPorts } from './board-ports.ts';
import { boardPath } from './paths.ts';

const visits = () => import('./board-visits.tsx');

/** The board of the reader's unit. */
export function registerBoards(portal: Portal, ports: BoardsPorts): void {
  const routes = [
    ['GET', boardPath, 'showBoard'],
    ['POST', `${boardPath}/join`, 'joinBoard'],
    ['POST', `${boardPath}/leave`, 'leaveBoard'],
    ['POST', `${boardPath}/set`, 'setBoard'],
  ] as const;
  for (const [method, path, name] of routes) {
    portal.person({ method, path, access: ['person'] }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
