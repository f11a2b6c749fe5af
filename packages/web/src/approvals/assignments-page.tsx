import type { LanguageMap } from '@sinau/kernel';
import { noonOf } from '../course/standing.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import {
  CheckboxGroup,
  emptyForm,
  FormProblem,
  type FormState,
  SelectField,
  TextField,
} from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Paging, Table } from '../layout/parts.tsx';
import { plainText, Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { assignmentsPath, DeskFrame } from './frame.tsx';
import type { AdmissionDesk, AssignableCourse, AssignmentOutcome, AssignmentRow } from './ports.ts';
import { seatsText } from './request-page.tsx';

interface Props {
  readonly ui: Ui;
  readonly desk: AdmissionDesk;
  readonly rows: readonly AssignmentRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
  readonly notice?: NoticeName | undefined;
  /** The course to assign, when one was chosen. */
  readonly assignable?: AssignableCourse | undefined;
  readonly form: FormState;
  /** Courses to choose among for somebody. */
  readonly choice?: {
    readonly personId: string;
    readonly courses: readonly (readonly [courseId: string, title: LanguageMap])[];
  };
  /** Of the order that was just given. */
  readonly outcomes?: readonly AssignmentOutcome[];
}

/** What is required of the reader's people, and the order for one more course. */
export function AssignmentsPage(props: Props) {
  const { ui, desk, rows } = props;
  const words = ui.t.approvals;
  const path = assignmentsPath(desk);
  return (
    <DeskFrame ui={ui} desk={desk} title={words.assignments} current={path} notice={props.notice}>
      <PageHeading title={words.assignments} lead={words.assignmentsLead[desk]} />
      {props.outcomes && <Outcomes ui={ui} outcomes={props.outcomes} />}
      {props.choice && <Choice ui={ui} desk={desk} choice={props.choice} />}
      {props.assignable && <Order {...props} assignable={props.assignable} />}
      {rows.length === 0 ? (
        <EmptyState icon="book" title={words.assignmentsEmptyTitle} text={words.assignmentsEmptyText}>
          <a href="/catalogue" class="btn">
            {words.openCatalogue}
          </a>
        </EmptyState>
      ) : (
        <Rows {...props} />
      )}
      <Paging ui={ui} path={path} next={props.next} isFirst={props.isFirst} />
    </DeskFrame>
  );
}

function Rows({ ui, desk, rows }: Props) {
  const words = ui.t.approvals;
  const { learner, course, state, due, assigned, action } = words.columns;
  return (
    <Table caption={words.assignments} columns={[learner, course, state, due, assigned, action]}>
      {rows.map((row) => (
        <tr>
          <th scope="row" class="font-medium">
            {row.learner}
          </th>
          <td>
            <Text ui={ui} map={row.course} />
          </td>
          <td>
            <span class={row.state === 'completed' ? 'tag tag-success' : 'tag tag-info'}>
              {words.state[row.state]}
            </span>
          </td>
          <td class="whitespace-nowrap">
            {row.dueOn ? ui.format.date(noonOf(row.dueOn)) : '–'}{' '}
            {row.overdue && <span class="tag tag-error">{words.overdue}</span>}
          </td>
          <td>
            <When ui={ui} at={row.assignedAt} dateOnly />
            {row.by && <p class="quiet text-sm">{words.by(row.by)}</p>}
          </td>
          <td>
            {row.state !== 'completed' && row.withdrawable && (
              <a
                href={`${assignmentsPath(desk)}/${row.registration}/withdraw`}
                class="btn btn-sm"
                aria-label={words.withdrawOf(row.learner, plainText(ui, row.course))}
              >
                {words.withdraw}
              </a>
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Outcomes(props: { readonly ui: Ui; readonly outcomes: readonly AssignmentOutcome[] }) {
  const { ui, outcomes } = props;
  const words = ui.t.approvals;
  const all = outcomes.every(({ outcome }) => outcome === 'assigned' || outcome === 'waiting');
  return (
    <div class="mb-6">
      <Notice tone={all ? 'success' : 'warning'} live>
        <p class="font-semibold">{words.outcomes}</p>
        <ul class="mt-1 list-disc ps-5">
          {outcomes.map(({ who, outcome }) => (
            <li>
              {who}: {words.outcome[outcome]}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

/** The course first: what is left of its seats stands on the order. */
function Choice({
  ui,
  desk,
  choice,
}: Pick<Props, 'ui' | 'desk'> & { readonly choice: NonNullable<Props['choice']> }) {
  const words = ui.t.approvals;
  return (
    <Block id="choice" title={words.chooseTitleAny}>
      {choice.courses.length === 0 ? (
        <Notice tone="info">{words.noCourses}</Notice>
      ) : (
        <form method="get" action={assignmentsPath(desk)} class="panel max-w-2xl p-5">
          <input type="hidden" name="person" value={choice.personId} />
          <SelectField
            ui={ui}
            form={emptyForm}
            name="course"
            label={words.chooseCourse}
            required
            options={choice.courses.map(([courseId, title]) => [courseId, plainText(ui, title)])}
          />
          <button type="submit" class="btn btn-primary">
            {words.chooseGo}
          </button>
        </form>
      )}
    </Block>
  );
}

function Order(props: Props & { readonly assignable: AssignableCourse }) {
  const { ui, desk, form, assignable } = props;
  const words = ui.t.approvals;
  const { team, seats, courseId } = assignable;
  const title = words.assignHeading(plainText(ui, assignable.course));
  if (team?.length === 0) {
    return (
      <Block id="order" title={title}>
        <Notice tone="info">{words.teamEmpty}</Notice>
      </Block>
    );
  }
  const about = { ui, form, name: 'people', label: words.people, required: true } as const;
  return (
    <Block id="order" title={title}>
      <form method="post" action={assignmentsPath(desk)} class="panel max-w-2xl p-5">
        <p class="mb-4">{words.assignText}</p>
        <p class="quiet mb-4 text-sm">
          {words.seats}: {seatsText(ui, seats)}
        </p>
        <FormProblem ui={ui} form={form} />
        <input type="hidden" name="course" value={courseId} />
        {team ? (
          <CheckboxGroup {...about} options={team.map(({ personId, name }) => [personId, name])} />
        ) : (
          <TextField {...about} hint={words.peopleHint} multiline maxlength={10_000} />
        )}
        <TextField
          ui={ui}
          form={form}
          name="dueOn"
          type="date"
          label={words.due}
          hint={words.dueHint}
          maxlength={10}
        />
        <TextField
          ui={ui}
          form={form}
          name="note"
          label={words.note}
          hint={words.noteHint}
          multiline
          maxlength={300}
        />
        <button type="submit" class="btn btn-primary">
          {words.assign}
        </button>
      </form>
    </Block>
  );
}
