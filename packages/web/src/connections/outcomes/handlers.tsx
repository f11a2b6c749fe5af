import * as z from 'zod';
import { emptyForm, type FormState } from '../../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../../visit.ts';
import { NoTabPage } from '../pages.ts';
import { hasTab, isAsked, tabHref } from '../tabs.ts';
import { comparisonHref } from './comparison-frame.tsx';
import { ConfirmPage } from './confirm-page.tsx';
import { LearnersPage } from './learners-page.tsx';
import { OrderPage } from './order-page.tsx';
import {
  type Compared,
  type MappedLearners,
  type OutcomesPorts,
  type RepairName,
  repairNames,
  resultStates,
} from './ports.ts';
import { ReconciliationPage } from './reconciliation-page.tsx';
import { ResultPage } from './result-page.tsx';
import { ResultsPage } from './results-page.tsx';

const idIn = ({ context }: PersonVisit, name: 'connectionId' | 'resultId' | 'orderId'): string =>
  context.req.param(name) ?? '';

const stateSchema = z.enum(resultStates).optional().catch(undefined);

export async function showResults(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const connectionId = idIn(visit, 'connectionId');
  const connection = await ports.frame(person, connectionId);
  if (!hasTab(connection.kind, 'results')) {
    return answerPage(context, <NoTabPage ui={ui} connection={connection} tab="results" />, 404);
  }
  const state = stateSchema.parse(context.req.query('state'));
  const page = context.req.query('page');
  // A connection that nothing was ever sent through has results of tools at most.
  const everything = context.req.query('all') === '1';
  const list = await ports.results(person, connectionId, {
    everything,
    ...(state && { state }),
    ...(page && { page }),
  });
  const poll = isAsked(connection.kind) ? await ports.poll(person, connectionId) : undefined;
  return answerPage(
    context,
    <ResultsPage
      ui={ui}
      connection={connection}
      poll={poll}
      list={list}
      filter={{ state, everything }}
      isFirst={!page}
      notice={notice}
    />,
  );
}

export async function startPoll(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const connectionId = idIn(visit, 'connectionId');
  await ports.startPoll(visit.person, connectionId);
  return goTo(visit.context, tabHref(connectionId, 'results'), 'polling');
}

export async function showResult(
  visit: PersonVisit,
  ports: OutcomesPorts,
  form: FormState = emptyForm,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const [connectionId, resultId] = [idIn(visit, 'connectionId'), idIn(visit, 'resultId')];
  const connection = await ports.frame(person, connectionId);
  const detail = await ports.result(person, connectionId, resultId);
  const isLook = form === emptyForm;
  // Looks leave a line; what answers a form shows no more than the form needs.
  if (isLook && detail.personId !== undefined) context.set('readOf', detail.personId);
  const shown = { ui, connection, detail, form, notice, hasSent: isLook };
  return answerPage(context, <ResultPage {...shown} />, isLook ? 200 : 422);
}

const resultHref = (visit: PersonVisit): string =>
  `${tabHref(idIn(visit, 'connectionId'), 'results')}/${encodeURIComponent(idIn(visit, 'resultId'))}`;

const mapForm = z.object({
  subject: z.string().trim().min(1).max(255),
  moduleId: z.string().trim().max(100).default(''),
  forCourse: z.literal('yes').optional(),
});

export async function mapResult(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = ui.t.outcomes;
  const read = await readForm(context, mapForm, {
    subject: words.subjectMissing,
    other: ui.t.shell.fieldWrong,
  });
  if (!read.ok) return showResult(visit, ports, read.form);
  const { subject, moduleId, forCourse } = read.data;
  const mapping = {
    ...{ resultId: idIn(visit, 'resultId'), subject },
    ...(moduleId !== '' && { moduleId }),
    ...(forCourse && { forCourse: true as const }),
  };
  const done = await attempt(visit, read.form, () => ports.map(person, idIn(visit, 'connectionId'), mapping));
  return done.ok ? goTo(context, resultHref(visit), 'saved') : showResult(visit, ports, done.form);
}

export async function forgetPart(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  await ports.forgetPart(visit.person, idIn(visit, 'connectionId'), idIn(visit, 'resultId'));
  return goTo(visit.context, resultHref(visit), 'saved');
}

/** Course, name there and pseudonym, as a table of three columns is pasted or written. */
const learnerLine = /^([^,;\t]+)[,;\t]([^,;\t]+)[,;\t]([^,;\t]+)$/;
const learnersForm = z.object({
  learners: z
    .string()
    .max(60_000)
    .transform((text) => text.split('\n').flatMap((line) => line.trim() || []))
    .refine((lines) => lines.length > 0 && lines.length <= 200)
    .refine((lines) => lines.every((line) => learnerLine.test(line))),
});

export async function showLearners(
  visit: PersonVisit,
  ports: OutcomesPorts,
  shown: { readonly form?: FormState; readonly done?: MappedLearners } = {},
): Promise<Response> {
  const { context, ui, person } = visit;
  const { form = emptyForm, done } = shown;
  const connection = await ports.frame(person, idIn(visit, 'connectionId'));
  const page = <LearnersPage ui={ui} connection={connection} form={form} done={done} />;
  return answerPage(context, page, shown.form ? 422 : 200);
}

export async function mapLearners(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const other = ui.t.outcomes.learnersWrong;
  const read = await readForm(context, learnersForm, { other });
  if (!read.ok) return showLearners(visit, ports, { form: read.form });
  const learners = read.data.learners.map((line) => {
    const [, course = '', learner = '', subject = ''] = learnerLine.exec(line) ?? [];
    return {
      ...{ externalCourseId: course.trim(), externalLearnerId: learner.trim() },
      subject: subject.trim(),
    };
  });
  const done = await attempt(visit, read.form, () =>
    ports.mapLearners(person, idIn(visit, 'connectionId'), learners),
  );
  return showLearners(visit, ports, done.ok ? { done: done.value } : { form: done.form });
}

const asideForm = z.object({ note: z.string().trim().min(1).max(500) });

export async function setAside(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = ui.t.outcomes;
  const read = await readForm(context, asideForm, { note: words.noteMissing, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showResult(visit, ports, read.form);
  const aside = { resultId: idIn(visit, 'resultId'), note: read.data.note };
  const done = await attempt(visit, read.form, () =>
    ports.setAside(person, idIn(visit, 'connectionId'), aside),
  );
  return done.ok ? goTo(context, resultHref(visit), 'saved') : showResult(visit, ports, done.form);
}

export async function replayResult(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const outcome = await ports.replay(visit.person, idIn(visit, 'connectionId'), idIn(visit, 'resultId'));
  return goTo(visit.context, resultHref(visit), outcome === 'done' ? 'saved' : 'unchanged');
}

/** By the address: a connection, or a tool. */
async function comparedIn({ context, person }: PersonVisit, ports: OutcomesPorts): Promise<Compared> {
  const clientId = context.req.param('clientId');
  if (clientId !== undefined) return ports.toolFrame(person, clientId);
  return ports.frame(person, context.req.param('connectionId') ?? '');
}

export async function showReconciliation(
  visit: PersonVisit,
  ports: OutcomesPorts,
  problem?: string,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const page = context.req.query('page');
  const connection = await comparedIn(visit, ports);
  const { connectionId } = connection;
  if (connection.kind !== 'tool' && !hasTab(connection.kind, 'reconciliation')) {
    return answerPage(context, <NoTabPage ui={ui} connection={connection} tab="reconciliation" />, 404);
  }
  const list = await ports.reconciliation(person, connectionId, page);
  return answerPage(
    context,
    <ReconciliationPage
      ui={ui}
      connection={connection}
      list={list}
      isFirst={!page}
      notice={notice}
      problem={problem}
    />,
    problem === undefined ? 200 : 422,
  );
}

export async function startComparison(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const connection = await comparedIn(visit, ports);
  await ports.compare(visit.person, connection.connectionId);
  return goTo(visit.context, comparisonHref(connection), 'comparing');
}

const ids = z.union([z.string().transform((one) => [one]), z.array(z.string())]);
const repairForm = z.object({
  mismatch: ids.default([]),
  action: z.enum(repairNames),
  note: z.string().trim().max(500).default(''),
  subject: z.string().trim().max(255).default(''),
  confirmed: z.literal('yes').optional(),
});

const needsNote = (action: RepairName): boolean =>
  action === 'ignore' || action === 'keep-ours' || action === 'take-back';

export async function repair(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const words = ui.t.outcomes;
  const read = await readForm(context, repairForm, { other: words.chooseFirst });
  if (!read.ok || read.data.mismatch.length === 0) return showReconciliation(visit, ports, words.chooseFirst);
  const { mismatch: mismatchIds, action, note, subject, confirmed } = read.data;
  if (needsNote(action) && note === '') return showReconciliation(visit, ports, words.noteMissing);
  if (action === 'map-learner' && subject === '')
    return showReconciliation(visit, ports, words.subjectMissing);
  const connection = await comparedIn(visit, ports);
  const { connectionId } = connection;
  if ((action === 'end-there' || action === 'take-back') && !confirmed) {
    return answerPage(context, <ConfirmPage {...{ ui, connection, mismatchIds, action, note }} />);
  }
  const done = await attempt(visit, emptyForm, () =>
    ports.repair(person, connectionId, {
      ...{ mismatchIds, action },
      ...(note !== '' && { note }),
      ...(subject !== '' && { subject }),
    }),
  );
  if (!done.ok) return showReconciliation(visit, ports, done.form.failure ?? ui.t.problem.other);
  return goTo(context, `${comparisonHref(connection)}/repairs/${encodeURIComponent(done.value)}`);
}

export async function showOrder(visit: PersonVisit, ports: OutcomesPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const connection = await comparedIn(visit, ports);
  const order = await ports.order(person, connection.connectionId, idIn(visit, 'orderId'));
  return answerPage(context, <OrderPage ui={ui} connection={connection} order={order} />);
}
