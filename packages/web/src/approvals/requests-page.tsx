import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { approvalsPath, DeskFrame } from './frame.tsx';
import type { AdmissionDesk, RequestRow } from './ports.ts';

/** Who waits for the reader's decision. */
export function RequestsPage(props: {
  readonly ui: Ui;
  readonly desk: AdmissionDesk;
  readonly rows: readonly RequestRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice: NoticeName | undefined;
}) {
  const { ui, desk, rows } = props;
  const words = ui.t.approvals;
  const { learner, course, requested, action } = words.columns;
  const path = approvalsPath(desk);
  return (
    <DeskFrame ui={ui} desk={desk} title={words.approvals} current={path} notice={props.notice}>
      <PageHeading title={words.approvals} lead={words.approvalsLead[desk]} />
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.approvalsEmptyTitle} text={words.approvalsEmptyText} />
      ) : (
        <Table caption={words.approvals} columns={[learner, course, requested, action]}>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                {row.learner}
              </th>
              <td>
                <Text ui={ui} map={row.course} />
              </td>
              <td class="whitespace-nowrap">
                <When ui={ui} at={row.requestedAt} />
                {row.handedOver && (
                  <p>
                    <span class="tag tag-warning">{words.handedOver}</span>
                  </p>
                )}
              </td>
              <td>
                <a
                  href={`${path}/${row.registration}`}
                  class="btn btn-sm"
                  aria-label={words.decideOf(row.learner, plainText(ui, row.course))}
                >
                  {words.decide}
                </a>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={path} next={props.next} isFirst={props.isFirst} />
    </DeskFrame>
  );
}
