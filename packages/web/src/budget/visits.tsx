import { csvRecord } from '@sinau/kernel';
import * as z from 'zod';
import { budgetWords } from '../i18n/budget.ts';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { money, rev, terms } from './fields.ts';
import { IndicatorsPage } from './indicators-page.tsx';
import { NewLinePage } from './line-forms.tsx';
import { BudgetPage } from './list-page.tsx';
import { linePath, quotaLinesPath, unitCostsPath } from './paths.ts';
import { type BudgetPorts, costUnitNames, type LineView } from './ports.ts';
import { QuotaLinesPage } from './quota-lines-page.tsx';
import { UnitCostsPage } from './unit-costs-page.tsx';

const yearSchema = z.coerce.number().int().min(2020).max(2100).optional().catch(undefined);
const yearIn = ({ context }: PersonVisit) => yearSchema.parse(context.req.query('year'));
const wordsFor = ({ ui }: PersonVisit) => budgetWords[ui.locale];

export async function showYear(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.yearOf(person, yearIn(visit));
  return answerPage(context, <BudgetPage ui={ui} view={view} notice={notice} />);
}

/** Lines as a table; titles are people's words, and no cell of them begins as a formula (case F1). */
export async function sendLines(
  visit: PersonVisit,
  ports: BudgetPorts,
  format: 'csv' | 'xlsx',
): Promise<Response> {
  const { context, person } = visit;
  const words = wordsFor(visit);
  const { year, lines } = await ports.yearOf(person, yearIn(visit));
  const rows = [words.fileColumns, ...lines.map((one) => rowOf(visit, one))];
  const name = `sinau-${words.fileName}-${year}.${format}`;
  const disposition = { 'content-disposition': `attachment; filename="${name}"` };
  if (format === 'csv') {
    const text = `\ufeff${rows.map((row) => csvRecord(row, ';')).join('')}`;
    return context.body(text, 200, { 'content-type': 'text/csv; charset=utf-8', ...disposition });
  }
  const { contentType, body } = await ports.workbook(person, { title: `${words.title} ${year}`, rows });
  return context.body(body, 200, { 'content-type': contentType, ...disposition });
}

function rowOf(visit: PersonVisit, one: LineView): readonly (string | number)[] {
  const words = wordsFor(visit);
  return [
    ...[one.year, one.code, one.title, words.source[one.source], one.account ?? ''],
    ...[one.state === 'open' ? words.open : words.closed, one.ceiling, one.reserved, one.committed],
    ...[one.spent, one.room, one.people, one.jp / 100],
  ];
}

export async function showNew(visit: PersonVisit, form?: FormState): Promise<Response> {
  const { context, ui } = visit;
  const year = String(new Date().getUTCFullYear());
  const page = <NewLinePage ui={ui} form={form ?? { ...emptyForm, values: { year, source: 'apbn' } }} />;
  return answerPage(context, page, form ? 422 : 200);
}

const newSchema = z.object({
  year: z
    .string()
    .regex(/^20[2-9]\d$/)
    .transform(Number),
  code: z.string().regex(/^[A-Za-z0-9][\w.-]{0,39}$/),
  ...terms,
  ceiling: money,
});

export async function open(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { wrong } = wordsFor(visit);
  const { year, code, title, money: amount } = wrong;
  const messages = { year, code, title, ceiling: amount };
  const read = await readForm(visit.context, newSchema, { ...messages, other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return showNew(visit, read.form);
  const { account, ...order } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.open(visit.person, { ...order, ...(account && { account }) }),
  );
  if (!done.ok) return showNew(visit, withWords(visit.ui, done.form, messages));
  return goTo(visit.context, linePath(done.value), 'created');
}

export async function showIndicators(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const found = await ports.indicatorsOf(person, yearIn(visit));
  return answerPage(context, <IndicatorsPage ui={ui} {...found} />);
}

export async function showUnitCosts(
  visit: PersonVisit,
  ports: BudgetPorts,
  form?: FormState,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const costs = await ports.unitCosts(person);
  const page = <UnitCostsPage ui={ui} costs={costs} form={form ?? emptyForm} notice={notice} />;
  return answerPage(context, page, form ? 422 : 200);
}

const costSchema = z.object({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/),
  title: lineField(3, 120),
  unit: z.enum(costUnitNames),
  amount: money.pipe(z.int().min(1)),
  basis: lineField(3, 200),
  verified: z.enum(['yes', 'no']),
  from: z.iso.date(),
});

export async function addUnitCost(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { wrong } = wordsFor(visit);
  const { code, title, money: amount, day: from } = wrong;
  const messages = { code, title, amount, basis: title, from };
  const read = await readForm(visit.context, costSchema, { ...messages, other: visit.ui.t.shell.fieldWrong });
  if (!read.ok) return showUnitCosts(visit, ports, read.form);
  const order = { ...read.data, verified: read.data.verified === 'yes' };
  const done = await attempt(visit, read.form, () => ports.addUnitCost(visit.person, order));
  if (!done.ok) return showUnitCosts(visit, ports, withWords(visit.ui, done.form, messages));
  return goTo(visit.context, unitCostsPath, 'saved');
}

export async function showQuotaLines(
  visit: PersonVisit,
  ports: BudgetPorts,
  refused?: FormState,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const quotas = await ports.quotasOf(person);
  const page = <QuotaLinesPage ui={ui} quotas={quotas} notice={notice} {...(refused && { refused })} />;
  return answerPage(context, page, refused ? 422 : 200);
}

const nameSchema = z.object({
  rev,
  line: z.union([z.literal(''), z.string().regex(/^\d{4}\.[\w.-]{1,40}$/)]),
});

export async function nameLine(visit: PersonVisit, ports: BudgetPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { line: wordsFor(visit).wrong.lineTitle };
  const read = await readForm(context, nameSchema, { ...messages, other: ui.t.shell.fieldWrong });
  if (!read.ok) return showQuotaLines(visit, ports, read.form);
  const quotaId = context.req.param('quotaId') ?? '';
  const order = { rev: read.data.rev, ...(read.data.line !== '' && { lineId: read.data.line }) };
  const done = await attempt(visit, read.form, () => ports.nameLine(person, { quotaId }, order));
  if (!done.ok) return showQuotaLines(visit, ports, done.form);
  return goTo(context, quotaLinesPath, 'saved');
}
