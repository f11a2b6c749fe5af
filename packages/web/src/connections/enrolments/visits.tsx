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

/** `failure`: of what was asked for in a row; `form`: of the settings. */
export async function showEnrolments(
  at: AtEnrolments,
  { form, failure }: { readonly form?: FormState; readonly failure?: string } = {},
): Promise<Response> {
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
  const list = { ui, connection, group, rows, next, isFirst: page === undefined, notice, failure };
  const shown = form ?? { values: valuesOf(settings), errors: {} };
  return answerPage(
    context,
    <ConnectionEnrolmentsPage {...list} form={shown} />,
    form || failure !== undefined ? 422 : 200,
  );
}

const notices = { queued: 'retrying', soon: 'tried', over: 'ended' } as const;

export async function retry({ visit, ports }: AtEnrolments): Promise<Response> {
  const connectionId = idIn(visit);
  const registration = visit.context.req.param('enrolment') ?? '';
  const outcome = await ports.retryEnrolment(visit.person, { connectionId, registration });
  const path = tabHref(connectionId, 'enrolments');
  return goTo(visit.context, path, notices[outcome]);
}

const accountSchema = z.object({ account: z.string().trim().min(1).max(255) });
const accountNotices = { queued: 'accountKept', soon: 'accountKept', over: 'ended' } as const;

export async function confirmAccount(at: AtEnrolments): Promise<Response> {
  const { visit, ports } = at;
  const { ui, person, context } = visit;
  const read = await readForm(context, accountSchema, { other: ui.t.connectionEnrolments.accountMissing });
  if (!read.ok) return showEnrolments(at, { failure: ui.t.connectionEnrolments.accountMissing });
  const connectionId = idIn(visit);
  const registration = context.req.param('enrolment') ?? '';
  const done = await attempt(visit, read.form, () =>
    ports.confirmAccount(person, { connectionId, registration, ...read.data }),
  );
  if (!done.ok) return showEnrolments(at, { failure: done.form.failure ?? ui.t.problem.other });
  return goTo(context, tabHref(connectionId, 'enrolments'), accountNotices[done.value]);
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
  if (!read.ok) return showEnrolments(at, { form: read.form });
  const connectionId = idIn(visit);
  const settings = { ...read.data, enrols: read.data.enrols === 'yes' };
  const done = await attempt(visit, read.form, () =>
    ports.saveEnrolmentSettings(person, connectionId, settings),
  );
  if (!done.ok) return showEnrolments(at, { form: done.form });
  return goTo(context, tabHref(connectionId, 'enrolments'), 'saved');
}
