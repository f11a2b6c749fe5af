import type { Access } from '@sinau/kernel';
import type { PersonVisit, Portal } from '../visit.ts';
import { type ExternalDesk, evidencePath, externalPath, policyPath, queuePath } from './paths.ts';
import type { ExternalPorts } from './ports.ts';

// Few requests are about these.
const visits = () => import('./visits.tsx');
const reviews = () => import('./review-visits.tsx');

const readsList = { what: 'learning-elsewhere' } as const;
const readsOne = { ...readsList, of: 'personId' } as const;

/** Learning outside the platform: everybody's own records, their files, and what waits for reviewers. */
export function registerExternal(portal: Portal, ports: ExternalPorts): void {
  const own = { access: ['person'], allWords: true } as const;
  // The form around a file takes some room as well.
  const withFile = { ...own, maxBodyBytes: ports.maxBytes + 64 * 1024, replayable: false };
  const at = (visit: PersonVisit) => ({ visit, ports });
  const one = `${externalPath}/:learningId`;
  portal.person({ method: 'GET', path: externalPath, ...own, viewable: true }, async (visit) =>
    (await visits()).showOwn(at(visit)),
  );
  portal.person({ method: 'GET', path: `${externalPath}/new`, ...own }, async (visit) =>
    (await visits()).askNew(at(visit)),
  );
  portal.person({ method: 'POST', path: externalPath, ...withFile }, async (visit) =>
    (await visits()).add(at(visit)),
  );
  portal.person({ method: 'GET', path: one, ...own, viewable: true }, async (visit) =>
    (await visits()).showOne(at(visit)),
  );
  portal.person({ method: 'GET', path: `${one}/edit`, ...own }, async (visit) =>
    (await visits()).askChange(at(visit)),
  );
  portal.person({ method: 'POST', path: `${one}/edit`, ...own }, async (visit) =>
    (await visits()).change(at(visit)),
  );
  portal.person({ method: 'POST', path: `${one}/step`, ...own }, async (visit) =>
    (await visits()).move(at(visit)),
  );
  portal.person({ method: 'POST', path: `${one}/evidence`, ...withFile }, async (visit) =>
    (await visits()).addEvidence(at(visit)),
  );
  portal.person({ method: 'POST', path: `${one}/evidence/:evidenceId/remove`, ...own }, async (visit) =>
    (await visits()).removeEvidence(at(visit)),
  );
  const file = `${evidencePath}/:personId/:learningId/:evidenceId`;
  portal.person({ method: 'GET', path: file, access: ['person'], reads: readsOne }, async (visit) =>
    (await visits()).download(at(visit)),
  );
  registerReviews(portal, ports);
}

const deskAccess: Readonly<Record<ExternalDesk, Access>> = {
  team: ['role:supervisor'],
  agency: ['role:agency-admin'],
};

function registerReviews(portal: Portal, ports: ExternalPorts): void {
  const access = deskAccess.agency;
  portal.person({ method: 'GET', path: policyPath, access }, async (visit) =>
    (await reviews()).showPolicy({ visit, ports }),
  );
  portal.person({ method: 'POST', path: policyPath, access }, async (visit) =>
    (await reviews()).setPolicy({ visit, ports }),
  );
  const plan = `${queuePath('agency')}/:personId/:learningId/plan`;
  portal.person({ method: 'POST', path: plan, access }, async (visit) =>
    (await reviews()).namePlanItem({ visit, ports }),
  );
  for (const desk of ['team', 'agency'] as const) {
    const granted = { access: deskAccess[desk] };
    const one = `${queuePath(desk)}/:personId/:learningId`;
    portal.person({ method: 'GET', path: queuePath(desk), ...granted, reads: readsList }, async (visit) =>
      (await reviews()).showQueue({ visit, ports, desk }),
    );
    portal.person({ method: 'GET', path: one, ...granted, reads: readsOne }, async (visit) =>
      (await reviews()).showReview({ visit, ports, desk }),
    );
    portal.person({ method: 'POST', path: one, ...granted }, async (visit) =>
      (await reviews()).decide({ visit, ports, desk }),
    );
  }
}
