import type { NoticeName } from '../../i18n/problem.ts';
import { Notice } from '../../layout/notice.tsx';
import { Block, EmptyState, Paging, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { tabHref } from '../tabs.ts';
import { ComparisonFrame, comparisonHref } from './comparison-frame.tsx';
import { Orders } from './orders.tsx';
import type { Compared, MismatchView, OrderView, RepairName, RunView } from './ports.ts';
import { mismatchWords, RepairForm } from './repair-form.tsx';
import { CourseName, Learner } from './saying.tsx';

export interface ReconciliationPageProps {
  readonly ui: Ui;
  readonly connection: Compared;
  readonly list: {
    readonly runs: readonly RunView[];
    readonly orders: readonly OrderView[];
    readonly mismatches: readonly MismatchView[];
    readonly next?: string;
  };
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  /** Why nothing was ordered. */
  readonly problem?: string | undefined;
}

/** What differs between here and there, since when, and what can be done about it, one by one or together. */
export function ReconciliationPage(props: ReconciliationPageProps) {
  const { ui, connection, list, isFirst, notice, problem } = props;
  const words = ui.t.outcomes;
  const path = comparisonHref(connection);
  const isTool = connection.kind === 'tool';
  const others = list.mismatches.filter(({ kind }) => kind === 'others-there');
  const open = list.mismatches.filter(({ kind, handled }) => !handled && kind !== 'others-there');
  const handled = list.mismatches.filter((one) => one.handled);
  // A page that reloads by itself would take away what somebody has chosen.
  const isBusy = open.length === 0 && list.runs[0]?.state === 'running';
  return (
    <ComparisonFrame
      ui={ui}
      connection={connection}
      lead={isTool ? words.toolLead : words.reconcileLead}
      notice={notice}
      {...(isBusy && { refreshSeconds: 10 })}
    >
      {problem !== undefined && (
        <div class="mb-5">
          <Notice tone="error" live>
            {problem}
          </Notice>
        </div>
      )}
      <form method="post" action={`${path}/start`} class="no-print mb-6">
        <button type="submit" class="btn btn-primary" disabled={list.runs[0]?.state === 'running'}>
          {list.runs[0]?.state === 'running' ? words.comparing : words.compare}
        </button>
      </form>
      {open.length === 0 ? (
        <NothingOpen ui={ui} connection={connection} last={list.runs[0]} />
      ) : (
        <RepairForm
          ui={ui}
          path={path}
          mismatches={open}
          waiting={waitingIn(list.orders)}
          base={tabHref(connection.connectionId, 'results')}
          isTool={isTool}
        />
      )}
      {list.orders.length > 0 && <Orders ui={ui} path={path} orders={list.orders} />}
      <Paging ui={ui} path={path} next={list.next} isFirst={isFirst} />
      {handled.length > 0 && <Handled ui={ui} path={path} mismatches={handled} isTool={isTool} />}
      {others.length > 0 && <Others ui={ui} others={others} />}
      {list.runs.length > 0 && <Runs ui={ui} runs={list.runs} />}
    </ComparisonFrame>
  );
}

/** Why there is nothing to decide: nothing differs, nothing could be compared, or nobody has compared yet. */
function NothingOpen(props: {
  readonly ui: Ui;
  readonly connection: Compared;
  readonly last: RunView | undefined;
}) {
  const { ui, connection, last } = props;
  const words = ui.t.outcomes;
  if (last === undefined) {
    const isFile = connection.kind === 'oneroster-csv' || connection.kind === 'file';
    const untold = connection.kind === 'tool' ? words.toolNeverText : words.neverComparedText;
    const text = isFile ? words.comparedByFile : untold;
    return <EmptyState icon="inbox" title={words.neverCompared} text={text} />;
  }
  if (last.state === 'done' && last.courses === 0) {
    const text = connection.kind === 'tool' ? words.toolNothingText : words.nothingComparedText;
    return <EmptyState icon="inbox" title={words.nothingCompared} text={text} />;
  }
  return <EmptyState icon="check" title={words.noMismatches} text={words.noMismatchesText} />;
}

/** Mismatches that somebody has ordered something about. */
const waitingIn = (orders: readonly OrderView[]): ReadonlySet<string> =>
  new Set(
    orders.flatMap(({ lines }) =>
      lines.flatMap(({ mismatchId, state }) => (state === 'waiting' ? mismatchId : [])),
    ),
  );

function Handled(props: {
  readonly ui: Ui;
  readonly path: string;
  readonly mismatches: readonly MismatchView[];
  readonly isTool: boolean;
}) {
  const { ui, path, mismatches, isTool } = props;
  const words = ui.t.outcomes;
  const { what, about, done } = words.mismatchColumns;
  return (
    <div class="mt-8">
      <Block id="handled" title={words.handledTitle}>
        <p class="quiet mb-3">{words.handledLead}</p>
        <Table caption={words.handledTitle} columns={[what, about, done]} cards>
          {mismatches.map((one) => (
            <tr>
              <th scope="row" class="font-normal">
                {mismatchWords(ui, isTool).mismatch[one.kind]}
              </th>
              <td data-label={about}>
                <CourseName ui={ui} of={one} />
                <Learner ui={ui} of={one} />
              </td>
              <td data-label={done}>
                {one.handled && words.repair[one.handled.action]}
                {one.handled?.note && <span class="quiet block text-sm">{one.handled.note}</span>}
                {one.handled && (
                  <span class="quiet block text-sm">
                    <When ui={ui} at={one.handled.at} />
                  </span>
                )}
                {one.handled && isLasting(one.handled.action) && (
                  <form method="post" action={`${path}/repair`} class="no-print mt-1">
                    <input type="hidden" name="action" value="reopen" />
                    <input type="hidden" name="mismatch" value={one.mismatchId} />
                    <button type="submit" class="btn btn-sm">
                      {words.reopen}
                    </button>
                  </form>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}

/** Of the provider's own learners the number alone. */
function Others({ ui, others }: { readonly ui: Ui; readonly others: readonly MismatchView[] }) {
  const words = ui.t.outcomes;
  const { course, count } = words.othersColumns;
  return (
    <div class="mt-8">
      <Block id="others" title={words.othersTitle}>
        <p class="quiet mb-3">{words.othersLead}</p>
        <Table caption={words.othersTitle} columns={[course, count]} cards>
          {others.map((one) => (
            <tr>
              <th scope="row" class="font-normal">
                <CourseName ui={ui} of={one} />
              </th>
              <td data-label={count} class="tabular-nums">
                {ui.format.number(one.learners ?? 0)}
              </td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}

/** Decisions that stand until somebody takes them back. */
const isLasting = (action: RepairName): boolean =>
  action === 'ignore' || action === 'keep-ours' || action === 'take-back';

function Runs({ ui, runs }: { readonly ui: Ui; readonly runs: readonly RunView[] }) {
  const words = ui.t.outcomes;
  const { when, state, compared, found } = words.runColumns;
  return (
    <div class="mt-8">
      <Block id="runs" title={words.runsTitle}>
        <Table caption={words.runsTitle} columns={[when, state, compared, found]} cards>
          {runs.map((run) => (
            <tr>
              <th scope="row" class="font-normal whitespace-nowrap">
                <When ui={ui} at={run.startedAt} />
              </th>
              <td data-label={state}>
                {words.runState[run.state]}
                {run.goesOn && <span class="quiet block text-sm">{words.goesOn}</span>}
                {run.isAsking && <span class="quiet block text-sm">{words.askingFirst}</span>}
                {run.asked && !run.asked.isWhole && (
                  <span class="quiet block text-sm">
                    {words.askedInPart} {run.asked.reason && ui.t.connections.failure[run.asked.reason]}
                  </span>
                )}
                {run.asked && run.asked.taken > 0 && (
                  <span class="quiet block text-sm">
                    {words.askedTaken(ui.format.number(run.asked.taken))}
                  </span>
                )}
                {run.reason && (
                  <span class="quiet block text-sm">{ui.t.connections.failure[run.reason]}</span>
                )}
              </td>
              <td data-label={compared}>
                {words.compared(ui.format.number(run.courses), ui.format.number(run.learners))}
              </td>
              <td data-label={found} class="tabular-nums">
                {ui.format.number(run.mismatches)}
              </td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}
