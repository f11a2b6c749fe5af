import type { Portal } from '../visit.ts';
import { plansPath } from './paths.ts';
import type { AnnualPlanPorts } from './ports.ts';

// Few see it, once a year.
const plans = () => import('./plan-visits.tsx');
const signals = () => import('./signal-visits.tsx');
const needs = () => import('./need-visits.tsx');
const items = () => import('./item-visits.tsx');
const realised = () => import('./realisation-visits.tsx');

const year = '/:year';
const one = `${year}/:version`;
const item = `${one}/items/:itemId`;

const signalRoutes = [
  ['GET', `${year}/signals`, 'showSignals'],
  ['GET', `${year}/signals/:signalId`, 'askAside'],
  ['POST', `${year}/signals/:signalId`, 'decide'],
  ['GET', `${year}/notes/:noteId`, 'showNote'],
  ['POST', `${year}/notes/:noteId`, 'writeNote'],
] as const;

/** What the two officials see as well: whoever decides about a plan reads it. */
const decidingRoutes = [
  ['GET', '', 'showPlans'],
  ['GET', one, 'showPlan'],
  ['GET', `${one}/print`, 'showPrint'],
  ['GET', `${one}/file`, 'sendFile'],
  ['GET', `${one}/decrees/:decreeId`, 'sendDecree'],
] as const;

/** What needs rest on. Before versions by number, whose addresses look alike. */
const needRoutes = [
  ['GET', '/performance', 'showStanding'],
  ['GET', `${year}/fit`, 'showFit'],
  ['GET', '/rules', 'showRules'],
  ['GET', '/rules/:ruleId', 'showRule'],
  ['POST', '/rules/:ruleId', 'saveRule'],
  ['POST', '/rules/:ruleId/state', 'moveRule'],
] as const;

const planRoutes = [
  ['POST', '', 'begin'],
  ['POST', `${one}/version`, 'beginVersion'],
  ['POST', `${one}/remove`, 'remove'],
] as const;

const itemRoutes = [
  ['GET', item, 'showItem'],
  ['POST', item, 'saveItem'],
  ['GET', `${item}/remove`, 'askRemove'],
  ['POST', `${item}/remove`, 'removeItem'],
] as const;

const realisedRoutes = [
  ['GET', `${one}/realisation`, 'showRealisation'],
  ['GET', `${item}/learning`, 'showLearning'],
  ['POST', `${item}/learning`, 'changeLearning'],
] as const;

/** Annual plans of an agency, and the signals that they answer. */
export function registerAnnualPlan(portal: Portal, ports: AnnualPlanPorts): void {
  const access = ['role:agency-admin'] as const;
  const at = (below: string) => `${plansPath}${below}`;
  // Before versions by number, whose addresses look alike.
  for (const kind of ['course', 'event', 'elsewhere'] as const) {
    const path = at(`${year}/realised/${kind}/:learningId`);
    portal.person({ method: 'GET', path, access, reads: { what: 'learning' } }, async (visit) =>
      (await realised()).showLearners(visit, ports, kind),
    );
  }
  for (const [method, below, name] of needRoutes) {
    portal.person({ method, path: at(below), access }, async (visit) => (await needs())[name](visit, ports));
  }
  for (const [method, below, name] of signalRoutes) {
    portal.person({ method, path: at(below), access }, async (visit) =>
      (await signals())[name](visit, ports),
    );
  }
  const deciding = [...access, 'role:authorised-official', 'role:appointing-official'] as const;
  for (const [method, below, name] of decidingRoutes) {
    portal.person({ method, path: at(below), access: deciding }, async (visit) =>
      (await plans())[name](visit, ports),
    );
  }
  // The form around a file takes some room as well.
  const step = { access: deciding, maxBodyBytes: ports.maxBytes + 64 * 1024, replayable: false } as const;
  portal.person({ method: 'POST', path: at(`${one}/move`), ...step }, async (visit) =>
    (await plans()).move(visit, ports),
  );
  for (const [method, below, name] of planRoutes) {
    portal.person({ method, path: at(below), access }, async (visit) => (await plans())[name](visit, ports));
  }
  for (const [method, below, name] of realisedRoutes) {
    portal.person({ method, path: at(below), access }, async (visit) =>
      (await realised())[name](visit, ports),
    );
  }
  for (const [method, below, name] of itemRoutes) {
    portal.person({ method, path: at(below), access }, async (visit) => (await items())[name](visit, ports));
  }
}
