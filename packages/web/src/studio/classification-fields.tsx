import type { ClassificationChoices, ClassificationFacts, ListedChoices } from '../course/classification.ts';
import { classificationWords } from '../i18n/classification.ts';
import { CheckboxGroup, type FormState, SelectField } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';

/** Names of the fields of affairs in the form, the main one first. */
export const fieldNames = ['field1', 'field2', 'field3'] as const;

interface Props {
  readonly ui: Ui;
  readonly form: FormState;
  readonly choices: ClassificationChoices;
}

/** What the course is about in lists that everybody has; folded, as most of a course is said without. */
export function ClassificationFields({ ui, form, choices }: Props) {
  const words = classificationWords[ui.locale];
  const shared = { ui, form };
  const named = ({ rows }: ListedChoices) =>
    rows.map(({ code, name }) => [code, plainText(ui, name)] as const);
  const orNone = (list: ListedChoices) => [['', words.none] as const, ...byName(named(list), ui)];
  const unconfirmed = (
    [
      [words.field, choices.fields],
      [words.digitalPillars, choices.digitalPillars],
      [words.certification, choices.certification],
      [words.coreValues, choices.coreValues],
    ] as const
  ).flatMap(([label, { isConfirmed }]) => (isConfirmed ? [] : [label]));
  return (
    <fieldset class="mb-4 border-t border-base-300 pt-4">
      <legend class="float-left w-full text-lg font-semibold">{words.legend}</legend>
      <p class="quiet clear-both mb-4 text-sm">{words.lead}</p>
      <div class="grid gap-x-5 md:grid-cols-2">
        <CheckboxGroup
          {...shared}
          name="coreValues"
          label={words.coreValues}
          options={named(choices.coreValues)}
        />
        <div>
          <CheckboxGroup
            {...shared}
            name="digitalPillars"
            label={words.digitalPillars}
            options={named(choices.digitalPillars)}
          />
          <SelectField
            {...shared}
            name="certification"
            label={words.certification}
            options={orNone(choices.certification)}
          />
        </div>
        {fieldNames.map((name, n) => (
          <SelectField
            {...shared}
            name={name}
            label={words.fields[n] ?? ''}
            options={orNone(choices.fields)}
            {...(n === 0 && { hint: words.mainHint })}
          />
        ))}
      </div>
      {unconfirmed.length > 0 && <p class="quiet text-sm">{words.unconfirmed(unconfirmed.join(', '))}</p>}
    </fieldset>
  );
}

const byName = (options: readonly (readonly [string, string])[], ui: Ui) =>
  options.toSorted(([, a], [, b]) => a.localeCompare(b, ui.locale));

/** As the form holds it. */
export function classificationValues(facts: ClassificationFacts | undefined): FormState['values'] {
  return {
    coreValues: (facts?.coreValues ?? []).join(' '),
    digitalPillars: (facts?.digitalPillars ?? []).join(' '),
    certification: facts?.certification ?? '',
    ...Object.fromEntries(fieldNames.map((name, n) => [name, facts?.fields[n] ?? ''])),
  };
}

interface Sent extends Readonly<Record<(typeof fieldNames)[number] | 'certification', string>> {
  readonly coreValues: readonly string[];
  readonly digitalPillars: readonly string[];
}

/** What was sent, and the fields of the form that hold what no list has. An empty field before a full one is passed over. */
export function readClassification(
  sent: Sent,
  choices: ClassificationChoices,
): { readonly facts: ClassificationFacts; readonly wrong: readonly string[] } {
  const has = ({ rows }: ListedChoices, code: string) => rows.some((row) => row.code === code);
  const { coreValues, digitalPillars, certification } = sent;
  const wrongField = fieldNames.filter((name, n) => {
    const isTwice = fieldNames.findIndex((other) => sent[other] === sent[name]) < n;
    return sent[name] !== '' && (isTwice || !has(choices.fields, sent[name]));
  });
  return {
    facts: {
      ...{ coreValues, digitalPillars },
      fields: fieldNames.map((name) => sent[name]).filter((code) => code !== ''),
      ...(certification !== '' && { certification }),
    },
    wrong: [
      ...wrongField,
      ...(coreValues.every((code) => has(choices.coreValues, code)) ? [] : ['coreValues']),
      ...(digitalPillars.every((code) => has(choices.digitalPillars, code)) ? [] : ['digitalPillars']),
      ...(certification === '' || has(choices.certification, certification) ? [] : ['certification']),
    ],
  };
}
