import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { PushFrame } from './frame.tsx';
import { type PushPlace, pushHref } from './place.tsx';
import type { PushReceiver, PushSubscription } from './ports.ts';

export interface PushFormProps {
  readonly ui: Ui;
  readonly place: PushPlace;
  readonly kind: PushReceiver['kind'];
  readonly form: FormState;
  /** Given when it is changed; absent when it is made. */
  readonly subscription?: PushSubscription;
}

/** Settings of a new receiver, or of one there is. */
export function PushFormPage(props: PushFormProps) {
  const { ui, place, kind, form, subscription } = props;
  const { t } = ui;
  const title = subscription ? t.push.changeTitle : t.push.addTitle[kind];
  const back = subscription ? pushHref(place, subscription.subscriptionId) : place.path;
  const trail: (readonly [string, string])[] = [[place.path, place.words(ui).title]];
  if (subscription) trail.push([back, subscription.name]);
  return (
    <PushFrame ui={ui} place={place} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={trail} />} />
      <form
        method="post"
        action={subscription ? `${back}/change` : `${place.path}/new/${kind}`}
        class="panel max-w-2xl p-5 md:p-6"
      >
        <FormProblem ui={ui} form={form} />
        {subscription && <input type="hidden" name="rev" value={form.values.rev ?? subscription.rev} />}
        <TextField
          ui={ui}
          form={form}
          name="name"
          label={t.push.name}
          hint={place.words(ui).nameHint}
          required
          maxlength={100}
        />
        <TextField
          ui={ui}
          form={form}
          name="url"
          label={t.push.url[kind]}
          hint={t.push.urlHint[kind]}
          required
          maxlength={2000}
        />
        {kind === 'lrs' ? <LrsFields {...props} /> : <WebhookFields {...props} />}
        {place.hasFilters && <FilterFields {...props} />}
        {!subscription && (
          <SelectField
            ui={ui}
            form={form}
            name="from"
            label={t.push.from}
            required
            options={(['beginning', 'now'] as const).map((from) => [from, place.words(ui).fromWhen[from]])}
          />
        )}
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {subscription ? t.push.save : t.push.create}
          </button>
          <a href={back} class="btn btn-ghost">
            {t.shell.cancel}
          </a>
        </div>
      </form>
    </PushFrame>
  );
}

function LrsFields({ ui, form, subscription }: PushFormProps) {
  const { t } = ui;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="version"
        label={t.push.version}
        required
        options={[
          ['1.0.3', '1.0.3'],
          ['2.0.0', '2.0.0'],
        ]}
      />
      <SelectField
        ui={ui}
        form={form}
        name="auth"
        label={t.push.auth}
        required
        options={(['basic', 'oauth'] as const).map((auth) => [auth, t.push.authKind[auth]])}
      />
      <TextField ui={ui} form={form} name="account" label={t.push.account} required maxlength={500} />
      <TextField
        ui={ui}
        form={form}
        name="secret"
        type="password"
        autocomplete="new-password"
        label={t.push.secret}
        hint={subscription ? `${t.push.secretHint} ${t.push.secretKeep}` : t.push.secretHint}
        required={!subscription}
        maxlength={1000}
      />
      <TextField ui={ui} form={form} name="tokenUrl" label={t.push.tokenUrl} maxlength={2000} />
      <TextField ui={ui} form={form} name="scope" label={t.push.scope} maxlength={500} />
    </>
  );
}

function WebhookFields({ ui, place, form }: PushFormProps) {
  const { t } = ui;
  return (
    <>
      <CheckboxGroup
        ui={ui}
        form={form}
        name="events"
        label={t.push.events}
        options={place.events.map((event) => [event, t.push.event[event]])}
      />
      {place.hasFilters && (
        <SelectField
          ui={ui}
          form={form}
          name="payload"
          label={t.push.payload}
          required
          options={(['full', 'thin'] as const).map((payload) => [payload, t.push.payloads[payload]])}
        />
      )}
    </>
  );
}

function FilterFields({ ui, form }: PushFormProps) {
  const { t } = ui;
  return (
    <>
      <TextField
        ui={ui}
        form={form}
        name="verbs"
        label={t.push.verbs}
        hint={t.push.verbsHint}
        multiline
        maxlength={20_000}
      />
      <TextField
        ui={ui}
        form={form}
        name="activities"
        label={t.push.activities}
        hint={t.push.activitiesHint}
        multiline
        maxlength={20_000}
      />
    </>
  );
}
