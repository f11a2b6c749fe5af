import { CheckboxGroup, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { postFamilyNames, statusNames } from '../people/ports.ts';
import { familyTerms } from '../people/post-terms.ts';
import { unitPaths } from '../people/unit-paths.ts';
import type { Ui } from '../ui.ts';
import type { ObligationChoices } from './ports.ts';

interface Fields {
  readonly ui: Ui;
  readonly form: FormState;
}

/** Whom it is for: what is left empty means anybody. */
export function AudienceFields(props: Fields & { readonly units: ObligationChoices['units'] }) {
  const { ui, units, form } = props;
  const words = ui.t.obligations;
  return (
    <fieldset class="mb-4">
      <legend class="text-lg font-semibold">{words.audience}</legend>
      <p class="quiet mb-3 text-sm">{words.audienceHint}</p>
      <UnitFields ui={ui} units={units} form={form} />
      <CheckboxGroup
        ui={ui}
        form={form}
        name="statuses"
        label={words.statuses}
        options={statusNames.map((name) => [name, name])}
      />
      <CheckboxGroup
        ui={ui}
        form={form}
        name="families"
        label={words.families}
        options={postFamilyNames.map((name) => [name, familyTerms[name]])}
      />
      <TextField
        ui={ui}
        form={form}
        name="postWords"
        label={words.postWords}
        hint={words.postWordsHint}
        maxlength={200}
      />
    </fieldset>
  );
}

/** Hundreds of units scroll in a box of their own; those that are chosen come first, so that they are seen. */
function UnitFields({ ui, units, form }: Fields & { readonly units: ObligationChoices['units'] }) {
  const words = ui.t.obligations;
  if (units.length === 0) return <></>;
  const chosen = new Set((form.values.units ?? '').split(' '));
  const paths = unitPaths(units);
  const isChosen = ([unitId]: readonly [string, string]) => chosen.has(unitId);
  const options = [...paths.filter(isChosen), ...paths.filter((path) => !isChosen(path))];
  return (
    <div class="max-h-80 overflow-y-auto rounded-box border border-base-300 px-4 pt-3 mb-4">
      <CheckboxGroup
        ui={ui}
        form={form}
        name="units"
        label={words.units}
        hint={words.unitsHint}
        options={options}
      />
    </div>
  );
}

/** Once until a day, or each year; `isFixed`: that one cannot be changed into the other. */
export function DueFields({ ui, form, isFixed }: Fields & { readonly isFixed?: boolean }) {
  const words = ui.t.obligations;
  const isYearly = form.values.often === 'yearly';
  return (
    <>
      {isFixed ? (
        <>
          <input type="hidden" name="often" value={form.values.often ?? 'once'} />
          <p class="mb-4">
            <span class="font-medium">{words.often}:</span> {isYearly ? words.yearly : words.once}
          </p>
        </>
      ) : (
        <SelectField
          ui={ui}
          form={form}
          name="often"
          label={words.often}
          required
          options={[
            ['yearly', words.yearly],
            ['once', words.once],
          ]}
        />
      )}
      <TextField
        ui={ui}
        form={form}
        name="due"
        type="date"
        label={words.due}
        hint={isFixed && !isYearly ? words.lateHint : words.dueHint}
        maxlength={10}
        required
      />
    </>
  );
}
