import * as z from 'zod';
import { Confirmation, emptyForm } from '../layout/form.tsx';
import { Shell } from '../layout/shell.tsx';
import { answerPage, attempt, choices, goTo, type PersonVisit, type Portal, readForm } from '../visit.ts';
import { AgencyMenu } from './menu.tsx';
import { AgencyPage, ClientsPage, LearningPage, PeoplePage, PullPage, SecretPage } from './pages.ts';
import { type AgencyPorts, agencyScopes } from './ports.ts';

const access = ['role:agency-admin'] as const;

export function registerAgency(portal: Portal, ports: AgencyPorts): void {
  portal.person({ method: 'GET', path: '/agency', access }, async ({ context, ui, person }) =>
    answerPage(context, <AgencyPage ui={ui} view={await ports.overviewOf(person)} />),
  );
  portal.person({ method: 'GET', path: '/agency/people', access }, async ({ context, ui, person }) => {
    const token = context.req.query('page');
    const { people, nextPageToken } = await ports.peopleOf(person, token);
    const isFirst = token === undefined;
    return answerPage(context, <PeoplePage ui={ui} people={people} next={nextPageToken} isFirst={isFirst} />);
  });
  portal.person({ method: 'GET', path: '/agency/learning', access }, async ({ context, ui, person }) => {
    const token = context.req.query('page');
    const { rows, nextPageToken } = await ports.learningOf(person, token);
    const isFirst = token === undefined;
    return answerPage(context, <LearningPage ui={ui} rows={rows} next={nextPageToken} isFirst={isFirst} />);
  });
  portal.person({ method: 'GET', path: '/agency/pull', access }, async ({ context, ui, person }) =>
    answerPage(context, <PullPage ui={ui} view={await ports.pullOf(person)} />),
  );
  registerClients(portal, ports);
}

const clientSchema = z.object({ name: z.string().trim().min(2).max(100), scopes: choices(agencyScopes) });

function registerClients(portal: Portal, ports: AgencyPorts): void {
  const path = '/agency/clients';
  portal.person({ method: 'GET', path, access }, async ({ context, ui, person, notice }) => {
    const clients = await ports.clientsOf(person);
    const form = { values: { scopes: agencyScopes[0] }, errors: {} };
    return answerPage(context, <ClientsPage ui={ui} clients={clients} form={form} notice={notice} />);
  });
  portal.person({ method: 'POST', path, access, replayable: false }, async (visit) => {
    const { context, ui, person } = visit;
    const messages = { scopes: ui.t.agency.scopesMissing, other: ui.t.shell.fieldWrong };
    const read = await readForm(context, clientSchema, messages);
    const done = read.ok
      ? await attempt(visit, read.form, () => ports.createClient(person, read.data))
      : { ok: false as const, form: read.form };
    if (done.ok) return answerPage(context, <SecretPage ui={ui} issued={done.value} />);
    const clients = await ports.clientsOf(person);
    return answerPage(context, <ClientsPage ui={ui} clients={clients} form={done.form} />, 422);
  });
  registerClientActions(portal, ports);
}

function registerClientActions(portal: Portal, ports: AgencyPorts): void {
  const path = '/agency/clients';
  const ask = (kind: 'rotate' | 'disable') => async (visit: PersonVisit, failure?: string) => {
    const { context, ui, person } = visit;
    const clientId = context.req.param('clientId') ?? '';
    const client = (await ports.clientsOf(person)).find((candidate) => candidate.clientId === clientId);
    if (!client) return goTo(context, path);
    const { agency } = ui.t;
    const [title, text, confirm] =
      kind === 'rotate'
        ? [agency.rotateTitle, agency.rotateText, agency.rotateConfirm]
        : [agency.disableTitle, agency.disableText, agency.disableConfirm];
    const page = (
      <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={path} />}>
        <Confirmation
          ui={ui}
          title={`${title} (${client.name})`}
          text={text}
          action={`${path}/${encodeURIComponent(clientId)}/${kind}`}
          confirm={confirm}
          back={path}
          danger
          failure={failure}
        />
      </Shell>
    );
    return answerPage(context, page, failure === undefined ? 200 : 409);
  };

  portal.person({ method: 'GET', path: `${path}/:clientId/rotate`, access }, (visit) => ask('rotate')(visit));
  portal.person({ method: 'GET', path: `${path}/:clientId/disable`, access }, (visit) =>
    ask('disable')(visit),
  );
  portal.person(
    { method: 'POST', path: `${path}/:clientId/rotate`, access, replayable: false },
    async (visit) => {
      const { context, ui, person } = visit;
      const clientId = context.req.param('clientId') ?? '';
      const done = await attempt(visit, emptyForm, () => ports.rotateSecret(person, clientId));
      if (!done.ok) return ask('rotate')(visit, done.form.failure ?? ui.t.problem.other);
      return answerPage(context, <SecretPage ui={ui} issued={done.value} />);
    },
  );
  portal.person({ method: 'POST', path: `${path}/:clientId/disable`, access }, async (visit) => {
    const { context, ui, person } = visit;
    const clientId = context.req.param('clientId') ?? '';
    const done = await attempt(visit, emptyForm, () => ports.disableClient(person, clientId));
    if (!done.ok) return ask('disable')(visit, done.form.failure ?? ui.t.problem.other);
    return goTo(context, path, 'disabled');
  });
}
