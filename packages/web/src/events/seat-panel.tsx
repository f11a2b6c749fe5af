import { EvaluationEntry } from '../evaluations/entry.tsx';
import { eventWords } from '../i18n/events.ts';
import { PriorityEntry } from '../priority/entry.tsx';
import type { Ui } from '../ui.ts';
import { eventPath } from './paths.ts';
import type { EventView } from './ports.ts';
import { momentAt } from './times.ts';

interface Props {
  readonly ui: Ui;
  readonly event: EventView;
}

/** The reader's place in the event, and the one thing they can do next. */
export function SeatPanel(props: Props) {
  const { ui, event } = props;
  const words = eventWords[ui.locale];
  const { seat } = event;
  const isIn =
    seat !== undefined && ['requested', 'unfunded', 'waiting', 'offered', 'confirmed'].includes(seat.state);
  if (event.isCancelled && !event.attended) return null;
  return (
    <section aria-label={words.registrationTimes} class="panel mb-8 max-w-3xl p-5">
      {seat && (
        <p class="text-lg font-semibold">
          {seat.state === 'offered' && !seat.offeredUntil ? words.closed : words.seat[seat.state]}
        </p>
      )}
      {seat?.reason && <p class="mt-1">{words.reason(seat.reason)}</p>}
      {seat && event.code && (
        <p class="mt-1">
          {words.code}: <span class="font-semibold tabular-nums">{event.code}</span>
          <span class="quiet block text-sm">{words.codeHint}</span>
        </p>
      )}
      {isIn ? <Inside {...props} /> : <Outside {...props} />}
      {event.attended && <Attended {...props} />}
    </section>
  );
}

function Inside({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  const { seat } = event;
  if (!seat) return null;
  const path = eventPath(event.eventId);
  return (
    <>
      {seat.state === 'waiting' && (
        <p class="mt-1">
          {words.ahead(seat.ahead ?? 0)} {words.told}
        </p>
      )}
      {seat.mayUsePriority && <PriorityEntry ui={ui} />}
      {seat.state === 'unfunded' && <p class="mt-1">{words.unfundedText}</p>}
      {seat.state === 'confirmed' && !event.isOver && <p class="mt-1">{words.confirmedText}</p>}
      {seat.state === 'offered' && seat.offeredUntil && (
        <form method="post" action={`${path}/confirm`} class="mt-2">
          <p class="mb-3">{words.offeredUntil(momentAt(ui.locale, event.zone, seat.offeredUntil))}</p>
          <button type="submit" class="btn btn-primary">
            {words.confirm}
          </button>
        </form>
      )}
      {seat.mayLeave && (
        <a class="btn btn-ghost mt-3" href={`${path}/leave`}>
          {seat.state === 'waiting' ? words.leaveQueue : words.leave}
        </a>
      )}
    </>
  );
}

function Outside({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  const { registration, clashes } = event;
  if (event.isCancelled) return null;
  if (registration === 'for-others') return <p>{words.forOthers}</p>;
  if (registration === 'not-yet')
    return <p>{words.notOpenYet(momentAt(ui.locale, event.zone, event.opensAt))}</p>;
  if (registration === 'over') return <p>{event.isOver ? words.over : words.closed}</p>;
  const isFull = event.taken >= event.capacity || event.waiting > 0;
  const label = event.asksSupervisor ? words.askSupervisor : isFull ? words.queue : words.register;
  return (
    <form method="post" action={`${eventPath(event.eventId)}/register`} class="mt-1">
      {clashes.length > 0 && (
        <div class="mb-3">
          <p class="font-medium">{words.clash}</p>
          <ul class="list-disc ps-5">
            {clashes.map(({ eventId, title }) => (
              <li>
                <a class="text-link inline-flex min-h-8 items-center" href={eventPath(eventId)}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
          <input type="hidden" name="despite" value="yes" />
        </div>
      )}
      <button type="submit" class="btn btn-primary">
        {clashes.length > 0 ? words.registerDespite : label}
      </button>
      <p class="quiet mt-2 text-sm">{words.seen[event.heldBy]}</p>
    </form>
  );
}

function Attended({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  const { attended } = event;
  if (!attended) return null;
  return (
    <div class="mt-4 border-t border-base-300 pt-4">
      <p class="font-medium">{words.attended}</p>
      <p>{words.attendedText(attended.sessions, event.sessions.length, attended.days)}</p>
      <p class="quiet text-sm">{attended.isSettled ? words.settled : words.unsettled}</p>
      {event.ownEvaluation && <EvaluationEntry ui={ui} of="event" evaluation={event.ownEvaluation} />}
      {attended.isSettled && (
        <p class="flex flex-wrap gap-4">
          <a class="text-link inline-flex min-h-9 items-center" href="/jp">
            {words.ledger}
          </a>
          <a class="text-link inline-flex min-h-9 items-center" href="/certificates">
            {words.certificates}
          </a>
        </p>
      )}
    </div>
  );
}
