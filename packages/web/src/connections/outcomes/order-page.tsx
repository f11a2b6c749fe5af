import { Notice } from '../../layout/notice.tsx';
import { Block, ProgressBar, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ComparisonFrame, comparisonHref } from './comparison-frame.tsx';
import { progressOf } from './orders.tsx';
import type { Compared, OrderView, RepairLineView } from './ports.ts';
import { mismatchWords } from './repair-form.tsx';
import { CourseName, Learner } from './saying.tsx';

/** One order of repairs: how far it is, and of each line what became of it and why. */
export function OrderPage(props: {
  readonly ui: Ui;
  readonly connection: Compared;
  readonly order: OrderView;
}) {
  const { ui, connection, order } = props;
  const words = ui.t.outcomes;
  const isOpen = order.state === 'waiting';
  const through = order.lines.filter(({ state }) => state !== 'waiting').length;
  return (
    <ComparisonFrame ui={ui} connection={connection} {...(isOpen && { refreshSeconds: 3 })}>
      <p class="mb-4">
        <a class="text-link" href={comparisonHref(connection)}>
          {words.backToMismatches}
        </a>
      </p>
      <Block id="order" title={words.repair[order.action]}>
        <p class="mb-2">
          {words.ordered} <When ui={ui} at={order.orderedAt} />
        </p>
        {order.note !== undefined && <p class="quiet mb-2">{order.note}</p>}
        <p class="mb-2 font-medium">{progressOf(ui, order)}</p>
        <ProgressBar
          percent={(100 * through) / Math.max(1, order.lines.length)}
          label={words.orderColumns.progress}
          done={!isOpen}
        />
        <div class="my-5">
          <Notice tone={isOpen ? 'info' : 'success'}>{isOpen ? words.orderWaiting : words.orderDone}</Notice>
        </div>
        <Lines ui={ui} lines={order.lines} isTool={connection.kind === 'tool'} />
      </Block>
    </ComparisonFrame>
  );
}

function Lines(props: {
  readonly ui: Ui;
  readonly lines: readonly RepairLineView[];
  readonly isTool: boolean;
}) {
  const { ui, lines, isTool } = props;
  const words = ui.t.outcomes;
  const { what, about } = words.mismatchColumns;
  return (
    <Table caption={words.linesTitle} columns={[what, words.columns.state, about]} cards>
      {lines.map((line) => (
        <tr>
          <th scope="row" class="font-normal">
            {line.kind ? mismatchWords(ui, isTool).mismatch[line.kind] : words.mismatchGone}
          </th>
          <td data-label={words.columns.state}>
            <LineState ui={ui} line={line} />
          </td>
          <td data-label={about}>
            <CourseName ui={ui} of={line} />
            {line.kind !== undefined && <Learner ui={ui} of={line} />}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function LineState({ ui, line }: { readonly ui: Ui; readonly line: RepairLineView }) {
  const { state, failure, refusal } = line;
  const tones = {
    waiting: 'badge-ghost',
    done: 'badge-success',
    gone: '',
    'not-possible': 'badge-warning',
    failed: 'badge-warning',
  };
  const why = failure
    ? ui.t.connections.failure[failure]
    : refusal && (ui.t.problem.code[refusal] ?? ui.t.problem.other);
  return (
    <>
      <span class={`badge whitespace-nowrap ${tones[state]}`}>{ui.t.outcomes.lineState[state]}</span>
      {why && <span class="quiet block text-sm">{why}</span>}
      {state === 'waiting' && failure && <span class="quiet block text-sm">{ui.t.outcomes.triedAgain}</span>}
    </>
  );
}
