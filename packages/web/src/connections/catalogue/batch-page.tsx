import { Notice } from '../../layout/notice.tsx';
import { Block, Figure, Paging, SectionMenu, Table } from '../../layout/parts.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { BatchProgress, batchHref } from './batch-list.tsx';
import { itemHref } from './list-page.tsx';
import { batchOutcomeNames, type CatalogueBatch } from './ports.ts';

const tones = {
  accepted: 'tag tag-success',
  conflict: 'tag tag-warning',
  left: 'tag',
  failed: 'tag tag-error',
} as const;

interface BatchPageProps {
  readonly ui: Ui;
  readonly batch: CatalogueBatch;
  readonly isFirst: boolean;
  /** What was not accepted alone. */
  readonly only: 'refused' | undefined;
}

/** Many acceptances as a job: it goes on when the page is closed, and tells of each course. */
export function CatalogueBatchPage({ ui, batch, isFirst, only }: BatchPageProps) {
  const words = ui.t.sync;
  const isRunning = batch.state === 'running';
  return (
    <ConnectionFrame
      ui={ui}
      connection={batch.connection}
      tab="catalogue"
      lead={words.batchTitle}
      {...(isRunning && isFirst && { refreshSeconds: 5 })}
    >
      <div class="mb-5" role="status">
        <Notice tone={isRunning ? 'info' : 'success'}>
          <p>{isRunning ? words.batchRunning : words.batchDone}</p>
          {isRunning && <BatchProgress ui={ui} batch={batch} />}
        </Notice>
      </div>
      <dl class="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {batchOutcomeNames.map((outcome) => (
          <Figure
            label={words.outcome[outcome]}
            value={ui.format.number(batch.counts[outcome])}
            note={words.outcomeText[outcome]}
          />
        ))}
      </dl>
      <Results ui={ui} batch={batch} isFirst={isFirst} only={only} />
    </ConnectionFrame>
  );
}

function Results({ ui, batch, isFirst, only }: BatchPageProps) {
  const words = ui.t.sync;
  const { connectionId } = batch.connection;
  const { course, outcome, reason } = words.batchColumns;
  const [every, refused] = [undefined, 'refused' as const].map((one) =>
    batchHref(connectionId, batch.batchId, one),
  );
  return (
    <Block id="results" title={words.resultsTitle}>
      <div class="no-print mb-4">
        <SectionMenu
          label={words.resultsLabel}
          current={(only ? refused : every) ?? ''}
          links={[
            [every ?? '', words.resultsAll],
            [refused ?? '', words.resultsRefused],
          ]}
        />
      </div>
      {batch.results.length === 0 ? (
        <p class="quiet">{only && batch.state === 'done' ? words.refusedEmpty : words.batchEmpty}</p>
      ) : (
        <Table caption={words.batchTitle} columns={[course, outcome, reason]} cards>
          {batch.results.map((result) => (
            <tr>
              <th scope="row" class="min-w-48 font-normal">
                <a class="text-link break-words" href={itemHref(connectionId, result.externalId)}>
                  {result.title || result.externalId}
                </a>
                {result.title && <span class="quiet block text-sm break-all">{result.externalId}</span>}
              </th>
              <td data-label={outcome}>
                <span class={tones[result.outcome]}>{words.outcome[result.outcome]}</span>
              </td>
              <td data-label={reason} class="sm:min-w-56">
                <Why ui={ui} result={result} />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging
        ui={ui}
        path={batchHref(connectionId, batch.batchId)}
        query={{ only }}
        next={batch.next}
        isFirst={isFirst}
      />
    </Block>
  );
}

/** Why a course was not accepted, and what to do. */
function Why({ ui, result }: { readonly ui: Ui; readonly result: CatalogueBatch['results'][number] }) {
  const { sync, problem } = ui.t;
  const { outcome, reason, code, fields = [] } = result;
  if (outcome === 'accepted') return <span class="quiet">–</span>;
  if (reason === undefined) return <>{sync.outcomeText[outcome]}</>;
  const named = fields.map((field) => sync.field[field]).join(', ');
  const told = code && problem.code[code];
  return (
    <>
      {sync.reason[reason]}
      {named && ` (${named})`}
      {told && <span class="quiet block text-sm">{told}</span>}
    </>
  );
}
