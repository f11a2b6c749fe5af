import type { Portal } from '../visit.ts';
import { lmsPaths, myLmsPath } from './paths.ts';
import type { LmsDesk, LmsPorts, MyLmsPorts } from './ports.ts';

// Few people ever see these.
const staff = () => import('./answers.tsx');
const own = () => import('./own-answers.tsx');

/** Learning systems of others that open courses of ours: of providers, and of the operator. */
export function registerLms(portal: Portal, ports: LmsPorts): void {
  registerDesk(portal, ports, 'studio');
  registerDesk(portal, ports, 'operator');
}

function registerDesk(portal: Portal, ports: LmsPorts, desk: LmsDesk): void {
  const access = desk === 'studio' ? (['role:provider-author'] as const) : (['role:operator'] as const);
  const path = lmsPaths[desk];
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await staff()).showList(visit, { ports, desk }),
  );
  // The page that answers holds a secret: it is not kept to be given out again.
  portal.person({ method: 'POST', path: `${path}/address`, access, replayable: false }, async (visit) =>
    (await staff()).makeAddress(visit, { ports, desk }),
  );
  portal.person({ method: 'GET', path: `${path}/new`, access }, async (visit) =>
    (await staff()).showByHand(visit, { ports, desk }),
  );
  portal.person({ method: 'POST', path: `${path}/new`, access }, async (visit) =>
    (await staff()).addByHand(visit, { ports, desk }),
  );
  const one = `${path}/:platformId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await staff()).showOne(visit, { ports, desk }),
  );
  portal.person({ method: 'POST', path: one, access }, async (visit) =>
    (await staff()).change(visit, { ports, desk }),
  );
  portal.person({ method: 'POST', path: `${one}/scores`, access }, async (visit) =>
    (await staff()).sendScores(visit, { ports, desk }),
  );
  for (const method of ['GET', 'POST'] as const) {
    portal.person({ method, path: `${one}/remove`, access }, async (visit) =>
      (await staff()).remove(visit, { ports, desk }),
    );
  }
}

/** Accounts of people in learning systems of others. */
export function registerMyLms(portal: Portal, ports: MyLmsPorts): void {
  const access = ['person'] as const;
  const shared = { access, allWords: true } as const;
  portal.person({ ...shared, method: 'GET', path: myLmsPath }, async (visit) =>
    (await own()).showMine(visit, ports),
  );
  portal.person({ ...shared, method: 'POST', path: `${myLmsPath}/unlink` }, async (visit) =>
    (await own()).unlink(visit, ports),
  );
  portal.person({ ...shared, method: 'GET', path: `${myLmsPath}/connect` }, async (visit) =>
    (await own()).showConnect(visit, ports),
  );
  portal.person(
    { ...shared, method: 'POST', path: `${myLmsPath}/connect`, replayable: false },
    async (visit) => (await own()).connect(visit, ports),
  );
}
