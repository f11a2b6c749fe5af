import { AgencyMenu } from '../agency/menu.tsx';
import { noonOf } from '../course/standing.tsx';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState, TextField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, EmptyState, PageHeading, Paging, Table, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { Text, When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import { exceptionHref, exceptionsHref, obligationHref, obligationsPath } from './paths.ts';
import type { DutyRow, ExceptionRow, PersonView } from './ports.ts';

/** Whom the agency has excepted from an obligation, or given another day, with the reasons. */
export function ExceptionsPage(props: {
  readonly ui: Ui;
  readonly obligation: { readonly obligationId: string; readonly title: string };
  readonly rows: readonly ExceptionRow[];
  readonly next: string | undefined;
  readonly isFirst: boolean;
}) {
  const { ui, obligation, rows } = props;
  const words = ui.t.obligations.exceptions;
  const { obligationId, title } = obligation;
  const [name, what, reason, by] = [words.name, words.what, words.reason, words.decided];
  return (
    <Frame ui={ui} title={words.title} lead={words.lead} links={[[obligationHref(obligationId), title]]}>
      {rows.length === 0 ? (
        <EmptyState icon="people" title={words.emptyTitle} text={words.emptyText} />
      ) : (
        <Table caption={words.title} columns={[name, what, reason, by]} cards>
          {rows.map((row) => (
            <tr>
              <th scope="row" class="font-medium">
                <a
                  href={exceptionHref(obligationId, row.personId)}
                  class="text-link inline-flex min-h-8 items-center"
                >
                  {row.name}
                </a>
              </th>
              <td data-label={what}>{exceptionText(ui, row)}</td>
              <td data-label={reason}>{row.reason}</td>
              <td data-label={by}>
                {row.changedBy}
                <p class="quiet text-sm">
                  <When ui={ui} at={row.changedAt} dateOnly />
                </p>
              </td>
            </tr>
          ))}
        </Table>
      )}
      <Paging ui={ui} path={exceptionsHref(obligationId)} next={props.next} isFirst={props.isFirst} />
    </Frame>
  );
}

/** One person and one obligation: what they owe, what was decided for them, and what can be. */
export function ExceptionPage(props: {
  readonly ui: Ui;
  readonly view: PersonView;
  readonly form: FormState;
  readonly notice: NoticeName | undefined;
}) {
  const { ui, view, form, notice } = props;
  const words = ui.t.obligations.exceptions;
  const { obligationId, title } = view.obligation;
  const [last] = view.past;
  const links = [
    [obligationHref(obligationId), title],
    [exceptionsHref(obligationId), words.title],
  ] as const;
  return (
    <Frame ui={ui} title={view.name} lead={words.personLead(title)} links={links} notice={notice}>
      {last?.state === 'open' && <Standing ui={ui} view={view} exception={last} />}
      <Owed ui={ui} duties={view.duties} />
      {view.obligation.isEnded || view.isSelf ? (
        <Notice tone="info">{view.isSelf ? words.self : words.ended}</Notice>
      ) : (
        <Decide ui={ui} view={view} form={form} isReplacing={last?.state === 'open'} />
      )}
      {view.past.length > 0 && <Past ui={ui} past={view.past} />}
    </Frame>
  );
}

function Standing(props: { readonly ui: Ui; readonly view: PersonView; readonly exception: ExceptionRow }) {
  const { ui, view, exception } = props;
  const words = ui.t.obligations.exceptions;
  const action = `${exceptionHref(view.obligation.obligationId, view.personId)}/undo`;
  return (
    <div class="panel mb-6 p-5" role="status">
      <p class="font-semibold">{exceptionText(ui, exception)}</p>
      <p class="mt-1">{exception.reason}</p>
      <p class="quiet mt-1 text-sm">
        {exception.changedBy}, <When ui={ui} at={exception.changedAt} />
      </p>
      {!view.isSelf && !view.obligation.isEnded && (
        <form method="post" action={action} class="mt-4">
          <button type="submit" class="btn">
            {words.undo}
          </button>
          <p class="quiet mt-1 text-sm">{words.undoHint}</p>
        </form>
      )}
    </div>
  );
}

function Owed({ ui, duties }: { readonly ui: Ui; readonly duties: readonly DutyRow[] }) {
  const words = ui.t.obligations;
  const { course, due, state, period } = words.dutyColumns;
  if (duties.length === 0) return <p class="quiet mb-6">{words.exceptions.owesNothing}</p>;
  const { number } = ui.format;
  const done = duties.filter((duty) => duty.state === 'finished' || duty.state === 'recognised').length;
  return (
    <div class="mb-6">
      {duties.length > 1 && (
        <p class="mb-3 font-medium">{words.exceptions.progress(number(done), number(duties.length))}</p>
      )}
      <Table caption={words.exceptions.owes} columns={[course, period, due, state]} cards>
        {duties.map((duty) => (
          <tr>
            <th scope="row" class="font-medium">
              <Text ui={ui} map={duty.course} />
            </th>
            <td data-label={period}>{duty.period === 'once' ? words.once : duty.period}</td>
            <td data-label={due}>
              {ui.format.date(noonOf(duty.dueOn))}
              {duty.extendedFrom && (
                <p class="quiet text-sm">{words.extendedFrom(ui.format.date(noonOf(duty.extendedFrom)))}</p>
              )}
            </td>
            <td data-label={state}>
              {words.group[duty.state]}{' '}
              {duty.isOverdue && <span class="tag tag-error">{words.group.overdue}</span>}
              {duty.released && <p class="quiet text-sm">{words.released[duty.released]}</p>}
            </td>
          </tr>
        ))}
      </Table>
    </div>
  );
}

/** Two decisions, each with what it needs: a phone without script shows both, one below the other. */
function Decide(props: {
  readonly ui: Ui;
  readonly view: PersonView;
  readonly form: FormState;
  readonly isReplacing: boolean;
}) {
  const { ui, view, form, isReplacing } = props;
  const words = ui.t.obligations.exceptions;
  const action = exceptionHref(view.obligation.obligationId, view.personId);
  const hasOpen = view.duties.some(
    ({ state }) => state === 'required' || state === 'enrolled' || state === 'started',
  );
  const of = (kind: string): FormState => (form.values.kind === kind ? form : { values: {}, errors: {} });
  const reason = (own: FormState, name: string) => (
    <TextField
      ui={ui}
      form={own}
      name={name}
      label={words.reason}
      hint={words.reasonHint}
      maxlength={300}
      required
    />
  );
  return (
    <Block id="decide" title={words.decide}>
      {isReplacing && <p class="quiet mb-3 text-sm">{words.replaces}</p>}
      <div class="grid items-start gap-4 lg:grid-cols-2">
        <form method="post" action={action} class="panel p-5">
          <h3 class="mb-2 font-semibold">{words.exempt}</h3>
          <p class="quiet mb-3 text-sm">{words.exemptHint}</p>
          <FormProblem ui={ui} form={of('exempt')} />
          <input type="hidden" name="kind" value="exempt" />
          <TextField
            ui={ui}
            form={of('exempt')}
            name="until"
            type="date"
            label={words.until}
            hint={words.untilHint}
            maxlength={10}
          />
          {reason(of('exempt'), 'reason')}
          <button type="submit" class="btn btn-primary">
            {words.doExempt}
          </button>
        </form>
        {hasOpen && (
          <form method="post" action={action} class="panel p-5">
            <h3 class="mb-2 font-semibold">{words.later}</h3>
            <p class="quiet mb-3 text-sm">{words.laterHint}</p>
            <FormProblem ui={ui} form={of('later-day')} />
            <input type="hidden" name="kind" value="later-day" />
            <TextField
              ui={ui}
              form={of('later-day')}
              name="dueOn"
              type="date"
              label={words.newDay}
              maxlength={10}
              required
            />
            {reason(of('later-day'), 'laterReason')}
            <button type="submit" class="btn btn-primary">
              {words.doLater}
            </button>
          </form>
        )}
      </div>
    </Block>
  );
}

function Past({ ui, past }: { readonly ui: Ui; readonly past: readonly ExceptionRow[] }) {
  const words = ui.t.obligations.exceptions;
  return (
    <Block id="past" title={words.past}>
      <ul class="panel divide-y divide-base-300">
        {past.map((row) => (
          <li class="px-4 py-3">
            <p>{exceptionText(ui, row)}</p>
            <p class="quiet text-sm">{row.reason}</p>
            <p class="quiet text-sm">
              {row.changedBy}, <When ui={ui} at={row.changedAt} />
            </p>
          </li>
        ))}
      </ul>
    </Block>
  );
}

function exceptionText(ui: Ui, { kind, state, until, dueOn }: ExceptionRow): string {
  const words = ui.t.obligations.exceptions;
  const day = (text: string | undefined) => (text === undefined ? '–' : ui.format.date(noonOf(text)));
  if (state === 'undone') return kind === 'exempt' ? words.exemptUndone : words.laterUndone(day(dueOn));
  if (state === 'over') return words.exemptOver(day(until));
  if (kind === 'later-day') return words.laterUntil(day(dueOn));
  return until === undefined ? words.exemptForGood : words.exemptUntil(day(until));
}

function Frame(props: {
  readonly ui: Ui;
  readonly title: string;
  readonly lead: string;
  readonly links: readonly (readonly [string, string])[];
  readonly notice?: NoticeName | undefined;
  readonly children?: unknown;
}) {
  const { ui, title, lead, links, notice } = props;
  return (
    <Shell
      ui={ui}
      title={title}
      section="agency"
      notice={notice}
      menu={<AgencyMenu ui={ui} current={obligationsPath} />}
    >
      <PageHeading
        title={title}
        lead={lead}
        trail={<Trail ui={ui} links={[[obligationsPath, ui.t.obligations.title], ...links]} />}
      />
      {props.children as never}
    </Shell>
  );
}
