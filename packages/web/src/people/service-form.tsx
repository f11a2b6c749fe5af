import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type Desk, personPath } from './desk.tsx';
import {
  educationNames,
  gradeNames,
  legalStandingNames,
  type PersonView,
  postFamilyNames,
  postLevelNames,
  statusNames,
} from './ports.ts';
import { educationTerms, familyTerms, gradeTerm, legalStandingTerms, levelTerms } from './post-terms.ts';

/** Number, status and post of somebody of an agency, each from a day on; what was before stays known. */
export function ServiceForm(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly person: PersonView;
  readonly form: FormState;
}) {
  const { ui, desk, person, form } = props;
  const words = ui.t.people.service;
  const day = { type: 'date', maxlength: 10 } as const;
  return (
    <Block id="service" title={words.title}>
      <form method="post" action={`${personPath(desk, person.personId)}/service`} class="panel p-5">
        <p class="quiet mb-4 text-sm">{words.text}</p>
        <FormProblem ui={ui} form={form} />
        <SelectField
          ui={ui}
          form={form}
          name="status"
          label={words.status}
          options={[['', words.unknown], ...statusNames.map((name) => [name, name] as const)]}
        />
        <TextField
          ui={ui}
          form={form}
          name="statusFrom"
          label={words.statusFrom}
          hint={words.fromHint}
          {...day}
        />
        <TextField ui={ui} form={form} name="contractFrom" label={words.contractFrom} {...day} />
        <TextField ui={ui} form={form} name="contractTo" label={words.contractTo} {...day} />
        <TextField
          ui={ui}
          form={form}
          name="number"
          label={words.number}
          hint={words.numberHint(person.maskedEmployeeNumber)}
          maxlength={64}
        />
        <TextField ui={ui} form={form} name="post" label={words.post} maxlength={200} />
        <SelectField
          ui={ui}
          form={form}
          name="family"
          label={words.family}
          options={[
            ['', words.unknown],
            ...postFamilyNames.map((name) => [name, familyTerms[name]] as const),
          ]}
        />
        <SelectField
          ui={ui}
          form={form}
          name="level"
          label={words.level}
          options={[['', words.none], ...postLevelNames.map((name) => [name, levelTerms[name]] as const)]}
        />
        <TextField
          ui={ui}
          form={form}
          name="postFrom"
          label={words.postFrom}
          hint={words.fromHint}
          {...day}
        />
        <RankFields ui={ui} form={form} />
        <button type="submit" class="btn btn-primary">
          {ui.t.shell.save}
        </button>
      </form>
    </Block>
  );
}

/** Grade, legal standing and education, each with its day. */
function RankFields({ ui, form }: { readonly ui: Ui; readonly form: FormState }) {
  const words = ui.t.people.service;
  const rows = [
    ['grade', words.grade, gradeNames.map((name) => [name, gradeTerm(name)] as const)],
    [
      'legalStanding',
      words.legalStanding,
      legalStandingNames.map((name) => [name, legalStandingTerms[name]] as const),
    ],
    ['education', words.education, educationNames.map((name) => [name, educationTerms[name]] as const)],
  ] as const;
  return (
    <>
      {rows.map(([name, label, options]) => (
        <div class="grid gap-x-4 sm:grid-cols-2">
          <SelectField
            ui={ui}
            form={form}
            name={name}
            label={label}
            options={[['', words.unknown], ...options]}
          />
          <TextField
            {...{
              ui,
              form,
              name: `${name}From`,
              label: words.since(label),
              hint: name === 'legalStanding' ? words.standingHint : words.fromHint,
            }}
            type="date"
            maxlength={10}
          />
        </div>
      ))}
    </>
  );
}
