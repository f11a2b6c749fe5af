import { Notice } from '../../layout/notice.tsx';
import { Block, EmptyState, Figure } from '../../layout/parts.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import { BatchProgress, batchHref } from './batch-list.tsx';
import { listHref, SubmitToo } from './list-page.tsx';
import type { CatalogueFinding, CataloguePreview } from './ports.ts';

/** What accepting a whole list would do, before anything is done. */
export function CataloguePreviewPage({
  ui,
  preview,
}: {
  readonly ui: Ui;
  readonly preview: CataloguePreview;
}) {
  const { connection, list, courses } = preview;
  const words = ui.t.sync;
  const { connectionId } = connection;
  return (
    <ConnectionFrame ui={ui} connection={connection} tab="catalogue" lead={words.lookAtAll[list]}>
      {preview.running && (
        <div class="mb-5">
          <Notice tone="info">
            <p>
              {words.batchUnderWay}{' '}
              <a class="text-link" href={batchHref(connectionId, preview.running.batchId)}>
                {words.batchSee}
              </a>
            </p>
            <BatchProgress ui={ui} batch={preview.running} />
          </Notice>
        </div>
      )}
      {courses === 0 ? (
        <EmptyState icon="check" title={words.empty[list]} text={words.emptyText} />
      ) : (
        <>
          <Numbers ui={ui} preview={preview} />
          <Confirm ui={ui} preview={preview} />
        </>
      )}
      <p class="no-print mt-5">
        <a class="text-link" href={listHref(connectionId, list)}>
          {words.backToList}
        </a>
      </p>
    </ConnectionFrame>
  );
}

function Numbers({ ui, preview }: { readonly ui: Ui; readonly preview: CataloguePreview }) {
  const words = ui.t.sync;
  const { list, courses, hasMore, noted, learning } = preview;
  const number = (value: number) =>
    hasMore ? words.atLeast(ui.format.number(value)) : ui.format.number(value);
  const findings = Object.entries(preview.findings) as [CatalogueFinding, number][];
  return (
    <Block id="numbers" title={words.previewTitle}>
      <dl class="grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Figure label={words.previewCourses} value={number(courses)} note={words.itemState[list]} />
        {list === 'withdrawn' ? (
          <>
            <Figure label={words.previewLearning} value={number(learning.courses)} />
            <Figure
              label={words.previewLearners}
              value={number(learning.learners)}
              note={words.withdrawHint}
            />
          </>
        ) : (
          <Figure label={words.previewNoted} value={number(noted)} />
        )}
      </dl>
      {hasMore && <p class="quiet mt-2 text-sm">{words.previewMore}</p>}
      {learning.asked < courses && list === 'withdrawn' && (
        <p class="quiet mt-2 text-sm">{words.previewAsked(ui.format.number(learning.asked))}</p>
      )}
      {findings.length > 0 && (
        <ul class="mt-3 list-disc ps-5 text-sm">
          {findings.map(([finding, count]) => (
            <li>
              <strong class="tabular-nums">{number(count)}</strong> · {words.finding[finding]}
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

function Confirm({ ui, preview }: { readonly ui: Ui; readonly preview: CataloguePreview }) {
  const words = ui.t.sync;
  const { list, courses, hasMore, connection } = preview;
  return (
    <form
      method="post"
      action={`${tabHref(connection.connectionId, 'catalogue')}/accept-all`}
      class="no-print panel max-w-2xl p-5"
    >
      <input type="hidden" name="list" value={list} />
      {!hasMore && <input type="hidden" name="expected" value={String(courses)} />}
      {list !== 'withdrawn' && (
        <>
          <SubmitToo ui={ui} />
          <p class="quiet mb-2 text-sm">{words.submitHint}</p>
        </>
      )}
      <p class="quiet mb-4 text-sm">{words.previewUndo}</p>
      <button type="submit" class="btn btn-primary">
        {words.acceptAll[list]}
      </button>
    </form>
  );
}
