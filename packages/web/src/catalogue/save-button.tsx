import { Icon } from '../layout/icon.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { ResultView } from './ports.ts';

/** Lies above the link that covers the card. */
export function SaveButton(props: {
  readonly ui: Ui;
  readonly course: Pick<ResultView, 'courseId' | 'title' | 'saved'>;
  readonly returnTo: string;
}) {
  const { ui, course, returnTo } = props;
  const words = ui.t.search;
  const title = plainText(ui, course.title);
  return (
    <form
      method="post"
      action={`/courses/${course.courseId}/${course.saved ? 'unsave' : 'save'}`}
      class="relative z-10 ms-auto"
    >
      <input type="hidden" name="returnTo" value={returnTo} />
      <button type="submit" class="btn btn-sm">
        <Icon name={course.saved ? 'check' : 'bookmark'} class="size-4" />
        {course.saved ? words.saved : words.save}
        <span class="sr-only">{course.saved ? words.unsaveOf(title) : words.saveOf(title)}</span>
      </button>
    </form>
  );
}
