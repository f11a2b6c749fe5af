import type { Portal } from '../visit.ts';
import { quizzesPath } from './paths.ts';
import type { QuizzesPorts } from './ports.ts';

const access = ['role:provider-author'] as const;
const composing = () => import('./composing.tsx');

/** Quizzes that an author makes of the bank. */
export function registerQuizzes(portal: Portal, ports: QuizzesPorts): void {
  portal.person({ method: 'GET', path: quizzesPath, access }, async (visit) =>
    (await composing()).listQuizzes(visit, ports),
  );
  portal.person({ method: 'POST', path: quizzesPath, access }, async (visit) =>
    (await composing()).createQuiz(visit, ports),
  );
  const one = `${quizzesPath}/:quizId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await composing()).showQuiz(visit, ports),
  );
  portal.person({ method: 'POST', path: one, access, maxBodyBytes: 1024 * 1024 }, async (visit) =>
    (await composing()).saveQuiz(visit, ports),
  );
  const picker = `${one}/sections/:sectionId`;
  portal.person({ method: 'GET', path: picker, access }, async (visit) =>
    (await composing()).showPicker(visit, ports),
  );
  portal.person({ method: 'POST', path: picker, access }, async (visit) =>
    (await composing()).addPicked(visit, ports),
  );
  portal.person({ method: 'GET', path: `${one}/delete`, access }, async (visit) =>
    (await composing()).askToDelete(visit, ports),
  );
  portal.person({ method: 'POST', path: `${one}/delete`, access }, async (visit) =>
    (await composing()).deleteQuiz(visit, ports),
  );
}
