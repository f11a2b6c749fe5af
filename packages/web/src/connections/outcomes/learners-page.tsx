import { FormProblem, type FormState, TextField } from '../../layout/form.tsx';
import { Notice } from '../../layout/notice.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { connectionHref } from '../tabs.ts';
import type { Framed, MappedLearners } from './ports.ts';

/** Who is who at a provider, for many learners at once. */
export function LearnersPage(props: {
  readonly ui: Ui;
  readonly connection: Framed;
  readonly form: FormState;
  readonly done?: MappedLearners | undefined;
}) {
  const { ui, connection, form, done } = props;
  const words = ui.t.outcomes;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="results" lead={words.learnersLead}>
      {done && (
        <div class="mb-5 max-w-3xl">
          <Notice tone={done.unknown.length === 0 ? 'success' : 'warning'} live>
            <p>{words.learnersDone(ui.format.number(done.mapped), ui.format.number(done.placed))}</p>
            {done.unknown.length > 0 && (
              <p>
                {words.learnersUnknown(done.unknown.map((index) => ui.format.number(index + 1)).join(', '))}
              </p>
            )}
          </Notice>
        </div>
      )}
      <form
        method="post"
        action={`${connectionHref(connection.connectionId)}/learners`}
        class="panel max-w-3xl p-5 md:p-6"
      >
        <FormProblem ui={ui} form={form} />
        <TextField
          ui={ui}
          form={form}
          name="learners"
          label={words.learners}
          hint={words.learnersHint}
          required
          multiline
          rows={10}
          maxlength={60_000}
        />
        <button type="submit" class="btn btn-primary">
          {words.learnersSave}
        </button>
      </form>
    </ConnectionFrame>
  );
}
