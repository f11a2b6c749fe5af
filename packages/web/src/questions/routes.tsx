import { emptyForm } from '../layout/form.tsx';
import { answerPage, attempt, type PersonVisit, type Portal } from '../visit.ts';
import { BankPage } from './pages.ts';
import { bankPath, exportPath, newQuestionHref } from './paths.ts';
import {
  type QuestionFilter,
  type QuestionsPorts,
  questionForms,
  questionKinds,
  questionStatuses,
} from './ports.ts';

const access = ['role:provider-author'] as const;
const editing = () => import('./editing.tsx');
/** Fifty choices with feedback are long, and letters outside ASCII are three times as long in a form. */
const maxBodyBytes = 2 * 1024 * 1024;

/** The question bank of an author's provider. */
export function registerQuestions(portal: Portal, ports: QuestionsPorts): void {
  portal.person({ method: 'GET', path: bankPath, access }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const page = context.req.query('page');
    const filter = filterOf(visit);
    const view = await ports.bankOf(person, { filter, ...(page !== undefined && { page }) });
    const props = { ui, view, filter, isFirst: page === undefined, notice };
    return answerPage(context, <BankPage {...props} />);
  });
  for (const form of questionForms) {
    const path = newQuestionHref(form);
    portal.person({ method: 'GET', path, access }, async (visit) =>
      (await editing()).showNew(visit, ports, form),
    );
    portal.person({ method: 'POST', path, access, maxBodyBytes }, async (visit) =>
      (await editing()).saveNew(visit, ports, form),
    );
  }
  registerTransfer(portal, ports);
  const one = `${bankPath}/:questionId`;
  portal.person({ method: 'GET', path: one, access }, async (visit) =>
    (await editing()).showQuestion(visit, ports),
  );
  portal.person({ method: 'POST', path: one, access, maxBodyBytes }, async (visit) =>
    (await editing()).saveQuestion(visit, ports),
  );
  for (const how of ['archive', 'restore'] as const) {
    portal.person({ method: 'POST', path: `${one}/${how}`, access }, async (visit) =>
      (await editing()).turnQuestion(visit, ports, how),
    );
  }
  portal.person({ method: 'POST', path: `${one}/duplicate`, access }, async (visit) =>
    (await editing()).duplicate(visit, ports),
  );
}

/** In bulk: out of the bank as a document, into it from a quiz that was uploaded to a course. */
function registerTransfer(portal: Portal, ports: QuestionsPorts): void {
  portal.person({ method: 'GET', path: exportPath, access }, async (visit) => {
    const { context, person } = visit;
    const done = await attempt(visit, emptyForm, () => ports.exported(person, filterOf(visit)));
    if (!done.ok) return (await editing()).exportRefused(visit);
    return context.body(done.value, 200, {
      'content-type': 'application/json',
      'content-disposition': 'attachment; filename="bank-soal.json"',
    });
  });
  const path = '/studio/courses/:courseId/modules/:moduleId/questions';
  const importing = () => import('./importing.tsx');
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await importing()).showImport(visit, ports),
  );
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await importing()).takeImport(visit, ports),
  );
}

/** What the address asks for; what makes no sense is as if it were not there. */
function filterOf({ context }: PersonVisit): QuestionFilter {
  const text = (name: string, most: number) =>
    (context.req.query(name) ?? '').trim().slice(0, most).toWellFormed();
  const [q, category] = [text('q', 200), text('category', 500)];
  const kind = questionKinds.find((one) => one === context.req.query('kind'));
  const status = questionStatuses.find((one) => one === context.req.query('status'));
  return { ...(q && { q }), ...(category && { category }), ...(kind && { kind }), ...(status && { status }) };
}
