import type { NoticeName } from '../../i18n/problem.ts';
import { Notice } from '../../layout/notice.tsx';
import { EmptyState, hrefOf, Paging, SectionMenu, Table } from '../../layout/parts.tsx';
import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import { ConnectionFrame } from '../frame.tsx';
import { tabHref } from '../tabs.ts';
import { Batches } from './batch-list.tsx';
import {
  type CatalogueList,
  type CataloguePage,
  type CatalogueRow,
  catalogueLists,
  type WholeList,
  wholeLists,
} from './ports.ts';
import { LastRun } from './run-panel.tsx';

export interface CatalogueListProps {
  readonly ui: Ui;
  readonly view: CataloguePage;
  readonly list: CatalogueList;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  readonly failure?: string | undefined;
}

/** What the provider offers: how the last reading went, and what waits for a decision. */
export function CatalogueListPage(props: CatalogueListProps) {
  const { ui, view, failure } = props;
  const { connection, runs } = view;
  const words = ui.t.sync;
  const isUnderWay =
    runs.some(({ state }) => state === 'queued' || state === 'running') ||
    view.batches.some(({ state }) => state === 'running');
  return (
    <ConnectionFrame
      ui={ui}
      connection={connection}
      tab="catalogue"
      lead={words.lead}
      notice={props.notice}
      {...(isUnderWay && { refreshSeconds: 5 })}
    >
      {failure && (
        <div class="mb-5">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <LastRun ui={ui} connectionId={connection.connectionId} runs={runs} />
      <Batches ui={ui} connectionId={connection.connectionId} batches={view.batches} />
      {runs.length > 0 && <Lists {...props} />}
    </ConnectionFrame>
  );
}

export const listHref = (connectionId: string, list: CatalogueList): string =>
  hrefOf(tabHref(connectionId, 'catalogue'), { list });

export const itemHref = (connectionId: string, externalId: string): string =>
  hrefOf(`${tabHref(connectionId, 'catalogue')}/item`, { id: externalId });

function Lists(props: CatalogueListProps) {
  const { ui, view, list, isFirst } = props;
  const { connectionId } = view.connection;
  const words = ui.t.sync;
  return (
    <section aria-label={words.listLabel}>
      <div class="no-print mb-4">
        <SectionMenu
          label={words.listLabel}
          current={listHref(connectionId, list)}
          links={catalogueLists.map((one) => [listHref(connectionId, one), words.list[one]] as const)}
        />
      </div>
      {view.rows.length === 0 ? (
        <EmptyState icon="check" title={words.empty[list]} text={words.emptyText} />
      ) : (
        <Rows ui={ui} connectionId={connectionId} list={list} rows={view.rows} />
      )}
      <Paging
        ui={ui}
        path={tabHref(connectionId, 'catalogue')}
        query={{ list }}
        next={view.next}
        isFirst={isFirst}
      />
      {view.rows.length > 0 && isWhole(list) && <AcceptAll ui={ui} connectionId={connectionId} list={list} />}
    </section>
  );
}

const isWhole = (list: CatalogueList): list is WholeList => wholeLists.some((one) => one === list);

function Rows(props: {
  readonly ui: Ui;
  readonly connectionId: string;
  readonly list: CatalogueList;
  readonly rows: readonly CatalogueRow[];
}) {
  const { ui, connectionId, list, rows } = props;
  const words = ui.t.sync;
  const { title, change, since } = words.listColumns;
  return (
    <Table caption={words.list[list]} columns={[title, change, since]} cards>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="min-w-48 font-normal">
            <a href={itemHref(connectionId, row.externalId)} class="text-link break-words">
              {row.title || row.externalId}
            </a>
            <span class="quiet block text-sm break-all">{row.code ?? row.externalId}</span>
          </th>
          <td data-label={change} class="sm:min-w-40">
            <What ui={ui} row={row} />
          </td>
          <td data-label={since} class="whitespace-nowrap">
            <When ui={ui} at={row.since} dateOnly />
          </td>
        </tr>
      ))}
    </Table>
  );
}

/** In words what is other, and how much there is to note. */
function What({ ui, row }: { readonly ui: Ui; readonly row: CatalogueRow }) {
  const words = ui.t.sync;
  const fields = row.fields.map((field) => words.field[field]).join(', ');
  return (
    <>
      {fields ||
        (row.change ? words.list[row.change] : row.isClosed ? words.list.withdrawn : words.unchanged)}
      {row.findings.length > 0 && (
        <span class="tag tag-warning ms-2">
          {words.findingsTitle}: {ui.format.number(row.findings.length)}
        </span>
      )}
    </>
  );
}

/** Leads to what that would do; nothing is done by following it. */
function AcceptAll(props: { readonly ui: Ui; readonly connectionId: string; readonly list: WholeList }) {
  const { ui, connectionId, list } = props;
  return (
    <p class="no-print mt-5">
      <a class="btn btn-primary" href={hrefOf(`${tabHref(connectionId, 'catalogue')}/accept-all`, { list })}>
        {ui.t.sync.lookAtAll[list]}
      </a>
    </p>
  );
}

export function SubmitToo({ ui }: { readonly ui: Ui }) {
  return (
    <label class="flex min-h-9 items-center gap-3">
      <input type="checkbox" name="submit" value="yes" class="checkbox checkbox-primary" />
      <span>{ui.t.sync.submitToo}</span>
    </label>
  );
}
