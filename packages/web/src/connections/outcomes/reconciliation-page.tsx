import type { NoticeName } from '../../i18n/problem.ts';
import { Notice } from '../../layout/notice.tsx';
import { Block, EmptyState, Paging, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import type { ProviderFailure } from '../ports.ts';
import { isAsked, tabHref } from '../tabs.ts';
import type { Framed, MismatchView, RunView } from './ports.ts';
import { repairNames } from './ports.ts';
import { Learner } from './saying.tsx';

export interface RepairAnswer {
  readonly problem?: string;
  readonly repaired?: { readonly done: number; readonly left: number; readonly reason?: ProviderFailure };
}

export interface ReconciliationPageProps {
  readonly ui: Ui;
  readonly connection: Framed;
  readonly list: {
    readonly runs: readonly RunView[];
    readonly mismatches: readonly MismatchView[];
    readonly next?: string;
  };
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  readonly answer?: RepairAnswer | undefined;
}

/** What differs between here and there, since when, and what can be done about it, one by one or together. */
export function ReconciliationPage(props: ReconciliationPageProps) {
  const { ui, connection, list, isFirst, notice, answer } = props;
  const words = ui.t.outcomes;
  const path = tabHref(connection.connectionId, 'reconciliation');
  const open = list.mismatches.filter(({ handled }) => !handled);
  const handled = list.mismatches.filter((one) => one.handled);
  return (
    <ConnectionFrame
      ui={ui}
      connection={connection}
      tab="reconciliation"
      lead={words.reconcileLead}
      notice={notice}
    >
      <Answer ui={ui} answer={answer} />
      <form method="post" action={`${path}/start`} class="no-print mb-6">
        <button type="submit" class="btn btn-primary" disabled={list.runs[0]?.state === 'running'}>
          {list.runs[0]?.state === 'running' ? words.comparing : words.compare}
        </button>
      </form>
      {open.length === 0 ? (
        <EmptyState
          icon="check"
          title={list.runs.length === 0 ? words.neverCompared : words.noMismatches}
          text={
            list.runs.length > 0
              ? words.noMismatchesText
              : isAsked(connection.kind)
                ? words.neverComparedText
                : words.neverComparedByHand
          }
        />
      ) : (
        <RepairForm
          ui={ui}
          path={path}
          mismatches={open}
          base={tabHref(connection.connectionId, 'results')}
        />
      )}
      <Paging ui={ui} path={path} next={list.next} isFirst={isFirst} />
      {handled.length > 0 && <Handled ui={ui} mismatches={handled} />}
      {list.runs.length > 0 && <Runs ui={ui} runs={list.runs} />}
    </ConnectionFrame>
  );
}

function Answer({ ui, answer }: { readonly ui: Ui; readonly answer: RepairAnswer | undefined }) {
  const words = ui.t.outcomes;
  if (!answer) return null;
  const { problem, repaired } = answer;
  const number = (n: number) => ui.format.number(n);
  const text = repaired && words.repaired(number(repaired.done), number(repaired.left));
  const why = repaired?.reason === undefined ? '' : ` ${ui.t.connections.failure[repaired.reason]}`;
  return (
    <div class="mb-5">
      <Notice tone={problem !== undefined || (repaired?.left ?? 0) > 0 ? 'warning' : 'success'} live>
        {problem ?? `${text}${why}`}
      </Notice>
    </div>
  );
}

function RepairForm(props: {
  readonly ui: Ui;
  readonly path: string;
  readonly base: string;
  readonly mismatches: readonly MismatchView[];
}) {
  const { ui, path, base, mismatches } = props;
  const words = ui.t.outcomes;
  const possible = repairNames.filter((name) => mismatches.some(({ repairs }) => repairs.includes(name)));
  const { choose, what, about, since } = words.mismatchColumns;
  return (
    <form method="post" action={`${path}/repair`} class="mt-6">
      <Table caption={words.mismatchesTitle} columns={[choose, what, about, since]}>
        {mismatches.map((one) => (
          <Row ui={ui} mismatch={one} base={base} />
        ))}
      </Table>
      <fieldset class="panel mt-5 max-w-2xl p-5">
        <legend class="px-1 font-semibold">{words.repairTitle}</legend>
        <label class="mb-4 block">
          <span class="mb-1 block font-medium">{words.actionLabel}</span>
          <select name="action" class="select w-full appearance-none">
            {possible.map((name) => (
              <option value={name}>{words.repair[name]}</option>
            ))}
          </select>
        </label>
        <label class="mb-4 block">
          <span class="mb-1 block font-medium">{words.repairSubject}</span>
          <input name="subject" class="input w-full" maxlength={255} autocomplete="off" />
        </label>
        <label class="mb-4 block">
          <span class="mb-1 block font-medium">{words.repairNote}</span>
          <input name="note" class="input w-full" maxlength={500} autocomplete="off" />
        </label>
        <button type="submit" class="btn btn-primary">
          {words.carryOut}
        </button>
      </fieldset>
    </form>
  );
}

function Row(props: { readonly ui: Ui; readonly mismatch: MismatchView; readonly base: string }) {
  const { ui, mismatch, base } = props;
  const words = ui.t.outcomes;
  const { mismatchId, kind, externalCourseId, resultId, since } = mismatch;
  const name = [words.mismatch[kind], externalCourseId, mismatch.learner ?? mismatch.subject ?? ''].join(' ');
  return (
    <tr>
      <td>
        <label class="flex min-h-10 min-w-10 items-center justify-center">
          <span class="sr-only">{`${words.mismatchColumns.choose}: ${name}`}</span>
          <input type="checkbox" name="mismatch" value={mismatchId} class="checkbox checkbox-primary" />
        </label>
      </td>
      <th scope="row" class="font-normal">
        <strong>{words.mismatch[kind]}</strong>
        <span class="quiet block text-sm">{words.mismatchText[kind]}</span>
        <Scores ui={ui} mismatch={mismatch} />
        {resultId !== undefined && (
          <a class="link text-sm" href={`${base}/${encodeURIComponent(resultId)}`}>
            {words.details}
          </a>
        )}
      </th>
      <td>
        <span class="block break-all">{externalCourseId}</span>
        <Learner ui={ui} of={mismatch} />
      </td>
      <td class="whitespace-nowrap">
        <When ui={ui} at={since} />
      </td>
    </tr>
  );
}

function Scores({ ui, mismatch }: { readonly ui: Ui; readonly mismatch: MismatchView }) {
  const { scoreHere, scoreThere } = mismatch;
  if (scoreThere === undefined) return null;
  const percent = (share: number) => ui.format.number(Math.round(share * 10_000) / 100);
  return (
    <span class="block text-sm">
      {ui.t.outcomes.scores(scoreHere === undefined ? '–' : percent(scoreHere), percent(scoreThere))}
    </span>
  );
}

function Handled(props: { readonly ui: Ui; readonly mismatches: readonly MismatchView[] }) {
  const { ui, mismatches } = props;
  const words = ui.t.outcomes;
  const { what, about, done } = words.mismatchColumns;
  return (
    <div class="mt-8">
      <Block id="handled" title={words.handledTitle}>
        <p class="quiet mb-3">{words.handledLead}</p>
        <Table caption={words.handledTitle} columns={[what, about, done]}>
          {mismatches.map((one) => (
            <tr>
              <th scope="row" class="font-normal">
                {words.mismatch[one.kind]}
              </th>
              <td>
                <span class="block break-all">{one.externalCourseId}</span>
                <Learner ui={ui} of={one} />
              </td>
              <td>
                {one.handled && words.repair[one.handled.action]}
                {one.handled?.note && <span class="quiet block text-sm">{one.handled.note}</span>}
                {one.handled && (
                  <span class="quiet block text-sm">
                    <When ui={ui} at={one.handled.at} />
                  </span>
                )}
              </td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}

function Runs({ ui, runs }: { readonly ui: Ui; readonly runs: readonly RunView[] }) {
  const words = ui.t.outcomes;
  const { when, state, compared, found } = words.runColumns;
  return (
    <div class="mt-8">
      <Block id="runs" title={words.runsTitle}>
        <Table caption={words.runsTitle} columns={[when, state, compared, found]}>
          {runs.map((run) => (
            <tr>
              <th scope="row" class="font-normal whitespace-nowrap">
                <When ui={ui} at={run.startedAt} />
              </th>
              <td>
                {words.runState[run.state]}
                {run.reason && (
                  <span class="quiet block text-sm">{ui.t.connections.failure[run.reason]}</span>
                )}
              </td>
              <td>{words.compared(ui.format.number(run.courses), ui.format.number(run.learners))}</td>
              <td class="tabular-nums">{ui.format.number(run.mismatches)}</td>
            </tr>
          ))}
        </Table>
      </Block>
    </div>
  );
}
