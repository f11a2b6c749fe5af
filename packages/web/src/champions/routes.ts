import type { Portal } from '../visit.ts';
import { championsPath } from './paths.ts';
import type { ChampionsPorts } from './ports.ts';

const visits = () => import('./visits.tsx');

const routes = [
  ['GET', championsPath, 'showChampions'],
  ['POST', `${championsPath}/answer`, 'answer'],
  ['POST', `${championsPath}/change`, 'change'],
  ['POST', `${championsPath}/stop`, 'stop'],
  ['GET', `${championsPath}/:personId/ask`, 'showAsk'],
  ['POST', `${championsPath}/:personId/ask`, 'ask'],
] as const;

/** Colleagues who help to learn online (agen perubahan), for whoever may ask them, and for themselves. */
export function registerChampions(portal: Portal, ports: ChampionsPorts): void {
  for (const [method, path, name] of routes) {
    portal.person({ method, path, access: ['person'], allWords: true }, async (visit) =>
      (await visits())[name](visit, ports),
    );
  }
}
