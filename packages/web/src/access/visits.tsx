import { csvRecord, readKinds } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ReadingsPage } from './page.tsx';
import { accessPath } from './paths.ts';
import type { AccessPorts, AccessQuery } from './ports.ts';

const blank = z.literal('').transform(() => undefined);
const day = z.union([blank, z.iso.date()]).optional().catch(undefined);
const querySchema = z.object({
  office: z.string().min(1).max(100).catch('platform'),
  what: z
    .union([blank, z.enum(readKinds)])
    .optional()
    .catch(undefined),
  who: z.string().trim().max(254).optional().catch(undefined),
  ...{ from: day, to: day, before: z.string().max(300).optional().catch(undefined) },
});

function queryOf({ context }: PersonVisit): { readonly query: AccessQuery; readonly form: FormState } {
  const { what, who, from, to, before, office } = querySchema.parse(context.req.query());
  const query = {
    ...{ office: who ? office : office === 'all' ? 'platform' : office },
    ...(what && { what }),
    ...(who && { who }),
    ...(from && { from }),
    ...(to && { to }),
    ...(before && { before }),
  };
  const { before: _, ...values } = query;
  return { query, form: { values, errors: {} } };
}

export async function showReadings(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const { query, form } = queryOf(visit);
  const [found, check] = await Promise.all([ports.readings(person, query), ports.check(person)]);
  const errors = found.nobody ? { who: ui.t.privacy.nobody } : {};
  const page = { ui, query, form: { ...form, errors }, ...found, check, notice };
  return answerPage(context, <ReadingsPage {...page} />, found.nobody ? 422 : 200);
}

export async function sendFile(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { before: _, ...query } = queryOf(visit).query;
  const lines = await ports.file(person, query);
  const { columns, purposes, kinds } = ui.t.access;
  const head = [
    columns.at,
    columns.reader,
    columns.office,
    columns.purpose,
    columns.what,
    columns.person,
    columns.chain,
    columns.number,
  ];
  const rows = lines.map((line) =>
    csvRecord([
      ...[line.at, line.reader, line.office, purposes[line.purpose], kinds[line.what]],
      ...[line.person ?? listOf(ui, line.list), line.chain, line.number],
    ]),
  );
  return context.body(`\ufeff${csvRecord(head)}${rows.join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="akses-data.csv"',
    'cache-control': 'no-store',
  });
}

const listOf = (ui: Ui, list: string | undefined) => ui.t.access.listOf(list ?? '–');

export async function askCheck(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  await ports.askCheck(visit.person);
  return goTo(visit.context, accessPath, 'saved');
}
