import { provinceCodes, provinceName } from '@sinau/kernel';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { type Desk, DeskShell, personPath } from './desk.tsx';
import type { UnitPeopleView, UnitTreeView, UnitView } from './ports.ts';
import { unitPaths } from './unit-paths.ts';

interface Props {
  readonly ui: Ui;
  readonly desk: Desk;
  /** Address of this page. */
  readonly path: string;
  readonly unit: UnitView;
  readonly tree: UnitTreeView;
  readonly people: UnitPeopleView;
  readonly isFirst: boolean;
  readonly change: FormState;
  readonly end: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One unit: who works in its branch, what it was, and the ways to change it. */
export function UnitPage(props: Props) {
  const { ui, desk, path, unit, tree } = props;
  const words = ui.t.people;
  const current = desk === 'operator' ? '/operator/agencies' : '/agency/units';
  const above = path.slice(0, path.lastIndexOf('/'));
  return (
    <DeskShell ui={ui} desk={desk} title={unit.name} current={current} notice={props.notice}>
      <PageHeading
        title={unit.name}
        lead={[
          words.unitSince(ui.format.date(unit.validFrom)),
          ...(unit.validTo === undefined ? [] : [words.unitUntil(ui.format.date(unit.validTo))]),
        ].join(' ')}
        trail={<Trail ui={ui} links={[[above, `${words.unitsTitle}: ${tree.agency}`]]} />}
      />
      <div class="grid items-start gap-x-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          <People {...props} />
          <History {...props} />
        </div>
        <div class="min-w-0">
          {unit.validTo === undefined && <Change {...props} />}
          <End {...props} />
        </div>
      </div>
    </DeskShell>
  );
}

function People({ ui, desk, path, people, isFirst }: Props) {
  const words = ui.t.people;
  const { columns } = ui.t.agency;
  return (
    <Block id="people" title={words.unitPeopleTitle}>
      {people.people.length === 0 ? (
        <p class="quiet">{words.unitPeopleEmpty}</p>
      ) : (
        <Table caption={words.unitPeopleTitle} columns={[columns.name, columns.nip, columns.status]} cards>
          {people.people.map((person) => (
            <tr>
              <th scope="row" class="font-medium">
                <a
                  href={personPath(desk, person.personId)}
                  class="text-link inline-flex min-h-8 items-center"
                >
                  {person.name}
                </a>
              </th>
              <td data-label={columns.nip} class="font-mono text-sm whitespace-nowrap">
                {person.maskedEmployeeNumber ?? '–'}
              </td>
              <td data-label={columns.status}>{ui.t.agency.personStatus[person.status]}</td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={path} next={people.next} isFirst={isFirst} />
    </Block>
  );
}

function History({ ui, unit }: Props) {
  if (unit.past.length === 0) return null;
  return (
    <Block id="history" title={ui.t.people.unitHistory}>
      <ul class="list-disc ps-5">
        {unit.past.map(({ until, path }) => (
          <li>
            {path} <span class="quiet">({ui.t.people.until(ui.format.date(until))})</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Change({ ui, path, unit, tree, change: form }: Props) {
  const words = ui.t.people;
  const others = unitPaths(tree.units).filter(([unitId]) => unitId !== unit.unitId);
  return (
    <Block id="change" title={words.changeUnit}>
      <form method="post" action={path} class="panel p-5">
        <p class="quiet mb-4 text-sm">{words.changeUnitText}</p>
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="name" label={words.unitName} required maxlength={200} />
        <SelectField
          ui={ui}
          form={form}
          name="parentId"
          label={words.parent}
          options={[['', words.topUnit], ...others]}
        />
        <TextField
          ui={ui}
          form={form}
          name="from"
          type="date"
          label={words.from}
          hint={words.fromHint}
          maxlength={10}
        />
        <SelectField
          ui={ui}
          form={form}
          name="province"
          label={words.province}
          hint={words.provinceHint}
          options={[
            ['', words.asAbove],
            ...provinceCodes.map((code) => [code, provinceName(code) ?? code] as const),
          ]}
        />
        <label class="mb-4 flex items-start gap-3">
          <input
            type="checkbox"
            class="checkbox checkbox-sm mt-0.5"
            name="remote"
            value="yes"
            checked={form.values.remote === 'yes'}
          />
          <span>
            {words.remote}
            <span class="quiet block text-sm">{words.remoteHint}</span>
          </span>
        </label>
        <button type="submit" class="btn btn-primary">
          {ui.t.shell.save}
        </button>
      </form>
    </Block>
  );
}

function End({ ui, path, unit, end: form }: Props) {
  const words = ui.t.people;
  const isEnded = unit.validTo !== undefined;
  return (
    <Block id="end" title={isEnded ? words.reopenUnit : words.endUnit}>
      <form method="post" action={`${path}/end`} class="panel p-5">
        {!isEnded && <p class="quiet mb-4 text-sm">{words.endUnitText}</p>}
        <FormProblem ui={ui} form={form} />
        {isEnded ? (
          <input type="hidden" name="lastDay" value="" />
        ) : (
          <TextField
            ui={ui}
            form={form}
            name="lastDay"
            type="date"
            label={words.lastDay}
            required
            maxlength={10}
          />
        )}
        <button type="submit" class="btn">
          {isEnded ? words.reopenUnit : words.endUnit}
        </button>
      </form>
    </Block>
  );
}
