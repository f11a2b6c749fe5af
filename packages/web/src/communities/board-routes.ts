import type { Portal } from '../visit.ts';
import type { CommunityBoardPorts } from './board-ports.ts';

const board = '/communities/:communityId/questions';
const question = `${board}/:questionId`;
const answer = `${question}/answers/:answerId`;
const routes = [
  ['GET', board, 'showBoard'],
  ['GET', `${board}/new`, 'showNew'],
  ['POST', `${board}/new`, 'ask'],
  ['GET', question, 'showQuestion'],
  ['GET', `${question}/change`, 'showChange'],
  ['POST', `${question}/change`, 'change'],
  ['POST', `${question}/remove`, 'remove'],
  ['POST', `${question}/answers`, 'answer'],
  ['POST', `${question}/helpful`, 'markHelpful'],
  ['POST', `${question}/hide`, 'hide'],
  ['POST', `${question}/show`, 'show'],
  ['GET', `${answer}/change`, 'showChangeAnswer'],
  ['POST', `${answer}/change`, 'changeAnswer'],
  ['POST', `${answer}/remove`, 'removeAnswer'],
] as const;

/** What people of a community ask each other: for those who are in it. */
export function registerCommunityBoards(portal: Portal, ports: CommunityBoardPorts): void {
  for (const [method, path, name] of routes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await import('./board-visits.tsx'))[name](visit, ports),
    );
  }
}
