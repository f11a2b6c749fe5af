import { type FormState, SelectField, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import type { ConnectionView } from './ports.ts';
import { isAsked, knowsLearners } from './tabs.ts';

/** Which courses and learners the statements of an LMS are about. */
export function StatementFields(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly others: readonly ConnectionView[];
}) {
  const { ui, form, others } = props;
  const words = ui.t.connections;
  const besides = others.filter(({ kind }) => isAsked(kind) && knowsLearners(kind));
  return (
    <>
      <SelectField
        ui={ui}
        form={form}
        name="beside"
        label={words.beside}
        hint={words.besideHint}
        options={[
          ['', words.besideNone],
          ...besides.map(({ connectionId, name }) => [connectionId, name] as const),
        ]}
      />
      <TextField
        ui={ui}
        form={form}
        name="courses"
        label={words.courses}
        hint={words.coursesHint}
        multiline
        maxlength={60_000}
      />
    </>
  );
}

/** What the administrator of an LMS enters there, but for the secret. */
export function StatementAddress(props: {
  readonly ui: Ui;
  readonly connection: Pick<ConnectionView, 'connectionId' | 'statementsUrl'>;
}) {
  const { ui, connection } = props;
  if (connection.statementsUrl === undefined) return null;
  const words = ui.t.connections;
  return (
    <section aria-labelledby="statements" class="panel mb-6 p-5">
      <h2 id="statements" class="font-semibold">
        {words.statementsTitle}
      </h2>
      <dl class="mt-2 space-y-2">
        <dt class="quiet text-sm">{words.statementsUrl}</dt>
        <dd class="font-mono text-sm break-all select-all">{connection.statementsUrl}</dd>
        <dt class="quiet text-sm">{words.statementsKey}</dt>
        <dd class="font-mono text-sm break-all select-all">{connection.connectionId}</dd>
      </dl>
      <ul class="mt-3 list-disc space-y-1 ps-5">
        {words.statementsSteps.map((step) => (
          <li>{step}</li>
        ))}
      </ul>
    </section>
  );
}
