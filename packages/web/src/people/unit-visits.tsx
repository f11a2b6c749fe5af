import { provinceCodes } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import type { At } from './at.ts';
import { UnitPage } from './unit-page.tsx';
import { UnitsPage } from './units-page.tsx';

const unitSchema = z.object({
  name: lineField(2, 200),
  parentId: z.string().max(64),
});

export function showUnits(at: At): Promise<Response> {
  return answerUnits(at, emptyForm, 200);
}

export async function createUnit(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, unitSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerUnits(at, read.form, 422);
  const { name, parentId } = read.data;
  const agencyId = context.req.param('agencyId');
  const done = await attempt(visit, read.form, () =>
    ports.createUnit(person, { name, ...(parentId && { parentId }), ...(agencyId && { agencyId }) }),
  );
  if (!done.ok) return answerUnits(at, withWords(ui, done.form, wrong), 422);
  return goTo(context, new URL(context.req.url).pathname, 'created');
}

async function answerUnits(
  { visit, ports, desk }: At,
  form: FormState,
  status: 200 | 422,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const tree = await ports.unitTreeOf(person, context.req.param('agencyId'));
  const path = new URL(context.req.url).pathname;
  const page = <UnitsPage ui={ui} desk={desk} path={path} tree={tree} form={form} notice={notice} />;
  return answerPage(context, page, status);
}

const placeOf = ({ context }: PersonVisit) => {
  const agencyId = context.req.param('agencyId');
  return { unitId: context.req.param('unitId') ?? '', ...(agencyId !== undefined && { agencyId }) };
};

const changeSchema = z.object({
  name: lineField(2, 200),
  parentId: z.string().max(64),
  from: z.union([z.literal(''), z.iso.date()]),
  province: z.union([z.literal(''), z.enum(provinceCodes)]).optional(),
  remote: z.literal('yes').optional(),
});

export function showUnit(at: At): Promise<Response> {
  return answerUnit(at, {}, 200);
}

export async function saveUnit(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, changeSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerUnit(at, { change: read.form }, 422);
  const { name, parentId, from, province, remote } = read.data;
  // Both are fields of one form.
  const place = province === undefined ? {} : { province: province || null, remote: remote === 'yes' };
  const change = { name, parentId: parentId || null, ...(from && { from }), ...place };
  const done = await attempt(visit, read.form, () => ports.changeUnit(person, placeOf(visit), change));
  if (!done.ok) return answerUnit(at, { change: withWords(ui, done.form, wrong) }, 422);
  return goTo(context, new URL(context.req.url).pathname, 'saved');
}

const endSchema = z.object({ lastDay: z.union([z.literal(''), z.iso.date()]) });

/** Without a day it is opened again. */
export async function endUnit(at: At): Promise<Response> {
  const { visit, ports } = at;
  const { context, ui, person } = visit;
  const { wrong } = ui.t.people;
  const read = await readForm(context, endSchema, { ...wrong, other: ui.t.shell.fieldWrong });
  if (!read.ok) return answerUnit(at, { end: read.form }, 422);
  const lastDay = read.data.lastDay || null;
  const done = await attempt(visit, read.form, () => ports.endUnit(person, placeOf(visit), lastDay));
  if (!done.ok) return answerUnit(at, { end: withWords(ui, done.form, wrong) }, 422);
  return goTo(context, new URL(context.req.url).pathname.replace(/\/end$/, ''), 'saved');
}

async function answerUnit(
  { visit, ports, desk }: At,
  forms: { readonly change?: FormState; readonly end?: FormState },
  status: 200 | 422,
): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const at = placeOf(visit);
  const [unit, tree] = await Promise.all([
    ports.unitOf(person, at),
    ports.unitTreeOf(person, context.req.param('agencyId')),
  ]);
  const pageToken = context.req.query('page');
  const people = await ports.unitPeopleOf(person, { ...at, ...(pageToken !== undefined && { pageToken }) });
  const { name, parentId = '', province = '', remote } = unit;
  const values = { name, parentId, from: '', province, ...(remote && { remote: 'yes' }) };
  const page = (
    <UnitPage
      ui={ui}
      desk={desk}
      path={new URL(context.req.url).pathname.replace(/\/end$/, '')}
      unit={unit}
      tree={tree}
      people={people}
      isFirst={pageToken === undefined}
      change={forms.change ?? { values, errors: {} }}
      end={forms.end ?? emptyForm}
      notice={notice}
    />
  );
  return answerPage(context, page, status);
}
