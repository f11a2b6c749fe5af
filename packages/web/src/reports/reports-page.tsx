import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { reportHref, reportsPath } from './paths.ts';
import { type ReportChoices, type ReportView, reportFormatNames, reportKindNames } from './ports.ts';

/** What was asked for, and the form that asks for more. */
export function ReportsPage(props: {
  readonly ui: Ui;
  readonly reports: readonly ReportView[];
  readonly choices: ReportChoices;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, reports } = props;
  const words = ui.t.reports;
  const { report, content, state, asked } = words.columns;
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={reportsPath} />}
    >
      <PageHeading title={words.title} lead={words.lead} />
      <Block id="new" title={words.ask}>
        <OrderForm {...props} />
      </Block>
      <Block id="reports" title={words.made}>
        {reports.length === 0 ? (
          <EmptyState icon="chart" title={words.emptyTitle} text={words.emptyText} />
        ) : (
          <Table caption={words.made} columns={[report, content, state, asked]} cards>
            {reports.map((view) => (
              <tr>
                <th scope="row" class="font-medium">
                  <a class="text-link inline-flex min-h-8 items-center" href={reportHref(view.reportId)}>
                    {words.kind[view.kind]}
                  </a>
                </th>
                <td data-label={content}>{contentOf(view)}</td>
                <td data-label={state}>{words.state[view.state]}</td>
                <td data-label={asked}>
                  <When ui={ui} at={view.createdAt} /> · {view.requestedBy}
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Block>
    </Shell>
  );
}

export const contentOf = ({ year, unit, format }: ReportView): string =>
  [String(year), unit, format === 'csv' ? 'CSV' : 'Excel'].filter((part) => part !== undefined).join(' · ');

function OrderForm(props: Parameters<typeof ReportsPage>[0]) {
  const { ui, choices } = props;
  const words = ui.t.reports;
  const values = { kind: 'jp', format: 'xlsx', year: String(choices.year), ...props.form.values };
  const field = { ui, form: { ...props.form, values } };
  return (
    <form method="post" action={reportsPath} class="panel grid gap-x-4 p-5 sm:grid-cols-2">
      <div class="sm:col-span-2">
        <FormProblem ui={ui} form={props.form} />
      </div>
      <SelectField
        {...field}
        name="kind"
        label={words.columns.report}
        required
        options={reportKindNames.map((kind) => [kind, words.kind[kind]] as const)}
      />
      <SelectField
        {...field}
        name="format"
        label={words.format}
        required
        options={reportFormatNames.map((format) => [format, words.formats[format]] as const)}
      />
      <TextField {...field} name="year" inputmode="numeric" label={words.year} required maxlength={4} />
      <SelectField
        {...field}
        name="unit"
        label={words.unit}
        hint={words.unitHint}
        options={[['', words.allUnits], ...choices.units.map(({ unitId, name }) => [unitId, name] as const)]}
      />
      <div class="sm:col-span-2">
        <button type="submit" class="btn btn-primary">
          {words.ask}
        </button>
      </div>
    </form>
  );
}
