import * as z from 'zod';
import { lineField } from '../text-fields.ts';
import { answerPage, attempt, goTo, type Portal, readForm } from '../visit.ts';
import { membersOf, tenantOf } from './members.ts';
import { AgenciesPage, HealthPage, OperatorPage, OutboxPage, PeoplePage, ProvidersPage } from './pages.ts';
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

const name = lineField(2, 200);
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
  portal.person({ method: 'GET', path, access, reads: { what: 'people' } }, async (visit) => {
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

// Loaded when somebody is invited.
const inviting = () => import('./inviting.tsx');

function registerInvitations(portal: Portal, ports: OperatorPorts): void {
  const path = '/operator/people/invite';
  portal.person({ method: 'GET', path, access }, async (visit) =>
    (await inviting()).showInvitation(visit, ports),
  );
  portal.person({ method: 'POST', path, access }, async (visit) =>
    (await inviting()).sendInvitation(visit, ports),
  );
}
