import { studioResultsPath, subjectResultsPath } from '../evaluations/paths.ts';
import { evaluationResultWords } from '../i18n/evaluation-results.ts';
import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Block, Figure, hrefOf, PageHeading, Trail } from '../layout/parts.tsx';
import { MaterialDesk } from '../materials/parts.tsx';
import type { Ui } from '../ui.ts';
import { AttendanceList } from './attendance-list.tsx';
import { stateOf } from './desk-list-page.tsx';
import type { DeskEventView, ParticipantRow } from './desk-ports.ts';
import { eventPath, eventPaymentPath, materialPath } from './paths.ts';
import { DeskFrame, type DeskPlace, eventAt } from './place.tsx';
import { eventDays, sessionTime } from './times.ts';

interface Props {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly event: DeskEventView;
}

/** One event as its organiser sees it: what comes next, the codes, the people. */
export function DeskEventPage(
  props: Props & {
    readonly people: { readonly rows: readonly ParticipantRow[]; readonly next?: string };
    readonly page: string | undefined;
    readonly form: FormState;
    readonly notice?: NoticeName | undefined;
  },
) {
  const { ui, place, event, form, notice } = props;
  const words = eventWords[ui.locale];
  const [, , , seats, queue] = words.columns;
  const { number } = ui.format;
  return (
    <DeskFrame ui={ui} place={place} title={event.title} notice={notice}>
      <PageHeading
        title={event.title}
        lead={`${stateOf(ui, event)} · ${eventDays(ui.locale, event.zone, event)}`}
        trail={<Trail ui={ui} links={[[place.path, words.desk]]} />}
        actions={<Actions ui={ui} place={place} event={event} />}
      />
      <FormProblem ui={ui} form={form} />
      {event.cancelReason && <p class="mb-6">{words.cancelledBecause(event.cancelReason)}</p>}
      <dl class="mb-8 grid gap-4 sm:grid-cols-2 md:grid-cols-3">
        <Figure label={seats} value={`${number(event.taken)} / ${number(event.capacity)}`} />
        <Figure label={queue} value={number(event.waiting)} />
      </dl>
      <NextStep ui={ui} place={place} event={event} />
      {event.state === 'published' && <Codes ui={ui} place={place} event={event} />}
      <MaterialDesk
        ui={ui}
        title={words.materialFiles}
        materials={event.materials}
        hrefOf={({ materialId }) => materialPath(event.eventId, materialId)}
        action={`${eventAt(place, event.eventId)}/materials`}
        empty={words.noMaterials}
        hint={words.materialHint}
        error={form.errors.file}
        mayAdd={event.state !== 'cancelled'}
      />
      {event.state !== 'draft' && <AttendanceList {...props} />}
    </DeskFrame>
  );
}

const resultsOf = ({ section }: DeskPlace) => (section === 'agency' ? subjectResultsPath : studioResultsPath);

function Actions({ ui, place, event }: Props) {
  const words = eventWords[ui.locale];
  const here = eventAt(place, event.eventId);
  const mayChange = event.state !== 'cancelled' && !event.isClosed;
  return (
    <>
      {event.state !== 'draft' && place.section === 'agency' && (
        <a class="btn" href={eventPath(event.eventId)}>
          {words.title}
        </a>
      )}
      {event.state === 'published' && event.isOver && (
        <a
          class="btn"
          href={hrefOf(resultsOf(place)('event', event.eventId), { year: event.endsAt.slice(0, 4) })}
        >
          {evaluationResultWords[ui.locale].deskLink}
        </a>
      )}
      {place.section === 'agency' && event.order.price !== undefined && (
        <a class="btn" href={eventPaymentPath(event.eventId)}>
          {words.payment.title}
        </a>
      )}
      {mayChange && (
        <a class="btn" href={`${here}/change`}>
          {words.change}
        </a>
      )}
      {event.state === 'published' && !event.isOver && (
        <a class="btn btn-ghost" href={`${here}/cancel`}>
          {words.cancel}
        </a>
      )}
    </>
  );
}

function NextStep({ ui, place, event }: Props) {
  const words = eventWords[ui.locale];
  const action = `${eventAt(place, event.eventId)}/act`;
  const button = (act: string, label: string, tone = 'btn-primary') => (
    <button type="submit" name="act" value={act} class={`btn ${tone}`}>
      {label}
    </button>
  );
  if (event.state === 'draft') {
    return (
      <form method="post" action={action} class="panel mb-8 max-w-3xl p-5">
        <p class="mb-3">{words.publishText}</p>
        <div class="flex flex-wrap gap-3">
          {button('publish', words.publish)}
          {button('remove', words.remove, 'btn-ghost')}
        </div>
      </form>
    );
  }
  if (event.state !== 'published' || !event.isOver) return null;
  return (
    <form method="post" action={action} class="panel mb-8 max-w-3xl p-5">
      {!event.isClosed && <p class="mb-3">{words.closeText}</p>}
      {!event.isClosed && <p class="mb-3">{words.closesItself(ui.format.date(event.closesItselfAt))}</p>}
      {event.closedItself && <p class="mb-3">{words.closedItself}</p>}
      {event.isClosed ? button('reopen', words.reopen, 'btn-ghost') : button('close', words.close)}
    </form>
  );
}

function Codes({ ui, place, event }: Props) {
  const words = eventWords[ui.locale];
  return (
    <Block id="codes" title={words.codes}>
      <ul class="grid gap-3">
        {event.sessions.map((session, index) => {
          const name = session.title ?? words.session(index + 1);
          return (
            <li class="panel flex flex-wrap items-center justify-between gap-3 p-4">
              <span>
                <span class="block font-medium">{name}</span>
                <span class="quiet block text-sm">{sessionTime(ui.locale, event.zone, session)}</span>
                {session.isOpen && <span class="badge badge-success">{words.codeOpen}</span>}
              </span>
              <a
                class="btn"
                href={`${eventAt(place, event.eventId)}/codes/${encodeURIComponent(session.sessionId)}`}
                aria-label={`${words.showCode}: ${name}`}
              >
                {words.showCode}
              </a>
            </li>
          );
        })}
      </ul>
    </Block>
  );
}
