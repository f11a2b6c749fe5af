import { followUpWords } from '../i18n/competency-follow-up.ts';
import { Notice } from '../layout/notice.tsx';
import { hrefOf } from '../layout/parts.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { courseForms } from './names.ts';
import { personPath } from './paths.ts';
import type { ItemCourseView, ItemView, PersonView } from './person-ports.ts';

interface Props {
  readonly ui: Ui;
  readonly view: PersonView;
  readonly item: ItemView;
  readonly course: ItemCourseView;
}

const courseHref = ({ courseId }: ItemCourseView): string => `/courses/${encodeURIComponent(courseId)}`;

/** The course that an item is about, and what can be done about it now. */
export function ItemCourse(props: Props) {
  const { ui, item, course } = props;
  const words = followUpWords[ui.locale];
  const { state, completedAt } = course;
  const day = completedAt === undefined ? '' : ui.format.date(completedAt);
  return (
    <section aria-labelledby="item-course" class="panel mb-5 max-w-2xl p-5">
      <h2 id="item-course" class="mb-2 text-lg font-semibold">
        {words.course}
      </h2>
      <p>
        <a class="text-link inline-flex min-h-8 items-center" href={courseHref(course)}>
          <Text ui={ui} map={course.title} />
        </a>{' '}
        <span class={state === 'completed' ? 'tag tag-success' : 'tag tag-info'}>
          {state === 'completed' && day !== '' ? words.completedOn(day) : words.courseState[state]}
        </span>
      </p>
      {item.state === 'agreed' && <NextStep {...props} day={day} />}
    </section>
  );
}

/** One click into the enrolment once the item is agreed, and one to its end once the course is finished. */
function NextStep({ ui, view, item, course, day }: Props & { readonly day: string }) {
  const words = followUpWords[ui.locale];
  if (course.state === 'completed') {
    return item.moves.includes('finish') ? (
      <div class="mt-3">
        <Notice tone="info">
          <p class="font-semibold">{words.offerTitle}</p>
          <p>{words.offer(day)}</p>
        </Notice>
        <form
          method="post"
          action={`${personPath(view.desk, view.personId)}/plan/${encodeURIComponent(item.itemId)}/move`}
          class="mt-3"
        >
          <input type="hidden" name="rev" value={String(item.rev)} />
          <input
            type="hidden"
            name="note"
            value={words.evidence(plainText(ui, course.title), day).slice(0, 500)}
          />
          <button type="submit" name="move" value="finish" class="btn btn-primary">
            {words.finish}
          </button>
        </form>
      </div>
    ) : null;
  }
  if (view.desk === 'own') {
    if (course.state === 'taken') {
      return (
        <a class="btn btn-primary mt-3" href={courseHref(course)}>
          {words.goOn}
        </a>
      );
    }
    return course.state === 'open' ? (
      <form method="post" action={`${courseHref(course)}/enrol`} class="mt-3">
        <button type="submit" class="btn btn-primary">
          {words.enrol}
        </button>
      </form>
    ) : null;
  }
  return course.state === 'open' ? (
    <a
      class="btn mt-3"
      href={hrefOf(`/${view.desk}/assignments`, {
        ...{ course: course.courseId, person: view.personId, due: item.dueOn },
      })}
    >
      {words.assign}
    </a>
  ) : null;
}

/** An item that names a course in words alone leads into the catalogue. */
export function CourseSearch({ ui, item }: { readonly ui: Ui; readonly item: ItemView }) {
  if (item.state !== 'agreed' || item.courseId !== undefined || !courseForms.includes(item.form)) return null;
  return (
    <p class="mb-5">
      <a class="btn" href={hrefOf('/catalogue', { q: item.title })}>
        {followUpWords[ui.locale].search}
      </a>
    </p>
  );
}
