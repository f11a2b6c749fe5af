import { csvRecord } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { answerPage, goTo, type PersonVisit, readForm } from '../visit.ts';
import { kindOf } from './kind-of.ts';
import { OfficePage } from './office-page.tsx';
import { ReadingsPage } from './page.tsx';
import { accessPath } from './paths.ts';
import {
  type AccessPorts,
  type AccessQuery,
  lineKindNames,
  type OfficeQuery,
  type ReadingView,
} from './ports.ts';

const blank = z.literal('').transform(() => undefined);
const day = z.union([blank, z.iso.date()]).optional().catch(undefined);
const querySchema = z.object({
  office: z.string().min(1).max(100).catch('platform'),
  what: z
    .union([blank, z.enum(lineKindNames)])
    .optional()
    .catch(undefined),
  who: z.string().trim().max(254).optional().catch(undefined),
  ...{ from: day, to: day, before: z.string().optional() },
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
  return fileOf({ context, ui }, await ports.file(person, query));
}

function fileOf(
  { context, ui }: Pick<PersonVisit, 'context' | 'ui'>,
  lines: readonly ReadingView[],
): Response {
  const { columns, purposes } = ui.t.access;
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
      ...[line.at, line.reader ?? ui.t.access.itself, line.office, purposes[line.purpose], kindOf(ui, line)],
      ...[whoseOf(ui, line), line.chain, line.number],
    ]),
  );
  return context.body(`\ufeff${csvRecord(head)}${rows.join('')}`, 200, {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="akses-data.csv"',
    'cache-control': 'no-store',
  });
}

function whoseOf({ t }: Ui, { person, list, thing }: ReadingView): string {
  if (person === '') return t.access.elsewhere;
  // The office has done something itself.
  if (thing !== undefined) return list ?? '–';
  return person ?? t.access.listOf(list ?? '–');
}

export async function showOffice(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { query, form } = officeQueryOf(visit);
  const { nobody, ...found } = await ports.ofOffice(person, query);
  const errors = nobody ? { who: ui.t.privacy.nobody } : {};
  const page = { ui, query, form: { ...form, errors }, ...found };
  return answerPage(context, <OfficePage {...page} />, nobody ? 422 : 200);
}

export async function sendOfficeFile(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  const { before: _, ...query } = officeQueryOf(visit).query;
  return fileOf(visit, await ports.fileOfOffice(visit.person, query));
}

/** Of one's own agency, whatever the address names. */
function officeQueryOf(visit: PersonVisit): { readonly query: OfficeQuery; readonly form: FormState } {
  const { query, form } = queryOf(visit);
  const { office: _, ...rest } = query;
  return { query: rest, form };
}

export async function askCheck(visit: PersonVisit, ports: AccessPorts): Promise<Response> {
  await readForm(visit.context, z.object({}), { other: visit.ui.t.shell.fieldWrong });
  await ports.askCheck(visit.person);
  return goTo(visit.context, accessPath, 'saved');
}
