import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { ConnectionFrame } from './frame.tsx';
import { HealthBlock } from './health-block.tsx';
import { LettersBlock } from './letters-block.tsx';
import { hasHealth } from './light.tsx';
import type { ConnectionRun, ConnectionTestView, ConnectionView, LetterPage } from './ports.ts';
import { SendHere } from './send-here.tsx';
import { StatementAddress } from './statement-fields.tsx';
import { connectionHref, isTested, tabHref } from './tabs.ts';
import { TestResult } from './test-result.tsx';

export interface OverviewProps {
  readonly ui: Ui;
  readonly connection: ConnectionView;
  readonly notice?: NoticeName | undefined;
  /** What a test that was just made came to. */
  readonly test?: ConnectionTestView | undefined;
  readonly letters: LetterPage;
  readonly isFirst: boolean;
  /** How many letters went back to work just now. */
  readonly replayed?: { readonly replayed: number; readonly more: boolean } | undefined;
}

/** One connection: how it is, and what runs by itself. */
export function ConnectionPage(props: OverviewProps) {
  const { ui, connection, notice, test, letters, isFirst, replayed } = props;
  const words = ui.t.connections;
  const base = connectionHref(connection.connectionId);
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="overview" notice={notice}>
      {connection.state === 'removing' && (
        <div class="mb-5">
          <Notice tone="warning">{words.stateText.removing}</Notice>
        </div>
      )}
      {replayed && (
        <div class="mb-5">
          <Notice tone={replayed.replayed > 0 ? 'success' : 'warning'} live>
            {words.replayed(ui.format.number(replayed.replayed))}
            {replayed.more && ` ${words.replayedMore}`}
          </Notice>
        </div>
      )}
      {test && <TestResult ui={ui} kind={connection.kind} test={test} />}
      {isTested(connection.kind) && (
        <form method="post" action={`${base}/test`} class="no-print mb-6">
          <button type="submit" class="btn btn-primary">
            {words.test}
          </button>
        </form>
      )}
      {connection.resultsUrl && (
        <div class="panel mb-6 p-5">
          <SendHere ui={ui} url={connection.resultsUrl} />
        </div>
      )}
      <StatementAddress ui={ui} connection={connection} />
      {connection.health.aged && (
        <div class="mb-5">
          <Notice tone="warning">
            {words.aged(ui.format.number(connection.health.aged.count))} {words.agedSince}{' '}
            <When ui={ui} at={connection.health.aged.since} />.{' '}
            <a class="link" href={tabHref(connection.connectionId, 'reconciliation')}>
              {words.agedOpen}
            </a>
          </Notice>
        </div>
      )}
      {hasHealth(connection) && <HealthBlock ui={ui} health={connection.health} />}
      <LettersBlock ui={ui} connectionId={connection.connectionId} page={letters} isFirst={isFirst} />
      <Runs ui={ui} connection={connection} />
    </ConnectionFrame>
  );
}

function Runs({ ui, connection }: Pick<OverviewProps, 'ui' | 'connection'>) {
  const words = ui.t.connections;
  const { kind, runs } = connection;
  // What a package brings is worked on as it comes, by no clock.
  const isPackages = kind === 'oneroster-csv';
  const { work, last, next } = words.runColumns;
  return (
    <Block id="runs" title={words.runsTitle}>
      {runs.length === 0 ? (
        <p class="quiet">{isPackages ? words.runsWithPackages : words.runsEmpty}</p>
      ) : (
        <Table caption={words.runsTitle} columns={[work, last, next]} cards>
          {runs.map((run) => (
            <tr>
              <th scope="row" class="font-normal">
                {words.run[run.kind]}
              </th>
              <td data-label={last}>
                <LastRun ui={ui} run={run} />
              </td>
              <td data-label={next} class="whitespace-nowrap">
                {run.nextAt ? <When ui={ui} at={run.nextAt} /> : isPackages ? words.nextPackage : words.never}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}

function LastRun({ ui, run }: { readonly ui: Ui; readonly run: ConnectionRun }) {
  const words = ui.t.connections;
  if (run.lastAt === undefined) return <span class="quiet">{words.notYet}</span>;
  const failed = run.lastOutcome === 'failed';
  return (
    <>
      <span class={failed ? 'tag tag-error' : 'tag tag-success'}>
        {failed ? words.runFailed : words.runDone}
      </span>{' '}
      <When ui={ui} at={run.lastAt} />
      {run.lastReason && <span class="quiet block text-sm">{words.failure[run.lastReason]}</span>}
    </>
  );
}
