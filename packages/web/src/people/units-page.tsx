import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type Desk, DeskShell } from './desk.tsx';
import type { UnitTreeView } from './ports.ts';
import { unitPaths } from './unit-paths.ts';

/** By depth; deeper ones stand as the last. */
const indents = ['', 'ps-4', 'ps-8', 'ps-12', 'ps-16', 'ps-20'] as const;

/** The tree of an agency, each unit by its whole path, with a form to add one. */
export function UnitsPage(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  /** Address of this page. */
  readonly path: string;
  readonly tree: UnitTreeView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, desk, path, form, tree } = props;
  const { operator } = ui.t;
  const words = ui.t.people;
  const units = unitPaths(tree.units);
  const { number } = ui.format;
  const [current, ...above] =
    desk === 'operator'
      ? (['/operator/agencies', '/operator/agencies', operator.agenciesTitle] as const)
      : (['/agency/units', '/agency/people', ui.t.agency.peopleTitle] as const);
  return (
    <DeskShell ui={ui} desk={desk} title={words.unitsTitle} current={current} notice={props.notice}>
      <PageHeading
        title={words.unitsTitle}
        lead={words.unitsLead(tree.agency)}
        trail={<Trail ui={ui} links={[above]} />}
      />
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_20rem]">
        <div class="min-w-0">
          {units.length === 0 ? (
            <EmptyState icon="building" title={words.unitsEmptyTitle} text={words.unitsEmptyText} />
          ) : (
            <Table
              caption={words.unitsTitle}
              columns={[words.unitColumns, words.unitPeople, words.branchPeople]}
            >
              {tree.units.map((unit) => (
                <tr>
                  <th scope="row" class="w-full font-medium">
                    <span class={`inline-block ${indents[Math.min(unit.depth, indents.length - 1)]}`}>
                      {unit.depth > 0 && (
                        <span aria-hidden="true" class="quiet">
                          └{' '}
                        </span>
                      )}
                      <a
                        href={`${path}/${encodeURIComponent(unit.unitId)}`}
                        class="text-link inline-flex min-h-8 items-center"
                      >
                        {unit.name}
                      </a>
                    </span>
                  </th>
                  <td class="tabular-nums">{number(unit.people)}</td>
                  <td class="tabular-nums">{number(unit.branchPeople)}</td>
                </tr>
              ))}
            </Table>
          )}
          {tree.withoutUnit > 0 && <p class="mt-3">{words.withoutUnit(number(tree.withoutUnit))}</p>}
          {tree.ended.length > 0 && (
            <details class="mt-4">
              <summary class="cursor-pointer font-medium">{words.endedUnits}</summary>
              <ul class="mt-2 list-disc ps-5">
                {tree.ended.map(({ unitId, name, validTo }) => (
                  <li>
                    <a href={`${path}/${encodeURIComponent(unitId)}`} class="text-link">
                      {name}
                    </a>{' '}
                    <span class="quiet">{words.endedOn(ui.format.date(validTo))}</span>
                  </li>
                ))}
              </ul>
            </details>
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
