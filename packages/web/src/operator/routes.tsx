import { type PersonPrincipal, roles } from '@sinau/kernel';
import * as z from 'zod';
import { answerPage, attempt, choices, goTo, type Portal, readForm, withWords } from '../visit.ts';
import { membersOf, tenantOf } from './members.ts';
import {
  AgenciesPage,
  HealthPage,
  InvitePage,
  OperatorPage,
  OutboxPage,
  PeoplePage,
  ProvidersPage,
} from './pages.ts';
import type { OperatorPorts } from './ports.ts';

const access = ['role:operator'] as const;

export function registerOperator(portal: Portal, ports: OperatorPorts): void {
  portal.person({ method: 'GET', path: '/operator', access }, async ({ context, ui, person }) => {
    const [agencies, providers] = await Promise.all([ports.agencies(person), ports.providers(person)]);
    return answerPage(context, <OperatorPage ui={ui} agencies={agencies} providers={providers} />);
  });
  registerAgencies(portal, ports);
  registerProviders(portal, ports);
  registerPeople(portal, ports);
  registerInvitations(portal, ports);
  portal.person({ method: 'GET', path: '/operator/health', access }, async ({ context, ui }) =>
    answerPage(context, <HealthPage ui={ui} view={await ports.health()} />),
  );
  portal.person({ method: 'GET', path: '/operator/health.json', access }, async ({ context }) =>
    context.json(await ports.health()),
  );
  const { outbox } = ports;
  if (!outbox) return;
  portal.person({ method: 'GET', path: '/outbox', access }, async ({ context, ui }) =>
    answerPage(context, <OutboxPage ui={ui} mails={await outbox()} />),
  );
}

const name = z.string().trim().min(2).max(200);
const agencySchema = z.object({ name, kind: z.enum(['central', 'regional']) });
const providerSchema = z.object({ name, kind: z.enum(['university', 'content-provider']) });

function registerAgencies(portal: Portal, ports: OperatorPorts): void {
  const path = '/operator/agencies';
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person, notice }) => {
    const agencies = await ports.agencies(person);
    const form = { values: {}, errors: {} };
    return answerPage(context, <AgenciesPage ui={ui} agencies={agencies} form={form} notice={notice} />);
  });
  portal.person({ method: 'POST', path, access }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, agencySchema, { other: ui.t.shell.fieldWrong });
    const done = read.ok
      ? await attempt(visit, read.form, () => ports.createAgency(person, read.data))
      : read;
    if (done.ok) return goTo(context, path, 'created');
    const agencies = await ports.agencies(person);
    return answerPage(context, <AgenciesPage ui={ui} agencies={agencies} form={done.form} />, 422);
  });
}

function registerProviders(portal: Portal, ports: OperatorPorts): void {
  const path = '/operator/providers';
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person, notice }) => {
    const providers = await ports.providers(person);
    const form = { values: {}, errors: {} };
    return answerPage(context, <ProvidersPage ui={ui} providers={providers} form={form} notice={notice} />);
  });
  portal.person({ method: 'POST', path, access }, async (visit) => {
    const { context, ui, person } = visit;
    const read = await readForm(context, providerSchema, { other: ui.t.shell.fieldWrong });
    const done = read.ok
      ? await attempt(visit, read.form, () => ports.createProvider(person, read.data))
      : read;
    if (done.ok) return goTo(context, path, 'created');
    const providers = await ports.providers(person);
    return answerPage(context, <ProvidersPage ui={ui} providers={providers} form={done.form} />, 422);
  });
}

function registerPeople(portal: Portal, ports: OperatorPorts): void {
  const path = '/operator/people';
  portal.person({ method: 'GET', path, access }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const members = await membersOf(visit, ports);
    const asked = context.req.query('member') ?? '';
    const member = members.some(([value]) => value === asked) ? asked : (members[0]?.[0] ?? 'platform');
    const pageToken = context.req.query('page');
    const { people, nextPageToken } = await ports.people(person, { tenant: tenantOf(member), pageToken });
    return answerPage(
      context,
      <PeoplePage
        ui={ui}
        people={people}
        members={members}
        member={member}
        next={nextPageToken}
        isFirst={pageToken === undefined}
        notice={notice}
      />,
    );
  });
}

const invitationSchema = z.object({
  name,
  email: z.string().trim().pipe(z.email().max(254)),
  member: z.string().regex(/^(platform|(agency|provider):[\w-]{1,64})$/),
  roles: choices(roles),
  numberKind: z.enum(['NIP', 'NI_PPPK']),
  // Written in groups or not; the use case reads it.
  employeeNumber: z.string().trim().max(40),
});

function registerInvitations(portal: Portal, ports: OperatorPorts): void {
  const path = '/operator/people/invite';
  portal.person({ method: 'GET', path, access }, async (visit) => {
    const form = {
      values: { member: visit.context.req.query('member') ?? '', roles: 'learner' },
      errors: {},
    };
    const members = await membersOf(visit, ports);
    return answerPage(
      visit.context,
      <InvitePage ui={visit.ui} form={form} members={members} roles={roles} />,
    );
  });
  portal.person({ method: 'POST', path, access }, async (visit) => {
    const { context, ui } = visit;
    const { shell, operator } = ui.t;
    const wrong = { employeeNumber: operator.nipWrong, other: shell.fieldWrong };
    const messages = { ...wrong, roles: operator.rolesMissing };
    const read = await readForm(context, invitationSchema, messages);
    const done = read.ok
      ? await attempt(visit, read.form, () => invite(visit.person, ports, read.data))
      : { ok: false as const, form: read.form };
    if (done.ok && read.ok) {
      return goTo(context, `/operator/people?member=${encodeURIComponent(read.data.member)}`, 'invited');
    }
    const members = await membersOf(visit, ports);
    const words = { ...wrong, roles: operator.rolesNotHere };
    const form = done.ok ? read.form : withWords(ui, done.form, words);
    return answerPage(context, <InvitePage ui={ui} form={form} members={members} roles={roles} />, 422);
  });
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
