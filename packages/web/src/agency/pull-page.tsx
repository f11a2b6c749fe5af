import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AgencyMenu } from './menu.tsx';
import type { PullView } from './ports.ts';

/** How far each system has pulled, and how to pull. */
export function PullPage(props: { readonly ui: Ui; readonly view: PullView }) {
  const { ui, view } = props;
  const { t } = ui;
  const path = '/agency/pull';
  return (
    <Shell ui={ui} title={t.agency.pullTitle} section="agency" menu={<AgencyMenu ui={ui} current={path} />}>
      <PageHeading title={t.agency.pullTitle} lead={t.agency.pullLead} />
      {view.consistentThrough && (
        <p class="quiet mb-3 text-sm">
          {t.agency.consistentThrough(ui.format.dateTime(view.consistentThrough))}
        </p>
      )}
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
  const { t, format } = ui;
  const { pullColumns: columns } = t.agency;
  const withLag = view.rows.some(({ lagSeconds }) => lagSeconds !== undefined);
  return (
    <Table
      caption={t.agency.pullTitle}
      columns={[columns.client, columns.scopes, columns.last, ...(withLag ? [columns.lag] : [])]}
    >
      {view.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.client}
          </th>
          <td class="min-w-48">{row.scopes.map((scope) => t.clients.scope[scope]).join(' · ')}</td>
          <td class="whitespace-nowrap">
            {row.lastPullAt ? (
              <When ui={ui} at={row.lastPullAt} />
            ) : (
              <span class="quiet">{t.shell.never}</span>
            )}
          </td>
          {withLag && (
            <td class="whitespace-nowrap">
              {row.lagSeconds === undefined
                ? '–'
                : row.lagSeconds === 0
                  ? t.agency.upToDate
                  : format.duration(row.lagSeconds)}
            </td>
          )}
        </tr>
      ))}
    </Table>
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
