import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { type CourseDispatches, type DispatchView, dispatchFormats } from './ports.ts';

interface ListProps {
  readonly ui: Ui;
  readonly course: CourseDispatches;
  readonly form: FormState;
  readonly notice?: NoticeName | undefined;
  /** For what has ended. */
  readonly now: Date;
}

/** Which other systems run a course, how many learn there, and the packages to install. */
export function DispatchesPage(props: ListProps) {
  const { ui, course, form } = props;
  const words = ui.t.dispatch;
  const base = `/studio/courses/${course.courseId}`;
  return (
    <Shell ui={ui} title={words.title} section="studio" notice={props.notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', ui.t.studio.title],
              [base, <Text ui={ui} map={course.title} />],
            ]}
          />
        }
      />
      {!course.published && (
        <div class="mb-5">
          <Notice tone="warning">{words.notPublished}</Notice>
        </div>
      )}
      {course.dispatches.length === 0 ? (
        <EmptyState icon="list" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <DispatchTable {...props} />
      )}
      <div class="mt-8">
        <Block id="add" title={words.addHeading}>
          <form method="post" action={`${base}/dispatches`} class="panel max-w-2xl p-5">
            <DispatchFields ui={ui} form={form} />
            <button type="submit" class="btn btn-primary">
              {words.add}
            </button>
          </form>
        </Block>
      </div>
      <p class="quiet mt-6 max-w-2xl text-sm">{words.privacy}</p>
    </Shell>
  );
}

function DispatchTable({ ui, course, now }: ListProps) {
  const words = ui.t.dispatch;
  const { name, learners, state, packages } = words.columns;
  return (
    <Table caption={words.list} columns={[name, packages, learners, state, '']}>
      {course.dispatches.map((one) => (
        <tr>
          <th scope="row" class="font-medium">
            {one.name}
          </th>
          <td>
            <ul>
              {dispatchFormats.map((format) => (
                <li>
                  <a
                    href={`/studio/dispatches/${one.dispatchId}/package?format=${format}`}
                    class="text-link inline-flex min-h-8 items-center"
                    aria-label={`${words.download[format]}: ${one.name}`}
                  >
                    {words.download[format]}
                  </a>
                </li>
              ))}
            </ul>
          </td>
          <td>
            {words.learners(
              count(ui, one.started),
              one.capacity === undefined ? undefined : count(ui, one.capacity),
            )}
            <br />
            <span class="quiet">{words.finished(count(ui, one.finished))}</span>
          </td>
          <td>{stateText(ui, one, now)}</td>
          <td>
            <div class="flex flex-wrap gap-2">
              <a
                href={`/studio/dispatches/${one.dispatchId}`}
                class="btn btn-sm min-h-11"
                aria-label={words.changeTitle(one.name)}
              >
                {words.change}
              </a>
              <form
                method="post"
                action={`/studio/dispatches/${one.dispatchId}/${one.enabled ? 'off' : 'on'}`}
              >
                <button
                  type="submit"
                  class="btn btn-ghost btn-sm min-h-11"
                  aria-label={`${one.enabled ? words.turnOff : words.turnOn} ${one.name}`}
                >
                  {one.enabled ? words.turnOff : words.turnOn}
                </button>
              </form>
            </div>
          </td>
        </tr>
      ))}
    </Table>
  );
}

const count = (ui: Ui, number: number) => ui.format.number(number);

function stateText(ui: Ui, one: DispatchView, now: Date): string {
  const words = ui.t.dispatch;
  if (!one.enabled) return words.off;
  if (one.expiresAt !== undefined && Date.parse(one.expiresAt) <= now.getTime()) return words.over;
  const state = one.capacity !== undefined && one.started >= one.capacity ? words.full : words.on;
  return one.expiresAt === undefined ? state : `${state}, ${words.until(ui.format.date(one.expiresAt))}`;
}

function DispatchFields(props: { readonly ui: Ui; readonly form: FormState }) {
  const { ui, form } = props;
  const words = ui.t.dispatch;
  const shared = { ui, form };
  return (
    <>
      <FormProblem ui={ui} form={form} />
      <TextField {...shared} name="name" label={words.name} maxlength={200} required />
      <div class="grid gap-x-5 md:grid-cols-2">
        <TextField
          {...shared}
          name="capacity"
          label={words.capacity}
          hint={words.capacityHint}
          maxlength={7}
          inputmode="numeric"
        />
        <TextField
          {...shared}
          name="expiresOn"
          type="date"
          label={words.expiresOn}
          hint={words.expiresOnHint}
          maxlength={10}
        />
      </div>
      <TextField
        {...shared}
        name="notes"
        label={words.notes}
        hint={words.notesHint}
        maxlength={2000}
        multiline
      />
    </>
  );
}

/** Limits and words of one dispatch, and its key. */
export function DispatchPage(props: {
  readonly ui: Ui;
  readonly course: CourseDispatches;
  readonly dispatch: DispatchView;
  readonly form: FormState;
}) {
  const { ui, course, dispatch, form } = props;
  const words = ui.t.dispatch;
  const base = `/studio/dispatches/${dispatch.dispatchId}`;
  const list = `/studio/courses/${course.courseId}`;
  return (
    <Shell ui={ui} title={words.changeTitle(dispatch.name)} section="studio">
      <PageHeading
        title={words.changeTitle(dispatch.name)}
        trail={
          <Trail
            ui={ui}
            links={[
              ['/studio', ui.t.studio.title],
              [list, plainText(ui, course.title)],
              [`${list}/dispatches`, words.title],
            ]}
          />
        }
      />
      <form method="post" action={base} class="panel max-w-2xl p-5">
        <DispatchFields ui={ui} form={form} />
        <button type="submit" class="btn btn-primary">
          {words.save}
        </button>
      </form>
      <Block id="key" title={words.newKeyHeading}>
        <form method="post" action={`${base}/new-key`} class="panel max-w-2xl p-5">
          <p class="mb-3">{words.newKeyText}</p>
          <button type="submit" class="btn btn-ghost text-error">
            {words.newKey}
          </button>
        </form>
      </Block>
    </Shell>
  );
}
