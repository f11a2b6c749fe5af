import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { Block, EmptyState, PageHeading } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { calendarPath, eventPath } from './paths.ts';
import type { EventCard } from './ports.ts';
import { eventDays, sessionTime } from './times.ts';

/** What somebody can come to, and what they have a seat of. */
export function EventListPage(props: {
  readonly ui: Ui;
  readonly open: readonly EventCard[];
  readonly own: readonly EventCard[];
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, open, own, notice } = props;
  const words = eventWords[ui.locale];
  const coming = own.filter(({ isOver }) => !isOver);
  const past = own.filter(({ isOver }) => isOver);
  const mine = new Set(coming.map(({ eventId }) => eventId));
  const others = open.filter(({ eventId }) => !mine.has(eventId));
  return (
    <Shell ui={ui} title={words.title} section="events" notice={notice}>
      <PageHeading
        title={words.title}
        lead={words.lead}
        actions={
          <a class="btn" href={calendarPath}>
            {words.calendar}
          </a>
        }
      />
      {open.length + own.length === 0 ? (
        <EmptyState icon="people" title={words.none} text={words.noneText} />
      ) : (
        <>
          <Block id="own" title={words.own}>
            {coming.length > 0 ? <Cards ui={ui} cards={coming} /> : <p class="quiet">{words.noneOwn}</p>}
          </Block>
          {others.length > 0 && (
            <Block id="open" title={words.open}>
              <Cards ui={ui} cards={others} />
            </Block>
          )}
          {past.length > 0 && (
            <Block id="past" title={words.past}>
              <Cards ui={ui} cards={past} />
            </Block>
          )}
        </>
      )}
    </Shell>
  );
}

function Cards({ ui, cards }: { readonly ui: Ui; readonly cards: readonly EventCard[] }) {
  const words = eventWords[ui.locale];
  return (
    <ul class="grid gap-4 md:grid-cols-2">
      {cards.map((card) => (
        <li class="panel p-5">
          <h3 class="font-semibold">
            <a class="text-link inline-flex min-h-8 items-center" href={eventPath(card.eventId)}>
              {card.title}
            </a>
          </h3>
          <p class="mt-1">{timeOf(ui, card)}</p>
          <p class="quiet text-sm">
            {[words.mode[card.mode], card.place, card.organiser].filter(Boolean).join(' · ')}
          </p>
          <p class="mt-2 flex flex-wrap gap-2">
            {card.isCancelled && <span class="badge badge-error">{words.cancelled}</span>}
            {!card.isCancelled && card.seat && (
              <span class="badge badge-outline">{words.seat[card.seat]}</span>
            )}
          </p>
        </li>
      ))}
    </ul>
  );
}

/** One session with its hours; several with their days. */
function timeOf(ui: Ui, card: EventCard): string {
  if (card.sessionCount === 1) return sessionTime(ui.locale, card.zone, card);
  const count = eventWords[ui.locale].sessions(ui.format.number(card.sessionCount));
  return `${eventDays(ui.locale, card.zone, card)} (${count})`;
}
