import { joinBoard, leaveBoard, readBoard, setBoard } from '@sinau/adoption';
import type { BoardsPorts } from '@sinau/web';
import { boardDirectoryOf } from '../shared/board-parts.ts';
import type { PortalDeps } from './deps.ts';

type Deps = Pick<PortalDeps, 'adoption'> & Parameters<typeof boardDirectoryOf>[0];

/** What a unit did together, of those who have chosen to be counted. */
export function joinBoards(deps: Deps): BoardsPorts {
  const desk = async () => ({ ...(await deps.adoption()), places: boardDirectoryOf(deps) });
  return {
    boardOf: async (principal) => readBoard(await desk(), { principal }),
    join: async (principal) => joinBoard(await desk(), { principal }),
    leave: async ({ personId }) => leaveBoard(await desk(), { personId }),
    set: async (principal, wish) => setBoard(await desk(), { principal, ...wish }),
  };
}
