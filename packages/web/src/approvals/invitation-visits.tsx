import * as z from 'zod';
import { Confirmation, emptyForm, type FormState } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type PersonVisit, readForm } from '../visit.ts';
import { CodePage, type InvitationDesk, InvitationsPage, invitationsPath } from './invitations-page.tsx';
import type { ApprovalsPorts } from './ports.ts';

interface At {
  readonly visit: PersonVisit;
  readonly ports: ApprovalsPorts;
  readonly desk: InvitationDesk;
}

const courseOf = ({ visit }: At) => visit.context.req.param('courseId') ?? '';
const invitationOf = ({ visit }: At) => visit.context.req.param('invitationId') ?? '';

export function showInvitations(at: At): Promise<Response> {
  return answerInvitations(at, { values: { maxUses: '30', days: '14' }, errors: {} }, 200);
}

const numberOf = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^\d{1,5}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(most));

const invitationForm = z.object({
  label: lineField(1, 100),
  maxUses: numberOf(10_000),
  days: numberOf(366),
});

export async function invite(at: At): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const { labelWrong: label, maxUsesWrong: maxUses, daysWrong: days } = ui.t.approvals;
  const words = { label, maxUses, days, other: ui.t.shell.fieldWrong };
  const read = await readForm(context, invitationForm, words);
  if (!read.ok) return answerInvitations(at, read.form, 422);
  const courseId = courseOf(at);
  const done = await attempt(visit, read.form, () => ports.invite(person, { courseId, ...read.data }));
  if (!done.ok) return answerInvitations(at, done.form, 409);
  return answerPage(context, <CodePage ui={ui} desk={desk} courseId={courseId} {...done.value} />);
}

async function answerInvitations(at: At, form: FormState, status: 200 | 409 | 422): Promise<Response> {
  const { visit, ports, desk } = at;
  const course = await ports.invitationsOf(visit.person, courseOf(at));
  const page = (
    <InvitationsPage ui={visit.ui} desk={desk} course={course} form={form} notice={visit.notice} />
  );
  return answerPage(visit.context, page, status);
}

export async function askToRevoke(at: At): Promise<Response> {
  const { visit, ports, desk } = at;
  const { context, ui, person } = visit;
  const words = ui.t.approvals;
  const { invitations, courseId } = await ports.invitationsOf(person, courseOf(at));
  const invitation = invitations.find(({ invitationId }) => invitationId === invitationOf(at));
  const path = invitationsPath(desk, courseId);
  // Nothing to ask about: the list says how it is.
  if (!invitation || invitation.ended) return goTo(context, path);
  const title = words.revokeTitle(invitation.label);
  const page = (
    <Shell ui={ui} title={title} section={desk}>
      <Confirmation
        ui={ui}
        title={title}
        text={words.revokeText}
        action={`${path}/${invitation.invitationId}/revoke`}
        confirm={words.revokeConfirm}
        back={path}
        danger
      />
    </Shell>
  );
  return answerPage(context, page);
}

export async function revoke(at: At): Promise<Response> {
  const { visit, ports, desk } = at;
  const [courseId, invitationId] = [courseOf(at), invitationOf(at)];
  const done = await attempt(visit, emptyForm, () => ports.revoke(visit.person, { courseId, invitationId }));
  if (!done.ok) return answerInvitations(at, done.form, 409);
  return goTo(visit.context, invitationsPath(desk, courseId), 'revoked');
}
