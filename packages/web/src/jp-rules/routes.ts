import type { Access } from '@sinau/kernel';
import type { Portal } from '../visit.ts';
import { agencyRulesPath, nationalRulesPath } from './paths.ts';
import type { RulesPlace } from './place.tsx';
import type { RulesPorts } from './ports.ts';

const visits = () => import('./visits.tsx');
const places = () => import('./place.tsx');

/** The rules by which JP of an agency's people are recognised. */
export function registerAgencyRules(portal: Portal, ports: RulesPorts): void {
  const place = async () => (await places()).agencyRules;
  register(portal, ports, { path: agencyRulesPath, access: ['role:agency-admin'], place });
}

/** Those of the nation, which operators have read. */
export function registerNationalRules(portal: Portal, ports: RulesPorts): void {
  const place = async () => (await places()).nationalRules;
  register(portal, ports, { path: nationalRulesPath, access: ['role:operator'], place });
}

function register(
  portal: Portal,
  ports: RulesPorts,
  at: { readonly path: string; readonly access: Access; readonly place: () => Promise<RulesPlace> },
): void {
  const { path, access, place } = at;
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await visits()).showRules(visit, ports, await place()),
  );
  portal.person({ method: 'GET', path: `${path}/:topic`, access }, async (visit) =>
    (await visits()).showTopic(visit, ports, await place()),
  );
  portal.person({ method: 'POST', path: `${path}/:topic`, access }, async (visit) =>
    (await visits()).changeTopic(visit, ports, await place()),
  );
}
