import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, ProgressBar, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { contentOf } from './content.tsx';
import { exportHref, exportsPath } from './paths.ts';
import type { ExportView } from './ports.ts';

interface ExportProps {
  readonly ui: Ui;
  readonly view: ExportView;
}

const isOpen = ({ state }: ExportView) => state === 'waiting' || state === 'running';

/** An export as a job: it goes on when the page is closed, and this page can be opened again. */
export function ExportPage(props: ExportProps & { readonly notice?: NoticeName | undefined }) {
  const { ui, view, notice } = props;
  const t = ui.t.exports;
  const open = isOpen(view);
  const asked = ui.format.dateTime(view.createdAt);
  return (
    <Shell
      ui={ui}
      title={`${t.oneTitle} ${asked}`}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={exportsPath} />}
      {...(open && { islands: ['refresh'] as const, refreshSeconds: 5 })}
    >
      <PageHeading
        title={`${t.oneTitle} ${asked}`}
        lead={`${contentOf(ui, view)}, ${t.requestedBy(view.requestedBy)}`}
        trail={<Trail ui={ui} links={[[exportsPath, t.title]]} />}
      />
      <div
        {...(open && {
          'data-refresh': `${exportHref(view.exportId)}/progress`,
          'data-refresh-seconds': '2',
        })}
      >
        <ExportResult {...props} />
      </div>
    </Shell>
  );
}

/** The part that changes while the export runs; also answered alone to the refreshing island. */
export function ExportResult(props: ExportProps) {
  const { ui, view } = props;
  return (
    <div {...(!isOpen(view) && { 'data-refresh-done': '' })}>
      <div class="mb-6" role="status">
        <Outcome ui={ui} view={view} />
      </div>
      {isOpen(view) && (
        <a href={`${exportHref(view.exportId)}/cancel`} class="btn">
          {ui.t.exports.cancel}
        </a>
      )}
      {view.state === 'done' && view.files.length > 0 && <Files ui={ui} view={view} />}
      {!isOpen(view) && (
        <a href={`${exportsPath}/new`} class="btn">
          {ui.t.exports.ask}
        </a>
      )}
    </div>
  );
}

function Outcome({ ui, view }: ExportProps) {
  const t = ui.t.exports;
  const until = view.availableUntil && ui.format.dateTime(view.availableUntil);
  switch (view.state) {
    case 'waiting':
    case 'running':
      return <Progress ui={ui} view={view} />;
    case 'failed':
      return <Notice tone="error">{t.failure[view.failure ?? 'machine']}</Notice>;
    case 'cancelled':
      return <Notice tone="info">{t.cancelledText}</Notice>;
    case 'expired':
      return <Notice tone="warning">{t.expiredText(until ?? '')}</Notice>;
    case 'done':
      return (
        <Notice tone="success">
          <p class="font-semibold">
            {view.files.length === 0
              ? t.nothingFound
              : t.doneText(ui.format.number(view.rows), view.files.length)}
          </p>
          {view.files.length > 0 && until && <p>{t.availableUntil(until)}</p>}
        </Notice>
      );
  }
}

function Progress({ ui, view }: ExportProps) {
  const t = ui.t.exports;
  const { number, percent } = ui.format;
  return (
    <div class="panel p-5">
      <p class="font-semibold">{t.state[view.state]}</p>
      {view.state === 'running' && (
        <>
          <div class="my-3">
            <ProgressBar percent={view.percent} label={t.state.running} />
          </div>
          <p class="tabular-nums">{t.progress(percent(view.percent), number(view.rows))}</p>
          {view.total !== undefined && (
            <p class="quiet text-sm tabular-nums">{t.readOf(number(view.read), number(view.total))}</p>
          )}
        </>
      )}
      <p class="quiet mt-2 text-sm">{view.state === 'waiting' ? t.waitingText : t.runningText}</p>
    </div>
  );
}

function Files({ ui, view }: ExportProps) {
  const t = ui.t.exports;
  const { fileColumns: columns } = t;
  return (
    <Block id="files" title={t.filesHeading}>
      <Table caption={t.filesHeading} columns={[columns.file, columns.rows, columns.size, 'SHA-256']}>
        {view.files.map((file, n) => (
          <tr class="align-top">
            <th scope="row" class="min-w-56 font-medium">
              <a href={`${exportHref(view.exportId)}/files/${n + 1}`} class="text-link break-all">
                {file.name}
              </a>
            </th>
            <td class="tabular-nums">{ui.format.number(file.rows)}</td>
            <td class="whitespace-nowrap tabular-nums">{ui.format.bytes(file.bytes)}</td>
            <td class="min-w-64 font-mono text-sm break-all">{file.sha256}</td>
          </tr>
        ))}
      </Table>
      <p class="quiet mt-2 text-sm">{t.checksumHint}</p>
    </Block>
  );
}
