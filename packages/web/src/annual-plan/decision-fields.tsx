import { annualPlanWords } from '../i18n/annual-plan.ts';
import { type FormState, TextField } from '../layout/form.tsx';
import type { Ui } from '../ui.ts';
import type { DecisionWayName } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly form: FormState;
  readonly move: 'agree' | 'set';
  readonly way: DecisionWayName;
}

/** The letter of a decision. Who decides in person is known; a letter names its official, and one that sets a plan comes along. */
export function DecisionFields({ ui, form, move, way }: Props) {
  const words = annualPlanWords[ui.locale];
  const isSet = move === 'set';
  return (
    <>
      {way === 'letter' && (
        <TextField
          {...{ ui, form }}
          name="official"
          label={words.official[move]}
          hint={words.officialHint}
          required
          maxlength={160}
        />
      )}
      <TextField {...{ ui, form }} name="number" label={words.letterNumber} required={isSet} maxlength={80} />
      <TextField
        {...{ ui, form }}
        name="on"
        type="date"
        label={words.letterDay}
        required={isSet}
        maxlength={10}
      />
      <DecreeField ui={ui} form={form} required={isSet && way === 'letter'} />
    </>
  );
}

/** A browser fills no file in again, so that it is chosen anew after an error. */
function DecreeField(props: { readonly ui: Ui; readonly form: FormState; readonly required: boolean }) {
  const { ui, form, required } = props;
  const words = annualPlanWords[ui.locale];
  const error = form.errors.decree;
  return (
    <div class="mb-4">
      <label for="field-decree" class="mb-1 block font-medium">
        {words.decree}
      </label>
      <input
        id="field-decree"
        name="decree"
        type="file"
        accept="application/pdf,.pdf"
        required={required}
        class="file-input w-full"
        aria-invalid={error ? 'true' : undefined}
        aria-describedby={error ? 'hint-decree error-decree' : 'hint-decree'}
      />
      <p id="hint-decree" class="quiet mt-1 text-sm">
        {words.decreeHint}
      </p>
      {error && (
        <p id="error-decree" class="mt-1 text-sm font-medium text-error">
          {error}
        </p>
      )}
    </div>
  );
}
