import type { Scope } from '@sinau/kernel';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { MemberChoice } from '../layout/member-choice.tsx';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { type ClientsPlace, clientHref } from './place.ts';
import type { ApiClient, ClientSecret } from './ports.ts';
import { ScimSteps } from './scim-steps.tsx';
import { ScopeBoxes } from './scope-boxes.tsx';

export interface ClientsPageProps {
  readonly ui: Ui;
  readonly place: ClientsPlace;
  readonly clients: readonly ApiClient[];
  readonly scopes: readonly Scope[];
  /** Tenants to choose from, and the one that is shown. */
  readonly members?: readonly (readonly [string, string])[];
  readonly member?: string;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Clients with what each may do, and the form for a new one. */
export function ClientsPage(props: ClientsPageProps) {
  const { ui, place, clients, members } = props;
  const { t } = ui;
  return (
    <Shell
      ui={ui}
      title={t.clients.title}
      section={place.section}
      notice={props.notice}
      menu={place.menu(ui)}
    >
      <PageHeading title={t.clients.title} lead={members ? t.clients.leadAll : t.clients.leadOwn} />
      {members && <Owners {...props} members={members} />}
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_24rem]">
        <div class="min-w-0 space-y-4">
          {clients.length === 0 && (
            <EmptyState icon="key" title={t.clients.emptyTitle} text={t.clients.emptyText} />
          )}
          {clients.map((client) => (
            <Client ui={ui} place={place} client={client} />
          ))}
        </div>
        <NewClient {...props} />
      </div>
    </Shell>
  );
}

function Owners(props: ClientsPageProps & { readonly members: readonly (readonly [string, string])[] }) {
  const { ui, place, member } = props;
  return (
    <MemberChoice
      ui={ui}
      path={place.path}
      label={ui.t.clients.owner}
      members={props.members}
      member={member}
    />
  );
}

function NewClient(props: ClientsPageProps) {
  const { ui, place, form, member } = props;
  const { t } = ui;
  return (
    <Block id="create" title={t.clients.create}>
      <form method="post" action={place.path} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        {member !== undefined && <input type="hidden" name="member" value={member} />}
        <TextField
          ui={ui}
          form={form}
          name="name"
          label={t.clients.name}
          hint={t.clients.nameHint}
          required
          maxlength={100}
        />
        <ScopeBoxes ui={ui} form={form} scopes={props.scopes} />
        <button type="submit" class="btn btn-primary">
          {t.clients.create}
        </button>
      </form>
    </Block>
  );
}

function Client(props: { readonly ui: Ui; readonly place: ClientsPlace; readonly client: ApiClient }) {
  const { ui, client } = props;
  const { t, format } = ui;
  const active = client.state === 'active';
  const heading = `client-${client.clientId}`;
  return (
    <section class="panel p-5" aria-labelledby={heading}>
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={heading} class="font-semibold">
          {client.name}
        </h2>
        <span class={active ? 'tag tag-success' : 'tag'}>{t.clients.state[client.state]}</span>
      </div>
      <p class="mt-1 font-mono text-sm break-all select-all">{client.clientId}</p>
      <ul class="mt-3 flex flex-wrap gap-1.5">
        {client.scopes.map((scope) => (
          <li class="tag">{t.clients.scope[scope]}</li>
        ))}
      </ul>
      <p class="quiet mt-3 text-sm">
        {t.clients.createdBy(format.date(client.createdAt), client.createdBy)} · {t.clients.lastUsed}:{' '}
        {client.lastUsedAt ? <When ui={ui} at={client.lastUsedAt} /> : t.shell.never}
      </p>
      {client.requestsPerSecond !== undefined && (
        <p class="quiet text-sm">{t.clients.ownLimit(format.number(client.requestsPerSecond))}</p>
      )}
      {client.disabledAt && (
        <p class="quiet text-sm">{t.clients.disabledOn(format.dateTime(client.disabledAt))}</p>
      )}
      {client.scimAddress !== undefined && <ScimSteps ui={ui} address={client.scimAddress} />}
      {active && <Secrets {...props} />}
      {active && <Actions {...props} />}
    </section>
  );
}

function Secrets(props: { readonly ui: Ui; readonly place: ClientsPlace; readonly client: ApiClient }) {
  const { ui, place, client } = props;
  const { t } = ui;
  return (
    <div class="mt-3 border-t border-base-300 pt-3">
      <h3 class="text-sm font-medium">{t.clients.secrets}</h3>
      <ul class="mt-1 space-y-1 text-sm">
        {client.secrets.map((secret) => (
          <li class="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span class="quiet">{secretLine(ui, secret)}</span>
            {secret.validUntil !== undefined && (
              <a
                href={`${clientHref(place, client.clientId)}/secrets/${secret.number}/end`}
                class="text-link inline-flex min-h-8 items-center"
                aria-label={`${t.clients.endSecret}: ${t.clients.secretNumber(secret.number)}, ${client.name}`}
              >
                {t.clients.endSecret}
              </a>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function secretLine({ t, format }: Ui, secret: ClientSecret): string {
  const { number, createdAt, lastUsedAt, validUntil } = secret;
  return [
    t.clients.secretNumber(number),
    ...(createdAt === undefined ? [] : [t.clients.secretMade(format.date(createdAt))]),
    lastUsedAt === undefined ? t.clients.secretUnused : t.clients.secretUsed(format.dateTime(lastUsedAt)),
    validUntil === undefined ? t.clients.secretNewest : t.clients.secretUntil(format.dateTime(validUntil)),
  ].join(' · ');
}

function Actions(props: { readonly ui: Ui; readonly place: ClientsPlace; readonly client: ApiClient }) {
  const { ui, place, client } = props;
  const { t } = ui;
  const base = clientHref(place, client.clientId);
  return (
    <p class="mt-4 flex flex-wrap gap-2">
      <a
        href={`${base}/change`}
        class="btn btn-sm min-h-10"
        aria-label={`${t.clients.change}: ${client.name}`}
      >
        {t.clients.change}
      </a>
      <a
        href={`${base}/rotate`}
        class="btn btn-sm min-h-10"
        aria-label={`${t.clients.rotate}: ${client.name}`}
      >
        {t.clients.rotate}
      </a>
      <a
        href={`${base}/disable`}
        class="btn btn-ghost btn-sm min-h-10 text-error"
        aria-label={`${t.clients.disable}: ${client.name}`}
      >
        {t.clients.disable}
      </a>
    </p>
  );
}
