import { AgencyMenu } from '../agency/menu.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { HoldReasons } from './parts.tsx';
import { heldPath, holdPath } from './paths.ts';
import type { HoldView } from './ports.ts';

/** JP that wait for a decision of the agency, longest first. */
export function HoldsPage(props: {
  readonly ui: Ui;
  readonly holds: readonly HoldView[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, holds } = props;
  const words = ui.t.credit;
  const { learner, course, jp, reason, since } = words.columns;
  return (
    <Shell
      ui={ui}
      title={words.heldTitle}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={heldPath} />}
    >
      <PageHeading title={words.heldTitle} lead={words.heldLead} />
      {holds.length === 0 ? (
        <EmptyState icon="check" title={words.heldEmptyTitle} text={words.heldEmptyText} />
      ) : (
        <Table caption={words.heldTitle} columns={[learner, course, jp, reason, since]}>
          {holds.map((hold) => (
            <tr>
              <th scope="row" class="font-medium">
                <a class="text-link inline-flex min-h-8 items-center" href={holdPath(hold)}>
                  {hold.learner}
                </a>
              </th>
              <td>
                <Text ui={ui} map={hold.title} />
              </td>
              <td class="whitespace-nowrap tabular-nums">{ui.format.jp(hold.stated)}</td>
              <td class="min-w-64 text-sm">
                <HoldReasons ui={ui} reasons={hold.reasons} />
                {hold.answer && <span class="tag tag-info">{words.hasAnswer}</span>}
              </td>
              <td class="whitespace-nowrap">
                <When ui={ui} at={hold.heldAt} dateOnly />
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={heldPath} next={props.next} isFirst={props.isFirst} />
    </Shell>
  );
}
