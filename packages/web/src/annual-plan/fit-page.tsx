import { AgencyFrame } from '../agency/frame.tsx';
import { annualPlanWords } from '../i18n/annual-plan.ts';
import { fitWords } from '../i18n/plan-fit.ts';
import { EmptyState, Figure, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { FitRowView, FitView } from './need-ports.ts';
import { planName } from './parts.tsx';
import { itemPath, learnersPath, planPath, plansPath } from './paths.ts';

interface Props {
  readonly ui: Ui;
  readonly view: FitView;
}

/** What was learned in a year: what plans name, and what none does. */
export function FitPage({ ui, view }: Props) {
  const words = fitWords[ui.locale];
  const { year, version, rows } = view;
  const title = words.title(String(year));
  const plan =
    version === undefined ? [] : [[planPath({ year, version }), planName(ui, { year, version })] as const];
  return (
    <AgencyFrame current={plansPath} ui={ui} title={title}>
      <PageHeading
        title={title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[plansPath, annualPlanWords[ui.locale].title], ...plan]} />}
      />
      {version === undefined && <p class="mb-5">{words.noPlan}</p>}
      {rows.length === 0 ? (
        <EmptyState icon="chart" title={words.none} text={words.noneText} />
      ) : (
        <>
          <Totals ui={ui} view={view} />
          <Table caption={title} columns={words.columns} cards>
            {rows.map((row) => (
              <Row ui={ui} view={view} row={row} />
            ))}
          </Table>
        </>
      )}
    </AgencyFrame>
  );
}

function Totals({ ui, view: { all, planned } }: Props) {
  const words = fitWords[ui.locale];
  return (
    <dl class="mb-6 grid grid-cols-2 gap-3 lg:grid-cols-4">
      <Figure
        label={words.fit}
        value={all.jp === 0 ? '–' : ui.format.percent((100 * planned.jp) / all.jp)}
        note={words.fitNote}
      />
      <Figure label={words.plannedJp} value={ui.format.jp(planned.jp)} />
      <Figure label={words.allJp} value={ui.format.jp(all.jp)} />
      <Figure label={words.times} value={ui.format.number(all.people)} note={words.timesNote} />
    </dl>
  );
}

export function fitTitle(ui: Ui, row: Pick<FitRowView, 'kind' | 'learningId' | 'title' | 'item'>): string {
  const words = fitWords[ui.locale];
  if (row.title) return plainText(ui, row.title);
  const source = Object.entries(words.sources).find(([name]) => row.learningId === `-${name}`);
  if (source) return source[1];
  return row.kind === 'elsewhere' ? words.elsewhere : annualPlanWords[ui.locale].gone;
}

/** What people learn from each other happens here, and is called elsewhere in the ledger alone. */
const kindName = ({ locale }: Ui, { kind, learningId }: FitRowView): string =>
  learningId === '-shared' ? fitWords[locale].sharedKind : annualPlanWords[locale].kinds[kind];

function Row({ ui, view, row }: Props & { readonly row: FitRowView }) {
  const words = fitWords[ui.locale];
  const [, people, jp, standing] = words.columns;
  const { year, version } = view;
  const title = fitTitle(ui, row);
  return (
    <tr>
      <th scope="row" class="font-medium">
        <a class="text-link inline-flex min-h-8 items-center" href={learnersPath(year, row)}>
          {title}
        </a>
        <span class="quiet block text-sm font-normal">{kindName(ui, row)}</span>
      </th>
      <td data-label={people} class="tabular-nums">
        {ui.format.number(row.all.people)}
      </td>
      <td data-label={jp} class="whitespace-nowrap tabular-nums">
        {ui.format.jp(row.all.jp)}
      </td>
      <td data-label={standing}>
        {row.item && version !== undefined ? (
          <>
            <span class="tag tag-success">{words.inPlan}</span>{' '}
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={itemPath({ year, version }, row.item.itemId)}
            >
              {row.item.title}
            </a>
          </>
        ) : row.planned.people > 0 ? (
          <>
            <span class="tag tag-warning">{words.partly}</span>{' '}
            {words.ofOwnPlans(ui.format.number(row.planned.people), ui.format.jp(row.planned.jp))}
          </>
        ) : (
          <span class="tag">{words.outside}</span>
        )}
      </td>
    </tr>
  );
}
