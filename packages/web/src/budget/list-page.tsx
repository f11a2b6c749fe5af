import { budgetWords } from '../i18n/budget.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, Figure, hrefOf, PageHeading, Table } from '../layout/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { absorptionOf, BoundBar, BudgetFrame } from './frame.tsx';
import { budgetPath, linePath } from './paths.ts';
import { PerUnit } from './per-unit.tsx';
import { type BudgetYearView, boundStateNames, type LineView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: BudgetYearView;
}

/** Lines of a year with what is bound of each; every number leads to what makes it. */
export function BudgetPage(props: Props & { readonly notice: NoticeName | undefined }) {
  const { ui, view } = props;
  const words = budgetWords[ui.locale];
  const query = { year: String(view.year) };
  return (
    <BudgetFrame ui={ui} title={words.title} current={budgetPath} notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <>
            {view.lines.length > 0 && (
              <>
                <a class="btn" href={hrefOf(`${budgetPath}/lines.csv`, query)}>
                  {words.csv}
                </a>
                <a class="btn" href={hrefOf(`${budgetPath}/lines.xlsx`, query)}>
                  {words.xlsx}
                </a>
              </>
            )}
            <a href={`${budgetPath}/new`} class="btn btn-primary">
              {words.add}
            </a>
          </>
        }
      />
      <Block
        id="lines"
        title={words.lines(view.year)}
        aside={
          <nav aria-label={words.years} class="no-print flex gap-3">
            {[view.year - 1, view.year + 1].map((year) => (
              <a class="text-link" href={hrefOf(budgetPath, { year: String(year) })}>
                {year}
              </a>
            ))}
          </nav>
        }
      >
        {view.lines.length === 0 ? (
          <EmptyState icon="book" title={words.noneTitle} text={words.noneText} />
        ) : (
          <>
            <Totals {...props} />
            <Lines {...props} />
          </>
        )}
      </Block>
      <PerUnit {...props} />
    </BudgetFrame>
  );
}

const sumOf = (lines: readonly LineView[], what: 'ceiling' | 'room' | 'reserved' | 'committed' | 'spent') =>
  lines.reduce((sum, line) => sum + line[what], 0);

function Totals({ ui, view }: Props) {
  const words = budgetWords[ui.locale];
  const { lines } = view;
  const [ceiling, spent] = [sumOf(lines, 'ceiling'), sumOf(lines, 'spent')];
  return (
    <dl class="mb-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
      <Figure label={words.ceiling} value={rupiah(ui, ceiling)} />
      <Figure label={words.state.spent} value={rupiah(ui, spent)} note={words.stateNote.spent} />
      <Figure label={words.room} value={rupiah(ui, sumOf(lines, 'room'))} />
      <Figure
        label={words.absorption}
        value={ui.format.percent(absorptionOf({ ceiling, spent }))}
        note={words.absorptionNote}
      />
    </dl>
  );
}

function Lines({ ui, view }: Props) {
  const words = budgetWords[ui.locale];
  const [, ceiling] = words.columns;
  return (
    <Table caption={words.lines(view.year)} columns={words.columns} cards>
      {view.lines.map((line) => (
        <tr>
          <th scope="row" class="min-w-48 font-medium">
            <a class="text-link" href={linePath(line.lineId)}>
              {line.code} · {line.title}
            </a>
            <BoundBar line={line} />
            <LineNote ui={ui} line={line} />
          </th>
          <td data-label={ceiling} class="whitespace-nowrap tabular-nums">
            {rupiah(ui, line.ceiling)}
          </td>
          {boundStateNames.map((state, n) => (
            <td data-label={words.columns[n + 2]} class="whitespace-nowrap tabular-nums">
              <a class="text-link" href={hrefOf(`${linePath(line.lineId)}/bookings`, { state })}>
                {rupiah(ui, line[state])}
              </a>
            </td>
          ))}
          <td data-label={words.columns.at(-2)} class="whitespace-nowrap tabular-nums">
            {rupiah(ui, line.room)}
          </td>
          <td data-label={words.columns.at(-1)} class="tabular-nums">
            {ui.format.percent(absorptionOf(line))}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function LineNote({ ui, line }: { readonly ui: Ui; readonly line: LineView }) {
  const words = budgetWords[ui.locale];
  const parts = [
    words.lineLead(words.source[line.source], line.account),
    ...(line.state === 'closed' ? [words.closed] : []),
    ...(line.waiting > 0 ? [words.waiting(ui.format.number(line.waiting))] : []),
  ];
  return <p class="quiet text-sm font-normal">{parts.join(' · ')}</p>;
}
