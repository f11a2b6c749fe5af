import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { termsFields, termsOf } from './draft.ts';
import { ExceptionPage, ExceptionsPage } from './exception-pages.tsx';
import { MyObligationsPage } from './mine-page.tsx';
import { exceptionHref, obligationHref } from './paths.ts';
import type { ExceptionDraft, ObligationsPorts } from './ports.ts';
import { TermsPage, TermsPreviewPage } from './terms-pages.tsx';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ObligationsPorts;
}

export async function showMine({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <MyObligationsPage ui={ui} all={await ports.mine(person)} />);
}

export async function showTerms(at: At): Promise<Response> {
  const terms = await at.ports.termsOf(at.visit.person, idOf(at.visit));
  return answerTerms(at, { values: valuesOf(terms), errors: {} }, 200);
}

type StandingTerms = Awaited<ReturnType<ObligationsPorts['termsOf']>>;

/** A day of every year stands in the form with a year, which says nothing. */
function valuesOf(terms: StandingTerms): Readonly<Record<string, string>> {
  const { title, note, due, dueDay, rev, unitIds, statuses, postFamilies, postWords } = terms;
  return {
    ...{ title, rev: String(rev), often: due.kind, note: note ?? '' },
    due: dueDay,
    ...{ units: unitIds.join(' '), statuses: statuses.join(' '), families: postFamilies.join(' ') },
    postWords: postWords.join(', '),
  };
}

async function answerTerms({ visit, ports }: At, form: FormState, status: 200 | 422): Promise<Response> {
  const { context, ui, person } = visit;
  const { units } = await ports.choicesFor(person, []);
  const page = <TermsPage ui={ui} obligationId={idOf(visit)} form={form} units={units} />;
  return answerPage(context, page, status);
}

/** Looks at what would come of other terms; `back` is the way to the form again. */
export async function previewTerms(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const obligationId = idOf(visit);
  const read = await readForm(context, termsFields, messagesOf(at));
  const { back, ...values } = read.form.values;
  if (back) return answerTerms(at, { values, errors: {} }, 200);
  if (!read.ok) return answerTerms(at, read.form, 422);
  const change = { obligationId, terms: termsOf(read.data), rev: read.data.rev };
  const done = await attempt(visit, read.form, () => ports.previewTerms(person, change));
  if (!done.ok) return answerTerms(at, withWords(ui, done.form, messagesOf(at)), 422);
  const page = <TermsPreviewPage ui={ui} obligationId={obligationId} form={read.form} preview={done.value} />;
  return answerPage(context, page);
}

export async function changeTerms(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const obligationId = idOf(visit);
  const read = await readForm(context, termsFields, messagesOf(at));
  if (!read.ok) return answerTerms(at, read.form, 422);
  const change = { obligationId, terms: termsOf(read.data), rev: read.data.rev };
  const done = await attempt(visit, read.form, () => ports.changeTerms(person, change));
  if (!done.ok) return answerTerms(at, withWords(ui, done.form, messagesOf(at)), 422);
  return goTo(context, obligationHref(obligationId), 'saved');
}

const messagesOf = ({ visit: { ui } }: At) => {
  const { title, due } = ui.t.obligations.wrong;
  return { title, due, other: ui.t.shell.fieldWrong };
};

export async function showExceptions({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  const obligationId = idOf(visit);
  const token = context.req.query('page');
  const [{ title }, { rows, nextPageToken }] = await Promise.all([
    ports.termsOf(person, obligationId),
    ports.exceptionsOf(person, { obligationId, token }),
  ]);
  const list = { obligation: { obligationId, title }, rows, next: nextPageToken };
  return answerPage(context, <ExceptionsPage ui={ui} {...list} isFirst={token === undefined} />);
}

export const showPerson = (at: At): Promise<Response> => answerPerson(at, emptyForm, 200);

async function answerPerson({ visit, ports }: At, form: FormState, status: 200 | 422): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.personOf(person, placeOf(visit));
  return answerPage(context, <ExceptionPage ui={ui} view={view} form={form} notice={notice} />, status);
}

const reason = textField(5, 300);
const day = z.union([z.iso.date(), z.literal('')]).optional();
const exceptionFields = z.object({
  kind: z.enum(['exempt', 'later-day']),
  until: day,
  dueOn: day,
  reason: reason.optional(),
  laterReason: reason.optional(),
});

export async function except(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const words = ui.t.obligations.exceptions;
  const messages = { reason: words.wrongReason, laterReason: words.wrongReason, dueOn: words.wrongDay };
  const read = await readForm(context, exceptionFields, { ...messages, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerPerson(at, read.form, 422);
  const draft = draftOf(read.data);
  if (!draft) {
    const field = read.data.kind === 'exempt' ? 'reason' : 'laterReason';
    return answerPerson(at, { ...read.form, errors: { [field]: words.wrongReason } }, 422);
  }
  const done = await attempt(visit, read.form, () => ports.except(person, { ...placeOf(visit), draft }));
  const ofDays = { until: words.wrongUntil, dueOn: words.wrongDay };
  if (!done.ok) return answerPerson(at, withWords(ui, done.form, ofDays), 422);
  const { obligationId, personId } = placeOf(visit);
  return goTo(context, exceptionHref(obligationId, personId), 'saved');
}

function draftOf(data: z.output<typeof exceptionFields>): ExceptionDraft | undefined {
  const { kind, until, dueOn } = data;
  const given = kind === 'exempt' ? data.reason : data.laterReason;
  if (given === undefined) return undefined;
  if (kind === 'exempt') return { kind, reason: given, ...(until && { until }) };
  return { kind, reason: given, ...(dueOn && { dueOn }) };
}

export async function undoException(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.undoException(person, placeOf(visit)));
  if (!done.ok) return answerPerson(at, done.form, 422);
  const { obligationId, personId } = placeOf(visit);
  return goTo(context, exceptionHref(obligationId, personId), 'saved');
}

const idOf = ({ context }: PersonVisit) => context.req.param('obligationId') ?? '';
const placeOf = (visit: PersonVisit) => ({
  obligationId: idOf(visit),
  personId: visit.context.req.param('personId') ?? '',
});
