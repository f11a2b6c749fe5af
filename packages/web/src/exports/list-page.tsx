import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { contentOf, dayOf } from './content.tsx';
import { exportHref, exportsPath } from './paths.ts';
import { type ExportDay, type ExportView, exportFormats, formatNames } from './ports.ts';

interface ExportsProps {
  readonly ui: Ui;
  readonly exports: readonly ExportView[];
  readonly days: readonly ExportDay[];
  /** Where older days begin. */
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}

/** Exports that were asked for, and the files of every day. */
export function ExportsPage(props: ExportsProps) {
  const { ui, exports, notice } = props;
  const t = ui.t.exports;
  const ask = (
    <a href={`${exportsPath}/new`} class="btn btn-primary">
      {t.ask}
    </a>
  );
  const empty = exports.length === 0;
  return (
    <Shell
      ui={ui}
      title={t.title}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={exportsPath} />}
    >
      <PageHeading title={t.title} lead={t.lead} actions={empty ? undefined : ask} />
      <Block id="exports" title={t.listHeading}>
        {empty ? (
          <EmptyState icon="inbox" title={t.emptyTitle} text={t.emptyText}>
            {ask}
          </EmptyState>
        ) : (
          <ExportTable ui={ui} exports={exports} />
        )}
      </Block>
      <Block id="days" title={t.daysHeading}>
        <p class="quiet mb-3 max-w-[65ch]">{t.daysLead}</p>
        {props.days.length === 0 ? <p>{t.daysEmpty}</p> : <DayTable ui={ui} days={props.days} />}
        <Paging ui={ui} path={exportsPath} next={props.next} isFirst={props.isFirst} />
      </Block>
    </Shell>
  );
}

function ExportTable(props: { readonly ui: Ui; readonly exports: readonly ExportView[] }) {
  const { ui } = props;
  const t = ui.t.exports;
  return (
    <Table
      caption={t.listHeading}
      columns={[t.columns.asked, t.columns.content, t.columns.state, t.columns.rows, t.columns.by]}
    >
      {props.exports.map((view) => (
        <tr>
          <th scope="row" class="font-medium whitespace-nowrap">
            <a href={exportHref(view.exportId)} class="text-link">
              <When ui={ui} at={view.createdAt} />
            </a>
          </th>
          <td class="min-w-48">{contentOf(ui, view)}</td>
          <td class="whitespace-nowrap">
            {t.state[view.state]}
            {view.state === 'running' && ` (${ui.format.percent(view.percent)})`}
          </td>
          <td class="tabular-nums">{ui.format.number(view.rows)}</td>
          <td>{view.requestedBy}</td>
        </tr>
      ))}
    </Table>
  );
}

function DayTable(props: { readonly ui: Ui; readonly days: readonly ExportDay[] }) {
  const { ui } = props;
  const { dayColumns: columns, daysHeading } = ui.t.exports;
  return (
    <Table
      caption={daysHeading}
      columns={[columns.date, columns.rows, formatNames.ndjson, formatNames.parquet]}
    >
      {props.days.map((day) => (
        <tr class="align-top">
          <th scope="row" class="font-medium whitespace-nowrap">
            <time datetime={day.date}>{dayOf(ui, day.date)}</time>
          </th>
          <td class="tabular-nums">{ui.format.number(day.rows)}</td>
          {exportFormats.flatMap((format) =>
            format === 'csv' ? [] : [<td>{<DayFiles ui={ui} day={day} format={format} />}</td>],
          )}
        </tr>
      ))}
    </Table>
  );
}

function DayFiles(props: {
  readonly ui: Ui;
  readonly day: ExportDay;
  readonly format: 'ndjson' | 'parquet';
}) {
  const { ui, day, format } = props;
  const t = ui.t.exports;
  const files = day.files.filter(([of]) => of === format);
  return (
    <ul class="space-y-1">
      {files.map(([, { number, bytes, sha256 }]) => (
        <li>
          <a
            class="text-link inline-flex min-h-8 items-center whitespace-nowrap"
            href={`${exportsPath}/daily/${day.date}/${number}/${format}`}
            title={`SHA-256 ${sha256}`}
            aria-label={t.download(
              number,
              ui.format.bytes(bytes),
              `${formatNames[format]} ${dayOf(ui, day.date)}`,
            )}
          >
            {number} · {ui.format.bytes(bytes)}
          </a>
        </li>
      ))}
    </ul>
  );
}
