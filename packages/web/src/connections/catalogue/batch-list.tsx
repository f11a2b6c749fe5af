import { Block, hrefOf, ProgressBar, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { tabHref } from '../tabs.ts';
import { batchOutcomeNames, type CatalogueBatchHead } from './ports.ts';

export const batchHref = (connectionId: string, batchId: string, only?: 'refused'): string =>
  hrefOf(`${tabHref(connectionId, 'catalogue')}/batches/${encodeURIComponent(batchId)}`, { only });

/** Acceptances of many courses, so that whoever closed the page of one finds it again. */
export function Batches(props: {
  readonly ui: Ui;
  readonly connectionId: string;
  /** The newest first. */
  readonly batches: readonly CatalogueBatchHead[];
}) {
  const { ui, connectionId, batches } = props;
  const words = ui.t.sync;
  if (batches.length === 0) return null;
  const { at, what, result } = words.batchesColumns;
  return (
    <Block id="batches" title={words.batchesTitle}>
      <Table caption={words.batchesTitle} columns={[at, what, result]} cards>
        {batches.map((batch) => (
          <tr>
            <th scope="row" class="font-normal whitespace-nowrap">
              <a class="text-link" href={batchHref(connectionId, batch.batchId)}>
                <When ui={ui} at={batch.startedAt} />
              </a>
            </th>
            <td data-label={what}>
              {batch.lists.map((list) => words.list[list]).join(', ')}
              <span class="quiet block text-sm">{batch.by ?? words.byRule}</span>
            </td>
            <td data-label={result}>
              {batch.state === 'running' ? (
                <BatchProgress ui={ui} batch={batch} />
              ) : (
                batchOutcomeNames
                  .filter((outcome) => batch.counts[outcome] > 0)
                  .map((outcome) => `${words.outcome[outcome]} ${ui.format.number(batch.counts[outcome])}`)
                  .join(' · ')
              )}
            </td>
          </tr>
        ))}
      </Table>
    </Block>
  );
}

/** How far it is; a bar only where somebody had counted what there is to do. */
export function BatchProgress({ ui, batch }: { readonly ui: Ui; readonly batch: CatalogueBatchHead }) {
  const words = ui.t.sync;
  const { number } = ui.format;
  const done = batchOutcomeNames.reduce((sum, outcome) => sum + batch.counts[outcome], 0);
  const { expected } = batch;
  if (expected === undefined || expected === 0) return <>{words.batchSoFar(number(done))}</>;
  const label = words.batchOf(number(done), number(Math.max(done, expected)));
  return (
    <>
      <span class="block">{label}</span>
      <ProgressBar percent={Math.min(100, (done / expected) * 100)} label={label} />
    </>
  );
}
