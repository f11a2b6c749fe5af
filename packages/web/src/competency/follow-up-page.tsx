import { competencyWords } from '../i18n/competency.ts';
import { followUpWords } from '../i18n/competency-follow-up.ts';
import { EmptyState, hrefOf, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { type FollowCounts, type FollowListName, type FollowUpView, followListNames } from './desk-ports.ts';
import { CompetencyFrame } from './frame.tsx';
import { dayText } from './parts.tsx';
import { followUpPath, mapPath, personPath } from './paths.ts';

/** A number, and a sign where the rest was not counted. */
export const followCount = (ui: Ui, { count, isMore }: FollowCounts[FollowListName]): string =>
  `${ui.format.number(count)}${isMore ? '+' : ''}`;

/** Items of plans that nobody but the agency looks after, or whose day is over; each opens the person. */
export function FollowUpPage(props: {
  readonly ui: Ui;
  readonly view: FollowUpView;
  readonly list: FollowListName;
  readonly isFirst: boolean;
}) {
  const { ui, view, list, isFirst } = props;
  const words = followUpWords[ui.locale];
  return (
    <CompetencyFrame ui={ui} desk="agency" title={words.title} current={mapPath}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[[mapPath, competencyWords[ui.locale].mapTitle]]} />}
      />
      <nav aria-label={words.title} class="mb-4 flex flex-wrap gap-2">
        {followListNames.map((name) => (
          <a
            class="tab-link"
            href={hrefOf(followUpPath, { list: name })}
            aria-current={name === list ? 'page' : undefined}
          >
            {words.list[name]} ({followCount(ui, view.counts[name])})
          </a>
        ))}
      </nav>
      <p class="quiet mb-3 max-w-[80ch] text-sm">{words.rule[list]}</p>
      {view.rows.length === 0 ? (
        <EmptyState
          icon="check"
          title={words.emptyTitle}
          text={view.nextPageToken === undefined ? words.empty[list] : competencyWords[ui.locale].listMore}
        />
      ) : (
        <Rows ui={ui} view={view} list={list} />
      )}
      <Paging ui={ui} path={followUpPath} query={{ list }} next={view.nextPageToken} isFirst={isFirst} />
    </CompetencyFrame>
  );
}

function Rows({
  ui,
  view,
  list,
}: {
  readonly ui: Ui;
  readonly view: FollowUpView;
  readonly list: FollowListName;
}) {
  const words = followUpWords[ui.locale];
  const { columns } = words;
  const form = competencyWords[ui.locale].form;
  return (
    <Table
      caption={words.list[list]}
      columns={[columns.name, columns.item, columns.dueOn, columns.since]}
      cards
    >
      {view.rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <a class="text-link inline-flex min-h-8 items-center" href={personPath('agency', row.personId)}>
              {row.name}
            </a>
            <span class="quiet block text-sm font-normal">
              {row.unit ?? competencyWords[ui.locale].noUnit}
            </span>
          </th>
          <td data-label={columns.item}>
            <a
              class="text-link inline-flex min-h-8 items-center"
              href={`${personPath('agency', row.personId)}/plan/${encodeURIComponent(row.itemId)}`}
            >
              {row.title}
            </a>
            <span class="quiet block text-sm">
              <Text ui={ui} map={row.competency} /> · {form[row.form]}
            </span>
          </td>
          <td data-label={columns.dueOn} class="whitespace-nowrap">
            {dayText(ui, row.dueOn)}
          </td>
          <td data-label={columns.since} class="whitespace-nowrap">
            <When ui={ui} at={row.since} dateOnly />
          </td>
        </tr>
      ))}
    </Table>
  );
}
