import { evaluationWords } from '../i18n/evaluations.ts';
import { type FormState, SelectField, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import { type AppliedAnswerView, fourScores, obstacleNames } from './ports.ts';

interface FieldProps {
  readonly ui: Ui;
  readonly form: FormState;
  readonly name: string;
  readonly legend: string;
  readonly values: readonly string[];
}

/** Numbers in a row, which a thumb reaches; `labels` stand below the numbers, or nowhere. */
export function ScaleField(props: FieldProps & { readonly labels?: readonly string[] }) {
  const { form, name, legend, values, labels } = props;
  const error = form.errors[name];
  return (
    <fieldset
      id={`field-${name}`}
      class="mb-5"
      tabindex={-1}
      aria-describedby={error ? `error-${name}` : undefined}
    >
      <legend class="mb-1.5 font-medium">{legend}</legend>
      <div class={`grid max-w-lg gap-2 ${values.length === 4 ? 'grid-cols-4' : 'grid-cols-5'}`}>
        {values.map((value, index) => (
          <label class="flex min-h-14 cursor-pointer flex-col items-center gap-1 rounded-lg border border-base-300 bg-base-100 px-1 py-2 text-center has-checked:border-primary has-checked:bg-base-200">
            <input
              type="radio"
              name={name}
              value={value}
              checked={form.values[name] === value}
              class="radio radio-primary"
            />
            <span class="text-sm leading-tight">
              <span class="font-semibold tabular-nums">{value}</span>
              {labels && <span class="block">{labels[index]}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError name={name} text={error} />}
    </fieldset>
  );
}

/** Whole phrases, one below the other. */
function PhraseField(props: FieldProps & { readonly labels: readonly string[] }) {
  const { form, name, legend, values, labels } = props;
  const error = form.errors[name];
  return (
    <fieldset
      id={`field-${name}`}
      class="mb-5"
      tabindex={-1}
      aria-describedby={error ? `error-${name}` : undefined}
    >
      <legend class="mb-1.5 font-medium">{legend}</legend>
      {values.map((value, index) => (
        <label class="flex min-h-11 items-center gap-3 py-1">
          <input
            type="radio"
            name={name}
            value={value}
            checked={form.values[name] === value}
            class="radio radio-primary"
          />
          <span>{labels[index]}</span>
        </label>
      ))}
      {error && <FieldError name={name} text={error} />}
    </fieldset>
  );
}

function FieldError({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <p id={`error-${name}`} class="mt-1 text-sm font-medium text-error">
      {text}
    </p>
  );
}

/** Level 3, in the words of whoever is asked. */
export function AppliedFields({
  ui,
  form,
  of,
}: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly of: 'own' | 'team';
}) {
  const words = evaluationWords[ui.locale];
  return (
    <>
      <PhraseField
        ui={ui}
        form={form}
        name="applied"
        legend={words.applied[of]}
        values={fourScores}
        labels={words.appliedScores}
      />
      <SelectField
        ui={ui}
        form={form}
        name="obstacle"
        label={words.obstacle}
        required
        options={[['', words.choose], ...obstacleNames.map((name) => [name, words.obstacles[name]] as const)]}
      />
      <TextField
        ui={ui}
        form={form}
        name="example"
        label={words.example}
        hint={words.exampleHint}
        maxlength={1000}
        multiline
      />
      <button type="submit" class="btn btn-primary">
        {words.send}
      </button>
    </>
  );
}

/** What was said, when it can no longer be changed. */
export function AppliedSaid({ ui, said }: { readonly ui: Ui; readonly said: AppliedAnswerView }) {
  const words = evaluationWords[ui.locale];
  return (
    <dl class="grid gap-3">
      <Said term={words.asksApplied} value={words.appliedScores[said.applied - 1] ?? ''} />
      <Said term={words.obstacle} value={words.obstacles[said.obstacle]} />
      {said.example !== undefined && <Said term={words.example} value={said.example} />}
    </dl>
  );
}

export function Said({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt class="quiet text-sm">{term}</dt>
      <dd class="whitespace-pre-line break-words font-medium">{value}</dd>
    </div>
  );
}

export const appliedForm = (said: AppliedAnswerView | undefined): FormState => ({
  values: {
    ...(said && { applied: String(said.applied), obstacle: said.obstacle, example: said.example ?? '' }),
  },
  errors: {},
});
