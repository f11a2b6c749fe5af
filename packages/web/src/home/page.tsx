import { ChampionEntry } from '../champions/entry.tsx';
import { CardGrid, type CourseCard } from '../course/card.tsx';
import { progressWords } from '../course/progress-words.ts';
import { noonOf } from '../course/standing.tsx';
import { evaluationPath, evaluationsPath } from '../evaluations/paths.ts';
import { evaluationEntryWords } from '../i18n/evaluation-entry.ts';
import { homeWords } from '../i18n/home.ts';
import { myObligationWords } from '../i18n/my-obligations.ts';
import { priorityEntryWords } from '../i18n/priority-entry.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Icon } from '../layout/icon.tsx';
import { Block, ProgressBar } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import { myObligationsPath } from '../obligations/paths.ts';
import { priorityPath } from '../priority/paths.ts';
import type { Ui } from '../ui.ts';
import type { HomeView, ResumeView } from './ports.ts';
import { HomeRhythm } from './rhythm.tsx';
import { YearRing } from './ring.tsx';
import { ThisWeek } from './week.tsx';

/** Learner's home: what to go on with first, then the year, then what is required, due, running and suggested. */
export function HomePage(props: {
  readonly ui: Ui;
  readonly view: HomeView;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, view } = props;
  const { t } = ui;
  const words = homeWords[ui.locale];
  return (
    <Shell ui={ui} title={t.shell.home} section="home" notice={props.notice} hero={<Hero {...props} />}>
      <div class="grid gap-x-8 lg:grid-cols-2">
        <Courses
          ui={ui}
          id="required"
          title={words.requiredHeading}
          empty={view.dueSoon.length > 0 ? words.requiredSoon : words.requiredEmpty}
          courses={view.required}
          narrow
        />
        <Courses
          ui={ui}
          id="due"
          title={words.dueHeading}
          empty={words.dueEmpty}
          courses={view.dueSoon}
          narrow
        />
      </div>
      {view.evaluations && <Evaluations ui={ui} evaluations={view.evaluations} />}
      {view.obligations && <Obligations ui={ui} obligations={view.obligations} />}
      <ThisWeek ui={ui} plan={view.plan} />
      {view.habits && <HomeRhythm ui={ui} habits={view.habits} />}
      {view.pending && view.pending.length > 0 && (
        <Courses ui={ui} id="pending" title={words.pendingHeading} empty="" courses={view.pending} />
      )}
      {view.priority && <Priority ui={ui} />}
      <Courses ui={ui} id="plan" title={words.planHeading} empty={words.planEmpty} courses={view.active} />
      <Courses
        ui={ui}
        id="suggested"
        title={words.suggestedHeading}
        empty={words.suggestedEmpty}
        courses={view.suggested}
      />
      {view.certificates.length > 0 && <Certificates ui={ui} certificates={view.certificates} />}
      {view.resume && <ChampionEntry ui={ui} champion={view.champion} />}
    </Shell>
  );
}

function Priority({ ui }: { readonly ui: Ui }) {
  const words = priorityEntryWords[ui.locale];
  return (
    <div class="panel mb-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
      <p>{words.have}</p>
      <a class="btn" href={priorityPath}>
        {words.use}
      </a>
    </div>
  );
}

/** One line, and nothing of it when nothing waits. */
function Evaluations(props: { readonly ui: Ui; readonly evaluations: NonNullable<HomeView['evaluations']> }) {
  const { count, evaluationId } = props.evaluations;
  const words = evaluationEntryWords[props.ui.locale];
  return (
    <Block
      id="evaluations"
      title={words.homeTitle}
      aside={
        <a href={evaluationsPath} class="text-link inline-flex min-h-8 items-center text-sm">
          {words.homeAll}
        </a>
      }
    >
      <div class="panel flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
        <p>{words.homeText(count)}</p>
        <a class="btn" href={count === 1 ? evaluationPath(evaluationId) : evaluationsPath}>
          {words.homeGo}
        </a>
      </div>
    </Block>
  );
}

/** How far programmes are, and what the reader is excepted from, with the way to all that is required. */
function Obligations(props: { readonly ui: Ui; readonly obligations: NonNullable<HomeView['obligations']> }) {
  const { ui, obligations } = props;
  const words = myObligationWords[ui.locale];
  const { date, number } = ui.format;
  return (
    <Block
      id="obligations"
      title={words.homeTitle}
      aside={
        <a href={myObligationsPath} class="text-link inline-flex min-h-8 items-center text-sm">
          {words.homeAll}
        </a>
      }
    >
      <ul class="panel divide-y divide-base-300">
        {obligations.map(({ title, done, all, exempt }) => {
          const progress = words.progress(number(done), number(all));
          return (
            <li class="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3">
              <span class="font-medium">{title}</span>
              {exempt ? (
                <span class="text-sm">
                  {exempt.until === undefined ? words.exempt : words.exemptUntil(date(noonOf(exempt.until)))}{' '}
                  {words.reason(exempt.reason)}
                </span>
              ) : (
                <span class="flex grow items-center gap-3 sm:max-w-80">
                  <ProgressBar percent={Math.round((done / Math.max(all, 1)) * 100)} label={progress} />
                  <span class="text-sm whitespace-nowrap tabular-nums">{progress}</span>
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </Block>
  );
}

/** The last ones, with the way to all. */
function Certificates(props: { readonly ui: Ui; readonly certificates: HomeView['certificates'] }) {
  const { ui, certificates } = props;
  return (
    <Block
      id="certificate"
      title={homeWords[ui.locale].certificatesHeading}
      aside={
        <a href="/certificates" class="text-link inline-flex min-h-8 items-center text-sm">
          {homeWords[ui.locale].allCertificates}
        </a>
      }
    >
      <ul class="panel divide-y divide-base-300">
        {certificates.map(({ number, title, completedAt }) => (
          <li class="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 px-5 py-2">
            <a
              href={`/certificates/${number}`}
              class="text-link inline-flex min-h-8 items-center font-medium"
            >
              {plainText(ui, title)}
            </a>
            <span class="quiet text-sm">{ui.format.date(completedAt)}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Hero(props: { readonly ui: Ui; readonly view: HomeView }) {
  const { ui, view } = props;
  return (
    <>
      <h1 class="text-2xl font-bold md:text-3xl">{homeWords[ui.locale].greeting(ui.viewer?.name ?? '')}</h1>
      <div class="mt-5 grid items-stretch gap-4 lg:grid-cols-[1fr_24rem]">
        {view.resume ? <Resume ui={ui} resume={view.resume} /> : <NothingToResume {...props} />}
        <YearRing ui={ui} year={view.year} />
      </div>
    </>
  );
}

function Resume(props: { readonly ui: Ui; readonly resume: ResumeView }) {
  const { ui, resume } = props;
  const { t, format } = ui;
  const words = homeWords[ui.locale];
  const { place } = resume;
  return (
    <section
      aria-labelledby="resume"
      class="flex flex-col justify-center rounded-box bg-base-100 p-5 text-base-content shadow-lg md:p-6"
    >
      <h2 id="resume" class="text-sm font-semibold tracking-wide text-primary">
        {words.resumeHeading}
      </h2>
      <div class="mt-1 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div class="min-w-0 grow basis-64">
          <p class="text-xl leading-snug font-bold md:text-2xl">
            <Text ui={ui} map={resume.title} />
          </p>
          {place.kind === 'part' ? (
            <p class="mt-0.5">
              <Text ui={ui} map={place.partTitle} />
            </p>
          ) : (
            <p class="mt-0.5">{words.why[place.why]}</p>
          )}
          <div class="mt-3 flex items-center gap-3">
            <ProgressBar percent={resume.percent} label={t.course.progress} />
            <span class="text-sm whitespace-nowrap tabular-nums">{progressWords(ui, resume)}</span>
          </div>
          <p class="quiet mt-1 text-sm">
            {words.modulesLeft(resume.partsLeft)}
            {resume.lastAt && ` · ${words.lastOpened(format.dateTime(resume.lastAt))}`}
          </p>
        </div>
        <ResumeButton {...props} />
      </div>
    </section>
  );
}

/** One click into the part itself; to the page of the course only where nothing can be opened. */
function ResumeButton({ ui, resume }: { readonly ui: Ui; readonly resume: ResumeView }) {
  const words = homeWords[ui.locale];
  const { courseId, place, title } = resume;
  if (place.kind === 'course') {
    return (
      <a href={`/courses/${courseId}`} class="btn btn-primary btn-lg">
        {words.resumeCourse}
        <Icon name="arrow" />
      </a>
    );
  }
  const part = `/courses/${courseId}/learn/${encodeURIComponent(place.partId)}`;
  const label = words.resumeOf(plainText(ui, title));
  if (!place.inWindow) {
    return (
      <a href={part} class="btn btn-primary btn-lg" aria-label={label}>
        {words.resume}
        <Icon name="arrow" />
      </a>
    );
  }
  return (
    <a
      href={`${part}/launch`}
      target="_blank"
      rel="noreferrer"
      class="btn btn-primary btn-lg"
      aria-label={`${label}. ${words.resumeWindow}`}
      title={words.resumeWindow}
    >
      {words.resume}
      <Icon name="window" />
    </a>
  );
}

function NothingToResume({ ui, view }: { readonly ui: Ui; readonly view: HomeView }) {
  const { first } = view;
  const words = homeWords[ui.locale];
  return (
    <section class="flex flex-col justify-center rounded-box bg-base-100 p-5 text-base-content shadow-lg md:p-6">
      <h2 class="text-lg font-semibold">{words.nothingToResumeTitle}</h2>
      <p class="quiet mt-1">{words.nothingToResumeText}</p>
      {first && <First ui={ui} first={first} />}
      <ChampionEntry ui={ui} champion={view.champion} />
      <a
        href="/catalogue"
        class={
          first
            ? 'text-link mt-3 inline-flex min-h-8 items-center self-start'
            : 'btn btn-primary mt-4 self-start'
        }
      >
        {ui.t.home.openCatalogue}
        {!first && <Icon name="arrow" />}
      </a>
    </section>
  );
}

/** The first course of a newcomer: one click where nobody has to agree. */
function First({ ui, first }: { readonly ui: Ui; readonly first: NonNullable<HomeView['first']> }) {
  const words = homeWords[ui.locale];
  const title = plainText(ui, first.title);
  if (!first.open) {
    return (
      <a href={`/courses/${first.courseId}`} class="btn btn-primary mt-4 self-start">
        {words.firstLook(title)}
        <Icon name="arrow" />
      </a>
    );
  }
  return (
    <form method="post" action={`/courses/${first.courseId}/enrol`} class="mt-4">
      <button type="submit" class="btn btn-primary h-auto min-h-11 py-2 text-start">
        {words.firstEnrol(title)}
        <Icon name="arrow" />
      </button>
    </form>
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
