import type { Portal } from '../visit.ts';
import { agreementsPath, sharingPath, studioAgreementsPath } from './paths.ts';
import type { AgreementPorts } from './ports.ts';

// Few people ever see these.
const operating = () => import('./operating.tsx');
const sharing = () => import('./sharing.tsx');

/** What providers may hear of people: made by operators, read by providers, stopped by agencies. */
export function registerAgreements(portal: Portal, ports: AgreementPorts): void {
  registerOperators(portal, ports);
  registerVersions(portal, ports);
  registerAgencies(portal, ports);
  portal.person(
    { method: 'GET', path: studioAgreementsPath, access: ['role:provider-author'] },
    async (visit) => (await sharing()).showOwn(visit, ports),
  );
}

const ofOperators = ['role:operator'] as const;
const onePath = `${agreementsPath}/:providerId`;
const versionPath = `${onePath}/:agreementId/:version`;

function registerOperators(portal: Portal, ports: AgreementPorts): void {
  const access = ofOperators;
  portal.person({ method: 'GET', path: agreementsPath, access }, async (visit) =>
    (await operating()).showProviders(visit, ports),
  );
  portal.person({ method: 'GET', path: onePath, access }, async (visit) =>
    (await operating()).showProvider(visit, ports),
  );
  portal.person({ method: 'GET', path: `${onePath}/new`, access }, async (visit) =>
    (await operating()).showNew(visit, ports),
  );
  portal.person({ method: 'POST', path: `${onePath}/new`, access }, async (visit) =>
    (await operating()).addNew(visit, ports),
  );
  portal.person({ method: 'POST', path: `${onePath}/revoke-all`, access }, async (visit) =>
    (await operating()).revokeAll(visit, ports),
  );
}

function registerVersions(portal: Portal, ports: AgreementPorts): void {
  const access = ofOperators;
  portal.person({ method: 'GET', path: versionPath, access }, async (visit) =>
    (await operating()).showVersion(visit, ports),
  );
  for (const kind of ['change', 'revise'] as const) {
    const path = `${versionPath}/${kind}`;
    portal.person({ method: 'GET', path, access }, async (visit) =>
      (await operating()).showEdit(visit, ports, { kind }),
    );
    portal.person({ method: 'POST', path, access }, async (visit) =>
      (await operating()).saveEdit(visit, ports, kind),
    );
  }
  for (const step of ['activate', 'remove', 'close'] as const) {
    portal.person({ method: 'POST', path: `${versionPath}/${step}`, access }, async (visit) =>
      (await operating())[step](visit, ports),
    );
  }
}

function registerAgencies(portal: Portal, ports: AgreementPorts): void {
  const access = ['role:agency-admin'] as const;
  portal.person({ method: 'GET', path: sharingPath, access }, async (visit) =>
    (await sharing()).showSharing(visit, ports),
  );
  const one = `${sharingPath}/:providerId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await sharing()).showHistory(visit, ports),
  );
  for (const step of ['stop', 'permit'] as const) {
    portal.person({ method: 'POST', path: `${one}/${step}`, access }, async (visit) =>
      (await sharing()).decide(visit, ports, step),
    );
  }
}
