import { type Caller, FeedbackNotFound, listServices } from '@sinau/feedback';
import {
  headOf,
  type ListedRow,
  listThemeLists,
  readThemeList,
  readThemes,
  type ThemeCount,
  type ThemeList,
  takeThemeList,
  themeProblemWords,
  undoThemeList,
} from '@sinau/feedback/themes';
import { type HttpApp, NotSignedIn } from '@sinau/platform/http';
import * as z from 'zod';
import { refusedRowsFile, sendThemeList, themeTemplateFile } from '../shared/theme-lists.ts';
import type { VoiceDesk } from '../shared/voice-parts.ts';
import { readQuery } from './read-query.ts';

type Context = Parameters<Parameters<HttpApp['route']>[1]>[0];

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
const mostLists = 20;

const format = z.enum(['xlsx', 'csv']).default('xlsx');
const fileSchema = z.strictObject({ format });
const refusedSchema = z.strictObject({ format, language: z.enum(['id', 'en']).default('id') });
const yearSchema = z.strictObject({ year: z.coerce.number().int().min(2010).max(2200) });
const nameSchema = z.strictObject({ name: z.string().max(200).default('') });

function callerOf(c: Context): Caller {
  const principal = c.get('principal');
  if (principal.kind !== 'client') throw new NotSignedIn('Sign in as an API client.');
  return principal;
}
const at = (c: Context) => ({ principal: callerOf(c), listId: (c.req.param('listId') ?? '').slice(0, 64) });

function fileAs(
  c: Context,
  name: `${string}.${keyof typeof types}`,
  file: Uint8Array<ArrayBuffer>,
): Response {
  const type = name.endsWith('.csv') ? types.csv : types.xlsx;
  const disposition = `attachment; filename="${name}"`;
  return c.body(file, 200, { 'content-type': type, 'content-disposition': disposition });
}

export async function answerTemplate(c: Context): Promise<Response> {
  const wish = readQuery(c.req.query(), fileSchema);
  return fileAs(c, `sinau-tema-pengaduan.${wish.format}`, await themeTemplateFile(wish.format));
}

export async function answerThemes(c: Context, desk: VoiceDesk): Promise<Response> {
  const { year } = readQuery(c.req.query(), yearSchema);
  const days = { from: `${year}-01-01`, to: `${year}-12-31` };
  const themes = [];
  for (const { agencyId, serviceId, name } of await listServices(desk, { principal: callerOf(c) })) {
    const found = await readThemes(desk, { agencyId, serviceId, ...days });
    themes.push(...found.map(({ agencyId: _, ...theme }) => ({ service: name, ...theme })));
  }
  return c.json({ year, themes });
}

export async function answerLists(c: Context, desk: VoiceDesk): Promise<Response> {
  const lists = await listThemeLists(desk, { principal: callerOf(c), limit: mostLists });
  return c.json({ lists: lists.map(listView) });
}

export async function takeFile(c: Context, desk: VoiceDesk): Promise<Response> {
  const principal = callerOf(c);
  const { name } = readQuery(c.req.query(), nameSchema);
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  const sent = await sendThemeList(desk, { principal, name, bytes });
  if (sent.outcome === 'refused') return c.json(sent, 422);
  return c.json({ ...listView(sent.list), listed: sent.rows.map(rowView) }, 201);
}

export async function answerList(c: Context, desk: VoiceDesk): Promise<Response> {
  const { list, rows } = await readThemeList(desk, at(c));
  return c.json({ ...listView(list), ...(rows && { listed: rows.map(rowView) }) });
}

export const take = async (c: Context, desk: VoiceDesk): Promise<Response> =>
  c.json(listView(await takeThemeList(desk, at(c))));

export const undo = async (c: Context, desk: VoiceDesk): Promise<Response> =>
  c.json(listView(await undoThemeList(desk, at(c))));

export async function answerRefused(c: Context, desk: VoiceDesk): Promise<Response> {
  const wish = readQuery(c.req.query(), refusedSchema);
  const { rows } = await readThemeList(desk, at(c));
  if (!rows?.some(({ outcome }) => outcome === 'refused')) throw new FeedbackNotFound();
  return fileAs(c, `tema-pengaduan-ditolak.${wish.format}`, await refusedRowsFile(rows, wish));
}

const listView = ({ listId, name, state, counts, ignored, by, createdAt, ...when }: ThemeList) => ({
  ...{ listId, name, state, counts, ignored, by, createdAt },
  ...(when.takenAt !== undefined && { takenAt: when.takenAt }),
  ...(when.undoneAt !== undefined && { undoneAt: when.undoneAt }),
});

const countView = ({ period, theme, channel, count, handled, medianTenths }: ThemeCount) => ({
  ...{ period, theme, channel, count, handled },
  ...(medianTenths !== undefined && { medianDays: medianTenths / 10 }),
});

const rowView = ({ row, outcome, service, next, before, finding }: ListedRow) => ({
  ...{ row, outcome },
  ...(service !== undefined && { service }),
  ...(next && { says: countView(next) }),
  ...(before && { before: countView(before) }),
  ...(finding && { problem: finding.problem, message: themeProblemWords(finding.problem) }),
  ...(finding?.column && { column: headOf(finding.column) }),
});
