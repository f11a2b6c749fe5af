import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { StatusTag } from './page.tsx';
import type { Publication, StudioCourseView, StudioVersion } from './ports.ts';

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
        <div class="lg:order-2">
          <Actions {...props} base={base} />
        </div>
      </div>
    </Shell>
  );
}

function Actions({ ui, course, base }: StudioCourseProps & { readonly base: string }) {
  const { t } = ui;
  return (
    <div class="panel space-y-3 p-5">
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

/** What learners will read, and the way to publish it. */
function Details({ ui, course, form, base }: StudioCourseProps & { readonly base: string }) {
  const { t } = ui;
  if (course.latestVersion === undefined) return <p class="panel p-5">{t.studio.noVersions}</p>;
  const shared = { ui, form };
  return (
    <Block id="details" title={t.studio.detailsHeading}>
      <form method="post" action={`${base}/review`} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <TextField {...shared} name="titleId" label={t.studio.titleId} maxlength={200} lang="id" />
        <TextField {...shared} name="titleEn" label={t.studio.titleEn} maxlength={200} lang="en" />
        <TextField
          {...shared}
          name="descriptionId"
          label={t.studio.descriptionId}
          maxlength={4000}
          lang="id"
          multiline
        />
        <TextField
          {...shared}
          name="descriptionEn"
          label={t.studio.descriptionEn}
          maxlength={4000}
          lang="en"
          multiline
        />
        <TextField
          {...shared}
          name="jp"
          label={t.studio.jp}
          hint={t.studio.jpHint}
          required
          maxlength={7}
          inputmode="decimal"
        />
        <button type="submit" class="btn btn-primary btn-lg">
          {publishLabel(ui, course)}
          <Icon name="arrow" />
        </button>
      </form>
    </Block>
  );
}

function publishLabel(ui: Ui, course: StudioCourseView): string {
  const { studio } = ui.t;
  const isOut = course.status === 'published' && course.publishedVersion === course.latestVersion;
  return isOut ? studio.update : studio.publishVersion(course.latestVersion ?? 1);
}

/** Shows once more what will be published; the values travel in hidden fields and are checked again. */
export function ReviewPage(props: StudioCourseProps & { readonly publication: Publication }) {
  const { ui, course, form, publication } = props;
  const { t, format } = ui;
  const base = `/studio/courses/${course.courseId}`;
  const heading = t.studio.publishTitle(plainText(ui, publication.title));
  return (
    <Shell ui={ui} title={heading} section="studio">
      <div class="panel mx-auto max-w-2xl p-6">
        <h1 class="text-xl font-bold md:text-2xl">{heading}</h1>
        <p class="mt-3">{t.studio.publishText(publication.version)}</p>
        <FormProblem ui={ui} form={form} />
        <dl class="mt-5 space-y-3 border-y border-base-300 py-4">
          {Object.entries(publication.title).map(([tag, title]) => (
            <div>
              <dt class="quiet text-sm">{format.language(tag)}</dt>
              <dd lang={tag}>
                <strong>{title}</strong>
                <p class="whitespace-pre-line">{publication.description[tag]}</p>
              </dd>
            </div>
          ))}
          <div>
            <dt class="quiet text-sm">{t.studio.jp}</dt>
            <dd>{format.jp(publication.jp)}</dd>
          </div>
        </dl>
        <form method="post" action={`${base}/publish`} class="mt-6 flex flex-wrap gap-3">
          <input type="hidden" name="version" value={String(publication.version)} />
          {Object.entries(form.values).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="btn btn-primary">
            {t.studio.publishConfirm}
          </button>
          <a href={base} class="btn btn-ghost">
            {t.shell.cancel}
          </a>
        </form>
      </div>
    </Shell>
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
