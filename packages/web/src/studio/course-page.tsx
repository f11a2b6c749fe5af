import { evaluationResultWords } from '../i18n/evaluation-results.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { toolWorkWords } from '../i18n/tool-work.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import { statisticsHref } from '../statistics/paths.ts';
import { courseWorkHref } from '../tool-work/paths.ts';
import type { Ui } from '../ui.ts';
import { ChangesBlock } from './changes.tsx';
import { ClassificationFields } from './classification-fields.tsx';
import { ModulesBlock } from './modules.tsx';
import { StatusTag } from './page.tsx';
import {
  admissionModes,
  courseForms,
  courseSubjects,
  type StudioCourseView,
  type StudioVersion,
  versionRules,
} from './ports.ts';
import { ReviewPanel } from './review-panel.tsx';

/** The three forms of the page; a form that came back holds what was typed. */
export interface CourseForms {
  readonly details: FormState;
  readonly settings: FormState;
  readonly review: FormState;
  /** Refusal of a change of the modules. */
  readonly modules: FormState;
}

export interface StudioCourseProps {
  readonly ui: Ui;
  readonly course: StudioCourseView;
  readonly forms: CourseForms;
  readonly notice?: NoticeName | undefined;
}

/** The draft of a course: modules, words and rules; on the side what becomes of it. */
export function StudioCoursePage(props: StudioCourseProps) {
  const { ui, course, forms } = props;
  const { t } = ui;
  const base = `/studio/courses/${course.courseId}`;
  return (
    <Shell ui={ui} title={plainText(ui, course.title)} section="studio" notice={props.notice}>
      <PageHeading
        title={<Text ui={ui} map={course.title} />}
        lead={<StatusTag ui={ui} status={course.status} />}
        trail={<Trail ui={ui} links={[['/studio', t.studio.title]]} />}
        actions={<Actions {...props} base={base} />}
      />
      <div class="grid items-start gap-6 lg:grid-cols-[1fr_21rem]">
        <div class="min-w-0">
          <ModulesBlock ui={ui} course={course} form={forms.modules} base={base} />
          {course.changes && <ChangesBlock ui={ui} changes={course.changes} rule={course.versionRule} />}
          <Details ui={ui} course={course} form={forms.details} base={base} />
        </div>
        <div class="min-w-0">
          <ReviewPanel ui={ui} course={course} form={forms.review} base={base} />
          <Settings ui={ui} course={course} form={forms.settings} base={base} />
          <Versions ui={ui} versions={course.versions} base={base} />
        </div>
      </div>
    </Shell>
  );
}

function Actions({ ui, course, base }: StudioCourseProps & { readonly base: string }) {
  const { t } = ui;
  return (
    <>
      {course.draft.modules.length > 0 && (
        <form method="post" action={`${base}/preview`}>
          <button type="submit" class="btn">
            {t.studio.preview}
          </button>
        </form>
      )}
      {course.versions.length > 0 && (
        <a href={statisticsHref(course.courseId)} class="btn">
          <Icon name="chart" />
          {t.statistics.title}
        </a>
      )}
      {course.versions.length > 0 && course.draft.modules.some(({ kind }) => kind === 'lti') && (
        <a href={courseWorkHref(course.courseId)} class="btn">
          {toolWorkWords[ui.locale].title}
        </a>
      )}
      {course.status === 'published' && (
        <>
          <a href={`/courses/${course.courseId}`} class="btn">
            {t.studio.seeInCatalogue}
          </a>
          <a href={`${base}/evaluations`} class="btn">
            {evaluationResultWords[ui.locale].studioLink}
          </a>
          <a href={`${base}/ratings`} class="btn">
            {t.ratings.rating}
          </a>
          <a href={`${base}/invitations`} class="btn">
            {t.approvals.invitations}
          </a>
        </>
      )}
      <a href={`${base}/competencies`} class="btn">
        {t.studio.teaches}
      </a>
      <a href={`${base}/dispatches`} class="btn">
        {t.dispatch.title}
      </a>
      {course.status === 'published' ? (
        <a href={`${base}/retire`} class="btn btn-ghost text-error">
          {t.studio.retire}
        </a>
      ) : (
        <a href={`${base}/delete`} class="btn btn-ghost text-error">
          {t.studio.remove}
        </a>
      )}
    </>
  );
}

export interface PartProps {
  readonly ui: Ui;
  readonly course: StudioCourseView;
  readonly form: FormState;
  readonly base: string;
}

/** What learners will read. */
function Details({ ui, course, form, base }: PartProps) {
  const { t } = ui;
  const shared = { ui, form };
  const choices = <Key extends string>(keys: readonly Key[], words: Readonly<Record<Key, string>>) =>
    keys.map((key) => [key, words[key]] as const);
  return (
    <Block id="details" title={t.studio.detailsHeading}>
      <form method="post" action={`${base}/details`} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(course.rev)} />
        <div class="grid gap-x-5 md:grid-cols-2">
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
            maxlength={7}
            inputmode="decimal"
          />
          <TextField {...shared} name="minutes" label={t.editor.minutes} maxlength={6} inputmode="numeric" />
          <SelectField
            {...shared}
            name="form"
            label={t.editor.form}
            required
            options={choices(courseForms, t.editor.forms)}
          />
          <SelectField
            {...shared}
            name="subject"
            label={t.editor.subject}
            required
            options={choices(courseSubjects, t.editor.subjects)}
          />
          <TextField
            {...shared}
            name="competencies"
            label={t.editor.competencies}
            hint={t.editor.competenciesHint}
            maxlength={4000}
            multiline
          />
          <TextField {...shared} name="audience" label={t.editor.audience} maxlength={4000} multiline />
          <TextField
            {...shared}
            name="languages"
            label={t.editor.languages}
            hint={t.editor.languagesHint}
            maxlength={100}
          />
          <TextField
            {...shared}
            name="price"
            label={t.editor.price}
            hint={t.editor.priceHint}
            maxlength={12}
            inputmode="numeric"
          />
        </div>
        <ClassificationFields {...shared} choices={course.choices} />
        <p class="quiet mb-4 text-sm">{t.editor.draftNote}</p>
        <button type="submit" class="btn btn-primary">
          {t.editor.saveDraft}
        </button>
      </form>
    </Block>
  );
}

function Settings({ ui, course, form, base }: PartProps) {
  const { t } = ui;
  const shared = { ui, form };
  return (
    <Block id="settings" title={t.editor.settingsHeading}>
      <form method="post" action={`${base}/settings`} class="panel p-5">
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="rev" value={String(course.rev)} />
        <SelectField
          {...shared}
          name="mode"
          label={t.editor.mode}
          required
          options={admissionModes.map((mode) => [mode, t.editor.modes[mode]] as const)}
        />
        <TextField
          {...shared}
          name="seats"
          label={t.editor.seats}
          hint={t.editor.seatsHint}
          maxlength={8}
          inputmode="numeric"
        />
        <TextField {...shared} name="opensAt" label={t.editor.opensAt} type="date" maxlength={10} />
        <TextField {...shared} name="closesAt" label={t.editor.closesAt} type="date" maxlength={10} />
        <TextField
          {...shared}
          name="classesFrom"
          label={t.editor.classesFrom}
          hint={t.editor.classesFromHint}
          type="date"
          maxlength={10}
        />
        <SelectField
          {...shared}
          name="versionRule"
          label={t.editor.versionRule}
          required
          options={versionRules.map((rule) => [rule, t.editor.versionRules[rule]] as const)}
        />
        <p class="quiet mb-4 text-sm">{t.editor.settingsNote}</p>
        <button type="submit" class="btn w-full">
          <Icon name="check" />
          {t.editor.save}
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
  const { ui, versions, base } = props;
  const { t, format } = ui;
  return (
    <Block id="versions" title={t.studio.versionsHeading}>
      {versions.length === 0 ? (
        <p class="quiet">{t.studio.noVersions}</p>
      ) : (
        <ul class="panel divide-y divide-base-300">
          {versions.map((version) => (
            <li class="px-4 py-3">
              <p class="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span class="font-medium">{t.studio.versionName(format.number(version.version))}</span>
                <span class={version.state === 'published' ? 'tag tag-success' : 'tag'}>
                  {t.studio.versionState[version.state]}
                </span>
                <span class="quiet text-sm">
                  <When ui={ui} at={version.importedAt} dateOnly />
                </span>
              </p>
              <Downloads ui={ui} version={version} base={base} />
            </li>
          ))}
        </ul>
      )}
    </Block>
  );
}

/** For other systems: the structure of every version, and those of cmi5 alone as a package. */
function Downloads(props: { readonly ui: Ui; readonly version: StudioVersion; readonly base: string }) {
  const { studio } = props.ui.t;
  const { version, isPackage } = props.version;
  const at = `${props.base}/versions/${version}`;
  return (
    <p class="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-sm">
      <span class="quiet">{studio.download}</span>
      <a class="text-link" href={`${at}/structure`}>
        cmi5.xml
        <span class="sr-only">{` (${studio.structureOf(version)})`}</span>
      </a>
      {isPackage && (
        <a class="text-link" href={`${at}/package`}>
          zip
          <span class="sr-only">{` (${studio.packageOf(version)})`}</span>
        </a>
      )}
    </p>
  );
}
