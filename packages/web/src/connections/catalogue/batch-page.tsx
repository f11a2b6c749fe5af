import { Notice } from '../../layout/notice.tsx';
import { Block, Figure, Paging, Table } from '../../layout/parts.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import { itemHref } from './list-page.tsx';
import type { CatalogueBatch } from './ports.ts';

const outcomes = ['accepted', 'conflict', 'left', 'failed'] as const;
const tones = {
  accepted: 'tag tag-success',
  conflict: 'tag tag-warning',
  left: 'tag',
  failed: 'tag tag-error',
} as const;

/** Many acceptances as a job: it goes on when the page is closed, and tells of each course. */
export function CatalogueBatchPage(props: {
  readonly ui: Ui;
  readonly batch: CatalogueBatch;
  readonly isFirst: boolean;
}) {
  const { ui, batch, isFirst } = props;
  const words = ui.t.sync;
  const { connectionId } = batch.connection;
  const path = `${tabHref(connectionId, 'catalogue')}/batches/${encodeURIComponent(batch.batchId)}`;
  const isRunning = batch.state === 'running';
  return (
    <ConnectionFrame
      ui={ui}
      connection={batch.connection}
      tab="catalogue"
      lead={words.batchTitle}
      {...(isRunning && { refreshSeconds: 5 })}
    >
      <div class="mb-5" role="status">
        <Notice tone={isRunning ? 'info' : 'success'}>
          {isRunning ? words.batchRunning : words.batchDone}
        </Notice>
      </div>
      <dl class="mb-6 grid grid-cols-2 gap-3 sm:grid-cols-4">
        {outcomes.map((outcome) => (
          <Figure
            label={words.outcome[outcome]}
            value={ui.format.number(batch.counts[outcome])}
            note={words.outcomeText[outcome]}
          />
        ))}
      </dl>
      <Block id="results" title={words.batchColumns.outcome}>
        {batch.results.length === 0 ? (
          <p class="quiet">{words.batchEmpty}</p>
        ) : (
          <Table caption={words.batchTitle} columns={[words.batchColumns.course, words.batchColumns.outcome]}>
            {batch.results.map(({ externalId, outcome }) => (
              <tr>
                <th scope="row" class="font-normal">
                  <a class="text-link break-all" href={itemHref(connectionId, externalId)}>
                    {externalId}
                  </a>
                </th>
                <td>
                  <span class={tones[outcome]}>{words.outcome[outcome]}</span>
                </td>
              </tr>
            ))}
          </Table>
        )}
        <Paging ui={ui} path={path} next={batch.next} isFirst={isFirst} />
      </Block>
    </ConnectionFrame>
  );
}
