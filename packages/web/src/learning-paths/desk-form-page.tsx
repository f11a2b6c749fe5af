import type { Child } from 'hono/jsx';
import { eventWords } from '../i18n/events.ts';
import { pathWords } from '../i18n/learning-paths.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { groupField, shownGroups, shownSteps, stepField } from './path-form.ts';
import { DeskFrame, deskPathPath, type PathPlace } from './place.tsx';
import type { PathChoices } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly place: PathPlace;
  readonly form: FormState;
  readonly choices: PathChoices;
  /** Absent: a new one. */
  readonly path?: { readonly pathId: string; readonly title: string };
}

/** Everything that a path says, in one form that needs no script. */
export function PathFormPage(props: Props) {
  const { ui, place, path, form } = props;
  const words = pathWords[ui.locale];
  const title = path ? words.change : words.add;
  const back = path ? ([[deskPathPath(place, path.pathId), path.title]] as const) : [];
  return (
    <DeskFrame ui={ui} place={place} title={title}>
      <PageHeading
        title={title}
        lead={words.formLead}
        trail={<Trail ui={ui} links={[[place.path, words.desk], ...back]} />}
      />
      <form
        method="post"
        action={path ? `${deskPathPath(place, path.pathId)}/change` : `${place.path}/new`}
        class="max-w-3xl"
      >
        <FormProblem ui={ui} form={form} />
        {path && <input type="hidden" name="rev" value={form.values.rev ?? '0'} />}
        <What {...props} />
        {shownGroups(form).map((n) => (
          <Group {...props} n={n} />
        ))}
        <p class="quiet mb-4 text-sm">{words.moreRows}</p>
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
    </DeskFrame>
  );
}

function Panel({ title, children }: { readonly title: string; readonly children?: Child }) {
  return (
    <fieldset class="panel mb-6 p-5">
      <legend class="px-1 text-lg font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

function What({ ui, place, form, choices }: Props) {
  const words = pathWords[ui.locale];
  const { audience } = eventWords[ui.locale];
  const field = { ui, form };
  return (
    <Panel title={words.what}>
      <TextField {...field} name="title" label={words.fields.title} required maxlength={160} />
      <TextField {...field} name="about" label={words.fields.about} maxlength={4000} multiline />
      {place.section === 'studio' ? (
        <input type="hidden" name="audience" value="all" />
      ) : (
        <>
          <SelectField
            {...field}
            name="audience"
            label={words.fields.audience}
            required
            options={(['agency', 'units', 'all'] as const).map((one) => [one, audience[one]])}
          />
          {choices.units.length > 0 && (
            <details class="mb-4" open={form.values.audience === 'units'}>
              <summary class="text-link inline-flex min-h-9 items-center">{audience.units}</summary>
              <CheckboxGroup {...field} name="unitIds" label={words.fields.units} options={choices.units} />
            </details>
          )}
        </>
      )}
      <CheckboxGroup
        {...field}
        name="strict"
        label={words.fields.strict}
        hint={words.strictHint}
        options={[['yes', words.strictYes]]}
      />
    </Panel>
  );
}

function Group({ ui, form, choices, n }: Props & { readonly n: number }) {
  const words = pathWords[ui.locale];
  const field = { ui, form };
  const id = form.values[groupField(n, 'id')];
  const options = [
    ['', words.noStep] as const,
    ...choices.courses.map(([of, title]) => [of, plainText(ui, title)] as const),
    ...choices.events.map(([of, title]) => [of, `${words.kind.event}: ${plainText(ui, title)}`] as const),
  ];
  return (
    <Panel title={words.part(n + 1)}>
      {id && <input type="hidden" name={groupField(n, 'id')} value={id} />}
      <div class="grid gap-x-4 sm:grid-cols-2">
        <TextField {...field} name={groupField(n, 'title')} label={words.fields.part} maxlength={160} />
        <TextField
          {...field}
          name={groupField(n, 'needs')}
          label={words.fields.needs}
          hint={words.needsHint}
          inputmode="numeric"
          maxlength={2}
        />
      </div>
      {shownSteps(form, n).map((m) => {
        const stepId = form.values[stepField(n, m, 'id')];
        return (
          <fieldset class="grid gap-x-4 sm:grid-cols-2">
            <legend class="mb-1 font-semibold">{words.step(`${n + 1}.${m + 1}`)}</legend>
            {stepId && <input type="hidden" name={stepField(n, m, 'id')} value={stepId} />}
            <SelectField {...field} name={stepField(n, m, 'of')} label={words.fields.of} options={options} />
            <TextField
              {...field}
              name={stepField(n, m, 'after')}
              label={words.fields.after}
              hint={words.afterHint}
              maxlength={200}
            />
          </fieldset>
        );
      })}
    </Panel>
  );
}
