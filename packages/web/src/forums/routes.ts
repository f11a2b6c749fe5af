import type { Portal } from '../visit.ts';
import { forumsPath } from './paths.ts';
import type { ForumPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const one = '/:forumId';
const minutes = `${one}/minutes`;
const commitment = `${one}/commitments/:commitmentId`;

const routes = [
  ['GET', '', 'showForums'],
  ['GET', '/new', 'showNew'],
  ['POST', '/new', 'add'],
  ['GET', one, 'showForum'],
  ['GET', `${one}/change`, 'showChange'],
  ['POST', `${one}/change`, 'change'],
  ['GET', `${one}/remove`, 'askRemove'],
  ['POST', `${one}/remove`, 'remove'],
  ['GET', minutes, 'sendMinutes'],
  ['POST', minutes, 'setMinutes'],
  ['POST', `${minutes}/remove`, 'removeMinutes'],
  ['GET', commitment, 'showCommitment'],
  ['POST', commitment, 'setCommitment'],
] as const;

/** Where an agency meets its citizens, and what it promises them. */
export function registerForums(portal: Portal, ports: ForumPorts): void {
  const access = ['role:agency-admin'] as const;
  for (const [method, below, name] of routes) {
    // Room for the file and what stands around it.
    const large = name === 'setMinutes' && { maxBodyBytes: ports.maxBytes + 64 * 1024, replayable: false };
    portal.person({ method, path: `${forumsPath}${below}`, access, ...large }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
