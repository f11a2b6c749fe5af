import { type Scope, scopes, type Tenant } from '@sinau/kernel';
import * as z from 'zod';
import { emptyForm, type FormState } from '../layout/form.tsx';
import { answerPage, attempt, choices, goTo, type PersonVisit, readForm } from '../visit.ts';
import { ClientsPage } from './list-page.tsx';
import { ChangeClientPage, ClientQuestionPage, RotatePage, SecretPage } from './one-client-pages.tsx';
import { type ClientsPlace, listHref } from './place.ts';
import { type ApiClient, type ClientsPorts, keepSeconds, scopesFor } from './ports.ts';

const name = z.string().trim().min(2).max(100);
const limit = z
  .string()
  .trim()
  .regex(/^([1-9]\d{0,3}|10000)?$/);

export interface Served {
  readonly ports: ClientsPorts;
  readonly place: ClientsPlace;
}

export async function showList(visit: PersonVisit, served: Served): Promise<Response> {
  const shown = await listOf(visit, served, visit.context.req.query('member'));
  const form = { values: { scopes: shown.scopes[0] }, errors: {} };
  return answerPage(
    visit.context,
    <ClientsPage ui={visit.ui} place={served.place} {...shown} form={form} notice={visit.notice} />,
  );
}

export async function create(visit: PersonVisit, served: Served): Promise<Response> {
  const { context, ui, person } = visit;
  const { ports, place } = served;
  const shape = { name, scopes: choices(scopes) };
  const schema = place.choice ? z.object({ ...shape, member: z.string() }) : z.object(shape);
  const read = await readForm(context, schema, wordsOf(visit));
  const { member } = read.form.values;
  const done = read.ok
    ? await attempt(visit, read.form, async () =>
        ports.createClient(person, {
          name: read.data.name,
          scopes: read.data.scopes,
          tenant: await tenantOf(visit, served, member),
        }),
      )
    : { ok: false as const, form: read.form };
  if (done.ok) return answerPage(context, <SecretPage ui={ui} place={place} issued={done.value} />);
  const shown = await listOf(visit, served, member);
  return answerPage(context, <ClientsPage ui={ui} place={place} {...shown} form={done.form} />, 422);
}

function wordsOf({ ui }: PersonVisit) {
  const { clients, shell } = ui.t;
  return { scopes: clients.scopesMissing, limit: clients.limitWrong, other: shell.fieldWrong };
}

async function tenantOf(
  visit: PersonVisit,
  { ports, place }: Served,
  member: string | undefined,
): Promise<Tenant> {
  return place.choice ? place.choice.tenantOf(member ?? 'platform') : ports.ownTenantOf(visit.person);
}

async function listOf(visit: PersonVisit, served: Served, asked: string | undefined) {
  const members = await served.place.choice?.options(visit);
  const member = members?.some(([value]) => value === asked) ? asked : members?.[0]?.[0];
  const tenant = await tenantOf(visit, served, member);
  return {
    clients: await served.ports.clientsOf(visit.person, tenant),
    scopes: scopesFor[tenant.kind],
    ...(members && { members }),
    ...(member !== undefined && { member }),
  };
}

/** The client that the address names; a foreign one is answered like an absent one. */
const clientOf = (visit: PersonVisit, ports: ClientsPorts): Promise<ApiClient> =>
  ports.clientOf(visit.person, visit.context.req.param('clientId') ?? '');

/** Also scopes that it has and that are no longer offered, so that nobody takes them away unseen. */
const offeredTo = ({ tenant, scopes: held }: ApiClient): readonly Scope[] => [
  ...new Set([...scopesFor[tenant.kind], ...held]),
];

const changePage = (
  visit: PersonVisit,
  place: ClientsPlace,
  given: { client: ApiClient; form: FormState },
) => (
  <ChangeClientPage
    ui={visit.ui}
    place={place}
    client={given.client}
    form={given.form}
    scopes={offeredTo(given.client)}
  />
);

export async function showChange(visit: PersonVisit, { ports, place }: Served): Promise<Response> {
  const client = await clientOf(visit, ports);
  const values = {
    name: client.name,
    scopes: client.scopes.join(' '),
    limit: client.requestsPerSecond === undefined ? '' : String(client.requestsPerSecond),
  };
  return answerPage(visit.context, changePage(visit, place, { client, form: { values, errors: {} } }));
}

export async function change(visit: PersonVisit, { ports, place }: Served): Promise<Response> {
  const { context, person } = visit;
  const client = await clientOf(visit, ports);
  const shape = { name, scopes: choices(scopes) };
  const schema = place.mayLimit ? z.object({ ...shape, limit }) : z.object(shape);
  const read = await readForm(context, schema, wordsOf(visit));
  const given = read.form.values.limit?.trim();
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.changeClient(person, client.clientId, {
          name: read.data.name,
          scopes: read.data.scopes,
          ...(place.mayLimit && { requestsPerSecond: given ? Number(given) : null }),
        }),
      )
    : { ok: false as const, form: read.form };
  if (done.ok) return goTo(context, listHref(place, client.tenant), 'saved');
  return answerPage(context, changePage(visit, place, { client, form: done.form }), 422);
}

export async function showRotation(visit: PersonVisit, { ports, place }: Served): Promise<Response> {
  const client = await clientOf(visit, ports);
  const form = { values: { keep: '86400' }, errors: {} };
  return answerPage(visit.context, <RotatePage ui={visit.ui} place={place} client={client} form={form} />);
}

export async function rotate(visit: PersonVisit, { ports, place }: Served): Promise<Response> {
  const { context, ui, person } = visit;
  const client = await clientOf(visit, ports);
  // Whoever does not say ends the old secret: the safe side of a leak.
  const schema = z.object({ keep: z.enum(keepSeconds).default('0') });
  const read = await readForm(context, schema, { other: ui.t.shell.fieldWrong });
  const done = read.ok
    ? await attempt(visit, read.form, () =>
        ports.rotateSecret(person, client.clientId, Number(read.data.keep)),
      )
    : { ok: false as const, form: read.form };
  if (done.ok) return answerPage(context, <SecretPage ui={ui} place={place} issued={done.value} />);
  return answerPage(context, <RotatePage ui={ui} place={place} client={client} form={done.form} />, 409);
}

const numberOf = ({ context }: PersonVisit) => Number(context.req.param('number'));

async function ask(
  visit: PersonVisit,
  { ports, place }: Served,
  { kind, failure }: { readonly kind: 'disable' | 'end'; readonly failure?: string },
): Promise<Response> {
  const { context, ui } = visit;
  const client = await clientOf(visit, ports);
  const { clients } = ui.t;
  const words =
    kind === 'disable'
      ? { title: clients.disableTitle, text: clients.disableText, confirm: clients.disableConfirm }
      : { title: clients.endTitle, text: clients.endText, confirm: clients.endConfirm };
  const action = kind === 'disable' ? 'disable' : `secrets/${numberOf(visit)}/end`;
  const page = (
    <ClientQuestionPage ui={ui} place={place} client={client} action={action} failure={failure} {...words} />
  );
  return answerPage(context, page, failure === undefined ? 200 : 409);
}

export const askDisable = (visit: PersonVisit, served: Served) => ask(visit, served, { kind: 'disable' });
export const askEnd = (visit: PersonVisit, served: Served) => ask(visit, served, { kind: 'end' });

export async function disable(visit: PersonVisit, served: Served): Promise<Response> {
  const { ports, place } = served;
  const { tenant, clientId } = await clientOf(visit, ports);
  const done = await attempt(visit, emptyForm, () => ports.disableClient(visit.person, clientId));
  if (!done.ok)
    return ask(visit, served, { kind: 'disable', failure: done.form.failure ?? visit.ui.t.problem.other });
  return goTo(visit.context, listHref(place, tenant), 'disabled');
}

export async function endSecret(visit: PersonVisit, served: Served): Promise<Response> {
  const { ports, place } = served;
  const { tenant, clientId } = await clientOf(visit, ports);
  const done = await attempt(visit, emptyForm, () =>
    ports.endSecret(visit.person, clientId, numberOf(visit)),
  );
  if (!done.ok)
    return ask(visit, served, { kind: 'end', failure: done.form.failure ?? visit.ui.t.problem.other });
  return goTo(visit.context, listHref(place, tenant), 'secret-ended');
}
