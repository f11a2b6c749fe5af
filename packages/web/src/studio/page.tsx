import type { NoticeName } from '../i18n/problem.ts';
import { Icon } from '../layout/icon.tsx';
import { Block, EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { StudioMenu } from './menu.tsx';
import type { CourseStatus, ImportState, ImportSummary, StudioCourse, StudioHomeView } from './ports.ts';

const statusTags: Readonly<Record<CourseStatus, string>> = {
  draft: 'tag tag-warning',
  published: 'tag tag-success',
  retired: 'tag',
};

export function StatusTag(props: { readonly ui: Ui; readonly status: CourseStatus }) {
  return <span class={statusTags[props.status]}>{props.ui.t.studio.status[props.status]}</span>;
}

/** A provider's courses and the latest checks. */
export function StudioPage(props: {
  readonly ui: Ui;
  readonly view: StudioHomeView;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view } = props;
  const { t } = ui;
  const upload = (
    <a href="/studio/upload" class="btn btn-primary">
      <Icon name="upload" />
      {t.studio.newCourse}
    </a>
  );
  return (
    <Shell
      ui={ui}
      title={t.studio.title}
      section="studio"
      menu={<StudioMenu ui={ui} current="/studio" />}
      notice={props.notice}
    >
      <PageHeading
        title={t.studio.title}
        lead={t.studio.lead(view.provider)}
        actions={
          <>
            {view.courses.length > 0 && upload}
            <a href="/studio/sheet" class="btn">
              {t.sheet.link}
            </a>
          </>
        }
      />
      <Block id="courses" title={t.studio.courses}>
        {view.courses.length === 0 ? (
          <EmptyState icon="book" title={t.studio.emptyTitle} text={t.studio.emptyText}>
            {upload}
          </EmptyState>
        ) : (
          <Courses ui={ui} courses={view.courses} />
        )}
        <Paging ui={ui} path="/studio" next={view.next} isFirst={props.isFirst} />
      </Block>
      {view.imports.length > 0 && (
        <Block id="imports" title={t.studio.importsHeading}>
          <Imports ui={ui} imports={view.imports} />
        </Block>
      )}
    </Shell>
  );
}

function Courses(props: { readonly ui: Ui; readonly courses: readonly StudioCourse[] }) {
  const { ui } = props;
  const { t, format } = ui;
  const { columns } = t.studio;
  return (
    <Table
      caption={t.studio.courses}
      columns={[columns.course, columns.status, columns.jp, columns.version, columns.changed]}
    >
      {props.courses.map((course) => (
        <tr>
          <th scope="row" class="font-medium">
            <a href={`/studio/courses/${course.courseId}`} class="text-link inline-flex min-h-8 items-center">
              <Text ui={ui} map={course.title} />
            </a>
          </th>
          <td>
            <StatusTag ui={ui} status={course.status} />
          </td>
          <td class="whitespace-nowrap tabular-nums">
            {course.jp === undefined ? <span class="quiet">{t.studio.unset}</span> : format.jp(course.jp)}
          </td>
          <td class="whitespace-nowrap">
            {course.publishedVersion === undefined ? (
              <span class="quiet">{t.studio.notPublished}</span>
            ) : (
              format.number(course.publishedVersion)
            )}
          </td>
          <td class="whitespace-nowrap">
            <When ui={ui} at={course.changedAt} dateOnly />
          </td>
        </tr>
      ))}
    </Table>
  );
}

const importTags: Readonly<Record<ImportState, string>> = {
  running: 'tag tag-info',
  accepted: 'tag tag-success',
  rejected: 'tag tag-error',
  failed: 'tag tag-error',
};

function Imports(props: { readonly ui: Ui; readonly imports: readonly ImportSummary[] }) {
  const { ui } = props;
  return (
    <ul class="panel divide-y divide-base-300">
      {props.imports.map((job) => (
        <li class="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2">
          <a
            href={`/studio/imports/${job.importId}`}
            class="text-link inline-flex min-h-9 min-w-0 grow items-center break-all"
          >
            {job.fileName}
          </a>
          <span class="quiet text-sm">
            <When ui={ui} at={job.startedAt} />
          </span>
          <span class={importTags[job.state]}>{ui.t.studio.importState[job.state]}</span>
        </li>
      ))}
    </ul>
  );
}
