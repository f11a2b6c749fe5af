import { type PersonPrincipal, roles } from '@sinau/kernel';
import * as z from 'zod';
import type { FormState } from '../layout/form.tsx';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm, withWords } from '../visit.ts';
import { membersOf, tenantOf } from './members.ts';
import { InvitePage } from './people-page.tsx';
import type { OperatorPorts } from './ports.ts';

const invitationSchema = z.object({
  name: lineField(2, 200),
  email: z.string().trim().pipe(z.email().max(254)),
  member: z.string().regex(/^(platform|(agency|provider):[\w-]{1,64})$/),
  roles: choices(roles),
  numberKind: z.enum(['NIP', 'NI_PPPK']),
  // Written in groups or not; the use case reads it.
  employeeNumber: z.string().trim().max(40),
});

export function showInvitation(visit: PersonVisit, ports: OperatorPorts): Promise<Response> {
  const values = { member: visit.context.req.query('member') ?? '', roles: 'learner' };
  return answerInvitation(visit, ports, { form: { values, errors: {} }, status: 200 });
}

export async function sendInvitation(visit: PersonVisit, ports: OperatorPorts): Promise<Response> {
  const { context, ui } = visit;
  const { shell, operator } = ui.t;
  const wrong = { employeeNumber: operator.nipWrong, other: shell.fieldWrong };
  const messages = { ...wrong, roles: operator.rolesMissing };
  const read = await readForm(context, invitationSchema, messages);
  if (!read.ok) return answerInvitation(visit, ports, { form: read.form, status: 422 });
  const done = await attempt(visit, read.form, () => invite(visit.person, ports, read.data));
  if (done.ok)
    return goTo(context, `/operator/people?member=${encodeURIComponent(read.data.member)}`, 'invited');
  const form = withWords(ui, done.form, { ...wrong, roles: operator.rolesNotHere });
  return answerInvitation(visit, ports, { form, status: 422 });
}

async function answerInvitation(
  visit: PersonVisit,
  ports: OperatorPorts,
  { form, status }: { readonly form: FormState; readonly status: 200 | 422 },
): Promise<Response> {
  const members = await membersOf(visit, ports);
  const page = <InvitePage ui={visit.ui} form={form} members={members} roles={roles} />;
  return answerPage(visit.context, page, status);
}

function invite(
  person: PersonPrincipal,
  ports: OperatorPorts,
  data: z.output<typeof invitationSchema>,
): Promise<void> {
  return ports.invite(person, {
    name: data.name,
    email: data.email,
    roles: data.roles,
    home: tenantOf(data.member),
    ...(data.employeeNumber && { employeeNumber: { kind: data.numberKind, value: data.employeeNumber } }),
  });
}
