import { recognitionWords } from '../i18n/recognition.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { proposePath, recognitionsPath } from './paths.ts';
import { type ColleaguesView, coreValues } from './ports.ts';

/** One colleague, one value, one thing that was done. */
export function ProposePage(props: {
  readonly ui: Ui;
  readonly view: ColleaguesView;
  readonly form: FormState;
}) {
  const { ui, view, form } = props;
  const words = recognitionWords[ui.locale];
  const { number } = ui.format;
  const field = { ui, form };
  return (
    <Shell ui={ui} title={words.form.title} section="records">
      <PageHeading
        title={words.form.title}
        lead={words.form.lead(number(view.most))}
        trail={<Trail ui={ui} links={[[recognitionsPath, words.title]]} />}
      />
      <form method="post" action={proposePath} class="panel max-w-3xl p-5">
        <FormProblem ui={ui} form={form} />
        {view.colleagues.length > 0 && (
          <SelectField
            {...field}
            name="personId"
            label={words.form.person}
            options={[
              ['', words.form.personNone],
              ...view.colleagues.map(({ personId, name }) => [personId, name] as const),
            ]}
          />
        )}
        <TextField {...field} name="email" type="email" label={words.form.email} maxlength={254} />
        <SelectField
          {...field}
          name="value"
          label={words.form.value}
          required
          options={coreValues.map((value) => [value, `${words.values[value]}: ${words.behaviours[value]}`])}
        />
        <TextField
          {...field}
          name="behaviour"
          label={words.form.behaviour}
          hint={words.form.behaviourHint(number(view.least), number(view.mostLetters))}
          maxlength={view.mostLetters}
          rows={5}
          multiline
          required
        />
        <button type="submit" class="btn btn-primary">
          {words.form.send}
        </button>
      </form>
    </Shell>
  );
}
