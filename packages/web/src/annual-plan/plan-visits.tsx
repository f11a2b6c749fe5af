import * as z from 'zod';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPdf } from '../pdf-answer.ts';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { type PlanAt, planPath, plansPath } from './paths.ts';
import { PlanPage } from './plan-page.tsx';
import { PlansPage } from './plans-page.tsx';
import {
  type AnnualPlanPorts,
  type DecreeOrder,
  fileFormats,
  type MoveOrder,
  planMoveNames,
} from './ports.ts';
import { PrintPage } from './print-page.tsx';

const numberIn = ({ context }: PersonVisit, name: string): number => {
  const text = context.req.param(name) ?? '';
  return /^\d{1,4}$/.test(text) ? Number(text) : 0;
};

/** 0 for what is no number: there is no such plan. */
export const yearIn = (visit: PersonVisit): number => numberIn(visit, 'year');
export const planIn = (visit: PersonVisit): PlanAt => ({
  year: yearIn(visit),
  version: numberIn(visit, 'version'),
});

export async function showPlans(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const props = { ui, view: await ports.list(person), form: emptyForm, notice };
  return answerPage(context, <PlansPage {...props} />);
}

const beginSchema = z.object({ year: z.string().regex(/^20\d{2}$/) });

export async function begin(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { yearWrong } = annualPlanWords[ui.locale];
  const read = await readForm(context, beginSchema, { year: yearWrong, other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () => ports.begin(person, Number(read.data.year)))
    : read;
  if (done.ok && 'value' in done) return goTo(context, planPath(done.value), 'created');
  const form = 'form' in done ? withWords(ui, done.form, { year: yearWrong }) : emptyForm;
  return answerPage(context, <PlansPage ui={ui} view={await ports.list(person)} form={form} />, 422);
}

export async function showPlan(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  return onPlanPage(visit, ports, { form: emptyForm, status: 200 });
}

async function onPlanPage(
  visit: PersonVisit,
  ports: AnnualPlanPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.planOf(person, planIn(visit));
  return answerPage(context, <PlanPage ui={ui} view={view} form={form} notice={notice} />, status);
}

const optional = (schema: z.ZodType<string>) =>
  z
    .preprocess((given) => (given === '' ? undefined : given), schema.optional())
    .transform((value) => value as string | undefined);

const reason = textField(5, 500);
const moveSchema = z.object({
  move: z.enum(planMoveNames),
  rev: z.coerce.number().int().min(1),
  reason: optional(reason),
  undoReason: optional(reason),
  official: optional(lineField(3, 160)),
  number: optional(lineField(3, 80)),
  on: optional(z.iso.date()),
  decree: z.unknown().optional(),
});
type MoveFields = z.output<typeof moveSchema>;

type Missing = { readonly missing: readonly ('reason' | 'number' | 'on')[] };

/** A step with what it needs, or what is missing. Whether an official has to be named depends on who decides. */
function orderOf({ move, reason, undoReason, official, number, on }: MoveFields): MoveOrder | Missing {
  if (move === 'propose') return { move };
  if (move === 'undo') return { move, ...(undoReason !== undefined && { reason: undoReason }) };
  if (move === 'return') return reason === undefined ? { missing: ['reason'] } : { move, reason };
  const missing = [
    ...(move === 'set' && number === undefined ? (['number'] as const) : []),
    ...(move === 'set' && on === undefined ? (['on'] as const) : []),
  ];
  if (missing.length > 0) return { missing };
  const letter = { ...(number !== undefined && { number }), ...(on !== undefined && { on }) };
  return { move, decision: { ...(official !== undefined && { official }), ...letter } };
}

/** The letter that was sent along, if any. */
async function decreeIn({ context }: PersonVisit): Promise<DecreeOrder | undefined> {
  const { decree } = await context.req.parseBody({ all: true });
  if (!(decree instanceof File) || decree.size === 0) return undefined;
  return { name: decree.name, bytes: new Uint8Array(await decree.arrayBuffer()) };
}

export async function move(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const page = annualPlanWords[ui.locale];
  const words = {
    ...{ reason: page.reasonWrong, undoReason: page.reasonWrong, official: page.officialWrong },
    ...{ number: page.numberWrong, on: page.onWrong },
  };
  const read = await readForm(context, moveSchema, { ...words, other: ui.t.shell.fieldWrong });
  const refuse = (form: FormState) => onPlanPage(visit, ports, { form, status: 422 });
  if (!read.ok) return refuse(read.form);
  const order = orderOf(read.data);
  if ('missing' in order) {
    return refuse({
      ...read.form,
      errors: Object.fromEntries(order.missing.map((name) => [name, words[name]])),
    });
  }
  const at = planIn(visit);
  const decree = await decreeIn(visit);
  const given = { order, rev: read.data.rev, ...(decree && { decree }) };
  // A field that was not sent is named all the same where it is missing.
  const form = { ...read.form, values: { official: '', undoReason: '', ...read.form.values } };
  const done = await attempt(visit, form, () => ports.move(person, at, given));
  if (!done.ok) return refuse(withWords(ui, done.form, words));
  if (done.value === 'moved') return goTo(context, planPath(at), 'saved');
  return refuse({ ...read.form, errors: { decree: page.decreeProblems[done.value] } });
}

/** Never shown in the browser: what somebody has sent is theirs, not ours. */
export async function sendDecree(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, person } = visit;
  const at = planIn(visit);
  const bytes = await ports.decreeOf(person, at, (context.req.param('decreeId') ?? '').slice(0, 64));
  return answerPdf(visit, bytes, `surat-rencana-${at.year}-v${at.version}`);
}

const reasonForm = z.object({ reason });

export async function beginVersion(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { reasonWrong } = annualPlanWords[ui.locale];
  const read = await readForm(context, reasonForm, { reason: reasonWrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onPlanPage(visit, ports, { form: read.form, status: 422 });
  const done = await attempt(visit, read.form, () =>
    ports.beginVersion(person, planIn(visit), read.data.reason),
  );
  return done.ok
    ? goTo(context, planPath(done.value), 'created')
    : onPlanPage(visit, ports, { form: done.form, status: 422 });
}

export async function remove(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.remove(person, planIn(visit)));
  return done.ok
    ? goTo(context, plansPath, 'deleted')
    : onPlanPage(visit, ports, { form: done.form, status: 422 });
}

export async function showPrint(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <PrintPage ui={ui} view={await ports.planOf(person, planIn(visit))} />);
}

const formatIn = z.enum(fileFormats).catch('csv');

export async function sendFile(visit: PersonVisit, ports: AnnualPlanPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const format = formatIn.parse(context.req.query('format'));
  const file = await ports.file(person, planIn(visit), { format, locale: ui.locale });
  return context.body(file.body, 200, {
    'content-type': file.type,
    'content-disposition': `attachment; filename="${file.name}"`,
  });
}
