import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import type { Ui } from '../ui.ts';
import { PrivacyMenu } from './jobs-page.tsx';
import { privacyPath } from './paths.ts';
import type { AuditView } from './ports.ts';

const path = `${privacyPath}/audit`;

/** What happened to jobs, newest first. */
export function AuditPage(props: {
  readonly ui: Ui;
  readonly lines: readonly AuditView[];
  readonly whole: boolean;
  readonly next?: number | undefined;
}) {
  const { ui, lines, whole, next } = props;
  const { privacy } = ui.t;
  return (
    <Shell
      ui={ui}
      title={privacy.audit}
      section="operator"
      menu={<OperatorMenu ui={ui} current={privacyPath} />}
    >
      <PageHeading title={privacy.audit} lead={privacy.auditLead} />
      <PrivacyMenu ui={ui} current={path} />
      {lines.length === 0 ? (
        <EmptyState icon="list" title={privacy.auditEmptyTitle} text={privacy.auditEmptyText} />
      ) : (
        <>
          <div class="mb-5">
            <Notice tone={whole ? 'success' : 'error'}>
              {whole ? privacy.auditWhole : privacy.auditBroken}
            </Notice>
          </div>
          <AuditLines ui={ui} lines={lines} />
        </>
      )}
      {next !== undefined && (
        <p class="mt-5">
          <a class="btn" href={`${path}?before=${next}`}>
            {privacy.older}
          </a>
        </p>
      )}
    </Shell>
  );
}

/** Steps that a person takes about their own data name nobody. */
const isOwnStep = ({ kind, action }: AuditView) =>
  kind === 'request' && (action === 'requested' || action === 'withdrawn');

function AuditLines({ ui, lines }: { readonly ui: Ui; readonly lines: readonly AuditView[] }) {
  const { privacy } = ui.t;
  const { columns } = privacy;
  return (
    <Table
      caption={privacy.audit}
      columns={[columns.number, columns.at, columns.action, columns.by, columns.subject, columns.found]}
    >
      {lines.map((line) => (
        <tr>
          <th scope="row" class="font-medium tabular-nums">
            {line.number}
          </th>
          <td class="whitespace-nowrap">
            <When ui={ui} at={line.at} />
          </td>
          <td>
            {privacy.kinds[line.kind]}: {privacy.actions[line.action]}
            {line.reason && <span class="quiet block text-sm">{line.reason}</span>}
          </td>
          <td>{line.by ?? (isOwnStep(line) ? privacy.themselves : privacy.system)}</td>
          <td class="font-mono text-sm">{line.subject}</td>
          <td class="min-w-56 text-sm">
            {Object.entries(line.counts ?? {})
              .map(([kind, count]) => `${privacy.counts[kind] ?? kind}: ${ui.format.number(count)}`)
              .join(' · ')}
          </td>
        </tr>
      ))}
    </Table>
  );
}
