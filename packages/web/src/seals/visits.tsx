import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm } from '../visit.ts';
import { SealDeskPage } from './desk-page.tsx';
import { sealRowsHref, sealsPath } from './paths.ts';
import { type SealStateName, type SealsPorts, sealDocumentNames, sealStateNames } from './ports.ts';
import { SealRowsPage } from './rows-page.tsx';
import { SealSettingsPage } from './settings-page.tsx';

export const showDesk = (visit: PersonVisit, ports: SealsPorts): Promise<Response> => desk(visit, ports);

async function desk(visit: PersonVisit, ports: SealsPorts, form?: FormState): Promise<Response> {
  const { context, ui, person, notice } = visit;
  const view = await ports.deskOf(person);
  const page = <SealDeskPage {...{ ui, view, notice, form: form ?? emptyForm }} />;
  return answerPage(context, page, form ? 422 : 200);
}

/** What was typed is not shown again: it may be a code. */
const bare = (form: FormState): FormState => ({ ...form, values: {} });

const orderSchema = z.object({ what: z.enum(['activation', 'test']) });

export async function order(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, orderSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return desk(visit, ports, bare(read.form));
  const done = await attempt(visit, read.form, () => ports.order(person, read.data.what));
  return done.ok ? goTo(context, sealsPath, 'sealOrdered') : desk(visit, ports, bare(done.form));
}

const activationSchema = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[\w-]{4,100}$/),
});

export async function activate(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const messages = { code: ui.t.seals.codeWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, activationSchema, messages);
  if (!read.ok) return desk(visit, ports, bare(read.form));
  const done = await attempt(visit, read.form, () => ports.activate(person, read.data.code));
  return done.ok ? goTo(context, sealsPath, 'saved') : desk(visit, ports, bare(done.form));
}

const sealerSchema = z.object({ fingerprint: z.string().regex(/^[0-9a-f]{64}$/) });

export async function confirm(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, sealerSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return desk(visit, ports, bare(read.form));
  const done = await attempt(visit, read.form, () => ports.confirm(person, read.data.fingerprint));
  return done.ok ? goTo(context, sealsPath, 'saved') : desk(visit, ports, bare(done.form));
}

export async function resume(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, z.object({}), { other: ui.t.shell.fieldWrong });
  const done = await attempt(visit, read.form, () => ports.resume(person));
  return done.ok ? goTo(context, sealsPath, 'saved') : desk(visit, ports, bare(done.form));
}

export async function showSettings(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { settings } = await ports.deskOf(visit.person);
  const { isOn, documents, since, address = '', username = '', subscriberId = '' } = settings;
  const values = {
    ...{ isOn: isOn ? 'yes' : '', documents: documents.join(' '), since },
    ...{ address, username, subscriberId },
  };
  return settingsPage(visit, ports, { form: { values, errors: {} }, status: 200 });
}

async function settingsPage(
  { context, ui, person, notice }: PersonVisit,
  ports: SealsPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const view = await ports.deskOf(person);
  return answerPage(context, <SealSettingsPage {...{ ui, view, form, notice }} />, status);
}

const blank = (schema: z.ZodType<string>) =>
  z.preprocess((given) => (given === '' ? undefined : given), schema.optional());

const settingsSchema = z.object({
  isOn: z.literal('yes').optional(),
  documents: choices(sealDocumentNames),
  since: z.iso.date(),
  address: blank(z.string().trim().max(300)),
  username: blank(z.string().trim().max(200)),
  password: blank(z.string().max(500)),
  subscriberId: blank(z.string().trim().max(200)),
});

export async function saveSettings(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const words = ui.t.seals;
  const messages = { documents: words.documentsWrong, since: words.sinceWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, settingsSchema, messages);
  const hidden = (form: FormState): FormState => ({ ...form, values: { ...form.values, password: '' } });
  if (!read.ok) return settingsPage(visit, ports, { form: hidden(read.form), status: 422 });
  const { isOn, documents, since, ...texts } = read.data;
  const given = Object.fromEntries(Object.entries(texts).filter(([, value]) => value !== undefined));
  const form = { isOn: isOn === 'yes', documents, since, ...given };
  const done = await attempt(visit, read.form, () => ports.save(person, form));
  return done.ok
    ? goTo(context, sealsPath, 'saved')
    : settingsPage(visit, ports, { form: hidden(done.form), status: 422 });
}

export const showRows = (visit: PersonVisit, ports: SealsPorts): Promise<Response> => {
  const asked = visit.context.req.query('state');
  return rowsPage(visit, ports, { state: sealStateNames.find((one) => one === asked) ?? 'refused' });
};

async function rowsPage(
  { context, ui, person, notice }: PersonVisit,
  ports: SealsPorts,
  { state, form }: { readonly state: SealStateName; readonly form?: FormState },
): Promise<Response> {
  const token = context.req.query('page');
  const { rows, nextPageToken: next } = await ports.rowsOf(person, { state, token });
  const shown = { ui, state, rows, next, isFirst: token === undefined, notice, form: form ?? emptyForm };
  return answerPage(context, <SealRowsPage {...shown} />, form ? 422 : 200);
}

const retrySchema = z.object({
  kind: z.enum(sealDocumentNames),
  number: z.string().min(1).max(60),
  edition: z.string().regex(/^[1-9]\d{0,5}$/),
  state: z.enum(['refused', 'unsure']),
});

export async function tryAgain(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, retrySchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return rowsPage(visit, ports, { state: 'refused', form: read.form });
  const { state, edition, ...ref } = read.data;
  const done = await attempt(visit, read.form, () =>
    ports.tryAgain(person, { ...ref, edition: Number(edition) }),
  );
  return done.ok
    ? goTo(context, sealRowsHref(state), 'saved')
    : rowsPage(visit, ports, { state, form: done.form });
}

const retryAllSchema = z.object({ state: z.enum(['refused', 'unsure']) });

export async function tryAllAgain(visit: PersonVisit, ports: SealsPorts): Promise<Response> {
  const { context, person, ui } = visit;
  const read = await readForm(context, retryAllSchema, { other: ui.t.shell.fieldWrong });
  if (!read.ok) return rowsPage(visit, ports, { state: 'refused', form: read.form });
  const { state } = read.data;
  const done = await attempt(visit, read.form, () => ports.tryAllAgain(person, state));
  return done.ok
    ? goTo(context, sealRowsHref(state), 'saved')
    : rowsPage(visit, ports, { state, form: done.form });
}
