import { followUpWords } from '../i18n/competency-follow-up.ts';
import { type FormState, SelectField } from '../layout/form.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { courseForms, type FormName } from './names.ts';
import type { ItemView, PersonView } from './person-ports.ts';

/** The course that an item would name, to be left in or taken out; nothing where none was suggested. */
export function CourseField(props: {
  readonly ui: Ui;
  readonly view: PersonView;
  readonly form: FormState;
  readonly item?: ItemView | undefined;
}) {
  const { ui, view, form, item } = props;
  const { suggestedCourse = '', courseFor = '', title = '' } = form.values;
  if (suggestedCourse === '') return null;
  const words = followUpWords[ui.locale];
  const known =
    view.suggestions.find(({ courseId }) => courseId === suggestedCourse)?.title ??
    (item?.courseId === suggestedCourse ? item.course?.title : undefined);
  return (
    <>
      <input type="hidden" name="suggestedCourse" value={suggestedCourse} />
      <input type="hidden" name="courseFor" value={courseFor} />
      <SelectField
        ui={ui}
        form={form}
        name="courseId"
        label={words.course}
        hint={words.courseHint}
        options={[
          [suggestedCourse, known ? plainText(ui, known) : title],
          ['', words.noCourse],
        ]}
      />
    </>
  );
}

/** What the form begins with for a course that belongs to a competency. */
export const courseValues = (courseId: string, competencyId: string) => ({
  ...{ courseId, suggestedCourse: courseId, courseFor: competencyId },
});

/**
 * Whether an item still names the course: for the competency for which it was suggested, and in a form that is a course's. Coaching about something
 * else is not finished by it.
 */
export const keepsCourse = (words: {
  readonly competencyId: string;
  readonly form: FormName;
  readonly courseFor?: string | undefined;
}): boolean => words.courseFor === words.competencyId && courseForms.includes(words.form);
