import { foldOutline } from '../course/fold.ts';
import { openedId, Syllabus } from '../course/outline.tsx';
import { partsOf, progressOf } from '../course/progress.ts';
import { progressWords } from '../course/progress-words.ts';
import { Document } from '../layout/document.tsx';
import { Notice } from '../layout/notice.tsx';
import { hrefOf, ProgressBar } from '../layout/parts.tsx';
import { LanguageSwitch } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { GuestCourseView } from './ports.ts';

interface Props {
  readonly ui: Ui;
  readonly course: GuestCourseView;
  /** Address of this page. */
  readonly base: string;
  /** Part whose surroundings are unfolded; absent: where one goes on. */
  readonly outlineAt?: string | undefined;
}

/** The outline of a course for a guest: nothing of the portal but this course. */
export function GuestPage(props: Props) {
  const { ui, course } = props;
  const words = ui.t.dispatch;
  return (
    <Frame ui={ui} title={plainText(ui, course.title)} refreshes={!isOver(course)}>
      <h1 class="text-2xl font-bold md:text-3xl">
        <Text ui={ui} map={course.title} />
      </h1>
      {course.learner !== undefined && <p class="quiet mt-1">{ui.t.lms.learningAs(course.learner)}</p>}
      <div {...(!isOver(course) && { 'data-refresh': progressHref(props), 'data-refresh-seconds': '4' })}>
        <GuestProgress {...props} />
      </div>
      <p class="quiet mt-6 text-sm">{words.guestHint}</p>
    </Frame>
  );
}

/**
 * What changes while one learns; also answered alone to the refreshing island. Whoever comes back from a part is faster than the count of
 * what they did there, and the course may run in another window.
 */
export function GuestProgress(props: Props) {
  const { ui, course, base } = props;
  const words = ui.t.dispatch;
  const progress = progressOf(course);
  return (
    <div {...(isOver(course) && { 'data-refresh-done': '' })}>
      {isOver(course) && (
        <div class="mt-4 grid gap-3" role="status">
          {course.closed && <Notice tone="warning">{words.closed[course.closed]}</Notice>}
          {course.satisfied && (
            <Notice tone="success">
              <p class="font-semibold">{words.done}</p>
              <p>{words.doneText}</p>
            </Notice>
          )}
        </div>
      )}
      <div class="my-5">
        <p class="flex items-baseline justify-between gap-3 text-sm font-medium">
          {ui.t.course.progressOf(progress.done, progress.total)}
          <span class="whitespace-nowrap tabular-nums">{progressWords(ui, progress)}</span>
        </p>
        <div class="mt-1.5">
          <ProgressBar percent={progress.percent} label={ui.t.course.progress} done={course.satisfied} />
        </div>
      </div>
      <Syllabus
        ui={ui}
        nodes={foldOutline(course.outline, props.outlineAt ?? progress.next?.id)}
        unfold={(partId) => `${base}?at=${encodeURIComponent(partId)}#${openedId}`}
        withStates
        {...(!course.closed && {
          hrefOf: (partId: string) => `${base}/parts/${encodeURIComponent(partId)}`,
        })}
      />
    </div>
  );
}

/** Nothing more will change here by itself. */
const isOver = ({ closed, satisfied }: GuestCourseView): boolean => closed !== undefined || satisfied;

const progressHref = ({ base, outlineAt }: Props): string =>
  hrefOf(base, { part: 'progress', ...(outlineAt !== undefined && { at: outlineAt }) });

/** Whoever comes without a valid visit: only their own system can open the course again. */
export function GuestGonePage(props: { readonly ui: Ui }) {
  const { ui } = props;
  const words = ui.t.dispatch;
  return (
    <Frame ui={ui} title={words.goneTitle}>
      <h1 class="text-2xl font-bold">{words.goneTitle}</h1>
      <p class="mt-2">{words.goneText}</p>
    </Frame>
  );
}

function Frame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly refreshes?: boolean;
  readonly children?: unknown;
}) {
  const { ui } = props;
  return (
    <Document
      ui={ui}
      title={props.title}
      {...(props.refreshes && { islands: ['refresh'], refreshSeconds: 8 })}
    >
      <header class="band">
        <div class="shell flex items-center justify-between gap-3 py-2">
          <p class="text-lg font-bold">{ui.t.shell.appName}</p>
          <LanguageSwitch ui={ui} />
        </div>
      </header>
      <main id="main" class="grow">
        <div class="shell max-w-3xl! py-6 md:py-8">{props.children}</div>
      </main>
    </Document>
  );
}

/** The only part of a course that has one, while it is to be done: then the outline says nothing that the part does not. */
export function onlyPartOf({ outline, satisfied, closed }: GuestCourseView): string | undefined {
  const [part, ...others] = partsOf(outline);
  return part && others.length === 0 && !satisfied && !closed ? part.id : undefined;
}
