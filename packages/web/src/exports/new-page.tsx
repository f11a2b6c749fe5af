import { AgencyMenu } from '../agency/menu.tsx';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { exportsPath } from './paths.ts';
import { exportFormats, formatNames } from './ports.ts';

/** What the export is to hold, and in which format. */
export function NewExportPage(props: {
  readonly ui: Ui;
  readonly form: FormState;
  readonly units: readonly { readonly unitId: string; readonly name: string }[];
}) {
  const { ui, form, units } = props;
  const t = ui.t.exports;
  const field = { ui, form };
  return (
    <Shell ui={ui} title={t.newTitle} section="agency" menu={<AgencyMenu ui={ui} current={exportsPath} />}>
      <PageHeading
        title={t.newTitle}
        lead={t.newLead}
        trail={<Trail ui={ui} links={[[exportsPath, t.title]]} />}
      />
      <div class="panel max-w-2xl p-6">
        <FormProblem ui={ui} form={form} />
        <form method="post" action={exportsPath}>
          <SelectField
            {...field}
            name="format"
            label={t.formatField}
            hint={t.formatHint}
            required
            options={exportFormats.map((format) => [format, formatNames[format]] as const)}
          />
          <div class="grid gap-x-4 sm:grid-cols-2">
            <TextField {...field} name="from" label={t.from} hint={t.dayHint} type="date" maxlength={10} />
            <TextField {...field} name="to" label={t.to} hint={t.dayHint} type="date" maxlength={10} />
          </div>
          {units.length > 0 && (
            <SelectField
              {...field}
              name="unit"
              label={t.unit}
              options={[['', t.everyUnit], ...units.map(({ unitId, name }) => [unitId, name] as const)]}
            />
          )}
          <TextField {...field} name="course" label={t.course} hint={t.courseHint} maxlength={64} />
          <button type="submit" class="btn btn-primary">
            {t.start}
          </button>
        </form>
      </div>
    </Shell>
  );
}
