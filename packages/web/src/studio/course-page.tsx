import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { StatusTag } from './page.tsx';
import type { StudioCourseView, StudioVersion } from './ports.ts';

export interface StudioCourseProps {
  readonly ui: Ui;
  readonly course: StudioCourseView;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
}

/** Details, versions and what can be done with a course. */
export function StudioCoursePage(props: StudioCourseProps) {
  const { ui, course } = props;
  const { t } = ui;
  const base = `/studio/courses/${course.courseId}`;
  return (
    <Shell ui={ui} title={plainText(ui, course.title)} section="studio" notice={props.notice}>
      <PageHeading
        title={<Text ui={ui} map={course.title} />}
        lead={<StatusTag ui={ui} status={course.status} />}
        trail={<Trail ui={ui} links={[['/studio', t.studio.title]]} />}
        actions={
          course.versions.length > 0 && (
            <a href={`${base}/preview`} class="btn">
              {t.studio.preview}
            </a>
          )
        }
      />
      <div class="grid items-start gap-6 lg:grid-cols-[1fr_21rem]">
        <div class="min-w-0 lg:order-1">
          <Details {...props} base={base} />
          <div class="mt-8">
            <Versions ui={ui} versions={course.versions} base={base} />
          </div>
        </div>
        <div class="max-lg:order-first lg:order-2">
          <Publishing {...props} base={base} />
        </div>
      </div>
    </Shell>
  );
}

/** What still stands in the way, or the way itself. */
function Publishing({ ui, course, base }: StudioCourseProps & { readonly base: string }) {
  const { t } = ui;
  const blockers = [
    ...(Object.values(course.title).some(Boolean) ? [] : [t.studio.publishNeedsTitle]),
    ...(course.jp === undefined ? [t.studio.publishNeedsJp] : []),
    ...(course.versions.length === 0 ? [t.studio.publishNeedsVersion] : []),
  ];
  return (
    <div class="panel space-y-3 p-5">
      {blockers.length > 0 ? (
        <Notice tone="warning">
          <p class="font-medium">{t.studio.publishBlocked}</p>
          <ul class="list-disc ps-5">
            {blockers.map((blocker) => (
              <li>{blocker}</li>
            ))}
          </ul>
        </Notice>
      ) : (
        course.publishable !== undefined && (
          <a href={`${base}/publish`} class="btn btn-primary btn-lg w-full">
            {t.studio.publish}
            <Icon name="arrow" />
          </a>
        )
      )}
      <a href={`${base}/upload`} class="btn w-full">
        <Icon name="upload" />
        {t.studio.newVersion}
      </a>
      {course.status === 'published' && (
        <>
          <a href={`/courses/${course.courseId}`} class="btn w-full">
            {t.studio.seeInCatalogue}
          </a>
          <a href={`${base}/retire`} class="btn btn-ghost w-full text-error">
            {t.studio.retire}
          </a>
        </>
      )}
    </div>
  );
}

function Details({ ui, form, base }: StudioCourseProps & { readonly base: string }) {
  const { t } = ui;
  return (
    <Block id="details" title={t.studio.detailsHeading}>
      <form method="post" action={`${base}/details`} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <TextField ui={ui} form={form} name="titleId" label={t.studio.titleId} maxlength={200} lang="id" />
        <TextField ui={ui} form={form} name="titleEn" label={t.studio.titleEn} maxlength={200} lang="en" />
        <TextField
          ui={ui}
          form={form}
          name="descriptionId"
          label={t.studio.descriptionId}
          maxlength={4000}
          lang="id"
          multiline
        />
        <TextField
          ui={ui}
          form={form}
          name="descriptionEn"
          label={t.studio.descriptionEn}
          maxlength={4000}
          lang="en"
          multiline
        />
        <TextField
          ui={ui}
          form={form}
          name="jp"
          label={t.studio.jp}
          hint={t.studio.jpHint}
          maxlength={7}
          inputmode="decimal"
        />
        <button type="submit" class="btn btn-primary">
          {t.shell.save}
        </button>
      </form>
    </Block>
  );
}

function Versions(props: {
  readonly ui: Ui;
  readonly versions: readonly StudioVersion[];
  readonly base: string;
}) {
  const { ui, versions } = props;
  const { t, format } = ui;
  const { versionColumns: columns } = t.studio;
  return (
    <Block id="versions" title={t.studio.versionsHeading}>
      {versions.length === 0 ? (
        <p class="quiet">{t.studio.noVersions}</p>
      ) : (
        <Table
          caption={t.studio.versionsHeading}
          columns={[columns.version, columns.state, columns.parts, columns.imported]}
        >
          {versions.map((version) => (
            <tr>
              <th scope="row">{format.number(version.version)}</th>
              <td>
                <span class={version.state === 'published' ? 'tag tag-success' : 'tag'}>
                  {t.studio.versionState[version.state]}
                </span>
              </td>
              <td class="tabular-nums">{format.number(version.parts)}</td>
              <td class="whitespace-nowrap">
                <When ui={ui} at={version.importedAt} />
              </td>
            </tr>
          ))}
        </Table>
      )}
    </Block>
  );
}
