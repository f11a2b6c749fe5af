import { annualPlanWords } from '../i18n/annual-plan.ts';
import { needWords } from '../i18n/needs.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { planName, StateBadge } from './parts.tsx';
import { planPath, plansPath, rulesPath, signalsPath, standingPath } from './paths.ts';
import { administers, PlanFrame } from './plan-frame.tsx';
import type { PlanListView, PlanRow } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PlanListView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Plans of one's agency by year and version. */
export function PlansPage(props: Props) {
  const { ui, view, notice } = props;
  const words = annualPlanWords[ui.locale];
  return (
    <PlanFrame ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} actions={administers(ui) && <Needs ui={ui} />} />
      {view.plans.length === 0 ? (
        <EmptyState
          icon="list"
          title={words.none}
          text={administers(ui) ? words.noneText : words.noneTextOfficial}
        />
      ) : (
        <Table
          caption={words.title}
          columns={administers(ui) ? words.planColumns : words.planColumns.slice(0, -1)}
          cards
        >
          {view.plans.map((row) => (
            <Row ui={ui} row={row} />
          ))}
        </Table>
      )}
      {administers(ui) && view.years.length > 0 && <BeginForm {...props} />}
    </PlanFrame>
  );
}

/** What needs come of and is kept beside plans. */
function Needs({ ui }: { readonly ui: Ui }) {
  const words = needWords[ui.locale];
  return (
    <>
      <a class="btn" href={rulesPath}>
        {words.openRules}
      </a>
      <a class="btn" href={standingPath}>
        {words.openStanding}
      </a>
    </>
  );
}

function Row({ ui, row }: { readonly ui: Ui; readonly row: PlanRow }) {
  const words = annualPlanWords[ui.locale];
  const [, state, since, items, signals] = words.planColumns;
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={planPath(row)}>
          {planName(ui, row)}
        </a>
      </th>
      <td data-label={state}>
        <StateBadge ui={ui} state={row.state} />
      </td>
      <td data-label={since}>{ui.format.date(row.since)}</td>
      <td data-label={items} class="tabular-nums">
        {ui.format.number(row.items)}
      </td>
      {administers(ui) && (
        <td data-label={signals}>
          <a
            class="text-link inline-flex min-h-8 items-center"
            href={signalsPath(row.year)}
            aria-label={`${words.openSignals}: ${planName(ui, row)}`}
          >
            {words.openSignals}
          </a>
        </td>
      )}
    </tr>
  );
}

function BeginForm({ ui, view, form }: Props) {
  const words = annualPlanWords[ui.locale];
  return (
    <form method="post" action={plansPath} class="panel mt-6 max-w-xl p-5">
      <h2 class="mb-3 text-lg font-semibold">{words.begin}</h2>
      <FormProblem ui={ui} form={form} />
      <SelectField
        ui={ui}
        form={form}
        name="year"
        label={words.year}
        hint={words.beginHint}
        required
        options={view.years.map((year) => [String(year), String(year)])}
      />
      <button type="submit" class="btn btn-primary">
        {words.begin}
      </button>
    </form>
  );
}
