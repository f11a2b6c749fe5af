import * as z from 'zod';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { NotePage } from './note-page.tsx';
import { signalsPath } from './paths.ts';
import { yearIn } from './plan-visits.tsx';
import {
  type AnnualPlanPorts,
  type NoteKindName,
  type NoteOrder,
  noteKindNames,
  type SignalView,
  signalStateNames,
} from './ports.ts';
import { AsidePage, SignalsPage } from './signals-page.tsx';

const stateIn = z.enum(signalStateNames).catch('open');
const signalIdIn = ({ context }: PersonVisit): string => (context.req.param('signalId') ?? '').slice(0, 200);
const noteIdIn = ({ context }: PersonVisit): string => (context.req.param('noteId') ?? '').slice(0, 64);

export const showSignals = (visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> =>
  onSignalsPage(visit, ports, undefined);

async function onSignalsPage(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  failure: string | undefined,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const unitId = (context.req.query('unit') ?? '').slice(0, 64);
  const view = await ports.signalsOf(person, yearIn(visit), unitId === '' ? undefined : { unitId });
  const state = stateIn.parse(context.req.query('state'));
  const page = <SignalsPage ui={ui} view={view} state={state} failure={failure} notice={notice} />;
  return answerPage(context, page, failure === undefined ? 200 : 422);
}

const signalOf = async (
  { person, ...visit }: PersonVisit,
  ports: AnnualPlanPorts,
  signalId: string,
): Promise<SignalView | undefined> => {
  const { signals } = await ports.signalsOf(person, yearIn({ person, ...visit }), { signalId });
  return signals.find((one) => one.signalId === signalId);
};

export const askAside = (visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> =>
  onAsidePage(visit, ports, emptyForm);

async function onAsidePage(visit: PersonVisit, ports: AnnualPlanPorts, form: FormState): Promise<Response> {
  const { context, ui } = visit;
  const year = yearIn(visit);
  const signal = await signalOf(visit, ports, signalIdIn(visit));
  // It is in the plan by now, or there is nothing low any more.
  if (signal?.state !== 'open') return goTo(context, signalsPath(year));
  const status = form === emptyForm ? 200 : 422;
  return answerPage(context, <AsidePage {...{ ui, year, signal, form }} />, status);
}

const decideSchema = z.object({
  act: z.enum(['aside', 'back']),
  reason: textField(0, 500).optional(),
});

export async function decide(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { reasonWrong } = annualPlanWords[ui.locale];
  const messages = { reason: reasonWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, decideSchema, messages);
  if (!read.ok) return onAsidePage(visit, ports, read.form);
  const { act, reason = '' } = read.data;
  if (act === 'aside' && reason.length < 5) {
    return onAsidePage(visit, ports, { ...read.form, errors: { reason: reasonWrong } });
  }
  const year = yearIn(visit);
  const decision = { signalId: signalIdIn(visit), ...(act === 'aside' && { reason }) };
  const done = await attempt(visit, read.form, () => ports.decide(person, year, decision));
  if (done.ok) return goTo(context, signalsPath(year), 'saved');
  return act === 'aside'
    ? onAsidePage(visit, ports, done.form)
    : onSignalsPage(visit, ports, done.form.failure);
}

const kindIn = z.enum(noteKindNames).catch('performance');

const formOfSignal = ({ basis, note }: SignalView): FormState => ({
  values:
    basis.kind === 'performance' || basis.kind === 'rule'
      ? {
          ...{ title: basis.title, detail: basis.detail ?? '', rev: String(note?.rev ?? 0) },
          ...(basis.kind === 'rule' && { legalBasis: basis.legalBasis }),
        }
      : {},
  errors: {},
});

export async function showNote(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui } = visit;
  const [year, noteId] = [yearIn(visit), noteIdIn(visit)];
  const signal = noteId === 'new' ? undefined : await signalOf(visit, ports, noteId);
  if (noteId !== 'new' && !signal?.note) return goTo(context, signalsPath(year));
  const kind = signal ? kindOf(signal) : kindIn.parse(context.req.query('kind'));
  const form = signal ? formOfSignal(signal) : emptyForm;
  const isTaken = signal?.state === 'taken';
  return answerPage(context, <NotePage {...{ ui, year, noteId, kind, isTaken, form }} />);
}

const kindOf = ({ basis }: SignalView): NoteKindName => (basis.kind === 'rule' ? 'rule' : 'performance');

const optional = (schema: z.ZodType<string>) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as string | undefined);
const line = lineField(3, 160);
const noteSchema = z.object({
  kind: z.enum(noteKindNames),
  rev: z.coerce.number().int().min(0),
  title: line,
  legalBasis: optional(line),
  detail: optional(textField(5, 1_000)),
});

type NoteFields = z.output<typeof noteSchema>;

function orderOf({ kind, title, legalBasis, detail }: NoteFields): NoteOrder | 'legalBasis' | 'detail' {
  if (kind === 'performance') return detail === undefined ? 'detail' : { kind, title, detail };
  if (legalBasis === undefined) return 'legalBasis';
  return { kind, title, legalBasis, ...(detail !== undefined && { detail }) };
}

export async function writeNote(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { titleWrong, detailWrong } = annualPlanWords[ui.locale];
  const [year, noteId] = [yearIn(visit), noteIdIn(visit)];
  const words = { title: titleWrong, legalBasis: titleWrong, detail: detailWrong };
  const read = await readForm(context, noteSchema, { ...words, other: ui.t.shell.fieldWrong });
  const refuse = (form: FormState) => {
    const kind = kindIn.parse(form.values.kind);
    return answerPage(context, <NotePage {...{ ui, year, noteId, kind, form }} isTaken={false} />, 422);
  };
  if (!read.ok) return refuse(read.form);
  const order = orderOf(read.data);
  if (typeof order === 'string') return refuse({ ...read.form, errors: { [order]: words[order] } });
  const existing = noteId === 'new' ? {} : { existing: { noteId, rev: read.data.rev } };
  const done = await attempt(visit, read.form, () => ports.writeNote(person, year, { order, ...existing }));
  return done.ok ? goTo(context, signalsPath(year), 'saved') : refuse(done.form);
}
