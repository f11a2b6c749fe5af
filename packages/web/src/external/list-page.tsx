import { ledgerPath } from '../credit/paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { daysText, StateTag } from './parts.tsx';
import { externalHref, externalPath } from './paths.ts';
import type { ExternalRow } from './ports.ts';

/** What the reader has learned elsewhere, the latest first. */
export function ListPage(props: {
  readonly ui: Ui;
  readonly rows: readonly ExternalRow[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, rows } = props;
  const words = ui.t.external;
  const add = (
    <a href={`${externalPath}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  return (
    <Shell ui={ui} title={words.title} section="records" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[ledgerPath, ui.t.credit.title]]} />}
      />
      {rows.length === 0 ? (
        <EmptyState icon="book" title={words.emptyTitle} text={words.emptyText}>
          {add}
          <Plan ui={ui} />
        </EmptyState>
      ) : (
        <>
          <div class="mb-5 flex flex-wrap gap-2">
            {add}
            <Plan ui={ui} />
          </div>
          <ol class="grid gap-3">
            {rows.map((row) => (
              <li class="panel flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-5 py-3">
                <span class="min-w-0">
                  <a
                    href={externalHref(row.learningId)}
                    class="text-link inline-flex min-h-8 items-center font-semibold break-words"
                  >
                    {row.title}
                  </a>
                  <span class="quiet block text-sm">
                    {daysText(ui, row)} · {row.form[ui.locale]}
                  </span>
                </span>
                <StateTag ui={ui} state={row.state} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Shell>
  );
}

function Plan({ ui }: { readonly ui: Ui }) {
  return (
    <a href={`${externalPath}/new?way=planned`} class="btn">
      {ui.t.external.plan}
    </a>
  );
}
