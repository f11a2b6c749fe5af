import * as z from 'zod';
import { needWords } from '../i18n/needs.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { courseSubjects } from '../studio/ports.ts';
import { lineField, textField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { FitPage } from './fit-page.tsx';
import type { NeedPorts, RuleOrder } from './need-ports.ts';
import { rulePath, rulesPath } from './paths.ts';
import { yearIn } from './plan-visits.tsx';
import { formOfRule, RulePage, RulesPage } from './rule-pages.tsx';
import { StandingPage } from './standing-page.tsx';

export async function showStanding(visit: PersonVisit, ports: NeedPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <StandingPage ui={ui} view={await ports.standingOf(person)} />);
}

export async function showFit(visit: PersonVisit, ports: NeedPorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <FitPage ui={ui} view={await ports.fitOf(person, yearIn(visit))} />);
}

export async function showRules(visit: PersonVisit, ports: NeedPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { rules } = await ports.rulesOf(person);
  return answerPage(context, <RulesPage ui={ui} rules={rules} notice={notice} />);
}

const ruleIdIn = ({ context }: PersonVisit): string => (context.req.param('ruleId') ?? '').slice(0, 64);

export const showRule = (visit: PersonVisit, ports: NeedPorts): Promise<Response> =>
  onRulePage(visit, ports, undefined);

async function onRulePage(visit: PersonVisit, ports: NeedPorts, refused: FormState | undefined) {
  const { context, ui, person } = visit;
  const ruleId = ruleIdIn(visit);
  const { rules, ...choices } = await ports.rulesOf(person);
  const rule = rules.find((one) => one.ruleId === ruleId);
  if (!rule && ruleId !== 'new') return goTo(context, rulesPath);
  // What is refused of closing leaves the form of the rule as it is.
  const form = refused ?? (rule ? formOfRule(rule) : emptyForm);
  return answerPage(context, <RulePage {...{ ui, rule, choices, form }} />, refused ? 422 : 200);
}

const several = z.preprocess(
  (given) => (given === undefined || given === '' ? [] : typeof given === 'string' ? [given] : given),
  z.array(z.string().max(64)).max(60),
);
const line = lineField(3, 160);
const ruleSchema = z.object({
  rev: z.coerce.number().int().min(0),
  ...{ title: line, number: line, inForceFrom: z.iso.date(), subject: z.enum(courseSubjects) },
  asks: z
    .preprocess((given) => (given === '' ? undefined : given), z.string().trim().min(5).max(1_000).optional())
    .transform((value) => value as string | undefined),
  ...{ posts: several, unitIds: several },
});

export async function saveRule(visit: PersonVisit, ports: NeedPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { ruleErrors } = needWords[ui.locale];
  const ruleId = ruleIdIn(visit);
  const read = await readForm(context, ruleSchema, { ...ruleErrors, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onRulePage(visit, ports, read.form);
  const { rev, asks, ...rest } = read.data;
  const order: RuleOrder = { ...rest, ...(asks !== undefined && { asks }) };
  const existing = ruleId === 'new' ? {} : { existing: { ruleId, rev } };
  const done = await attempt(visit, read.form, () => ports.saveRule(person, { order, ...existing }));
  return done.ok
    ? goTo(context, rulesPath, 'saved')
    : onRulePage(visit, ports, withWords(ui, done.form, ruleErrors));
}

const stateSchema = z.object({
  act: z.enum(['close', 'reopen']),
  rev: z.coerce.number().int().min(1),
  reason: textField(0, 500).optional(),
});

export async function moveRule(visit: PersonVisit, ports: NeedPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { ruleErrors } = needWords[ui.locale];
  const ruleId = ruleIdIn(visit);
  const read = await readForm(context, stateSchema, { ...ruleErrors, other: ui.t.shell.fieldWrong });
  if (!read.ok) return onRulePage(visit, ports, read.form);
  const { act, rev, reason = '' } = read.data;
  if (act === 'close' && reason.length < 5) {
    return onRulePage(visit, ports, { ...read.form, errors: { reason: ruleErrors.reason } });
  }
  const given = { ruleId, rev, ...(act === 'close' && { reason }) };
  const done = await attempt(visit, read.form, () => ports.closeRule(person, given));
  return done.ok ? goTo(context, rulePath(ruleId), 'saved') : onRulePage(visit, ports, done.form);
}
