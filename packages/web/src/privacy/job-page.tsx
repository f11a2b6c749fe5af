import type { Child } from 'hono/jsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { By, CountsTable, mayDecide, StateTag } from './parts.tsx';
import { privacyPath } from './paths.ts';
import type { PrivacyJobView } from './ports.ts';

const noticeTones = { done: 'success', failed: 'error', counted: 'warning' } as const;

/** One erasure: what was found, how far it is, and its confirmation. */
export function ErasurePage(props: {
  readonly ui: Ui;
  readonly job: PrivacyJobView;
  readonly failure?: string | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, job, failure } = props;
  const { privacy } = ui.t;
  const ofRule = job.kind === 'retention';
  const title = ofRule ? privacy.ruleTitle(job.reason ?? '') : (job.person ?? privacy.subject(job.subject));
  const tone = job.state in noticeTones ? noticeTones[job.state as keyof typeof noticeTones] : 'info';
  const changed = ['running', 'checking', 'done', 'failed'].includes(job.state);
  return (
    <Shell
      ui={ui}
      title={title}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading
        title={title}
        lead={<StateTag ui={ui} job={job} />}
        trail={<Trail ui={ui} links={[[privacyPath, privacy.title]]} />}
        actions={
          job.dueAt !== undefined && (
            <a class="btn" href={`${privacyPath}/jobs/${encodeURIComponent(job.jobId)}`}>
              {privacy.reload}
            </a>
          )
        }
      />
      {failure && (
        <div class="mb-5">
          <Notice tone="error" live>
            {failure}
          </Notice>
        </div>
      )}
      <div class="mb-5">
        <Notice tone={tone}>
          {ofRule ? privacy.ruleStateText[job.state] : privacy.stateText[job.state]}
        </Notice>
      </div>
      {['running', 'checking'].includes(job.state) && <Progress ui={ui} job={job} />}
      <div class="grid items-start gap-8 lg:grid-cols-[1fr_22rem]">
        <div class="min-w-0">
          <Block id="counts" title={privacy.countsCaption}>
            <CountsTable
              ui={ui}
              columns={[
                { label: privacy.foundColumn, counts: job.found },
                ...(changed ? [{ label: privacy.doneColumn, counts: job.done }] : []),
                ...(['done', 'failed'].includes(job.state)
                  ? [{ label: privacy.leftColumn, counts: job.left }]
                  : []),
              ]}
            />
            <p class="quiet mt-3 text-sm">{privacy.kept}</p>
          </Block>
        </div>
        <div>
          <Facts ui={ui} job={job} />
          {mayDecide(ui) && <Decision ui={ui} job={job} />}
        </div>
      </div>
    </Shell>
  );
}

function Progress({ ui, job }: { readonly ui: Ui; readonly job: PrivacyJobView }) {
  const { privacy } = ui.t;
  const label = privacy.progress(ui.format.percent(job.percent / 100));
  return (
    <div class="mb-6 max-w-xl">
      <p class="mb-1 font-medium">{label}</p>
      <ProgressBar percent={job.percent} label={label} />
      {job.dueAt && <p class="quiet mt-1 text-sm">{privacy.nextStep(ui.format.dateTime(job.dueAt))}</p>}
    </div>
  );
}

function Facts({ ui, job }: { readonly ui: Ui; readonly job: PrivacyJobView }) {
  const { facts, modeShort, legalBases } = ui.t.privacy;
  return (
    <dl class="panel mb-6 divide-y divide-base-300 px-5 py-1">
      {job.person && <Fact label={facts.person}>{job.person}</Fact>}
      <Fact label={facts.subject}>
        <span class="font-mono text-sm break-all">{job.subject}</span>
      </Fact>
      {job.agency && <Fact label={facts.agency}>{job.agency}</Fact>}
      {job.mode && <Fact label={facts.mode}>{modeShort[job.mode]}</Fact>}
      {job.legalBasis && <Fact label={facts.legalBasis}>{legalBases[job.legalBasis]}</Fact>}
      {job.reason && <Fact label={facts.reason}>{job.reason}</Fact>}
      <Fact label={facts.requested}>
        <By ui={ui} who={job.requestedBy} at={job.requestedAt} />
      </Fact>
      {job.confirmedAt && (
        <Fact label={facts.confirmed}>
          <By ui={ui} who={job.confirmedBy} at={job.confirmedAt} />
        </Fact>
      )}
      {job.endedAt && <Fact label={facts.ended}>{ui.format.dateTime(job.endedAt)}</Fact>}
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly children?: Child }) {
  return (
    <div class="py-3">
      <dt class="quiet text-sm">{props.label}</dt>
      <dd class="font-medium">{props.children}</dd>
    </div>
  );
}

function decisionText({ t }: Ui, job: PrivacyJobView): string {
  if (job.verified === false) return t.privacy.unverifiedText;
  return job.ownRequest ? t.privacy.ownRequest : t.privacy.confirmText;
}

function Decision({ ui, job }: { readonly ui: Ui; readonly job: PrivacyJobView }) {
  const { privacy } = ui.t;
  if (job.state !== 'counting' && job.state !== 'counted') return null;
  const path = `${privacyPath}/jobs/${encodeURIComponent(job.jobId)}`;
  return (
    <Block id="decision" title={privacy.confirmTitle}>
      <div class="panel p-5">
        {job.state === 'counted' && (
          <>
            <p class="mb-4">{decisionText(ui, job)}</p>
            {job.dueAt && <p class="mb-4">{privacy.startsAt(ui.format.dateTime(job.dueAt))}</p>}
            {!job.ownRequest && job.verified !== false && (
              <form method="post" action={`${path}/confirm`} class="mb-3">
                <button type="submit" class="btn btn-error">
                  {privacy.confirm}
                </button>
              </form>
            )}
          </>
        )}
        <form method="post" action={`${path}/cancel`}>
          <button type="submit" class="btn">
            {privacy.cancel}
          </button>
        </form>
      </div>
    </Block>
  );
}
