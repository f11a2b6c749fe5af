import { AgencyFrame } from '../agency/frame.tsx';
import { cohortWords } from '../i18n/cohorts.ts';
import { eventWords } from '../i18n/events.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { dueField, dueIdField } from './cohort-form.ts';
import { deskCohortPath, deskCohortsPath } from './paths.ts';
import { admissionNames, type CohortChoices, cohortAudienceNames, type DeskCohortView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly form: FormState;
  readonly choices: CohortChoices;
  /** Absent: a new one. */
  readonly cohort?: DeskCohortView;
}

const zones = ['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'];

/** Everything that a cohort says; days of its steps once it is known what they are. */
export function CohortFormPage(props: Props) {
  const { ui, cohort, form } = props;
  const words = cohortWords[ui.locale];
  const title = cohort ? words.change : words.add;
  const back = cohort ? ([[deskCohortPath(cohort.cohortId), cohort.name]] as const) : [];
  return (
    <AgencyFrame current={deskCohortsPath} ui={ui} title={title}>
      <PageHeading title={title} trail={<Trail ui={ui} links={[[deskCohortsPath, words.desk], ...back]} />} />
      <form
        method="post"
        action={cohort ? `${deskCohortPath(cohort.cohortId)}/change` : `${deskCohortsPath}/new`}
        class="max-w-3xl"
      >
        <FormProblem ui={ui} form={form} />
        {cohort && <input type="hidden" name="rev" value={form.values.rev ?? '0'} />}
        <fieldset class="panel mb-6 p-5">
          <legend class="px-1 text-lg font-semibold">{words.what}</legend>
          <What {...props} />
        </fieldset>
        <fieldset class="panel mb-6 p-5">
          <legend class="px-1 text-lg font-semibold">{words.who}</legend>
          <Who {...props} />
        </fieldset>
        {cohort && <DueDays ui={ui} form={form} cohort={cohort} />}
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </AgencyFrame>
  );
}

function What({ ui, form, choices, cohort }: Props) {
  const words = cohortWords[ui.locale];
  const { fields } = words;
  const field = { ui, form };
  const subjects = [
    ['', words.choose] as const,
    ...choices.paths.map(([of, title]) => [of, `${words.subject.path}: ${plainText(ui, title)}`] as const),
    ...choices.courses.map(([of, title]) => [of, plainText(ui, title)] as const),
  ];
  return (
    <>
      <TextField {...field} name="name" label={fields.name} required maxlength={160} />
      {cohort ? (
        <p class="mb-4">
          <span class="font-medium">{fields.subject}</span>: {plainText(ui, cohort.subject.title)}
        </p>
      ) : (
        <SelectField {...field} name="subject" label={fields.subject} required options={subjects} />
      )}
      <TextField {...field} name="about" label={fields.about} maxlength={4000} multiline />
      <div class="grid gap-x-4 sm:grid-cols-3">
        <TextField {...field} name="startsOn" type="date" label={fields.startsOn} required maxlength={10} />
        <TextField {...field} name="endsOn" type="date" label={fields.endsOn} required maxlength={10} />
        <TextField
          {...field}
          name="applyUntil"
          type="date"
          label={fields.applyUntil}
          required
          maxlength={10}
        />
      </div>
      <TextField {...field} name="zone" label={fields.zone} required maxlength={64} list="zones" />
      <datalist id="zones">
        {zones.map((zone) => (
          <option value={zone} />
        ))}
      </datalist>
    </>
  );
}

function Who({ ui, form, choices }: Props) {
  const words = cohortWords[ui.locale];
  const { fields } = words;
  const { audience } = eventWords[ui.locale];
  const field = { ui, form };
  return (
    <>
      <SelectField
        {...field}
        name="admission"
        label={fields.admission}
        required
        options={admissionNames.map((one) => [one, words.admission[one]])}
      />
      <SelectField
        {...field}
        name="audience"
        label={fields.audience}
        required
        options={cohortAudienceNames.map((one) => [one, audience[one]])}
      />
      {choices.units.length > 0 && (
        <details class="mb-4" open={form.values.audience === 'units'}>
          <summary class="text-link inline-flex min-h-9 items-center">{audience.units}</summary>
          <CheckboxGroup {...field} name="unitIds" label={fields.units} options={choices.units} />
        </details>
      )}
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField
          {...field}
          name="capacity"
          label={fields.capacity}
          inputmode="numeric"
          required
          maxlength={4}
        />
        <TextField
          {...field}
          name="confirmHours"
          label={fields.confirmHours}
          hint={words.confirmHint}
          inputmode="numeric"
          required
          maxlength={3}
        />
      </div>
      <TextField
        {...field}
        name="facilitator"
        label={fields.facilitator}
        hint={words.facilitatorHint}
        maxlength={200}
      />
    </>
  );
}

function DueDays({
  ui,
  form,
  cohort,
}: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly cohort: DeskCohortView;
}) {
  const words = cohortWords[ui.locale];
  return (
    <fieldset class="panel mb-6 p-5">
      <legend class="px-1 text-lg font-semibold">{words.dueDays}</legend>
      <p class="quiet mb-4">{words.dueHint}</p>
      {cohort.steps.map(({ stepId, title }, n) => (
        <>
          <input type="hidden" name={dueIdField(n)} value={stepId} />
          <TextField
            ui={ui}
            form={form}
            name={dueField(n)}
            type="date"
            label={`${n + 1}. ${plainText(ui, title)}`}
            maxlength={10}
          />
        </>
      ))}
    </fieldset>
  );
}
