import { DeskFrame } from '../approvals/frame.tsx';
import { championWords } from '../i18n/champions.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { agencyChampionsPath, takeBackChampionPath } from './paths.ts';
import type { AgencyChampionsView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: AgencyChampionsView;
  readonly form?: FormState | undefined;
}

/** Whom the agency has asked to help others, and who has said yes. */
export function AgencyChampionsPage(
  props: Props & { readonly isFirst: boolean; readonly notice?: NoticeName | undefined },
) {
  const { ui, view } = props;
  const words = championWords[ui.locale].desk;
  return (
    <DeskFrame ui={ui} desk="agency" title={words.title} current={agencyChampionsPath} notice={props.notice}>
      <PageHeading title={words.title} lead={words.lead} />
      <NameForm {...props} />
      <Block id="list" title={words.list}>
        <Champions ui={ui} view={view} />
        <Paging ui={ui} path={agencyChampionsPath} next={view.next} isFirst={props.isFirst} />
        <p class="quiet mt-3 max-w-[68ch] text-sm">{words.rule}</p>
      </Block>
    </DeskFrame>
  );
}

function NameForm({ ui, view, form = emptyForm }: Props) {
  const words = championWords[ui.locale].desk;
  return (
    <Block id="name" title={words.nameTitle}>
      <form method="post" action={agencyChampionsPath} class="panel max-w-2xl p-5">
        <FormProblem ui={ui} form={form} />
        <TextField {...{ ui, form, name: 'who', label: words.who, maxlength: 254 }} required />
        <SelectField
          {...{ ui, form, name: 'unitId', label: words.unit, hint: words.unitHint }}
          options={[['', words.unitOwn], ...view.units]}
        />
        <button type="submit" class="btn btn-primary">
          {words.name}
        </button>
      </form>
    </Block>
  );
}

function Champions({ ui, view }: Props) {
  const words = championWords[ui.locale].desk;
  const { columns } = words;
  if (view.rows.length === 0)
    return <EmptyState icon="people" title={words.noneTitle} text={words.noneText} />;
  return (
    <Table
      caption={words.list}
      columns={[columns.person, columns.unit, columns.state, columns.since, columns.act]}
      cards
    >
      {view.rows.map(({ personId, name, unit, state, since }) => (
        <tr>
          <th scope="row" class="font-medium">
            {name}
          </th>
          <td data-label={columns.unit}>{unit}</td>
          <td data-label={columns.state}>{words.state[state]}</td>
          <td data-label={columns.since}>{ui.format.date(since)}</td>
          <td data-label={columns.act}>
            <form method="post" action={takeBackChampionPath(personId)}>
              <button type="submit" class="btn btn-sm" aria-label={words.takeBackOf(name)}>
                {words.takeBack}
              </button>
            </form>
          </td>
        </tr>
      ))}
    </Table>
  );
}
