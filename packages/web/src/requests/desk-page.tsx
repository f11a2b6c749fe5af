import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { When } from '../layout/text.tsx';
import { OperatorMenu } from '../operator/menu.tsx';
import { PrivacyMenu } from '../privacy/jobs-page.tsx';
import { privacyPath } from '../privacy/paths.ts';
import type { Ui } from '../ui.ts';
import { KindOf, RequestState } from './parts.tsx';
import { agencyRequestsPath, operatorRequestsPath } from './paths.ts';
import type { DeskRequestView } from './ports.ts';

/** Where the reader answers: for their agency, or for the platform. */
export interface Desk {
  readonly path: string;
  readonly section: 'agency' | 'operator';
}
export const agencyDesk: Desk = { path: agencyRequestsPath, section: 'agency' };
export const operatorDesk: Desk = { path: operatorRequestsPath, section: 'operator' };

export function deskFrame(ui: Ui, { path, section }: Desk) {
  return section === 'agency'
    ? { menu: <AgencyMenu ui={ui} current={path} />, parts: null }
    : { menu: <OperatorMenu ui={ui} current={privacyPath} />, parts: <PrivacyMenu ui={ui} current={path} /> };
}

/** What waits, soonest due first, and what ended. */
export function RequestsPage(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly open: readonly DeskRequestView[];
  readonly ended: readonly DeskRequestView[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, desk, open, ended } = props;
  const { requests } = ui.t;
  const { menu, parts } = deskFrame(ui, desk);
  return (
    <Shell ui={ui} title={requests.title} section={desk.section} notice={props.notice} menu={menu}>
      <PageHeading title={requests.title} lead={requests.lead} />
      {parts}
      <Block id="open" title={requests.openHeading}>
        {open.length === 0 ? (
          <EmptyState icon="check" title={requests.openEmptyTitle} text={requests.openEmptyText} />
        ) : (
          <Rows ui={ui} desk={desk} rows={open} caption={requests.openHeading} />
        )}
      </Block>
      {ended.length > 0 && (
        <Block id="ended" title={requests.endedHeading}>
          <Rows ui={ui} desk={desk} rows={ended} caption={requests.endedHeading} />
        </Block>
      )}
    </Shell>
  );
}

function Rows(props: {
  readonly ui: Ui;
  readonly desk: Desk;
  readonly rows: readonly DeskRequestView[];
  readonly caption: string;
}) {
  const { ui, desk, rows, caption } = props;
  const { columns } = ui.t.requests;
  return (
    <Table caption={caption} columns={[columns.person, columns.kind, columns.clock, columns.opened]} cards>
      {rows.map((request) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`${desk.path}/${encodeURIComponent(request.requestId)}`}
            >
              {request.person}
            </a>
            {request.agency && desk.section === 'operator' && (
              <span class="quiet block text-sm font-normal">{request.agency}</span>
            )}
          </th>
          <td data-label={columns.kind}>
            <KindOf ui={ui} request={request} />
          </td>
          <td data-label={columns.clock}>
            <RequestState ui={ui} request={request} />
          </td>
          <td data-label={columns.opened}>
            <When ui={ui} at={request.openedAt} />
          </td>
        </tr>
      ))}
    </Table>
  );
}
