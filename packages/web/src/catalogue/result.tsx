import { Cover } from '../course/cover.tsx';
import { plainText, Text } from '../layout/text.tsx';
import { AverageStars } from '../ratings/stars.tsx';
import type { Ui } from '../ui.ts';
import { labelOf, priceOf } from './labels.ts';
import type { ResultView } from './ports.ts';
import { SaveButton } from './save-button.tsx';

/** A course among results: what it is, what it costs in time and money, and whether the reader has it already. */
export function Result(props: { readonly ui: Ui; readonly course: ResultView; readonly returnTo: string }) {
  const { ui, course } = props;
  const description = plainText(ui, course.description);
  return (
    <li
      id={`course-${course.courseId}`}
      class="panel relative flex min-w-0 flex-col overflow-hidden focus-within:border-primary hover:border-primary"
    >
      <Cover courseId={course.courseId} class="h-3" />
      <div class="flex grow flex-col gap-2 p-4">
        <h3 class="font-semibold leading-snug">
          <a href={`/courses/${course.courseId}`} class="after:absolute after:inset-0 hover:underline">
            <Text ui={ui} map={course.title} />
          </a>
        </h3>
        <p class="quiet text-sm">{course.provider}</p>
        {description !== '' && (
          <p class="line-clamp-2 text-sm">
            <Text ui={ui} map={course.description} />
          </p>
        )}
        <div class="mt-auto flex flex-wrap items-end justify-between gap-2 pt-1">
          <Tags ui={ui} course={course} />
          <SaveButton {...props} />
        </div>
      </div>
    </li>
  );
}

function Tags({ ui, course }: { readonly ui: Ui; readonly course: ResultView }) {
  const { t, format } = ui;
  return (
    <p class="flex min-w-0 flex-wrap gap-1.5">
      <span class="tag font-semibold">{format.jp(course.jp)}</span>
      {course.rating && (
        <span class="tag">
          <AverageStars ui={ui} rating={course.rating} />
        </span>
      )}
      {course.minutes !== undefined && (
        <span class="tag">{t.search.effort(format.duration(course.minutes * 60))}</span>
      )}
      <span class="tag">{labelOf(ui, 'form', { value: course.form })}</span>
      {course.languages.map((tag) => (
        <span class="tag">{format.language(tag)}</span>
      ))}
      {course.price > 0 && <span class="tag">{priceOf(ui, course.price)}</span>}
      {course.state === 'completed' && <span class="tag tag-success">{t.catalogue.completed}</span>}
      {course.state === 'active' && <span class="tag tag-info">{t.catalogue.enrolled}</span>}
      {course.state === 'requested' && <span class="tag tag-info">{t.home.pending.requested}</span>}
      {course.state === 'waiting' && <span class="tag tag-info">{t.home.pending.waiting}</span>}
    </p>
  );
}
