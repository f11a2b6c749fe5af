import { CardGrid, type CourseCard } from '../course/card.tsx';
import { progressWords } from '../course/progress-words.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Icon } from '../layout/icon.tsx';
import { Block, ProgressBar } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { HomeView, ResumeView } from './ports.ts';
import { YearRing } from './ring.tsx';

/** Learner's home: what to go on with first, then the year, then what is required, due, running and suggested. */
export function HomePage(props: {
  readonly ui: Ui;
  readonly view: HomeView;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view } = props;
  const { t } = ui;
  return (
    <Shell ui={ui} title={t.shell.home} section="home" notice={props.notice} hero={<Hero {...props} />}>
      <div class="grid gap-x-8 lg:grid-cols-2">
        <Courses
          ui={ui}
          id="required"
          title={t.home.requiredHeading}
          empty={view.dueSoon.length > 0 ? t.home.requiredSoon : t.home.requiredEmpty}
          courses={view.required}
          narrow
        />
        <Courses
          ui={ui}
          id="due"
          title={t.home.dueHeading}
          empty={t.home.dueEmpty}
          courses={view.dueSoon}
          narrow
        />
      </div>
      {view.pending && view.pending.length > 0 && (
        <Courses ui={ui} id="pending" title={t.home.pendingHeading} empty="" courses={view.pending} />
      )}
      <Courses ui={ui} id="plan" title={t.home.planHeading} empty={t.home.planEmpty} courses={view.active} />
      <Courses
        ui={ui}
        id="suggested"
        title={t.home.suggestedHeading}
        empty={t.home.suggestedEmpty}
        courses={view.suggested}
      />
      {view.certificate && <Certificate ui={ui} certificate={view.certificate} />}
    </Shell>
  );
}

/** The last one, with the way to all. */
function Certificate(props: { readonly ui: Ui; readonly certificate: NonNullable<HomeView['certificate']> }) {
  const { ui, certificate } = props;
  const { shell } = ui.t;
  return (
    <Block
      id="certificate"
      title={shell.certificates}
      aside={
        <a href="/certificates" class="text-link inline-flex min-h-8 items-center text-sm">
          {ui.t.home.allCertificates}
        </a>
      }
    >
      <p class="panel flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-3">
        <a
          href={`/certificates/${certificate.number}`}
          class="text-link inline-flex min-h-8 items-center font-medium"
        >
          {plainText(ui, certificate.title)}
        </a>
        <span class="quiet text-sm">{ui.format.date(certificate.completedAt)}</span>
      </p>
    </Block>
  );
}

function Hero(props: { readonly ui: Ui; readonly view: HomeView }) {
  const { ui, view } = props;
  return (
    <>
      <h1 class="text-2xl font-bold md:text-3xl">{ui.t.home.greeting(ui.viewer?.name ?? '')}</h1>
      <div class="mt-5 grid items-stretch gap-4 lg:grid-cols-[1fr_24rem]">
        {view.resume ? <Resume ui={ui} resume={view.resume} /> : <NothingToResume ui={ui} />}
        <YearRing ui={ui} year={view.year} />
      </div>
    </>
  );
}

function Resume(props: { readonly ui: Ui; readonly resume: ResumeView }) {
  const { ui, resume } = props;
  const { t, format } = ui;
  const target =
    resume.partId === undefined
      ? `/courses/${resume.courseId}`
      : `/courses/${resume.courseId}/learn/${encodeURIComponent(resume.partId)}`;
  return (
    <section
      aria-labelledby="resume"
      class="flex flex-col justify-center rounded-box bg-base-100 p-5 text-base-content shadow-lg md:p-6"
    >
      <h2 id="resume" class="text-sm font-semibold tracking-wide text-primary">
        {t.home.resumeHeading}
      </h2>
      <div class="mt-1 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div class="min-w-0 grow basis-64">
          <p class="text-xl leading-snug font-bold md:text-2xl">
            <Text ui={ui} map={resume.title} />
          </p>
          {resume.partTitle && (
            <p class="mt-0.5">
              <Text ui={ui} map={resume.partTitle} />
            </p>
          )}
          <div class="mt-3 flex items-center gap-3">
            <ProgressBar percent={resume.percent} label={t.course.progress} />
            <span class="text-sm whitespace-nowrap tabular-nums">{progressWords(ui, resume)}</span>
          </div>
          <p class="quiet mt-1 text-sm">
            {t.home.modulesLeft(resume.partsLeft)}
            {resume.lastAt && ` · ${t.home.lastOpened(format.dateTime(resume.lastAt))}`}
          </p>
        </div>
        <a
          href={target}
          class="btn btn-primary btn-lg"
          aria-label={t.home.resumeOf(plainText(ui, resume.title))}
        >
          {t.home.resume}
          <Icon name="arrow" />
        </a>
      </div>
    </section>
  );
}

function NothingToResume({ ui }: { readonly ui: Ui }) {
  return (
    <section class="flex flex-col justify-center rounded-box bg-base-100 p-5 text-base-content shadow-lg md:p-6">
      <h2 class="text-lg font-semibold">{ui.t.home.nothingToResumeTitle}</h2>
      <p class="quiet mt-1">{ui.t.home.nothingToResumeText}</p>
      <a href="/catalogue" class="btn btn-primary mt-4 self-start">
        {ui.t.home.openCatalogue}
        <Icon name="arrow" />
      </a>
    </section>
  );
}

function Courses(props: {
  readonly ui: Ui;
  readonly id: string;
  readonly title: string;
  readonly empty: string;
  readonly courses: readonly CourseCard[];
  /** Stands beside another section on a desk. */
  readonly narrow?: boolean;
}) {
  return (
    <Block id={props.id} title={props.title}>
      {props.courses.length > 0 ? (
        <CardGrid ui={props.ui} courses={props.courses} narrow={props.narrow === true} />
      ) : (
        <p class="quiet rounded-box border border-dashed border-base-300 px-4 py-3">{props.empty}</p>
      )}
    </Block>
  );
}
