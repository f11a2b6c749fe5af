import { DeskFrame } from '../approvals/frame.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { When } from '../layout/text.tsx';
import { listPlaces } from '../staffing/paths.ts';
import type { Ui } from '../ui.ts';
import { daysText, StateTag } from './parts.tsx';
import { type ExternalDesk, policyPath, queuePath, reviewHref } from './paths.ts';
import type { ExternalRow } from './ports.ts';

/** What waits for the reader's decision, longest first. */
export function QueuePage(props: {
  readonly ui: Ui;
  readonly desk: ExternalDesk;
  readonly rows: readonly ExternalRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, desk, rows } = props;
  const words = ui.t.external;
  const { columns } = words;
  const path = queuePath(desk);
  return (
    <DeskFrame ui={ui} desk={desk} title={words.title} current={path} notice={props.notice}>
      <PageHeading title={words.title} lead={words.queueLead} />
      {desk === 'agency' && (
        <p class="mb-5 flex flex-wrap gap-2">
          <a class="btn" href={policyPath}>
            {words.policyTitle}
          </a>
          <a class="btn" href={listPlaces.history.path}>
            {ui.t.history.title}
          </a>
        </p>
      )}
      {rows.length === 0 ? (
        <EmptyState icon="check" title={words.queueEmptyTitle} text={words.queueEmptyText} />
      ) : (
        <Table
          caption={words.title}
          columns={[columns.title, columns.learner, columns.days, columns.state, columns.since]}
          cards
        >
          {rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <a
                  class="text-link inline-flex min-h-8 items-center break-words"
                  href={reviewHref(desk, row)}
                >
                  {row.title}
                </a>
              </th>
              <td data-label={columns.learner}>{row.learner}</td>
              <td data-label={columns.days}>{daysText(ui, row)}</td>
              <td data-label={columns.state}>
                <StateTag ui={ui} state={row.state} />
                {row.handedOver && (
                  <p class="mt-1">
                    <span class="tag tag-warning">{words.handedOver}</span>
                  </p>
                )}
              </td>
              <td data-label={columns.since}>
                {row.waitingSince !== undefined && <When ui={ui} at={row.waitingSince} dateOnly />}
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={path} next={props.next} isFirst={props.isFirst} />
    </DeskFrame>
  );
}
