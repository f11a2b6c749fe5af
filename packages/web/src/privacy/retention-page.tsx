import type { NoticeName } from '../i18n/problem.ts';
import type { FormState } from '../layout/form.tsx';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { PrivacyMenu } from './jobs-page.tsx';
import { mayDecide, StateTag } from './parts.tsx';
import { privacyPath, retentionPath } from './paths.ts';
import type { PrivacyJobView, RetentionRuleView, RetentionView } from './ports.ts';
import { Approvals, ProposalForm } from './rule-approvals.tsx';

/** Rules in force, where they act by the decision of two operators, and the monthly look for what they end. */
export function RetentionPage(props: {
  readonly ui: Ui;
  readonly view: RetentionView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view, form } = props;
  const { privacy } = ui.t;
  return (
    <Shell
      ui={ui}
      title={privacy.retention}
      section="operator"
      notice={props.notice}
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={privacy.retention} lead={privacy.retentionLead} />
      <PrivacyMenu ui={ui} current={retentionPath} />
      <Block id="rules" title={privacy.rules}>
        <Rules ui={ui} rules={view.rules} />
      </Block>
      <Block id="approvals" title={privacy.approvals}>
        {view.approvals.length === 0 ? (
          <EmptyState icon="list" title={privacy.approvalsEmptyTitle} text={privacy.approvalsEmptyText} />
        ) : (
          <Approvals ui={ui} approvals={view.approvals} />
        )}
      </Block>
      {mayDecide(ui) && (
        <Block id="propose" title={privacy.proposeTitle}>
          <ProposalForm ui={ui} view={view} form={form} />
        </Block>
      )}
      <Block id="looks" title={privacy.looks}>
        {view.jobs.length === 0 ? (
          <EmptyState icon="list" title={privacy.looksEmptyTitle} text={privacy.looksEmptyText} />
        ) : (
          <Looks ui={ui} jobs={view.jobs} />
        )}
      </Block>
    </Shell>
  );
}

function Looks({ ui, jobs }: { readonly ui: Ui; readonly jobs: readonly PrivacyJobView[] }) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Table
      caption={privacy.looks}
      columns={[columns.rule, columns.agency, columns.state, columns.found, columns.done, columns.requested]}
    >
      {jobs.map((job) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`${privacyPath}/jobs/${encodeURIComponent(job.jobId)}`}
            >
              {job.reason}
            </a>
          </th>
          <td>{job.agency ?? privacy.everywhere}</td>
          <td>
            <StateTag ui={ui} job={job} />
          </td>
          <td>
            {privacy.peopleOf(
              ui.format.number(job.found.people ?? 0),
              ui.format.number(job.found.looked ?? 0),
            )}
          </td>
          <td>{job.verified === false ? '–' : privacy.people(ui.format.number(job.done.people ?? 0))}</td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={job.requestedAt} dateOnly />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Rules({ ui, rules }: { readonly ui: Ui; readonly rules: readonly RetentionRuleView[] }) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Table
      caption={privacy.rules}
      columns={[columns.rule, columns.about, columns.kept, columns.after, columns.basis]}
    >
      {rules.map((rule) => (
        <tr>
          <th scope="row" class="font-medium">
            {rule.ruleId} v{rule.version}
            <span class="quiet block text-sm font-normal">
              {privacy.since(ui.format.date(`${rule.validFrom}T00:00:00.000Z`))}
            </span>
          </th>
          <td>{rule.verbs?.join(', ') ?? privacy.allOthers}</td>
          <td>{rule.months === undefined ? privacy.noEnd : privacy.months(ui.format.number(rule.months))}</td>
          <td>{rule.action === 'keep' ? privacy.keep : privacy.modeShort[rule.action]}</td>
          <td class="min-w-56" lang="id">
            {rule.basis}
          </td>
        </tr>
      ))}
    </Table>
  );
}
