import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { reportHref, reportsPath } from './paths.ts';
import type { ReportView } from './ports.ts';
import { contentOf } from './reports-page.tsx';

interface Props {
  readonly ui: Ui;
  readonly view: ReportView;
}

const isOpen = ({ state }: ReportView) => state === 'waiting' || state === 'running';

/** A report as a job: it goes on when the page is closed, and this page can be opened again. */
export function ReportPage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui, view, notice } = props;
  const words = ui.t.reports;
  const open = isOpen(view);
  const title = words.kind[view.kind];
  return (
    <Shell
      ui={ui}
      title={title}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={reportsPath} />}
      {...(open && { islands: ['refresh'] as const, refreshSeconds: 5 })}
    >
      <PageHeading
        title={title}
        lead={`${contentOf(view)} · ${ui.format.dateTime(view.createdAt)} · ${view.requestedBy}`}
        trail={<Trail ui={ui} links={[[reportsPath, words.title]]} />}
      />
      <div
        {...(open && {
          'data-refresh': `${reportHref(view.reportId)}/progress`,
          'data-refresh-seconds': '2',
        })}
      >
        <ReportResult {...props} />
      </div>
    </Shell>
  );
}

/** The part that changes while it is made; also answered alone to the refreshing island. */
export function ReportResult({ ui, view }: Props) {
  const words = ui.t.reports;
  return (
    <div {...(!isOpen(view) && { 'data-refresh-done': '' })}>
      <div class="mb-6" role="status">
        <Outcome ui={ui} view={view} />
      </div>
      {isOpen(view) && (
        <form method="post" action={`${reportHref(view.reportId)}/cancel`}>
          <button type="submit" class="btn">
            {words.cancel}
          </button>
        </form>
      )}
      {view.state === 'done' && (
        <ul class="panel divide-y divide-base-300">
          {view.files.map(({ name, bytes }, n) => (
            <li class="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
              <a
                class="text-link inline-flex min-h-8 items-center break-all"
                href={`${reportHref(view.reportId)}/files/${n + 1}`}
              >
                {name}
              </a>
              <span class="quiet text-sm">{ui.format.bytes(bytes)}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Outcome({ ui, view }: Props) {
  const words = ui.t.reports;
  const { number, dateTime } = ui.format;
  const until = view.availableUntil === undefined ? '' : dateTime(view.availableUntil);
  switch (view.state) {
    case 'waiting':
    case 'running':
      return (
        <div class="panel p-5">
          <p class="font-semibold">{words.state[view.state]}</p>
          <div class="my-3">
            <ProgressBar percent={view.percent} label={words.state.running} />
          </div>
          <p class="tabular-nums">{words.rows(number(view.rows))}</p>
          <p class="quiet mt-2 text-sm">{words.closeText}</p>
        </div>
      );
    case 'failed':
      return <Notice tone="error">{view.isTooLarge ? words.tooLargeText : words.failedText}</Notice>;
    case 'cancelled':
      return <Notice tone="info">{words.cancelledText}</Notice>;
    case 'expired':
      return <Notice tone="warning">{words.expiredText(until)}</Notice>;
    case 'done':
      return (
        <Notice tone="success">
          <p class="font-semibold">
            {words.doneText(number(view.rows), view.asOf === undefined ? '' : dateTime(view.asOf))}
          </p>
          <p>{words.until(until)}</p>
        </Notice>
      );
  }
}
