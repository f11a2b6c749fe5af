import { Notice } from '../layout/notice.tsx';
import { PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import type { HealthPart, HealthView } from './health.ts';
import { OperatorMenu } from './menu.tsx';

const path = '/operator/health';

/** How the parts behind the doors are, those that need a look first. */
export function HealthPage(props: { readonly ui: Ui; readonly view: HealthView }) {
  const { ui, view } = props;
  const { health } = ui.t;
  const parts = [...view.parts].sort((a, b) => Number(a.state === 'ok') - Number(b.state === 'ok'));
  return (
    <Shell ui={ui} title={health.title} section="operator" menu={<OperatorMenu ui={ui} current={path} />}>
      <PageHeading
        title={health.title}
        lead={health.lead}
        actions={
          <a href={`${path}.json`} class="btn">
            {health.json}
          </a>
        }
      />
      <div class="mb-5">
        <Notice tone={view.status === 'ok' ? 'success' : 'warning'}>
          <p class="font-semibold">{health.status[view.status]}</p>
          <p>
            {health.statusText[view.status]} {health.checkedAt(ui.format.dateTime(view.checkedAt))}.
          </p>
        </Notice>
      </div>
      <Table
        caption={health.caption}
        columns={[health.columns.part, health.columns.state, health.columns.figures]}
      >
        {parts.map((part) => (
          <tr>
            <th scope="row" class="font-medium">
              {health.part[part.name]}
            </th>
            <td>
              <span class={`tag whitespace-nowrap ${part.state === 'ok' ? 'tag-success' : 'tag-error'}`}>
                {health.state[part.state]}
              </span>
            </td>
            <td class="min-w-64">{figuresOf(ui, part).join(' · ')}</td>
          </tr>
        ))}
      </Table>
    </Shell>
  );
}

function figuresOf(ui: Ui, part: HealthPart): readonly string[] {
  const { health } = ui.t;
  const { format } = ui;
  if (part.state === 'silent') return [health.unknown];
  if (part.name === 'projector' && part.lastSuccessAt === undefined) return [health.notYet];
  const said = <Value,>(value: Value | undefined, say: (value: Value) => string) =>
    value === undefined ? [] : [say(value)];
  const count = (say: (n: string) => string) => (n: number) => say(format.number(n));
  const when = (say: (text: string) => string) => (at: string) => say(format.dateTime(at));
  return [
    ...said(part.lagSeconds, (lag) => (lag === 0 ? health.noLag : health.lag(format.duration(lag)))),
    ...said(part.lastSuccessAt, when(health.lastSuccess)),
    ...said(part.oldestWaitingAt, when(health.oldestWaiting)),
    ...said(part.held, count(health.held)),
    ...said(part.heldSince, when(health.heldSince)),
    ...said(part.consistentThrough, when(health.consistentThrough)),
    ...said(part.unfinished, count(health.unfinished)),
    ...said(part.unanswered, count(health.unanswered)),
    ...said(part.overdue, count(health.overdue)),
    ...said(part.brokenChains || undefined, count(health.brokenChains)),
    ...said(part.silentSince, when(health.silentSince)),
    ...said(part.waiting, count(health.waiting)),
    ...said(part.inFlight, count(health.inFlight)),
    ...said(part.deadLetters, count(health.deadLetters)),
  ];
}
