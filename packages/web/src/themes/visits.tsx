import { InvalidInput } from '@sinau/kernel';
import * as z from 'zod';
import { themeWords } from '../i18n/themes.ts';
import { emptyForm } from '../layout/form.tsx';
import { onlyField } from '../only-field.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ThemeListPage, UndoPage } from './list-page.tsx';
import { ThemesPage } from './overview-page.tsx';
import { themeListPath, themesPath } from './paths.ts';
import type { FileFormat, ThemePorts } from './ports.ts';

const listIdIn = ({ context }: PersonVisit): string => (context.req.param('listId') ?? '').slice(0, 64);
const yearSchema = z.coerce.number().int().min(2010).max(2200).optional().catch(undefined);
const formatIn = ({ context }: PersonVisit): FileFormat =>
  context.req.query('format') === 'csv' ? 'csv' : 'xlsx';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

const sendAs = (visit: PersonVisit, name: string, file: Uint8Array<ArrayBuffer>): Response => {
  const format = formatIn(visit);
  return visit.context.body(file, 200, {
    'content-type': types[format],
    'content-disposition': `attachment; filename="${name}.${format}"`,
  });
};

export async function showThemes(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, notice } = visit;
  return answerPage(context, <ThemesPage ui={ui} view={await overviewIn(visit, ports)} notice={notice} />);
}

function overviewIn({ context, person }: PersonVisit, ports: ThemePorts) {
  const year = yearSchema.parse(context.req.query('year'));
  return ports.overviewOf(person, year);
}

export async function sendList(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person } = visit;
  const { fileMissing, fileLarge } = themeWords[ui.locale];
  const refuse = async (failure: string) =>
    answerPage(context, <ThemesPage ui={ui} view={await overviewIn(visit, ports)} failure={failure} />, 422);
  const file = await onlyField(visit, 'file');
  if (!(file instanceof File) || file.size === 0) return refuse(fileMissing);
  if (file.size > ports.maxBytes) return refuse(fileLarge);
  const bytes = new Uint8Array(await file.arrayBuffer());
  const sent = await ports.upload(person, { name: file.name, bytes });
  if (sent.outcome === 'tried') return goTo(context, themeListPath(sent.listId));
  return refuse(sent.message[ui.locale] ?? sent.message.id ?? '');
}

export const sendTemplate = async (visit: PersonVisit, ports: ThemePorts): Promise<Response> =>
  sendAs(visit, 'sinau-tema-pengaduan', await ports.template(formatIn(visit)));

export async function sendFile(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person } = visit;
  const year = yearSchema.parse(context.req.query('year'));
  if (year === undefined) throw new InvalidInput('Say the year of the file, e.g. ?year=2026.');
  const wish = { year, format: formatIn(visit), language: ui.locale };
  return sendAs(visit, `tema-pengaduan-${year}`, await ports.fileOf(person, wish));
}

export async function showList(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const list = await ports.listOf(person, listIdIn(visit));
  return answerPage(context, <ThemeListPage ui={ui} list={list} notice={notice} />);
}

const nothing = z.object({});

export async function takeList(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person } = visit;
  const listId = listIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.take(person, listId));
  if (done.ok) return goTo(context, themeListPath(listId), 'saved');
  const list = await ports.listOf(person, listId);
  return answerPage(context, <ThemeListPage ui={ui} list={list} failure={done.form.failure} />, 422);
}

export async function askUndo(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person } = visit;
  return answerPage(context, <UndoPage ui={ui} list={await ports.listOf(person, listIdIn(visit))} />);
}

export async function undoList(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { context, ui, person } = visit;
  const listId = listIdIn(visit);
  await readForm(context, nothing, { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, emptyForm, () => ports.undo(person, listId));
  if (done.ok) return goTo(context, themesPath, 'saved');
  const list = await ports.listOf(person, listId);
  return answerPage(context, <UndoPage ui={ui} list={list} failure={done.form.failure} />, 422);
}

export async function sendRefused(visit: PersonVisit, ports: ThemePorts): Promise<Response> {
  const { ui, person } = visit;
  const wish = { format: formatIn(visit), language: ui.locale };
  const file = await ports.refusedRows(person, listIdIn(visit), wish);
  return sendAs(visit, 'tema-pengaduan-ditolak', file);
}
