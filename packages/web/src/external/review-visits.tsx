import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { type ExternalDesk, policyPath, queuePath, reviewHref } from './paths.ts';
import { PolicyPage } from './policy-page.tsx';
import type { ExternalPorts } from './ports.ts';
import { QueuePage } from './queue-page.tsx';
import { ReviewPage } from './review-page.tsx';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ExternalPorts;
}
type AtDesk = At & { readonly desk: ExternalDesk };

const rev = z.coerce.number().int().min(1);

const decisionSchema = z.object({
  action: z.enum(['approve', 'assign', 'verify', 'return', 'reject', 'reopen']),
  reason: textField(0, 1000).default(''),
  letterNumber: lineField(0, 100).default(''),
  letterDate: lineField(0, 10).default(''),
  rev,
});

const placeIn = ({ context }: PersonVisit) => ({
  personId: context.req.param('personId') ?? '',
  learningId: context.req.param('learningId') ?? '',
});

export async function showQueue({ visit, ports, desk }: AtDesk): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const token = context.req.query('page');
  const { rows, nextPageToken } = await ports.waitingOf(person, desk, token);
  const isFirst = token === undefined;
  return answerPage(context, <QueuePage {...{ ui, desk, rows, isFirst, notice }} next={nextPageToken} />);
}

export async function showReview(at: AtDesk): Promise<Response> {
  return show(at, emptyForm);
}

async function show({ visit, ports, desk }: AtDesk, form: FormState): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.viewOf(person, placeIn(visit));
  const page = <ReviewPage {...{ ui, desk, view, form, notice }} />;
  return answerPage(context, page, form === emptyForm ? 200 : 422);
}

export async function decide(at: AtDesk): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const words = ui.t.external;
  const read = await readForm(context, decisionSchema, {
    ...{ action: words.chooseDecision, reason: words.reasonMissing, other: ui.t.shell.fieldWrong },
    letterNumber: words.fieldWrong.letterNumber,
  });
  if (!read.ok) return show(at, read.form);
  const { action, reason, letterNumber, letterDate, rev: shown } = read.data;
  const errors: Record<string, string> = {};
  const isNo = action === 'return' || action === 'reject' || action === 'reopen';
  if (isNo && reason.length < 5) errors.reason = words.reasonMissing;
  if (action === 'assign') {
    if (letterNumber === '') errors.letterNumber = words.fieldWrong.letterNumber;
    if (!z.iso.date().safeParse(letterDate).success) errors.letterDate = words.fieldWrong.letterDate;
  }
  if (Object.keys(errors).length > 0) return show(at, { ...read.form, errors });
  const done = await attempt(visit, read.form, () =>
    ports.decide(person, placeIn(visit), {
      ...{ action, rev: shown, ...(isNo && { reason }) },
      ...(action === 'assign' && { letter: { number: letterNumber, date: letterDate } }),
    }),
  );
  return done.ok ? goTo(context, queuePath(desk), 'saved') : show(at, done.form);
}

/** `year~item` of the one chosen; empty: none. */
const planItemSchema = z.object({
  planItem: z.union([z.literal(''), z.string().regex(/^\d{4}~[\w-]{1,64}$/)]),
  rev,
});

export async function namePlanItem({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  const place = placeIn(visit);
  const words = { planItem: ui.t.external.planItemWrong, other: ui.t.shell.fieldWrong };
  const at = { visit, ports, desk: 'agency' } as const;
  const read = await readForm(context, planItemSchema, words);
  if (!read.ok) return show(at, read.form);
  const [year = '', itemId] = read.data.planItem.split('~');
  const item = itemId === undefined ? {} : { item: { year: Number(year), itemId } };
  const done = await attempt(visit, read.form, () =>
    ports.namePlanItem(person, place, { ...item, rev: read.data.rev }),
  );
  return done.ok
    ? goTo(context, reviewHref('agency', place), 'saved')
    : show(at, withWords(ui, done.form, words));
}

export async function showPolicy({ visit, ports }: At): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const [policy, forms] = await Promise.all([ports.policyOf(person), ports.formsOf(person)]);
  return answerPage(context, <PolicyPage ui={ui} policy={policy} forms={forms} notice={notice} />);
}

const policySchema = z.object({
  letterForms: z.preprocess(
    (given) => (given === undefined ? [] : typeof given === 'string' ? [given] : given),
    z.array(z.string().regex(/^[A-Z]{2,3}\d{2}$/)).max(40),
  ),
  verifiers: z.enum(['agency', 'either']),
  rev: z.coerce.number().int().min(0),
});

export async function setPolicy({ visit, ports }: At): Promise<Response> {
  const { context, ui, person } = visit;
  const read = await readForm(context, policySchema, { other: ui.t.shell.fieldWrong });
  const done = read.ok ? await attempt(visit, read.form, () => ports.setPolicy(person, read.data)) : read;
  if (done.ok) return goTo(context, policyPath, 'saved');
  const [policy, forms] = await Promise.all([ports.policyOf(person), ports.formsOf(person)]);
  const page = <PolicyPage ui={ui} policy={policy} forms={forms} form={done.form} />;
  return answerPage(context, page, 422);
}
