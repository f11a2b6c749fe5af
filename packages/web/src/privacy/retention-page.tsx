import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { PrivacyMenu } from './jobs-page.tsx';
import { StateTag } from './parts.tsx';
import { privacyPath } from './paths.ts';
import type { PrivacyJobView, RetentionRuleView } from './ports.ts';

/** Rules in force, and the monthly look for what they end. */
export function RetentionPage(props: {
  readonly ui: Ui;
  readonly rules: readonly RetentionRuleView[];
  readonly jobs: readonly PrivacyJobView[];
}) {
  const { ui, rules, jobs } = props;
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Shell
      ui={ui}
      title={privacy.retention}
      section="operator"
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={privacy.retention} lead={privacy.retentionLead} />
      <PrivacyMenu ui={ui} current={`${privacyPath}/retention`} />
      <Block id="rules" title={privacy.rules}>
        <Rules ui={ui} rules={rules} />
      </Block>
      <Block id="looks" title={privacy.looks}>
        {jobs.length === 0 ? (
          <EmptyState icon="list" title={privacy.looksEmptyTitle} text={privacy.looksEmptyText} />
        ) : (
          <Table
            caption={privacy.looks}
            columns={[columns.rule, columns.state, columns.found, columns.requested]}
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
                <td>
                  <StateTag ui={ui} job={job} />
                </td>
                <td>{privacy.people(ui.format.number(job.found.people ?? 0))}</td>
                <td class="whitespace-nowrap">
                  <When ui={ui} at={job.requestedAt} dateOnly />
                </td>
              </tr>
            ))}
          </Table>
        )}
      </Block>
    </Shell>
  );
}

function Rules({ ui, rules }: { readonly ui: Ui; readonly rules: readonly RetentionRuleView[] }) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Table
      caption={privacy.rules}
      columns={[columns.rule, columns.about, columns.kept, columns.after, columns.basis, columns.verified]}
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
          <td class="min-w-56">{rule.basis}</td>
          <td>
            <span class={`tag whitespace-nowrap ${rule.verified ? 'tag-success' : 'tag-warning'}`}>
              {rule.verified ? privacy.verified : privacy.unverified}
            </span>
          </td>
        </tr>
      ))}
    </Table>
  );
}
