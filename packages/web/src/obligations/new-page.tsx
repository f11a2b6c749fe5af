import { AgencyMenu } from '../agency/menu.tsx';
import { obligationCourseWords } from '../i18n/obligation-courses.ts';
import { obligationPathWords } from '../i18n/obligation-paths.ts';
import { CheckboxGroup, FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { AudienceFields, DueFields } from './audience-fields.tsx';
import { courseFields, pathField } from './draft.ts';
import { newObligationPath, obligationsPath } from './paths.ts';
import type { ObligationChoices } from './ports.ts';

/** So many fields at first, and so many more each time. */
const atOnce = 5;

/** Which courses, for whom, until when; nothing is kept before it was looked at. */
export function NewObligationPage(props: {
  readonly ui: Ui;
  readonly choices: ObligationChoices;
  readonly form: FormState;
  /** More fields for courses than are filled in. */
  readonly wantsMore: boolean;
}) {
  const { ui, choices, form, wantsMore } = props;
  const words = ui.t.obligations;
  return (
    <Shell
      ui={ui}
      title={words.newTitle}
      section="agency"
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
    >
      <PageHeading
        title={words.newTitle}
        lead={words.newLead}
        trail={<Trail ui={ui} links={[[obligationsPath, words.title]]} />}
      />
      {choices.courses.length === 0 && choices.paths.length === 0 ? (
        <Notice tone="info">{words.noCourses}</Notice>
      ) : (
        <form method="post" action={newObligationPath} class="panel max-w-2xl p-5">
          <FormProblem ui={ui} form={form} />
          <TextField
            ui={ui}
            form={form}
            name="title"
            label={words.name}
            hint={words.nameHint}
            maxlength={120}
            required
          />
          <CourseFields {...{ ui, choices, form, wantsMore }} />
          <PathField ui={ui} choices={choices} form={form} />
          <AudienceFields ui={ui} units={choices.units} form={form} />
          <DueFields ui={ui} form={form} />
          <TextField
            ui={ui}
            form={form}
            name="note"
            label={words.note}
            hint={words.noteHint}
            maxlength={300}
            multiline
          />
          <button type="submit" class="btn btn-primary">
            {words.look}
          </button>
        </form>
      )}
    </Shell>
  );
}

interface Fields {
  readonly wantsMore: boolean;
  readonly ui: Ui;
  readonly choices: ObligationChoices;
  readonly form: FormState;
}

/** A learning path of which everybody goes through all parts, in place of courses. */
function PathField({ ui, choices, form }: Pick<Fields, 'ui' | 'choices' | 'form'>) {
  const words = obligationPathWords[ui.locale];
  if (choices.paths.length === 0) return null;
  return (
    <SelectField
      ui={ui}
      form={form}
      name={pathField}
      label={words.field}
      hint={words.fieldHint}
      options={[
        ['', ui.t.obligations.noneMore],
        ...choices.paths.map(([pathId, title]) => [pathId, plainText(ui, title)] as const),
      ]}
    />
  );
}

/** The first is needed; the others are there when the first are filled in. */
function CourseFields({ ui, choices, form, wantsMore }: Fields) {
  const words = ui.t.obligations;
  const options = choices.courses.map(([courseId, title]) => [courseId, plainText(ui, title)] as const);
  const filled = courseFields.findLastIndex((name) => form.values[name]) + 1;
  const rounds = Math.max(1, Math.ceil(filled / atOnce) + (wantsMore ? 1 : 0));
  const shown = courseFields.slice(0, rounds * atOnce);
  const [first, ...others] = shown.map((name, n) => (
    <SelectField
      ui={ui}
      form={form}
      name={name}
      label={n === 0 ? words.course : words.courseNumber(String(n + 1))}
      required={n === 0 && choices.paths.length === 0}
      options={[['', n === 0 ? words.choose : words.noneMore], ...options]}
    />
  ));
  const isOpen = wantsMore || courseFields.slice(1).some((name) => form.values[name]);
  return (
    <>
      {first}
      <details class="mb-4" open={isOpen}>
        <summary class="text-link inline-flex min-h-8 cursor-pointer items-center">{words.programme}</summary>
        <p class="quiet my-2 text-sm">{words.programmeHint}</p>
        {others}
        {shown.length < courseFields.length && (
          <button type="submit" name="more" value="1" formnovalidate class="btn btn-sm mb-4">
            {obligationCourseWords[ui.locale].more}
          </button>
        )}
        <TextField
          ui={ui}
          form={form}
          name="programmeTitle"
          label={words.programmeTitle}
          hint={words.programmeTitleHint}
          maxlength={120}
        />
        <CheckboxGroup
          ui={ui}
          form={form}
          name="inOrder"
          label={words.order}
          options={[['yes', words.inOrder]]}
        />
      </details>
    </>
  );
}
