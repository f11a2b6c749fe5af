import { nameText } from '../competency/parts.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { fitWords } from '../i18n/plan-fit.ts';
import type { NoticeName } from '../i18n/problem.ts';
import type { FormState } from '../layout/form.tsx';
import { Block, EmptyState, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { BudgetLine, Need, planName, rupiah, StateBadge, scheduleText } from './parts.tsx';
import { fitPath, itemPath, planPath, plansPath, realisationPath, signalsPath } from './paths.ts';
import { administers, PlanFrame } from './plan-frame.tsx';
import { PlanSteps } from './plan-steps.tsx';
import type { ItemView, PlanView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PlanView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** One version of a plan: its sums, its items, how far it is. */
export function PlanPage(props: Props) {
  const { ui, view, notice } = props;
  const words = annualPlanWords[ui.locale];
  const title = planName(ui, view);
  return (
    <PlanFrame ui={ui} title={title} notice={notice}>
      <PageHeading
        title={
          <>
            {title} <StateBadge ui={ui} state={view.state} />
          </>
        }
        lead={words.stateNotes[view.state]}
        trail={<Trail ui={ui} links={[[plansPath, words.title]]} />}
        actions={<Actions {...props} />}
      />
      <Totals ui={ui} view={view} />
      <Block id="items" title={words.items}>
        {view.items.length === 0 ? (
          <EmptyState icon="list" title={words.noItems} text={words.noItemsText}>
            {administers(ui) && (
              <a class="btn btn-primary" href={signalsPath(view.year)}>
                {words.openSignals}
              </a>
            )}
          </EmptyState>
        ) : (
          <Items ui={ui} view={view} />
        )}
      </Block>
      <PlanSteps {...props} />
      <Versions ui={ui} view={view} />
    </PlanFrame>
  );
}

function Actions({ ui, view }: Props) {
  const words = annualPlanWords[ui.locale];
  const here = planPath(view);
  const drafts = administers(ui);
  return (
    <>
      {drafts && (
        <a class="btn" href={signalsPath(view.year)}>
          {words.openSignals}
        </a>
      )}
      {view.items.length > 0 && (
        <>
          {drafts && (
            <a class="btn" href={realisationPath(view)}>
              {words.realisation}
            </a>
          )}
          {drafts && (
            <a class="btn" href={fitPath(view.year)}>
              {fitWords[ui.locale].open}
            </a>
          )}
          <a class="btn" href={`${here}/print`}>
            {words.print}
          </a>
          <a class="btn" href={`${here}/file?format=xlsx`}>
            Excel
          </a>
          <a class="btn" href={`${here}/file?format=csv`}>
            CSV
          </a>
        </>
      )}
    </>
  );
}

export function Totals({ ui, view }: { readonly ui: Ui; readonly view: PlanView }) {
  const words = annualPlanWords[ui.locale];
  const { items, people, jp, cost, saving } = view.totals;
  return (
    <dl class="mb-8 grid grid-cols-2 gap-3 lg:grid-cols-5">
      <Figure label={words.items} value={ui.format.number(items)} />
      <Figure label={words.people} value={ui.format.number(people)} note={words.peopleNote} />
      <Figure label={words.jpTotal} value={ui.format.jp(jp)} />
      <Figure label={words.cost} value={rupiah(ui, cost)} />
      <Figure label={words.saving} value={rupiah(ui, saving)} note={words.savingNote} />
    </dl>
  );
}

function Items({ ui, view }: { readonly ui: Ui; readonly view: PlanView }) {
  const words = annualPlanWords[ui.locale];
  return (
    <Table caption={words.items} columns={words.itemColumns} cards>
      {view.items.map((item) => (
        <ItemRow ui={ui} view={view} item={item} />
      ))}
    </Table>
  );
}

function ItemRow(props: { readonly ui: Ui; readonly view: PlanView; readonly item: ItemView }) {
  const { ui, view, item } = props;
  const words = annualPlanWords[ui.locale];
  const [, need, form, people, schedule, organiser, cost, saving] = words.itemColumns;
  return (
    <tr>
      <th scope="row" class="font-medium">
        {administers(ui) ? (
          <a class="text-link inline-flex min-h-8 items-center" href={itemPath(view, item.itemId)}>
            {item.title}
          </a>
        ) : (
          item.title
        )}
      </th>
      <td data-label={need}>
        <span class="quiet block text-xs">{words.sources[item.need.source]}</span>
        <Need ui={ui} year={view.year} need={item.need} />
      </td>
      <td data-label={form}>
        {nameText(ui, item.formName)}
        <span class="quiet block text-sm tabular-nums">{words.jpEach(ui.format.jp(item.jp))}</span>
      </td>
      <td data-label={people} class="tabular-nums">
        {ui.format.number(item.people)}
        <span class="quiet block text-sm">{unitsText(ui, item)}</span>
      </td>
      <td data-label={schedule}>{scheduleText(ui, item)}</td>
      <td data-label={organiser}>{item.organiser}</td>
      <td data-label={cost} class="whitespace-nowrap tabular-nums">
        {rupiah(ui, item.cost)}
        {item.budgetLine !== undefined && (
          <span class="block text-sm">
            <BudgetLine ui={ui} item={item} />
          </span>
        )}
      </td>
      <td data-label={saving} class="tabular-nums">
        <Cheaper ui={ui} item={item} />
      </td>
    </tr>
  );
}

export const unitsText = (ui: Ui, { units }: ItemView): string =>
  units.length === 0 ? annualPlanWords[ui.locale].wholeAgency : units.join(', ');

/** The cheaper form with what it would save; or why there is none; or that one is missing. */
export function Cheaper({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  const words = annualPlanWords[ui.locale];
  if (item.lacksAlternative) return <span class="font-medium text-error">{words.lacksAlternative}</span>;
  if (item.saving === undefined || !item.alternativeName) return <>{item.noAlternative ?? '–'}</>;
  return (
    <>
      {rupiah(ui, item.saving)}
      <span class="quiet block text-sm">{words.cheaperBy(nameText(ui, item.alternativeName))}</span>
    </>
  );
}

function Versions({ ui, view }: { readonly ui: Ui; readonly view: PlanView }) {
  const words = annualPlanWords[ui.locale];
  const others = view.versions.filter(({ version }) => version !== view.version);
  if (others.length === 0) return null;
  return (
    <Block id="versions" title={words.otherVersions}>
      <ul class="grid gap-2">
        {others.map((row) => (
          <li class="flex flex-wrap items-center gap-3">
            <a class="text-link inline-flex min-h-8 items-center" href={planPath(row)}>
              {planName(ui, row)}
            </a>
            <StateBadge ui={ui} state={row.state} />
          </li>
        ))}
      </ul>
    </Block>
  );
}
