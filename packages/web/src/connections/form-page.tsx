import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionFrame, ConnectionsFrame } from './frame.tsx';
import type { ConnectionKindName, ConnectionView, StartTool } from './ports.ts';
import { Preparation } from './preparation.tsx';
import { startValue } from './start-choice.ts';
import { StatementFields } from './statement-fields.tsx';
import {
  connectionHref,
  connectionsPath,
  isAsked,
  isOpened,
  isSending,
  knowsLearners,
  tellsScoresAlone,
} from './tabs.ts';

interface FormProps {
  readonly ui: Ui;
  readonly kind: ConnectionKindName;
  readonly form: FormState;
  /** Others of the provider, beside which statements may count. */
  readonly others?: readonly ConnectionView[] | undefined;
  /** In which courses may start. */
  readonly tools?: readonly StartTool[] | undefined;
}

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

/** What counts as done of courses that are taken over from now on; of what a system cannot say there is no choice. */
function CompletionFields({ ui, kind, form }: Pick<FormProps, 'ui' | 'kind' | 'form'>) {
  const words = ui.t.connections;
  const rules = (['completed', 'pass', 'score'] as const).filter(
    (by) => by !== 'completed' || !tellsScoresAlone(kind),
  );
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'completion', label: words.completion, hint: words.completionHint }}
        options={[
          ['', words.completionUsual[kind]],
          ...rules.map((by) => [by, words.completions[by]] as const),
        ]}
      />
      <TextField
        {...{ ui, form, name: 'passAt', label: words.passAt, hint: words.passAtHint, inputmode: 'numeric' }}
        maxlength={3}
      />
    </>
  );
}

/** Where learners start courses that are taken over from now on. */
function StartFields({
  ui,
  form,
  tools,
}: Pick<FormProps, 'ui' | 'form'> & { readonly tools: readonly StartTool[] }) {
  const words = ui.t.connections;
  const known = tools.map(({ name, ...tool }) => [startValue(tool), name] as const);
  const now = form.values.start ?? '';
  // One that is out of use stays chosen until somebody chooses another.
  const gone = now === '' || known.some(([value]) => value === now) ? [] : [[now, words.startGone] as const];
  if (known.length + gone.length === 0) return null;
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'start', label: words.start, hint: words.startHint }}
        options={[['', words.startOnPage], ...known, ...gone]}
      />
      <TextField
        {...{ ui, form, name: 'startParameter', label: words.startParameter, hint: words.startParameterHint }}
        maxlength={100}
      />
    </>
  );
}

/** Where tokens of OneRoster come from, and who we are there. */
function SignInFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <TextField
        ui={ui}
        form={form}
        name="tokenUrl"
        label={words.tokenUrl}
        hint={words.tokenUrlHint}
        required
        maxlength={2000}
      />
      <TextField ui={ui} form={form} name="clientId" label={words.clientId} required maxlength={500} />
    </>
  );
}

function ClientIdField({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const { clientId, clientIdHint } = ui.t.connections;
  return (
    <TextField
      ui={ui}
      form={form}
      name="clientId"
      label={clientId}
      hint={clientIdHint}
      required
      maxlength={255}
    />
  );
}

/** How learners are found at an Open edX site, and where more is said of its courses. */
function LearnerFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="learnersBy"
        label={words.learnersBy}
        hint={words.learnersByHint}
        required
        options={(['pseudonym', 'email'] as const).map((one) => [one, words.learnersByChoices[one]])}
      />
      <TextField
        ui={ui}
        form={form}
        name="mode"
        label={words.mode}
        hint={words.modeHint}
        required
        maxlength={50}
      />
      <TextField
        ui={ui}
        form={form}
        name="catalogueUrl"
        label={words.catalogueUrl}
        hint={words.catalogueUrlHint}
        maxlength={2000}
      />
    </>
  );
}

/** How accounts of learners begin there. */
function AccountFields({ ui, form }: Pick<FormProps, 'ui' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="createsLearners"
        label={words.accounts}
        required
        options={(['no', 'yes'] as const).map((one) => [one, words.accountChoices[one]])}
      />
      <TextField
        ui={ui}
        form={form}
        name="auth"
        label={words.auth}
        hint={words.authHint}
        required
        maxlength={20}
      />
      <TextField
        ui={ui}
        form={form}
        name="learnerRoleId"
        inputmode="numeric"
        label={words.roleId}
        hint={words.roleIdHint}
        required
        maxlength={6}
      />
      <TextField
        ui={ui}
        form={form}
        name="sharedCategories"
        label={words.sharedCategories}
        hint={words.sharedCategoriesHint}
        maxlength={1_200}
      />
    </>
  );
}

const pollMinutes = ['15', '30', '60', '180', '720'];

function ScheduleFields({ ui, kind, form }: FormProps) {
  const words = ui.t.connections;
  const polls = pollMinutes.map((minutes) => [minutes, words.everyMinutes(minutes)] as const);
  return (
    <>
      <SelectField
        {...{ ui, form, name: 'syncHour', label: words.syncHour, options: dailyOf(ui) }}
        required
      />
      {knowsLearners(kind) && (
        <SelectField
          ui={ui}
          form={form}
          name="pollMinutes"
          label={words.pollMinutes}
          required
          options={[['', words.never], ...polls]}
        />
      )}
    </>
  );
}

function dailyOf(ui: Ui) {
  const words = ui.t.connections;
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour));
  return [['', words.never] as const, ...hours.map((hour) => [hour, words.atHour(hour)] as const)];
}

/** When ours and theirs are compared, and how long what differs may wait. */
function ComparisonFields({ ui, kind, form }: Pick<FormProps, 'ui' | 'kind' | 'form'>) {
  const words = ui.t.connections;
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="reconcileHour"
        label={words.reconcileHour}
        {...(kind === 'xapi' && { hint: words.reconcileBeside })}
        required
        options={dailyOf(ui)}
      />
      <TextField
        ui={ui}
        form={form}
        name="agedAfterDays"
        inputmode="numeric"
        label={words.agedAfterDays}
        hint={words.agedAfterDaysHint}
        required
        maxlength={2}
      />
      {!isAsked(kind) && (
        <TextField
          ui={ui}
          form={form}
          name="silentAfterDays"
          inputmode="numeric"
          label={words.silentAfterDays}
          hint={words.silentAfterDaysHint}
          required
          maxlength={3}
        />
      )}
    </>
  );
}
