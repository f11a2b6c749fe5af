import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { AccountFields, ClientIdField, LearnerFields, SignInFields } from './account-fields.tsx';
import type { FormProps } from './form-props.ts';
import { ConnectionFrame, ConnectionsFrame } from './frame.tsx';
import type { ConnectionView, StartTool } from './ports.ts';
import { Preparation } from './preparation.tsx';
import { StatementFields } from './statement-fields.tsx';
import { connectionHref, connectionsPath, isAsked, isOpened, isSending, knowsLearners } from './tabs.ts';
import { ComparisonFields, CompletionFields, ScheduleFields, StartFields } from './work-fields.tsx';

/** Second step of a new connection: where it is, what opens it, and who is told when it breaks. */
export function NewConnectionPage({ ui, kind, form, others, tools }: FormProps) {
  const words = ui.t.connections;
  const title = words.newTitle[kind];
  return (
    <ConnectionsFrame ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.step(2)}
        trail={
          <Trail
            ui={ui}
            links={[
              [connectionsPath, words.title],
              [`${connectionsPath}/new`, words.kindTitle],
            ]}
          />
        }
      />
      <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <form method="post" action={`${connectionsPath}/new/${kind}`} class="panel p-5 md:p-6">
          <FormProblem ui={ui} form={form} />
          <Fields {...{ ui, kind, form, others, tools }} aim="create" />
          <button type="submit" class="btn btn-primary">
            {isAsked(kind) ? words.saveAndTest : words.save}
          </button>
        </form>
        {isAsked(kind) && <Preparation ui={ui} kind={kind} />}
      </div>
    </ConnectionsFrame>
  );
}

/** The tab with everything that people set. */
export function ConnectionSettingsPage(props: {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly form: FormState;
  readonly others?: readonly ConnectionView[] | undefined;
  readonly tools?: readonly StartTool[] | undefined;
  readonly notice?: Parameters<typeof ConnectionFrame>[0]['notice'];
}) {
  const { ui, connection, form, others, tools, notice } = props;
  const words = ui.t.connections;
  const base = connectionHref(connection.connectionId);
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="settings" notice={notice}>
      <form method="post" action={`${base}/settings`} class="panel max-w-3xl p-5 md:p-6">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={form.values.rev ?? String(connection.rev)} />
        <Fields {...{ ui, form, others, tools }} kind={connection.kind} aim="change" />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
      <Actions ui={ui} connection={connection} />
    </ConnectionFrame>
  );
}

function Actions({ ui, connection }: { readonly ui: Ui; readonly connection: ConnectionView }) {
  const words = ui.t.connections;
  const base = connectionHref(connection.connectionId);
  const running = connection.state === 'active';
  return (
    <section aria-labelledby="more" class="mt-8">
      <h2 id="more" class="mb-3 text-lg font-semibold">
        {words.moreTitle}
      </h2>
      <div class="no-print flex flex-wrap gap-2">
        <form method="post" action={`${base}/${running ? 'pause' : 'resume'}`}>
          <button type="submit" class="btn">
            {running ? words.pause : words.resume}
          </button>
        </form>
        {(isOpened(connection.kind) || isSending(connection.kind)) && (
          <a href={`${base}/rotate`} class="btn">
            {words.rotate}
          </a>
        )}
        <a href={`${base}/remove`} class="btn btn-ghost text-error">
          {words.remove}
        </a>
      </div>
    </section>
  );
}

function Fields({ ui, kind, form, others, tools, aim }: FormProps & { readonly aim: 'create' | 'change' }) {
  const words = ui.t.connections;
  const shared = { ui, form };
  return (
    <>
      <TextField {...shared} name="name" label={words.name} hint={words.nameHint} required maxlength={100} />
      {isAsked(kind) && (
        <TextField
          {...shared}
          name="baseUrl"
          label={words.address[kind]}
          hint={words.addressHint[kind]}
          required
          maxlength={2000}
        />
      )}
      {kind === 'oneroster' && <SignInFields ui={ui} form={form} />}
      {kind === 'openedx' && <ClientIdField {...shared} />}
      {isOpened(kind) && (
        <TextField
          {...shared}
          name="secret"
          type="password"
          label={words.secretLabel[kind]}
          hint={aim === 'create' ? words.tokenHint : words.tokenKept}
          required={aim === 'create'}
          maxlength={1000}
        />
      )}
      <TextField
        {...shared}
        name="contactEmail"
        type="email"
        label={words.contact}
        hint={words.contactHint}
        required
        maxlength={200}
      />
      {!isSending(kind) && (
        <SelectField
          {...shared}
          name="acceptance"
          label={words.acceptance}
          hint={words.acceptanceHint}
          required
          options={(['person', 'all'] as const).map((one) => [one, words.acceptances[one]])}
        />
      )}
      {!isSending(kind) && <CompletionFields {...{ ui, kind, form }} />}
      {tools && <StartFields {...{ ui, form, tools }} />}
      {kind === 'xapi' && <StatementFields ui={ui} form={form} others={others ?? []} />}
      {kind === 'moodle' && <AccountFields ui={ui} form={form} />}
      {kind === 'openedx' && <LearnerFields ui={ui} form={form} />}
      {isAsked(kind) && <ScheduleFields ui={ui} kind={kind} form={form} />}
      {knowsLearners(kind) && <ComparisonFields ui={ui} kind={kind} form={form} />}
    </>
  );
}
