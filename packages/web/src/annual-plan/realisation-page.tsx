import { AgencyFrame } from '../agency/frame.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { fitWords } from '../i18n/plan-fit.ts';
import { EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { fitTitle } from './fit-page.tsx';
import { planName, rupiah } from './parts.tsx';
import {
  itemLearningPath,
  type LearningAt,
  learnersPath,
  type PlanAt,
  planPath,
  plansPath,
} from './paths.ts';
import type { AmountsView, LearnersView, RealisationView, RealisedItemView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly at: PlanAt;
  readonly view: RealisationView;
}

/** Each item beside what came of it; a number opens what it is made of. */
export function RealisationPage({ ui, at, view }: Props) {
  const words = annualPlanWords[ui.locale];
  const links = [
    [plansPath, words.title],
    [planPath(at), planName(ui, at)],
  ] as const;
  return (
    <AgencyFrame current={plansPath} ui={ui} title={words.realisation}>
      <PageHeading
        title={words.realisation}
        lead={words.realisationLead}
        trail={<Trail ui={ui} links={links} />}
      />
      {view.items.length === 0 ? (
        <EmptyState icon="list" title={words.noItems} text={words.noItemsText} />
      ) : (
        <Table caption={words.realisation} columns={words.realisedColumns} cards>
          {view.items.map((row) => (
            <Row ui={ui} at={at} row={row} />
          ))}
          <TotalRow ui={ui} view={view} />
        </Table>
      )}
    </AgencyFrame>
  );
}

function Row({ ui, at, row }: Pick<Props, 'ui' | 'at'> & { readonly row: RealisedItemView }) {
  const href = itemLearningPath(at, row.itemId);
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={href}>
          {row.title}
        </a>
      </th>
      <Cells ui={ui} planned={row.planned} realised={row.realised} name={row.title} href={href} />
    </tr>
  );
}

function TotalRow({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = annualPlanWords[ui.locale];
  return (
    <tr class="font-semibold">
      <th scope="row">{words.total}</th>
      <Cells ui={ui} planned={view.planned} realised={view.realised} name={words.total} />
    </tr>
  );
}

interface CellProps {
  readonly ui: Ui;
  readonly planned: AmountsView;
  readonly realised: AmountsView;
  readonly name: string;
  /** What the realised numbers open; the total stands below its list. */
  readonly href?: string;
}

function Cells({ ui, planned, realised, name, href }: CellProps) {
  const { realisedColumns } = annualPlanWords[ui.locale];
  const [, plannedPeople, people, plannedJp, jp, plannedCost, cost, absorbed] = realisedColumns;
  const open = (label: string | undefined, text: string) =>
    href === undefined ? (
      text
    ) : (
      <a
        class="text-link inline-flex min-h-8 items-center"
        href={href}
        aria-label={`${text}: ${label ?? ''}, ${name}`}
      >
        {text}
      </a>
    );
  return (
    <>
      <td data-label={plannedPeople} class="tabular-nums">
        {ui.format.number(planned.people)}
      </td>
      <td data-label={people} class="tabular-nums">
        {open(people, ui.format.number(realised.people))}
      </td>
      <td data-label={plannedJp} class="whitespace-nowrap tabular-nums">
        {ui.format.jp(planned.jp)}
      </td>
      <td data-label={jp} class="whitespace-nowrap tabular-nums">
        {open(jp, ui.format.jp(realised.jp))}
      </td>
      <td data-label={plannedCost} class="whitespace-nowrap tabular-nums">
        {rupiah(ui, planned.cost)}
      </td>
      <td data-label={cost} class="whitespace-nowrap tabular-nums">
        {open(cost, rupiah(ui, realised.cost))}
      </td>
      <td data-label={absorbed} class="tabular-nums">
        {planned.cost === 0 ? '–' : ui.format.percent((realised.cost * 100) / planned.cost)}
      </td>
    </>
  );
}

/** Who has learned something that is held for an item. */
export function LearnersPage(props: {
  readonly ui: Ui;
  readonly year: number;
  readonly learning: LearningAt;
  readonly view: LearnersView;
  readonly isFirst: boolean;
}) {
  const { ui, year, learning, view, isFirst } = props;
  const words = annualPlanWords[ui.locale];
  const { ownPlan, ownPlanYes, ownPlanNo } = fitWords[ui.locale];
  const columns = [...words.learnerColumns, ownPlan];
  const [name, jp] = columns;
  const title = fitTitle(ui, { ...learning, ...(view.title && { title: view.title }) });
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.learnersLead}
        trail={<Trail ui={ui} links={[[plansPath, words.title]]} />}
      />
      {view.rows.length === 0 ? (
        <EmptyState icon="people" title={words.noLearners} text={words.noLearnersText} />
      ) : (
        <Table caption={title} columns={columns} cards>
          {view.rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium" data-label={name}>
                {row.name}
              </th>
              <td data-label={jp} class="tabular-nums">
                {ui.format.jp(row.jp)}
              </td>
              <td data-label={ownPlan}>{row.serves ? ownPlanYes : ownPlanNo}</td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={learnersPath(year, learning)} next={view.next} isFirst={isFirst} />
    </AgencyFrame>
  );
}
