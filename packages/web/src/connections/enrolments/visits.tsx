import * as z from 'zod';
import type { FormState } from '../../layout/form.tsx';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../../visit.ts';
import { NoTabPage } from '../pages.ts';
import type { ConnectionsPorts } from '../ports.ts';
import { hasTab, tabHref } from '../tabs.ts';
import { ConnectionEnrolmentsPage } from './page.tsx';
import { type ConnectionEnrolmentsPorts, type EnrolmentSettingsView, enrolmentGroups } from './ports.ts';

export interface AtEnrolments {
  readonly visit: PersonVisit;
  readonly ports: ConnectionEnrolmentsPorts;
  readonly connections: Pick<ConnectionsPorts, 'connectionOf'>;
}

const groupSchema = z.enum(enrolmentGroups).catch('open');
const idIn = ({ context }: PersonVisit) => context.req.param('connectionId') ?? '';

const valuesOf = ({ enrols, giveUpAfterHours, whenFull }: EnrolmentSettingsView) => ({
  ...{ enrols: enrols ? 'yes' : 'no', giveUpAfterHours: String(giveUpAfterHours), whenFull },
});

export async function showEnrolments(at: AtEnrolments, form?: FormState): Promise<Response> {
  const { visit, ports, connections } = at;
  const { context, ui, person, notice } = visit;
  const connectionId = idIn(visit);
  const group = groupSchema.parse(context.req.query('group'));
  const page = context.req.query('page');
  const [connection, { rows, settings, next }] = await Promise.all([
    connections.connectionOf(person, connectionId),
    ports.enrolmentsOf(person, { connectionId, group, ...(page !== undefined && { page }) }),
  ]);
  if (!hasTab(connection.kind, 'enrolments')) {
    return answerPage(context, <NoTabPage ui={ui} connection={connection} tab="enrolments" />, 404);
  }
  const list = { ui, connection, group, rows, next, isFirst: page === undefined, notice };
  const shown = form ?? { values: valuesOf(settings), errors: {} };
  return answerPage(context, <ConnectionEnrolmentsPage {...list} form={shown} />, form ? 422 : 200);
}

const notices = { queued: 'retrying', soon: 'tried', over: 'ended' } as const;

export async function retry({ visit, ports }: AtEnrolments): Promise<Response> {
  const connectionId = idIn(visit);
  const registration = visit.context.req.param('enrolment') ?? '';
  const outcome = await ports.retryEnrolment(visit.person, { connectionId, registration });
  const path = tabHref(connectionId, 'enrolments');
  return goTo(visit.context, path, notices[outcome]);
}

const settingsSchema = z.object({
  enrols: z.enum(['yes', 'no']),
  giveUpAfterHours: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(720)),
  whenFull: z.enum(['wait', 'refuse']),
});

export async function saveSettings(at: AtEnrolments): Promise<Response> {
  const { visit, ports } = at;
  const { ui, person, context } = visit;
  const wrong = { giveUpAfterHours: ui.t.connectionEnrolments.giveUpWrong, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, settingsSchema, wrong);
  if (!read.ok) return showEnrolments(at, read.form);
  const connectionId = idIn(visit);
  const settings = { ...read.data, enrols: read.data.enrols === 'yes' };
  const done = await attempt(visit, read.form, () =>
    ports.saveEnrolmentSettings(person, connectionId, settings),
  );
  if (!done.ok) return showEnrolments(at, done.form);
  return goTo(context, tabHref(connectionId, 'enrolments'), 'saved');
}
