import type { Scope } from '@sinau/kernel';
import type { Child } from 'hono/jsx';
import { Confirmation, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { type ClientsPlace, clientHref, listHref } from './place.ts';
import { type ApiClient, type IssuedSecret, keepSeconds } from './ports.ts';
import { ScimSteps } from './scim-steps.tsx';
import { ScopeBoxes } from './scope-boxes.tsx';

interface ClientPageProps {
  readonly ui: Ui;
  readonly place: ClientsPlace;
  readonly client: ApiClient;
  readonly form: FormState;
}

function Frame(props: {
  readonly ui: Ui;
  readonly place: ClientsPlace;
  readonly title: string;
  readonly children?: Child;
}) {
  const { ui, place, title } = props;
  return (
    <Shell ui={ui} title={title} section={place.section} menu={place.menu(ui)} islands={['copy']}>
      {props.children}
    </Shell>
  );
}

/** Name, scopes and, where limits are set, the limit of one client. */
export function ChangeClientPage(props: ClientPageProps & { readonly scopes: readonly Scope[] }) {
  const { ui, place, client, form } = props;
  const { t } = ui;
  const list = listHref(place, client.tenant);
  return (
    <Frame ui={ui} place={place} title={t.clients.changeTitle}>
      <PageHeading
        title={`${t.clients.changeTitle}: ${client.name}`}
        lead={t.clients.changeText}
        trail={<Trail ui={ui} links={[[list, t.clients.title]]} />}
      />
      <form
        method="post"
        action={`${clientHref(place, client.clientId)}/change`}
        class="panel max-w-2xl p-5 md:p-6"
      >
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="name" label={t.clients.name} required maxlength={100} />
        <ScopeBoxes ui={ui} form={form} scopes={props.scopes} />
        {place.mayLimit && (
          <TextField
            ui={ui}
            form={form}
            name="limit"
            label={t.clients.limit}
            hint={t.clients.limitHint}
            inputmode="numeric"
            maxlength={5}
          />
        )}
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {t.clients.save}
          </button>
          <a href={list} class="btn btn-ghost">
            {t.shell.cancel}
          </a>
        </div>
      </form>
    </Frame>
  );
}

/** Asks how long the old secret still works before there is a new one. */
export function RotatePage(props: ClientPageProps) {
  const { ui, place, client, form } = props;
  const { t } = ui;
  return (
    <Frame ui={ui} place={place} title={t.clients.rotateTitle}>
      <form
        method="post"
        action={`${clientHref(place, client.clientId)}/rotate`}
        class="panel mx-auto max-w-xl p-6"
      >
        <h1 class="text-xl font-bold md:text-2xl">{`${t.clients.rotateTitle} (${client.name})`}</h1>
        <p class="mt-3 mb-5">{t.clients.rotateText}</p>
        <FormProblem ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="keep"
          label={t.clients.keep}
          required
          options={keepSeconds.map((seconds) => [seconds, t.clients.keepFor[seconds]])}
        />
        <div class="mt-6 flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {t.clients.rotateConfirm}
          </button>
          <a href={listHref(place, client.tenant)} class="btn btn-ghost">
            {t.shell.cancel}
          </a>
        </div>
      </form>
    </Frame>
  );
}

/** The question before something about a client that is not taken back. */
export function ClientQuestionPage(props: {
  readonly ui: Ui;
  readonly place: ClientsPlace;
  readonly client: ApiClient;
  readonly title: string;
  readonly text: string;
  readonly confirm: string;
  /** Path below the client that the answer goes to. */
  readonly action: string;
  readonly failure?: string | undefined;
}) {
  const { ui, place, client, title, text, confirm, action, failure } = props;
  return (
    <Frame ui={ui} place={place} title={title}>
      <Confirmation
        ui={ui}
        title={`${title} (${client.name})`}
        text={text}
        action={`${clientHref(place, client.clientId)}/${action}`}
        confirm={confirm}
        back={listHref(place, client.tenant)}
        danger
        failure={failure}
      />
    </Frame>
  );
}

/** Answers the POST itself, so that the secret is in no address, no cookie and no store of ours. */
export function SecretPage(props: {
  readonly ui: Ui;
  readonly place: ClientsPlace;
  readonly issued: IssuedSecret;
}) {
  const { ui, place, issued } = props;
  const { t } = ui;
  const list = listHref(place, issued.tenant);
  return (
    <Frame ui={ui} place={place} title={t.clients.secretTitle}>
      <PageHeading title={issued.name} trail={<Trail ui={ui} links={[[list, t.clients.title]]} />} />
      <div class="panel max-w-2xl space-y-5 p-5 md:p-6">
        <Notice tone="warning" live>
          <p class="font-semibold">{t.clients.secretTitle}</p>
          <p>{t.clients.secretText}</p>
        </Notice>
        <Copied ui={ui} id="client-id" label={t.clients.clientId} value={issued.clientId} />
        <Copied ui={ui} id="client-secret" label={t.clients.secret} value={issued.secret} />
        {issued.scimAddress !== undefined && (
          <>
            <Copied ui={ui} id="scim-address" label={t.clients.scim.address} value={issued.scimAddress} />
            <div>
              <Copied
                ui={ui}
                id="scim-token"
                label={t.clients.scim.token}
                value={`${issued.clientId}.${issued.secret}`}
              />
              <p class="quiet mt-1 text-sm">{t.clients.scim.tokenHint}</p>
            </div>
            <ScimSteps ui={ui} />
          </>
        )}
        <a href={list} class="btn btn-primary">
          {t.clients.secretSaved}
          <Icon name="check" />
        </a>
      </div>
    </Frame>
  );
}

function Copied(props: {
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
