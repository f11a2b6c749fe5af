import type { NoticeName } from '../i18n/problem.ts';
import type { FormState } from '../layout/form.tsx';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, ProgressBar, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AtProvider } from './at-provider.tsx';
import { Cover } from './cover.tsx';
import { Fact } from './fact.tsx';
import { foldOutline } from './fold.ts';
import {
  AdmissionFacts,
  CertificateOfCourse,
  CorrectionMarks,
  DetailFacts,
  Duty,
  EvaluationEntry,
  History,
  KeepForLater,
  OwnRatingBlock,
  Pending,
  RatingFact,
  Retake,
  ServedPlans,
  StaffLinks,
  TakenBack,
  WayIn,
} from './lazy-parts.ts';
import { missingOf, missingText } from './missing.ts';
import { openedId, Syllabus } from './outline.tsx';
import { courseBase } from './paths.ts';
import type { CourseView, PartView, PreviewPlace } from './ports.ts';
import { partsOf, progressOf } from './progress.ts';
import { progressWords } from './progress-words.ts';

export interface CourseProps {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly notice?: NoticeName | undefined;
  /** Why enrolling was refused. */
  readonly failure?: string;
  /** The reader's rating as it came back. */
  readonly ratingForm?: FormState;
  /** Code of the invitation that the visitor came with. */
  readonly invitation?: string | undefined;
  /** Id of the part around which a long outline is unfolded. @default where the learner goes on */
  readonly outlineAt?: string | undefined;
  /** Preview of a provider or reviewer: the same page, told apart by a banner. */
  readonly preview?: PreviewPlace | undefined;
}

export function CoursePage(props: CourseProps) {
  const { ui, course } = props;
  const { t } = ui;
  const canOpen = props.preview !== undefined || course.enrolment !== undefined;
  const base = courseBase(course, props.preview);
  return (
    <Shell
      ui={ui}
      title={plainText(ui, course.title)}
      section={props.preview?.section ?? 'catalogue'}
      notice={props.notice}
    >
      {props.preview && (
        <div class="mb-5">
          <Notice tone="warning">{t.player.preview}</Notice>
        </div>
      )}
      <Trail
        ui={ui}
        links={[
          props.preview
            ? ([props.preview.back, t.shell.back] as const)
            : (['/catalogue', t.shell.catalogue] as const),
        ]}
      />
      <div class="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[1fr_21rem] lg:grid-rows-[auto_1fr]">
        <div class="min-w-0">
          <Cover courseId={course.courseId} class="mb-5 h-24 rounded-box md:h-32" />
          <h1 class="text-2xl font-bold md:text-4xl">
            <Text ui={ui} map={course.title} />
          </h1>
          <p class="quiet mt-2">{course.provider}</p>
        </div>
        <div class="min-w-0 space-y-5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
          <Actions {...props} />
          <Facts {...props} />
          {!props.preview && <StaffLinks ui={ui} course={course} />}
        </div>
        <div class="min-w-0">
          <Block id="about" title={t.course.about}>
            <p class="max-w-[68ch] whitespace-pre-line">
              {course.description ? <Text ui={ui} map={course.description} /> : t.course.noDescription}
            </p>
          </Block>
          <Block id="syllabus" title={t.course.syllabus}>
            <Syllabus
              ui={ui}
              nodes={foldOutline(course.outline, props.outlineAt ?? progressOf(course).next?.id)}
              unfold={(partId) => `${base}?at=${encodeURIComponent(partId)}#${openedId}`}
              withStates={canOpen}
              {...(canOpen && {
                hrefOf: (partId: string) => `${base}/learn/${encodeURIComponent(partId)}`,
              })}
            />
          </Block>
          {!props.preview && <OwnRatingBlock ui={ui} course={course} form={props.ratingForm} />}
          <History ui={ui} course={course} />
        </div>
      </div>
    </Shell>
  );
}

/** What to do next and how far one is. Stands between heading and text on a phone and beside them on a desk. */
function Actions(props: CourseProps) {
  const { ui, course, failure } = props;
  const { t, format } = ui;
  const { enrolment } = course;
  const word = enrolment?.providerWord;
  return (
    <div class="panel space-y-4 p-5">
      {failure && (
        <Notice tone="error" live>
          {failure}
        </Notice>
      )}
      {course.status === 'retired' && <Notice tone="warning">{t.course.retired}</Notice>}
      {word?.takenBack !== undefined && <TakenBack ui={ui} course={course} at={word.takenBack} />}
      {enrolment?.state === 'completed' && word?.takenBack === undefined && (
        <Notice tone="success">
          <p class="font-semibold">
            {course.jp === undefined ? t.course.done : t.course.doneText(format.jp(course.jp))}
          </p>
          {enrolment.completedAt && (
            <p class="text-sm">{t.course.completedAt(format.date(enrolment.completedAt))}</p>
          )}
          {course.mayRate && !course.ownRating && (
            <a href="#rating" class="text-link inline-flex min-h-8 items-center text-sm">
              {t.course.rate}
            </a>
          )}
        </Notice>
      )}
      {course.jpHeld && (
        <Notice tone="warning">
          <p>{t.course.jpHeld}</p>
          <a href="/jp?show=held" class="text-link inline-flex min-h-8 items-center text-sm">
            {t.course.jpHeldLink}
          </a>
        </Notice>
      )}
      {word && <CorrectionMarks ui={ui} word={word} />}
      {course.evaluation && <EvaluationEntry ui={ui} of="course" evaluation={course.evaluation} />}
      {course.certificate && <CertificateOfCourse ui={ui} certificate={course.certificate} />}
      {enrolment?.state === 'active' && enrolment.duty && <Duty ui={ui} duty={enrolment.duty} />}
      {enrolment?.serves && <ServedPlans ui={ui} plans={enrolment.serves} />}
      {enrolment?.atProvider && <AtProvider ui={ui} course={course} atProvider={enrolment.atProvider} />}
      {enrolment || props.preview ? <Enrolled {...props} /> : <NotEnrolled {...props} />}
      {enrolment?.state === 'completed' && <Retake {...props} />}
      {course.saved !== undefined && <KeepForLater ui={ui} course={course} />}
    </div>
  );
}

function NotEnrolled(props: CourseProps) {
  const { ui, course } = props;
  const { t } = ui;
  if (course.pending) return <Pending ui={ui} course={course} pending={course.pending} />;
  if (course.status === 'retired') return null;
  if (course.status === 'draft') return <p>{t.course.notOpen}</p>;
  return <WayIn {...props} />;
}

function Enrolled(props: CourseProps) {
  const { ui, course } = props;
  const { t, format } = ui;
  const progress = progressOf(course);
  const { enrolment } = course;
  const goOn = progress.begun ? t.course.resume : t.course.start;
  const label = enrolment?.state === 'completed' ? t.course.reopen : goOn;
  return (
    <>
      {progress.next && !waitsThere(course, progress.next) && (
        <a
          href={`${courseBase(course, props.preview)}/learn/${encodeURIComponent(progress.next.id)}`}
          class="btn btn-primary btn-lg w-full"
        >
          {label}
          <Icon name="arrow" />
        </a>
      )}
      <div>
        <p class="flex justify-between gap-3 font-medium">
          {t.course.progressOf(progress.done, progress.total)}
          <span class="whitespace-nowrap tabular-nums">{progressWords(ui, progress)}</span>
        </p>
        <div class="mt-1.5">
          <ProgressBar
            percent={progress.percent}
            label={t.course.progress}
            done={progress.missing.length === 0}
          />
        </div>
        <p class="quiet mt-1.5 text-sm">{t.course.progressRule}</p>
      </div>
      <Missing {...props} />
      {enrolment?.state === 'active' && (
        <p class="quiet text-sm">
          {t.course.enrolledSince(format.date(enrolment.enrolledAt))}
          {!enrolment.duty && (
            <>
              {' · '}
              <a href={`/courses/${course.courseId}/cancel`} class="text-link">
                {t.course.cancelEnrolment}
              </a>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** A part at a provider opens when the provider has enrolled; the notice above says when. */
const waitsThere = ({ enrolment }: CourseView, { content }: PartView): boolean =>
  (content === 'lti' || content === 'external') && enrolment?.atProvider?.state === 'pending';

/** As many as are read at a glance, and as many as unfold below; of packages with hundreds of parts the outline tells the rest. */
const missingShown = 5;
const missingUnfolded = 60;

/** Never a percentage without what is missing from the rest: every part, with its reason and its rule. */
function Missing({ ui, course }: CourseProps) {
  const { t } = ui;
  const missing = missingOf(course, { waits: course.enrolment?.atProvider?.state === 'pending' });
  if (missing.length === 0) return <p class="text-sm">{t.course.missingNone}</p>;
  const others = missing.slice(missingShown, missingUnfolded);
  const beyond = missing.length - missingUnfolded;
  return (
    <div>
      <p class="text-sm font-medium">{t.course.missing}</p>
      <MissingList ui={ui} parts={missing.slice(0, missingShown)} />
      {others.length > 0 && (
        <details class="text-sm">
          <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">
            {t.course.missingMore(missing.length - missingShown)}
          </summary>
          <MissingList ui={ui} parts={others} />
          {beyond > 0 && (
            <a href="#syllabus" class="text-link">
              {t.course.missingMore(beyond)}
            </a>
          )}
        </details>
      )}
    </div>
  );
}

function MissingList(props: { readonly ui: Ui; readonly parts: ReturnType<typeof missingOf> }) {
  const { ui, parts } = props;
  return (
    <ul class="mt-1 list-disc space-y-0.5 ps-5 text-sm">
      {parts.map((part) => (
        <li>
          <Text ui={ui} map={part.title} />: {missingText(ui, part)}
        </li>
      ))}
    </ul>
  );
}

function Facts({ ui, course }: CourseProps) {
  const { t, format } = ui;
  const total = partsOf(course.outline).length;
  return (
    <section aria-labelledby="facts" class="panel p-5">
      <h2 id="facts" class="mb-3 font-semibold">
        {t.course.facts}
      </h2>
      <dl class="space-y-2 text-sm">
        {course.jp !== undefined && (
          <Fact label={t.course.jp} note={t.course.jpRule}>
            {format.jp(course.jp)}
          </Fact>
        )}
        {course.minutes !== undefined && (
          <Fact label={t.course.effort}>{format.duration(course.minutes * 60)}</Fact>
        )}
        {course.rating && <RatingFact ui={ui} rating={course.rating} />}
        <Fact label={t.course.parts}>{format.number(total)}</Fact>
        <Fact label={t.course.provider}>{course.provider}</Fact>
        {course.languages.length > 0 && (
          <Fact label={t.course.languages}>
            {course.languages.map((tag) => format.language(tag)).join(', ')}
          </Fact>
        )}
        <Fact label={t.course.version}>{format.number(course.version)}</Fact>
        {course.admission && <AdmissionFacts ui={ui} admission={course.admission} />}
        <DetailFacts ui={ui} course={course} />
      </dl>
    </section>
  );
}
