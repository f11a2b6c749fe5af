import { Block, EmptyState, PageHeading, ProgressBar, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';
import type { PullProgress, PullRow, PullView } from './ports.ts';

/** How far each system has pulled, and how to pull. */
export function PullPage(props: { readonly ui: Ui; readonly view: PullView }) {
  const { ui, view } = props;
  const { t } = ui;
  const path = '/agency/pull';
  return (
    <Shell ui={ui} title={t.agency.pullTitle} section="agency" menu={<AgencyMenu ui={ui} current={path} />}>
      <PageHeading title={t.agency.pullTitle} lead={t.agency.pullLead} />
      <p class="quiet mb-3 text-sm">
        {[
          ...(view.total === undefined ? [] : [t.agency.pullTotal(ui.format.number(view.total))]),
          ...(view.consistentThrough
            ? [t.agency.consistentThrough(ui.format.dateTime(view.consistentThrough))]
            : []),
        ].join(' · ')}
      </p>
      {view.rows.length === 0 ? (
        <EmptyState icon="inbox" title={t.agency.pullEmptyTitle} text={t.agency.pullEmptyText}>
          <a href="/agency/clients" class="btn btn-primary">
            {t.clients.title}
          </a>
        </EmptyState>
      ) : (
        <PullTable ui={ui} view={view} />
      )}
      <div class="mt-8">
        <Block id="how" title={t.agency.howToHeading}>
          <HowTo ui={ui} view={view} />
        </Block>
      </div>
    </Shell>
  );
}

function PullTable(props: { readonly ui: Ui; readonly view: PullView }) {
  const { ui, view } = props;
  const { t } = ui;
  const { pullColumns: columns } = t.agency;
  return (
    <>
      <Table
        caption={t.agency.pullTitle}
        columns={[columns.client, columns.scopes, columns.last, columns.progress, columns.waiting]}
      >
        {view.rows.map((row) => (
          <ClientRow ui={ui} row={row} />
        ))}
      </Table>
      <p class="quiet mt-2 text-sm">{t.agency.pullNote}</p>
    </>
  );
}

function ClientRow(props: { readonly ui: Ui; readonly row: PullRow }) {
  const { ui, row } = props;
  const { t } = ui;
  return (
    <tr>
      <th scope="row" class="font-medium">
        {row.client}
      </th>
      <td class="min-w-48">{row.scopes.map((scope) => t.clients.scope[scope]).join(' · ')}</td>
      <td class="whitespace-nowrap">
        {row.lastPullAt ? <When ui={ui} at={row.lastPullAt} /> : <span class="quiet">{t.shell.never}</span>}
      </td>
      {row.feed ? (
        <>
          <td class="min-w-40">
            <Reached ui={ui} feed={row.feed} />
          </td>
          <td class="min-w-40">
            <Waiting ui={ui} feed={row.feed} />
          </td>
        </>
      ) : (
        <td colspan={2} class="quiet">
          {t.agency.pullNoFeed}
        </td>
      )}
    </tr>
  );
}

function Reached(props: { readonly ui: Ui; readonly feed: PullProgress }) {
  const { t, format } = props.ui;
  const { position, total, filtered } = props.feed;
  if (position === undefined || total === undefined) return <span class="quiet">{t.agency.pullUnknown}</span>;
  // Rounded down: all but one of a million lines is not all of them.
  const percent = total === 0 ? 100 : Math.floor((position / total) * 100);
  return (
    <>
      <ProgressBar percent={percent} label={t.agency.pullColumns.progress} done={position === total} />
      <p class="text-sm whitespace-nowrap tabular-nums">
        {t.agency.pullPosition(format.number(position), format.number(total))}
      </p>
      {filtered && <p class="quiet text-sm">{t.agency.pullFiltered}</p>}
    </>
  );
}

function Waiting(props: { readonly ui: Ui; readonly feed: PullProgress }) {
  const { t, format } = props.ui;
  const { position, total, oldestWaiting } = props.feed;
  if (oldestWaiting === undefined) return <>{t.agency.upToDate}</>;
  const lines = position === undefined || total === undefined ? undefined : Math.max(1, total - position);
  return (
    <>
      <p class="whitespace-nowrap tabular-nums">
        {lines === undefined ? t.agency.pullWaitingSome : t.agency.pullWaiting(format.number(lines))}
      </p>
      <p class="quiet text-sm whitespace-nowrap">
        <time datetime={oldestWaiting}>{t.agency.pullOldest(format.dateTime(oldestWaiting))}</time>
      </p>
    </>
  );
}

function HowTo(props: { readonly ui: Ui; readonly view: PullView }) {
  const { t } = props.ui;
  const { tokenUrl, recordsUrl, xapiUrl } = props.view;
  return (
    <div class="panel space-y-4 p-5">
      <Command
        label={t.agency.howToToken}
        text={`curl -u "$CLIENT_ID:$CLIENT_SECRET" -d grant_type=client_credentials \\\n  ${tokenUrl}`}
      />
      <Command
        label={t.agency.howToRecords}
        text={`curl -i -H "Authorization: Bearer $TOKEN" \\\n  "${recordsUrl}?cursor=$CURSOR"`}
      />
      <Command
        label={t.agency.howToCsv}
        text={`curl -i -H "Authorization: Bearer $TOKEN" -H "Accept: text/csv" \\\n  "${recordsUrl}?course=$COURSE_ID&from=2026-01-01T00:00:00Z"`}
      />
      <Command
        label={t.agency.howToXapi}
        text={`curl -u "$CLIENT_ID:$CLIENT_SECRET" -H "X-Experience-API-Version: 2.0.0" \\\n  ${xapiUrl}/statements`}
      />
    </div>
  );
}

function Command(props: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p class="mb-1">{props.label}</p>
      <pre class="overflow-x-auto rounded-field border border-base-300 bg-base-200 p-3 text-sm" tabindex={0}>
        <code>{props.text}</code>
      </pre>
    </div>
  );
}
