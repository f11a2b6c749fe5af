import { AgencyMenu } from '../agency/menu.tsx';
import { noonOf } from '../course/standing.tsx';
import { obligationPathWords } from '../i18n/obligation-paths.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Notice } from '../layout/notice.tsx';
import {
  Block,
  EmptyState,
  hrefOf,
  PageHeading,
  Paging,
  ProgressBar,
  Table,
  Trail,
} from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { ChangeableCourses, CourseHistory } from './course-pages.tsx';
import { audienceText, Courses, doneIn, dueText, owedIn, ProgrammeText, StateTag } from './parts.tsx';
import { exceptionHref, exceptionsHref, obligationHref, obligationsPath } from './paths.ts';
import { type DutyGroupName, type DutyRow, dutyGroupNames, type ObligationView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: ObligationView;
  readonly group: DutyGroupName;
  readonly rows: readonly DutyRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  readonly failure?: string | undefined;
}

/** One obligation: how far it is, who is where, and what can be done about it. */
export function ObligationPage(props: Props) {
  const { ui, view } = props;
  const words = ui.t.obligations;
  const isSpreading = view.spreading !== undefined;
  return (
    <Shell
      ui={ui}
      title={view.title}
      section="agency"
      notice={props.notice}
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
      {...(isSpreading && { islands: ['refresh'] as const, refreshSeconds: 10 })}
    >
      <PageHeading
        title={view.title}
        lead={words.madeBy(view.createdBy, ui.format.dateTime(view.createdAt))}
        trail={<Trail ui={ui} links={[[obligationsPath, words.title]]} />}
      />
      {props.failure && (
        <div class="mb-4">
          <Notice tone="error" live>
            {props.failure}
          </Notice>
        </div>
      )}
      <div
        {...(isSpreading && {
          'data-refresh': `${obligationHref(view.obligationId)}/progress`,
          'data-refresh-seconds': '3',
        })}
      >
        <ObligationProgress ui={ui} view={view} />
      </div>
      <Terms ui={ui} view={view} />
      <Actions {...props} />
      <CourseHistory ui={ui} view={view} />
      <Duties {...props} />
    </Shell>
  );
}

/** The part that changes while everybody is looked at; also answered alone to the refreshing island. */
export function ObligationProgress({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.obligations;
  const { number, percent } = ui.format;
  const { spreading, spread } = view;
  return (
    <div {...(spreading === undefined && { 'data-refresh-done': '' })}>
      {spreading !== undefined && (
        <div class="panel mb-6 p-5" role="status">
          <p class="font-semibold">{words.spreadTitle}</p>
          <div class="my-3">
            <ProgressBar percent={spreading} label={words.spreadTitle} />
          </div>
          <p class="quiet text-sm">
            {words.spreadText(percent(spreading), number(spread?.seen ?? 0), number(spread?.heads ?? 0))}
          </p>
        </div>
      )}
      {spreading === undefined && (spread?.failed ?? 0) > 0 && (
        <div class="mb-6">
          <Notice tone="warning">{words.failed(number(spread?.failed ?? 0))}</Notice>
        </div>
      )}
      {view.periods.map(({ period, counts }) => (
        <p class="mb-2">
          {period !== 'once' && <strong>{period}: </strong>}
          {words.doneOf(number(doneIn(counts)), number(owedIn(counts)))}{' '}
          {(counts.overdue ?? 0) > 0 && (
            <span class="tag tag-error">{words.overdueCount(number(counts.overdue ?? 0))}</span>
          )}
        </p>
      ))}
    </div>
  );
}

function Terms({ ui, view }: Pick<Props, 'ui' | 'view'>) {
  const words = ui.t.obligations;
  const paths = obligationPathWords[ui.locale];
  const facts = [
    [
      view.path ? paths.term : words.courses,
      <>
        {view.state === 'ended' ? (
          <Courses ui={ui} courses={view.courses} />
        ) : (
          <ChangeableCourses ui={ui} view={view} />
        )}
        <ProgrammeText ui={ui} programme={view.programme} />
        {view.path && <PathTerms ui={ui} path={view.path} />}
      </>,
    ],
    [words.audience, audienceText(ui, view.audience)],
    [words.due, dueText(ui, view.due)],
    [words.columns.state, <StateTag ui={ui} state={view.state} />],
    ...(view.note === undefined ? [] : [[words.note, view.note] as const]),
  ] as const;
  return (
    <dl class="panel my-6 grid gap-4 p-5 sm:grid-cols-2">
      {facts.map(([label, value]) => (
        <div>
          <dt class="quiet text-sm">{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Which steps hold for whom when the path has changed. */
function PathTerms({ ui, path }: { readonly ui: Ui; readonly path: NonNullable<ObligationView['path']> }) {
  const words = obligationPathWords[ui.locale];
  const desk = `/agency/paths/${encodeURIComponent(path.pathId)}`;
  return (
    <>
      {path.isRetired ? (
        <Notice tone="warning">{words.retired}</Notice>
      ) : (
        <p>{words.version(ui.format.number(path.version))}</p>
      )}
      <p class="quiet text-sm">
        {path.isMixed ? words.mixed : words.moved} {words.finishedStay}
      </p>
      {path.isOwn && (
        <a href={desk} class="text-link inline-flex min-h-8 items-center">
          {words.open}
        </a>
      )}
    </>
  );
}

function Actions({ ui, view }: Props) {
  const words = ui.t.obligations;
  const href = obligationHref(view.obligationId);
  if (view.state === 'ended') return null;
  const late = view.counts.overdue ?? 0;
  return (
    <div class="no-print mb-8 flex flex-wrap items-start gap-2">
      {view.state === 'paused' && (
        <form method="post" action={`${href}/resume`}>
          <input type="hidden" name="rev" value={String(view.rev)} />
          <button type="submit" class="btn btn-primary">
            {words.resume}
          </button>
        </form>
      )}
      {view.state === 'active' && late > 0 && !view.remindedToday && (
        <form method="post" action={`${href}/remind`}>
          <button type="submit" class="btn btn-primary">
            {words.remindNow}
          </button>
        </form>
      )}
      <a href={`${href}/terms`} class="btn">
        {words.terms.open}
      </a>
      {view.state === 'active' && (
        <a href={`${href}/pause`} class="btn">
          {words.pause}
        </a>
      )}
      <a href={`${href}/end`} class="btn">
        {words.end}
      </a>
      {view.remindedToday && <p class="quiet self-center text-sm">{words.remindedToday}</p>}
    </div>
  );
}

function Duties(props: Props) {
  const { ui, view, group, rows } = props;
  const words = ui.t.obligations;
  const href = obligationHref(view.obligationId);
  return (
    <Block
      id="duties"
      title={words.dutiesTitle}
      aside={
        <a
          href={exceptionsHref(view.obligationId)}
          class="text-link no-print inline-flex min-h-8 items-center text-sm"
        >
          {words.exceptions.title}
        </a>
      }
    >
      <nav aria-label={words.dutiesTitle} class="no-print mb-4 flex flex-wrap gap-2">
        {dutyGroupNames.map((name) => (
          <a
            href={hrefOf(href, { group: name })}
            class={name === group ? 'btn btn-sm btn-primary' : 'btn btn-sm'}
            aria-current={name === group ? 'page' : undefined}
          >
            {words.group[name]} ({ui.format.number(countOf(view, name))})
          </a>
        ))}
      </nav>
      <p class="quiet mb-4 text-sm">{words.overdueRule}</p>
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.noDutiesTitle} text={words.noDutiesText[group]} />
      ) : (
        <Rows ui={ui} view={view} rows={rows} />
      )}
      <Paging ui={ui} path={href} query={{ group }} next={props.next} isFirst={props.isFirst} />
    </Block>
  );
}

const countOf = (view: ObligationView, name: DutyGroupName): number =>
  view.periods.reduce((sum, { counts }) => sum + (counts[name] ?? 0), 0);

function Rows({ ui, view, rows }: Pick<Props, 'ui' | 'view' | 'rows'>) {
  const words = ui.t.obligations;
  const { name, course, due, state, period } = words.dutyColumns;
  return (
    <Table caption={words.dutiesTitle} columns={[name, course, period, due, state]} cards>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            <a
              href={`/agency/people/${encodeURIComponent(row.personId)}`}
              class="text-link inline-flex min-h-8 items-center"
            >
              {row.name}
            </a>
          </th>
          <td data-label={course}>
            <Text ui={ui} map={row.course} />
          </td>
          <td data-label={period}>{row.period === 'once' ? words.once : row.period}</td>
          <td data-label={due} class="whitespace-nowrap">
            {ui.format.date(noonOf(row.dueOn))}
            {row.extendedFrom && (
              <p class="quiet text-sm whitespace-normal">
                {words.extendedFrom(ui.format.date(noonOf(row.extendedFrom)))}
              </p>
            )}
          </td>
          <td data-label={state}>
            {words.group[row.state]}{' '}
            {row.isOverdue && <span class="tag tag-error">{words.group.overdue}</span>}
            {row.obstacle && <p class="quiet text-sm">{words.obstacle[row.obstacle]}</p>}
            {row.released && <p class="quiet text-sm">{words.released[row.released]}</p>}
            {row.finishedAt && (
              <p class="quiet text-sm">
                <When ui={ui} at={row.finishedAt} dateOnly />
              </p>
            )}
            <a
              href={exceptionHref(view.obligationId, row.personId)}
              class="text-link no-print inline-flex min-h-8 items-center text-sm"
              aria-label={words.exceptions.ofPerson(row.name)}
            >
              {words.exceptions.open}
            </a>
          </td>
        </tr>
      ))}
    </Table>
  );
}
