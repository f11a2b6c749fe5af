import type { Portal } from '../visit.ts';
import { myObligationsPath, newObligationPath, obligationsPath } from './paths.ts';
import type { ObligationsPorts } from './ports.ts';

// Few people ever see these.
const visits = () => import('./visits.tsx');
const exceptions = () => import('./exception-visits.tsx');
const courses = () => import('./course-visits.tsx');

const access = ['role:agency-admin'] as const;
/** Who owes what, and who has finished already. */
const reads = { what: 'learning' } as const;
const one = `${obligationsPath}/:obligationId`;

/** What an agency requires of its people, and what is required of the reader. */
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
  portal.person(
    { method: 'GET', path: myObligationsPath, access: ['person'], viewable: true },
    async (visit) => (await exceptions()).showMine({ visit, ports }),
  );
  registerTerms(portal, ports);
  registerCourses(portal, ports);
  portal.person({ method: 'POST', path: `${one}/remind`, access }, async (visit) =>
    (await visits()).remind({ visit, ports }),
  );
}

/** Other terms, and what holds for one person alone. */
function registerTerms(portal: Portal, ports: ObligationsPorts): void {
  portal.person({ method: 'GET', path: `${one}/terms`, access }, async (visit) =>
    (await exceptions()).showTerms({ visit, ports }),
  );
  portal.person({ method: 'POST', path: `${one}/terms/preview`, access }, async (visit) =>
    (await exceptions()).previewTerms({ visit, ports }),
  );
  portal.person({ method: 'POST', path: `${one}/terms`, access }, async (visit) =>
    (await exceptions()).changeTerms({ visit, ports }),
  );
  // Reasons may tell of an illness.
  portal.person({ method: 'GET', path: `${one}/exceptions`, access, reads }, async (visit) =>
    (await exceptions()).showExceptions({ visit, ports }),
  );
  const person = `${one}/exceptions/:personId`;
  const ofPerson = { what: 'learning', of: 'personId' } as const;
  portal.person({ method: 'GET', path: person, access, reads: ofPerson }, async (visit) =>
    (await exceptions()).showPerson({ visit, ports }),
  );
  portal.person({ method: 'POST', path: person, access, reads: ofPerson }, async (visit) =>
    (await exceptions()).except({ visit, ports }),
  );
  portal.person({ method: 'POST', path: `${person}/undo`, access, reads: ofPerson }, async (visit) =>
    (await exceptions()).undoException({ visit, ports }),
  );
}

/** One course, for everybody: left out, or another one in its place. */
function registerCourses(portal: Portal, ports: ObligationsPorts): void {
  const course = `${one}/courses/:courseId`;
  portal.person({ method: 'GET', path: course, access }, async (visit) =>
    (await courses()).showCourse({ visit, ports }),
  );
  portal.person({ method: 'POST', path: `${course}/preview`, access }, async (visit) =>
    (await courses()).previewCourse({ visit, ports }),
  );
  portal.person({ method: 'POST', path: course, access }, async (visit) =>
    (await courses()).changeCourse({ visit, ports }),
  );
  portal.person({ method: 'POST', path: `${one}/course-changes/:change/undo`, access }, async (visit) =>
    (await courses()).undoCourse({ visit, ports }),
  );
}
