import { AgencyFrame } from '../agency/frame.tsx';
import { citizensPath } from '../citizens/paths.ts';
import { CitizensTabs } from '../citizens/tabs.tsx';
import { forumWords } from '../i18n/forums.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, Table } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import { dayOf } from './parts.tsx';
import { forumPath, forumsPath } from './paths.ts';
import type { ForumView } from './ports.ts';

/** Forums of one's agency, and which promises are overdue. */
export function ForumsPage(props: {
  readonly ui: Ui;
  readonly forums: readonly ForumView[];
  readonly hasServices: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, forums, hasServices, notice } = props;
  const words = forumWords[ui.locale];
  const add = (
    <a href={`${forumsPath}/new`} class="btn btn-primary">
      {words.add}
    </a>
  );
  const late = forums.flatMap((forum) =>
    forum.commitments.filter(({ isOverdue }) => isOverdue).map((one) => ({ forum, one })),
  );
  return (
    <AgencyFrame current={citizensPath} ui={ui} title={words.title} notice={notice}>
      <PageHeading title={words.title} lead={words.lead} actions={forums.length > 0 && hasServices && add} />
      <CitizensTabs ui={ui} current={forumsPath} />
      {late.length > 0 && (
        <div class="mb-5">
          <Notice tone="warning">
            <p class="font-medium">{words.overdueCount(ui.format.number(late.length))}</p>
            <ul class="mt-1 list-disc ps-5">
              {late.map(({ forum, one }) => (
                <li>
                  <a
                    class="text-link"
                    href={`${forumPath(forum.forumId)}/commitments/${encodeURIComponent(one.commitmentId)}`}
                  >
                    {one.text}
                  </a>{' '}
                  ({one.unit}, {words.dueBy(dayOf(ui, one.due))})
                </li>
              ))}
            </ul>
          </Notice>
        </div>
      )}
      {forums.length === 0 ? (
        <EmptyState icon="people" title={words.none} text={hasServices ? words.noneText : words.noServices}>
          {hasServices ? (
            add
          ) : (
            <a class="btn btn-primary" href={`${citizensPath}/new`}>
              {words.addService}
            </a>
          )}
        </EmptyState>
      ) : (
        <Rows ui={ui} forums={forums} />
      )}
    </AgencyFrame>
  );
}

function Rows({ ui, forums }: { readonly ui: Ui; readonly forums: readonly ForumView[] }) {
  const words = forumWords[ui.locale];
  const [, day, services, kept, open] = words.columns;
  const count = (forum: ForumView, state: string) =>
    ui.format.number(forum.commitments.filter((one) => one.state === state).length);
  return (
    <Table caption={words.title} columns={words.columns} cards>
      {forums.map((forum) => (
        <tr>
          <th scope="row" class="font-medium">
            <a class="text-link inline-flex min-h-8 items-center" href={forumPath(forum.forumId)}>
              {forum.title}
            </a>
          </th>
          <td data-label={day}>
            {dayOf(ui, forum.heldOn)}
            {forum.isAhead && <span class="badge badge-outline ms-2">{words.ahead}</span>}
          </td>
          <td data-label={services}>{forum.services.join(', ')}</td>
          <td data-label={kept} class="tabular-nums">
            {count(forum, 'kept')}
          </td>
          <td data-label={open} class="tabular-nums">
            {count(forum, 'open')}
          </td>
        </tr>
      ))}
    </Table>
  );
}
