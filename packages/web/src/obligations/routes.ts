import type { Portal } from '../visit.ts';
import { newObligationPath, obligationsPath } from './paths.ts';
import type { ObligationsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');

const access = ['role:agency-admin'] as const;
/** Who owes what, and who has finished already. */
const reads = { what: 'learning' } as const;
const one = `${obligationsPath}/:obligationId`;

/** What an agency requires of its people. */
export function registerObligations(portal: Portal, ports: ObligationsPorts): void {
  portal.person({ method: 'GET', path: obligationsPath, access }, async (visit) =>
    (await visits()).showObligations({ visit, ports }),
  );
  portal.person({ method: 'POST', path: obligationsPath, access }, async (visit) =>
    (await visits()).make({ visit, ports }),
  );
  portal.person({ method: 'GET', path: newObligationPath, access }, async (visit) =>
    (await visits()).showNew({ visit, ports }),
  );
  portal.person({ method: 'POST', path: newObligationPath, access, reads }, async (visit) =>
    (await visits()).preview({ visit, ports }),
  );
  portal.person({ method: 'GET', path: one, access, reads }, async (visit) =>
    (await visits()).showObligation({ visit, ports }),
  );
  portal.person({ method: 'GET', path: `${one}/progress`, access }, async (visit) =>
    (await visits()).showProgress({ visit, ports }),
  );
  for (const step of ['pause', 'end'] as const) {
    portal.person({ method: 'GET', path: `${one}/${step}`, access }, async (visit) =>
      (await visits()).askTo({ visit, ports }, step),
    );
  }
  for (const step of ['pause', 'resume', 'end'] as const) {
    portal.person({ method: 'POST', path: `${one}/${step}`, access }, async (visit) =>
      (await visits()).change({ visit, ports }, step),
    );
  }
  portal.person({ method: 'POST', path: `${one}/remind`, access }, async (visit) =>
    (await visits()).remind({ visit, ports }),
  );
}
