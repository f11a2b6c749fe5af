import { Notice } from '../../layout/notice.tsx';
import { Block, Figure, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { tabHref } from '../tabs.ts';
import { type CatalogueRun, runCountNames } from './ports.ts';

interface RunsProps {
  readonly ui: Ui;
  readonly connectionId: string;
  /** The newest first. */
  readonly runs: readonly CatalogueRun[];
}

/** How the catalogue was read last, and how to read it now. */
export function LastRun({ ui, connectionId, runs }: RunsProps) {
  const words = ui.t.sync;
  const [last, ...earlier] = runs;
  const isUnderWay = last?.state === 'queued' || last?.state === 'running';
  return (
    <Block id="last-run" title={words.lastRun}>
      {last ? <Run ui={ui} run={last} /> : <Never ui={ui} />}
      {last?.drop && <Drop ui={ui} connectionId={connectionId} drop={last.drop} />}
      <div class="no-print mt-4">
        {isUnderWay ? (
          <a class="btn" href={tabHref(connectionId, 'catalogue')}>
            {words.reload}
          </a>
        ) : (
          <form method="post" action={`${tabHref(connectionId, 'catalogue')}/start`}>
            <button type="submit" class="btn btn-primary">
              {words.start}
            </button>
          </form>
        )}
      </div>
      {earlier.length > 0 && <Earlier ui={ui} runs={earlier} />}
    </Block>
  );
}

const Never = ({ ui }: { readonly ui: Ui }) => (
  <p>
    {ui.t.sync.never} <span class="quiet">{ui.t.sync.neverText}</span>
  </p>
);

function Run({ ui, run }: { readonly ui: Ui; readonly run: CatalogueRun }) {
  const words = ui.t.sync;
  const { number } = ui.format;
  return (
    <div role="status">
      <p class="mb-3 flex flex-wrap items-center gap-x-2">
        <StateTag ui={ui} run={run} /> <When ui={ui} at={run.endedAt ?? run.startedAt} />{' '}
        <span class="quiet">{run.startedBy ? words.startedBy(run.startedBy) : words.bySchedule}</span>
      </p>
      {run.state === 'queued' && <Notice tone="info">{words.queued}</Notice>}
      {run.state === 'running' && <Notice tone="info">{words.running(number(run.counts.read))}</Notice>}
      {run.state === 'broken' && <Broken ui={ui} run={run} />}
      {run.state === 'done' && (
        <>
          <dl class="grid grid-cols-2 gap-3 sm:grid-cols-5">
            {runCountNames.map((name) => (
              <Figure label={words.counts[name]} value={number(run.counts[name])} />
            ))}
          </dl>
          <p class="quiet mt-2 text-sm">{words.readCount(number(run.counts.read))}</p>
        </>
      )}
      <Remarks ui={ui} run={run} />
    </div>
  );
}

function Remarks({ ui, run }: { readonly ui: Ui; readonly run: CatalogueRun }) {
  const words = ui.t.sync;
  const { number } = ui.format;
  const { hidden, duplicate, unusable } = run.counts;
  const remarks = [
    ...(hidden > 0 ? [words.hidden(number(hidden))] : []),
    ...(duplicate > 0 ? [words.duplicates(number(duplicate), run.duplicates.join(', '))] : []),
    ...(unusable > 0 ? [words.unusable(number(unusable))] : []),
  ];
  if (remarks.length === 0) return null;
  return (
    <ul class="mt-2 list-disc ps-5 text-sm break-words">
      {remarks.map((remark) => (
        <li>{remark}</li>
      ))}
    </ul>
  );
}

function Broken({ ui, run }: { readonly ui: Ui; readonly run: CatalogueRun }) {
  const { sync, connections } = ui.t;
  const why = run.failedBecause;
  return (
    <Notice tone="error">
      <p class="font-semibold">{sync.broken}</p>
      {why === 'too-many' && <p>{sync.tooMany}</p>}
      {why !== undefined && why !== 'too-many' && (
        <p>
          {connections.failure[why]} {connections.advice[why]}
        </p>
      )}
    </Notice>
  );
}

function Drop(props: {
  readonly ui: Ui;
  readonly connectionId: string;
  readonly drop: NonNullable<CatalogueRun['drop']>;
}) {
  const { ui, connectionId, drop } = props;
  const words = ui.t.sync;
  const [missing, present] = [drop.missing, drop.present].map((one) => ui.format.number(one));
  return (
    <div class="mt-4">
      <Notice tone="warning">
        <p class="font-semibold">{words.dropTitle(missing ?? '', present ?? '')}</p>
        <p>{words.dropText}</p>
        <form method="post" action={`${tabHref(connectionId, 'catalogue')}/start`} class="no-print mt-3">
          <input type="hidden" name="believedMissing" value={String(drop.missing)} />
          <button type="submit" class="btn btn-sm">
            {words.dropBelieve}
          </button>
        </form>
      </Notice>
    </div>
  );
}

function Earlier({ ui, runs }: { readonly ui: Ui; readonly runs: readonly CatalogueRun[] }) {
  const words = ui.t.sync;
  const { at, state, result } = words.runColumns;
  return (
    <details class="mt-4">
      <summary class="text-link inline-flex min-h-9 cursor-pointer items-center">{words.earlier}</summary>
      <div class="mt-2">
        <Table caption={words.earlier} columns={[at, state, result]}>
          {runs.map((run) => (
            <tr>
              <td class="whitespace-nowrap">
                <When ui={ui} at={run.startedAt} />
              </td>
              <td>
                <StateTag ui={ui} run={run} />
              </td>
              <td>{resultOf(ui, run)}</td>
            </tr>
          ))}
        </Table>
      </div>
    </details>
  );
}

function resultOf(ui: Ui, run: CatalogueRun): string {
  if (run.state === 'broken' && run.failedBecause !== undefined && run.failedBecause !== 'too-many') {
    return ui.t.connections.failure[run.failedBecause];
  }
  const counts = runCountNames.flatMap((name) =>
    run.counts[name] > 0 ? [`${ui.t.sync.counts[name]} ${ui.format.number(run.counts[name])}`] : [],
  );
  return counts.join(' · ') || ui.t.sync.nothing;
}

const tones = { queued: 'tag', running: 'tag', done: 'tag tag-success', broken: 'tag tag-error' } as const;

const StateTag = ({ ui, run }: { readonly ui: Ui; readonly run: CatalogueRun }) => (
  <span class={tones[run.state]}>{ui.t.sync.run[run.state]}</span>
);
