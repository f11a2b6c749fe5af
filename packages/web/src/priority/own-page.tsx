import { momentAt } from '../events/times.ts';
import { priorityWords } from '../i18n/priority.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { emptyForm, FormProblem, type FormState, SelectField } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { EmptyState, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { plainText, Text } from '../layout/text.tsx';
import { OwnMenu } from '../records/own-menu.tsx';
import type { Ui } from '../ui.ts';
import { priorityPath, usePriorityPath } from './paths.ts';
import type { OwnPriorityView, PrioritySeatView, TargetOrder } from './ports.ts';

export function targetKey(target: TargetOrder): string {
  if (target.kind === 'course') return `course:${target.registration}`;
  return target.kind === 'event' ? `event:${target.eventId}` : `cohort:${target.cohortId}`;
}

interface Props {
  readonly ui: Ui;
  readonly view: OwnPriorityView;
  /** As it came back, of the right with this id. */
  readonly failed?: { readonly seatId: string; readonly form: FormState } | undefined;
}

/** One’s own rights to priority, and what each can be used for. */
export function OwnPriorityPage(props: Props & { readonly notice?: NoticeName | undefined }) {
  const { ui, view } = props;
  const words = priorityWords[ui.locale];
  return (
    <Shell
      ui={ui}
      title={words.title}
      section="records"
      notice={props.notice}
      menu={<OwnMenu ui={ui} current={priorityPath} />}
    >
      <PageHeading
        title={words.title}
        lead={words.lead}
        trail={<Trail ui={ui} links={[['/', ui.t.shell.home]]} />}
      />
      <div class="mb-6">
        <Notice tone="info">{words.rule}</Notice>
      </div>
      {view.seats.length === 0 ? (
        <EmptyState icon="bookmark" title={words.noneTitle} text={words.noneText} />
      ) : (
        <ul class="panel divide-y divide-base-300">
          {view.seats.map((seat) => (
            <Seat {...props} seat={seat} />
          ))}
        </ul>
      )}
    </Shell>
  );
}

export const standingOf = (
  ui: Ui,
  { standing, kept }: Pick<PrioritySeatView, 'standing' | 'kept'>,
): string => (kept ? priorityWords[ui.locale].keptTag : priorityWords[ui.locale].standings[standing]);

const noon = (day: string): string => `${day}T05:00:00.000Z`;

export function SeatText({ ui, seat }: { readonly ui: Ui; readonly seat: PrioritySeatView }) {
  const words = priorityWords[ui.locale];
  const { date } = ui.format;
  return (
    <div class="min-w-0 grow basis-72">
      <p class="font-semibold">
        {words.grounds[seat.ground]} <span class="tag">{standingOf(ui, seat)}</span>
      </p>
      <p class="quiet text-sm">{words.minutes(seat.minutes.number, date(noon(seat.minutes.on)))}</p>
      <p class="quiet text-sm">{words.until(date(noon(seat.validUntil)))}</p>
      {seat.usedFor && (
        <p class="text-sm">
          {words.usedFor}:{' '}
          <a class="text-link inline-flex min-h-8 items-center" href={seat.usedFor.href}>
            <Text ui={ui} map={seat.usedFor.title} />
          </a>
        </p>
      )}
      {seat.kept && <p class="text-sm">{words.kept(momentAt(ui.locale, seat.kept.zone, seat.kept.until))}</p>}
    </div>
  );
}

function Seat({ ui, view, failed, seat }: Props & { readonly seat: PrioritySeatView }) {
  const words = priorityWords[ui.locale];
  const form = failed?.seatId === seat.seatId ? failed.form : emptyForm;
  return (
    <li class="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 px-5 py-4">
      <SeatText ui={ui} seat={seat} />
      {seat.standing === 'granted' &&
        (view.waits.length === 0 ? (
          <p class="quiet basis-60 text-sm">{words.noWaits}</p>
        ) : (
          <form method="post" action={usePriorityPath(seat.seatId)} class="basis-72">
            <FormProblem ui={ui} form={form} />
            <SelectField
              {...{ ui, form, label: words.useFor, required: true }}
              name="target"
              options={view.waits.map(({ target, title }) => [targetKey(target), plainText(ui, title)])}
            />
            <button type="submit" class="btn btn-primary">
              {words.use}
            </button>
          </form>
        ))}
    </li>
  );
}
