import { courseBase } from '../course/paths.ts';
import type { CourseView, PartView } from '../course/ports.ts';
import { isDone, partsOf } from '../course/progress.ts';
import { toolDownWords } from '../i18n/tool-down.ts';
import { Icon } from '../layout/icon.tsx';
import { Notice } from '../layout/notice.tsx';
import { Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ToolTrouble } from './ports.ts';

const mostOthers = 3;

/**
 * Before a learner is led to a tool that does not answer: what is the matter, since when, that nothing is lost, and what to do meanwhile. The way
 * stays open: we may be wrong.
 */
export function ToolDown(props: {
  readonly ui: Ui;
  readonly course: CourseView;
  readonly part: PartView;
  readonly trouble: ToolTrouble;
  /** Where it is tried anyway. */
  readonly launch: string;
}) {
  const { ui, course, part, trouble, launch } = props;
  const words = toolDownWords[ui.locale];
  const here = `${courseBase(course, undefined)}/learn/${encodeURIComponent(part.id)}`;
  return (
    <div class="shell max-w-xl! py-10">
      <p class="text-xl font-bold">
        <Text ui={ui} map={part.title} />
      </p>
      <div class="mt-4" data-tool-down="">
        <Notice tone="warning">
          <p class="font-semibold">{words.title(course.provider)}</p>
          <p class="mt-1">{words.because[trouble.because]}</p>
          <p class="mt-1">{words.since(ui.format.dateTime(trouble.since))}</p>
        </Notice>
      </div>
      <p class="mt-4">{words.safe}</p>
      <div class="mt-6 flex flex-wrap gap-3">
        {trouble.waits ? (
          <p class="inline-flex min-h-11 items-center gap-2" role="status">
            <Icon name="check" />
            {words.willTell}
          </p>
        ) : (
          <form method="post" action={`${here}/tell-me`}>
            <button type="submit" class="btn btn-primary">
              {words.tellMe}
            </button>
          </form>
        )}
        {part.ownWindow ? (
          <a href={launch} target="_blank" rel="noreferrer" class="btn">
            {words.tryAnyway}
            <Icon name="window" />
          </a>
        ) : (
          <a href={`${here}?try=1`} class="btn">
            {words.tryAnyway}
          </a>
        )}
      </div>
      <Meanwhile ui={ui} course={course} part={part} />
    </div>
  );
}

/** Other parts of the course that can be opened now, and what else there is to learn. */
function Meanwhile({ ui, course, part }: Pick<Parameters<typeof ToolDown>[0], 'ui' | 'course' | 'part'>) {
  const words = toolDownWords[ui.locale];
  const base = courseBase(course, undefined);
  const others = partsOf(course.outline).filter(
    (one) => one.id !== part.id && !one.needs && !isDone(one) && one.content !== 'lti',
  );
  return (
    <section class="mt-8" aria-labelledby="meanwhile">
      <h2 id="meanwhile" class="font-semibold">
        {words.meanwhile}
      </h2>
      <ul class="mt-2 space-y-1">
        {others.slice(0, mostOthers).map((one) => (
          <li>
            <a
              href={`${base}/learn/${encodeURIComponent(one.id)}`}
              class="text-link inline-flex min-h-11 items-center"
            >
              <Text ui={ui} map={one.title} />
            </a>
          </li>
        ))}
        <li>
          <a href="/" class="text-link inline-flex min-h-11 items-center">
            {words.myCourses}
          </a>
        </li>
      </ul>
    </section>
  );
}
