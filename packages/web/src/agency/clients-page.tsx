import type { NoticeName } from '../i18n/problem.ts';
import { CheckboxGroup, FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';
import { type ApiClient, agencyScopes, type IssuedSecret } from './ports.ts';

const path = '/agency/clients';

/** Clients with what each may do, and the form for a new one. */
export function ClientsPage(props: {
  readonly ui: Ui;
  readonly clients: readonly ApiClient[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, clients, form } = props;
  const { t } = ui;
  return (
    <Shell
      ui={ui}
      title={t.agency.clientsTitle}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={path} />}
    >
      <PageHeading title={t.agency.clientsTitle} lead={t.agency.clientsLead} />
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0 space-y-4">
          {clients.length === 0 && (
            <EmptyState icon="key" title={t.agency.clientsEmptyTitle} text={t.agency.clientsEmptyText} />
          )}
          {clients.map((client) => (
            <Client ui={ui} client={client} />
          ))}
        </div>
        <Block id="create" title={t.agency.createClient}>
          <form method="post" action={path} class="panel p-5">
            <FormProblem ui={ui} form={form} />
            <TextField
              ui={ui}
              form={form}
              name="name"
              label={t.agency.clientName}
              hint={t.agency.clientNameHint}
              required
              maxlength={100}
            />
            <CheckboxGroup
              ui={ui}
              form={form}
              name="scopes"
              label={t.agency.scopes}
              options={agencyScopes.map((scope) => [scope, t.agency.scope[scope]])}
            />
            <button type="submit" class="btn btn-primary">
              {t.agency.createClient}
            </button>
          </form>
        </Block>
      </div>
    </Shell>
  );
}

function Client(props: { readonly ui: Ui; readonly client: ApiClient }) {
  const { ui, client } = props;
  const { t } = ui;
  const base = `${path}/${encodeURIComponent(client.clientId)}`;
  const active = client.state === 'active';
  return (
    <section class="panel p-5" aria-labelledby={`client-${client.clientId}`}>
      <div class="flex flex-wrap items-baseline justify-between gap-2">
        <h2 id={`client-${client.clientId}`} class="font-semibold">
          {client.name}
        </h2>
        <span class={active ? 'tag tag-success' : 'tag'}>{t.agency.clientState[client.state]}</span>
      </div>
      <p class="mt-1 font-mono text-sm break-all select-all">{client.clientId}</p>
      <ul class="mt-3 flex flex-wrap gap-1.5">
        {client.scopes.map((scope) => (
          <li class="tag">{t.agency.scope[scope]}</li>
        ))}
      </ul>
      <p class="quiet mt-3 text-sm">
        {t.agency.createdAt(ui.format.date(client.createdAt))} · {t.agency.clientColumns.lastUsed}:{' '}
        {client.lastUsedAt ? <When ui={ui} at={client.lastUsedAt} /> : t.shell.never}
      </p>
      {active && (
        <p class="mt-4 flex flex-wrap gap-2">
          <a
            href={`${base}/rotate`}
            class="btn btn-sm min-h-10"
            aria-label={`${t.agency.rotate}: ${client.name}`}
          >
            {t.agency.rotate}
          </a>
          <a
            href={`${base}/disable`}
            class="btn btn-ghost btn-sm min-h-10 text-error"
            aria-label={`${t.agency.disable}: ${client.name}`}
          >
            {t.agency.disable}
          </a>
        </p>
      )}
    </section>
  );
}

/** Answers the POST itself, so that the secret is in no address, no cookie and no store of ours. */
export function SecretPage(props: { readonly ui: Ui; readonly issued: IssuedSecret }) {
  const { ui, issued } = props;
  const { t } = ui;
  return (
    <Shell
      ui={ui}
      title={t.agency.secretTitle}
      section="agency"
      islands={['copy']}
      menu={<AgencyMenu ui={ui} current={path} />}
    >
      <PageHeading title={issued.name} trail={<Trail ui={ui} links={[[path, t.agency.clientsTitle]]} />} />
      <div class="panel max-w-2xl space-y-5 p-5 md:p-6">
        <Notice tone="warning" live>
          <p class="font-semibold">{t.agency.secretTitle}</p>
          <p>{t.agency.secretText}</p>
        </Notice>
        <Credential ui={ui} id="client-id" label={t.agency.clientId} value={issued.clientId} />
        <Credential ui={ui} id="client-secret" label={t.agency.secret} value={issued.secret} />
        <a href={path} class="btn btn-primary">
          {t.agency.secretSaved}
          <Icon name="check" />
        </a>
      </div>
    </Shell>
  );
}

function Credential(props: {
  readonly ui: Ui;
  readonly id: string;
  readonly label: string;
  readonly value: string;
}) {
  const { t } = props.ui;
  return (
    <div>
      <p class="font-medium" id={`${props.id}-label`}>
        {props.label}
      </p>
      <div class="mt-1 flex flex-wrap items-center gap-2">
        <code
          id={props.id}
          class="min-w-0 grow rounded-field border border-base-300 bg-base-200 px-3 py-2 break-all select-all"
        >
          {props.value}
        </code>
        <button
          type="button"
          class="btn"
          hidden
          data-copy={props.id}
          data-copied={t.shell.copied}
          aria-describedby={`${props.id}-label`}
        >
          {t.shell.copy}
        </button>
      </div>
    </div>
  );
}
