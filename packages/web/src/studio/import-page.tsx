import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { type Finding, type ImportView, importSteps } from './ports.ts';

interface ImportProps {
  readonly ui: Ui;
  readonly view: ImportView;
}

/** A check as a job: it goes on when the page is closed, and this page can be opened again. */
export function ImportPage(props: ImportProps) {
  const { ui, view } = props;
  const { t } = ui;
  const running = view.state === 'running';
  return (
    <Shell
      ui={ui}
      title={t.studio.importTitle}
      section="studio"
      {...(running && { islands: ['refresh'] as const, refreshSeconds: 3 })}
    >
      <PageHeading
        title={t.studio.importTitle}
        lead={<span class="break-all">{view.fileName}</span>}
        trail={<Trail ui={ui} links={[['/studio', t.studio.title]]} />}
      />
      <div
        {...(running && {
          'data-refresh': `/studio/imports/${view.importId}/progress`,
          'data-refresh-seconds': '1.5',
        })}
      >
        <ImportResult {...props} />
      </div>
    </Shell>
  );
}

/** The part that changes while the check runs; also answered alone to the refreshing island. */
export function ImportResult(props: ImportProps) {
  const { ui, view } = props;
  return (
    <div {...(view.state !== 'running' && { 'data-refresh-done': '' })}>
      <Steps {...props} />
      <div class="my-6" role="status">
        <Outcome {...props} />
      </div>
      {view.state !== 'running' && view.state !== 'failed' && <Report ui={ui} findings={view.findings} />}
    </div>
  );
}

function Steps({ ui, view }: ImportProps) {
  const reached = importSteps.indexOf(view.step);
  const broken = view.state === 'rejected' || view.state === 'failed';
  return (
    <ol class="flex flex-wrap gap-x-6 gap-y-2">
      {importSteps.map((step, index) => {
        const done = index < reached || (index === reached && view.state === 'accepted');
        const current = index === reached && !done;
        return (
          <li
            class={`inline-flex items-center gap-2 ${done ? 'text-success' : current ? 'font-semibold' : 'quiet'}`}
            aria-current={current ? 'step' : undefined}
          >
            <Icon name={done ? 'check' : current && broken ? 'cross' : current ? 'half' : 'circle'} />
            {ui.t.studio.importSteps[step]}
          </li>
        );
      })}
    </ol>
  );
}

function Outcome({ ui, view }: ImportProps) {
  const { t } = ui;
  if (view.state === 'running') {
    return (
      <Notice tone="info">
        {t.studio.importRunning}
        {view.stored && <Storing ui={ui} stored={view.stored} />}
      </Notice>
    );
  }
  const upload = uploadAgainOf(view);
  if (view.state === 'failed') {
    return (
      <Notice tone="error">
        <p>{t.studio.importFailed}</p>
        <a class="text-link" href={upload}>
          {t.studio.uploadOnceMore}
        </a>
      </Notice>
    );
  }
  const errors = view.findings.filter(({ severity }) => severity === 'error').length;
  const warnings = view.findings.length - errors;
  if (view.state === 'rejected') {
    return (
      <Notice tone="error">
        <p class="font-semibold">{t.studio.importRejected(errors)}</p>
        <a class="text-link" href={upload}>
          {t.studio.uploadAgain}
        </a>
      </Notice>
    );
  }
  return (
    <Notice tone="success">
      <p class="font-semibold">
        {warnings > 0 ? t.studio.importAcceptedWarnings(warnings) : t.studio.importAccepted}
      </p>
      {view.content && (
        <p>
          <Text ui={ui} map={view.content.title} /> ·{' '}
          {t.studio.contentCounts(view.content.parts, view.content.files)}
        </p>
      )}
      {view.courseId && (
        <a href={`/studio/courses/${view.courseId}`} class="btn btn-primary mt-3">
          {t.studio.openCourse}
          <Icon name="arrow" />
        </a>
      )}
    </Notice>
  );
}

/** The same upload once more: as the same module of the same course. */
function uploadAgainOf({ courseId, module }: ImportView): string {
  if (courseId === undefined) return '/studio/upload';
  const as = module === undefined ? '' : `?module=${encodeURIComponent(module)}`;
  return `/studio/courses/${courseId}/upload${as}`;
}

function Storing({ ui, stored }: { readonly ui: Ui; readonly stored: NonNullable<ImportView['stored']> }) {
  const words = ui.t.studio.importStoring(stored.done, stored.total);
  return (
    <>
      <p class="mt-2">{words}</p>
      <progress class="bar mt-2" max={stored.total} value={stored.done} aria-label={words}></progress>
    </>
  );
}

function Report(props: { readonly ui: Ui; readonly findings: readonly Finding[] }) {
  const { ui, findings } = props;
  const { t } = ui;
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  if (findings.length === 0) {
    return (
      <Block id="report" title={t.studio.reportHeading}>
        <p>{t.studio.noFindings}</p>
      </Block>
    );
  }
  return (
    <>
      {errors.length > 0 && (
        <Block id="errors" title={`${t.studio.errors}: ${errors.length}`}>
          <Findings ui={ui} caption={t.studio.errors} findings={errors} />
        </Block>
      )}
      {warnings.length > 0 && (
        <Block id="warnings" title={`${t.studio.warnings}: ${warnings.length}`}>
          <Findings ui={ui} caption={t.studio.warnings} findings={warnings} />
        </Block>
      )}
    </>
  );
}

/** Line, and column where the reader knows it. */
function placeOf({ line, column }: Finding): string {
  if (line === undefined) return '';
  return column === undefined ? String(line) : `${line}:${column}`;
}

function Findings(props: {
  readonly ui: Ui;
  readonly caption: string;
  readonly findings: readonly Finding[];
}) {
  const { ui } = props;
  const { report } = ui.t.studio;
  return (
    <Table
      caption={props.caption}
      columns={[report.problem, report.mend, report.file, report.line, report.rule]}
    >
      {props.findings.map((finding) => (
        <tr class="align-top">
          <td class="min-w-56">
            <Text ui={ui} map={finding.problem} />
          </td>
          <td class="min-w-48">{finding.mend && <Text ui={ui} map={finding.mend} />}</td>
          <td class="font-mono text-sm break-all">{finding.file}</td>
          <td class="tabular-nums">{placeOf(finding)}</td>
          <td class="font-mono text-sm whitespace-nowrap">{finding.rule}</td>
        </tr>
      ))}
    </Table>
  );
}
