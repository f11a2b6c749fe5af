import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type Desk, DeskShell } from './desk.tsx';
import type { UnitRow } from './ports.ts';
import { unitPaths } from './unit-paths.ts';

/** The tree of an agency, each unit by its whole path, with a form to add one. */
export function UnitsPage(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  /** Address of this page. */
  readonly path: string;
  readonly agency: string;
  readonly units: readonly UnitRow[];
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, desk, path, form } = props;
  const { operator } = ui.t;
  const words = ui.t.people;
  const units = unitPaths(props.units);
  const [current, above] =
    desk === 'operator'
      ? ['/operator/agencies', operator.agenciesTitle]
      : ['/agency/people', ui.t.agency.peopleTitle];
  return (
    <DeskShell ui={ui} desk={desk} title={words.unitsTitle} current={current} notice={props.notice}>
      <PageHeading
        title={words.unitsTitle}
        lead={words.unitsLead(props.agency)}
        trail={<Trail ui={ui} links={[[current, above]]} />}
      />
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div class="min-w-0">
          {units.length === 0 ? (
            <EmptyState icon="building" title={words.unitsEmptyTitle} text={words.unitsEmptyText} />
          ) : (
            <Table caption={words.unitsTitle} columns={[words.unitColumns]}>
              {units.map(([, name]) => (
                <tr>
                  <th scope="row" class="font-medium">
                    {name}
                  </th>
                </tr>
              ))}
            </Table>
          )}
        </div>
        <Block id="create" title={words.createUnit}>
          <form method="post" action={path} class="panel p-5">
            <FormProblem ui={ui} form={form} />
            <TextField ui={ui} form={form} name="name" label={words.unitName} required maxlength={200} />
            <SelectField
              ui={ui}
              form={form}
              name="parentId"
              label={words.parent}
              options={[['', words.topUnit], ...units]}
            />
            <button type="submit" class="btn btn-primary">
              {words.createUnit}
            </button>
          </form>
        </Block>
      </div>
    </DeskShell>
  );
}
