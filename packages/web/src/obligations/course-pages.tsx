import { AgencyMenu } from '../agency/menu.tsx';
import { obligationCourseWords } from '../i18n/obligation-courses.ts';
import { FormProblem, type FormState, SelectField, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { obligationCourseHref, obligationHref, obligationsPath } from './paths.ts';
import type {
  CourseChangePreviewView,
  CourseChangeRow,
  CourseToChangeView,
  ObligationView,
} from './ports.ts';

/** One course of an obligation, to be left out or replaced for everybody; nothing changes before it was looked at. */
export function CoursePage(props: {
  readonly ui: Ui;
  readonly view: CourseToChangeView;
  readonly form: FormState;
}) {
  const { ui, view, form } = props;
  const words = obligationCourseWords[ui.locale];
  const { obligation, courseId, isOnly } = view;
  const options = view.choices.map(([id, title]) => [id, plainText(ui, title)] as const);
  const rev = form.values.rev ?? String(obligation.rev);
  return (
    <Frame
      ui={ui}
      title={words.title(plainText(ui, view.course))}
      lead={words.lead}
      links={[[obligationHref(obligation.obligationId), obligation.title]]}
    >
      <form
        method="post"
        action={`${obligationCourseHref(obligation.obligationId, courseId)}/preview`}
        class="panel max-w-2xl p-5"
      >
        <FormProblem ui={ui} form={form} />
        {isOnly && (
          <div class="mb-4">
            <Notice tone="info">{words.only}</Notice>
          </div>
        )}
        <input type="hidden" name="rev" value={rev} />
        <SelectField
          ui={ui}
          form={form}
          name="to"
          label={words.instead}
          {...(!isOnly && { hint: words.insteadHint })}
          required
          options={[['', isOnly ? words.choose : words.skip], ...options]}
        />
        <TextField
          ui={ui}
          form={form}
          name="reason"
          label={words.reason}
          hint={words.reasonHint}
          maxlength={300}
          multiline
          required
        />
        <div class="flex flex-wrap gap-3">
          <button type="submit" class="btn btn-primary">
            {words.look}
          </button>
          <a href={obligationHref(obligation.obligationId)} class="btn btn-ghost">
            {ui.t.shell.cancel}
          </a>
        </div>
      </form>
    </Frame>
  );
}

/** What would come of it, and the button that makes it so. */
export function CoursePreviewPage(props: {
  readonly ui: Ui;
  readonly place: { readonly obligationId: string; readonly courseId: string };
  readonly form: FormState;
  readonly preview: CourseChangePreviewView;
}) {
  const { ui, place, form, preview } = props;
  const words = obligationCourseWords[ui.locale];
  const { number } = ui.format;
  const { to, waiting, closed, begun, isComplete } = preview;
  const course = plainText(ui, preview.course);
  const fields = Object.entries(form.values).filter(([, value]) => value !== '');
  const hidden = fields.map(([name, value]) => <input type="hidden" name={name} value={value} />);
  const href = obligationCourseHref(place.obligationId, place.courseId);
  return (
    <Frame
      ui={ui}
      title={words.previewTitle}
      lead={ui.t.obligations.previewLead}
      links={[[obligationHref(place.obligationId), preview.title]]}
    >
      <div class="panel max-w-2xl space-y-4 p-5">
        <p class="font-semibold">
          {to ? words.replaceText(course, plainText(ui, to)) : words.skipText(course)}
        </p>
        <ul class="list-disc space-y-1 ps-5">
          <li>{to ? words.moved(number(waiting)) : words.freed(number(waiting))}</li>
          {closed > 0 && <li>{words.closed(number(closed))}</li>}
          <li>{to ? words.begunReplace(number(begun)) : words.begunSkip(number(begun))}</li>
        </ul>
        {!isComplete && <Notice tone="info">{words.atLeast}</Notice>}
        <p class="quiet text-sm">
          {words.doneStays} {words.told}
        </p>
        <div class="flex flex-wrap gap-3">
          <form method="post" action={href}>
            {hidden}
            <button type="submit" class="btn btn-primary">
              {words.change}
            </button>
          </form>
          <form method="post" action={`${href}/preview`}>
            {hidden}
            <button type="submit" name="back" value="1" class="btn">
              {words.back}
            </button>
          </form>
        </div>
      </div>
    </Frame>
  );
}

/** Courses of an obligation that goes on, each with the way to leave it out or replace it. */
export function ChangeableCourses({ ui, view }: { readonly ui: Ui; readonly view: ObligationView }) {
  const words = obligationCourseWords[ui.locale];
  return (
    <ol class="list-decimal ps-5">
      {view.courses.map((course, n) => (
        <li>
          <Text ui={ui} map={course} />{' '}
          <a
            href={obligationCourseHref(view.obligationId, view.courseIds[n] ?? '')}
            class="text-link no-print inline-flex min-h-8 items-center text-sm"
            aria-label={words.ofCourse(plainText(ui, course))}
          >
            {words.open}
          </a>
        </li>
      ))}
    </ol>
  );
}

/** What was decided of courses for everybody, with the way back while there is one. */
export function CourseHistory({ ui, view }: { readonly ui: Ui; readonly view: ObligationView }) {
  const words = obligationCourseWords[ui.locale];
  const { course, what, reason, by } = words.columns;
  if (view.courseChanges.length === 0) return null;
  return (
    <Block id="course-changes" title={words.history}>
      <Table caption={words.history} columns={[course, what, reason, by]} cards>
        {view.courseChanges.map((row) => (
          <tr>
            <th scope="row" class="font-medium">
              <Text ui={ui} map={row.course} />
            </th>
            <td data-label={what}>
              {row.to ? (
                <>
                  {words.replacedBy} <Text ui={ui} map={row.to} />
                </>
              ) : (
                words.skipped
              )}
              <Undone ui={ui} view={view} row={row} />
            </td>
            <td data-label={reason}>{row.reason}</td>
            <td data-label={by}>
              {row.changedBy}
              <p class="quiet text-sm">
                <When ui={ui} at={row.changedAt} />
              </p>
            </td>
          </tr>
        ))}
      </Table>
      {view.courseChanges.some(({ canUndo }) => canUndo) && (
        <p class="quiet mt-2 text-sm">{words.undoHint}</p>
      )}
    </Block>
  );
}

function Undone(props: { readonly ui: Ui; readonly view: ObligationView; readonly row: CourseChangeRow }) {
  const { ui, view, row } = props;
  const words = obligationCourseWords[ui.locale];
  if (row.undone)
    return (
      <p class="quiet text-sm">
        {words.undone(row.undone.by)}, <When ui={ui} at={row.undone.at} />
      </p>
    );
  if (!row.canUndo || view.state === 'ended') return null;
  return (
    <form
      method="post"
      action={`${obligationHref(view.obligationId)}/course-changes/${row.change}/undo`}
      class="no-print mt-2"
    >
      <input type="hidden" name="rev" value={String(view.rev)} />
      <button type="submit" class="btn btn-sm" aria-label={words.undoOf(plainText(ui, row.course))}>
        {words.undo}
      </button>
    </form>
  );
}

function Frame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly lead: string;
  readonly links: readonly (readonly [string, string])[];
  readonly children?: unknown;
}) {
  const { ui, title, lead, links } = props;
  const words = ui.t.obligations;
  return (
    <Shell ui={ui} title={title} section="agency" menu={<AgencyMenu ui={ui} current={obligationsPath} />}>
      <PageHeading
        title={title}
        lead={lead}
        trail={<Trail ui={ui} links={[[obligationsPath, words.title], ...links]} />}
      />
      {props.children as never}
    </Shell>
  );
}
