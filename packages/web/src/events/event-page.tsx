import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { FormProblem, type FormState } from '../layout/form.tsx';
import { Notice } from '../layout/notice.tsx';
import { Block, PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import { MaterialLink } from '../materials/parts.tsx';
import { rupiah } from '../quotas/place.tsx';
import type { Ui } from '../ui.ts';
import { eventPath, eventsPath, materialPath } from './paths.ts';
import type { EventView } from './ports.ts';
import { SeatPanel } from './seat-panel.tsx';
import { momentAt, sessionTime } from './times.ts';

interface Props {
  readonly ui: Ui;
  readonly event: EventView;
}

/** One event: what it is, when, who speaks, and the reader's place in it. */
export function EventPage(
  props: Props & { readonly form: FormState; readonly notice?: NoticeName | undefined },
) {
  const { ui, event, form, notice } = props;
  const words = eventWords[ui.locale];
  return (
    <Shell ui={ui} title={event.title} section="events" notice={notice}>
      <PageHeading
        title={event.title}
        lead={`${words.mode[event.mode]} · ${event.organiser}`}
        trail={<Trail ui={ui} links={[[eventsPath, words.title]]} />}
        actions={
          <a class="btn" href={`${eventPath(event.eventId)}/calendar.ics`}>
            {words.addToCalendar}
          </a>
        }
      />
      <FormProblem ui={ui} form={form} />
      {event.isCancelled && (
        <div class="mb-6">
          <Notice tone="warning">{words.cancelledBecause(event.cancelReason ?? '–')}</Notice>
        </div>
      )}
      <SeatPanel ui={ui} event={event} />
      {event.about && <p class="mb-8 max-w-[65ch] whitespace-pre-line">{event.about}</p>}
      <Facts ui={ui} event={event} />
      <Schedule ui={ui} event={event} />
      <Speakers ui={ui} event={event} />
      <Materials ui={ui} event={event} />
    </Shell>
  );
}

function Facts({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  const at = (moment: string) => momentAt(ui.locale, event.zone, moment);
  return (
    <dl class="mb-8 grid gap-4 sm:grid-cols-2">
      <Fact term={words.form} value={event.form[ui.locale] ?? ''} />
      {event.worth !== undefined && (
        <Fact term={words.worth} value={ui.format.jp(event.worth)} note={words.worthText} />
      )}
      {event.price !== undefined && (
        <Fact term={words.price} value={rupiah(ui, event.price)} note={words.priceText} />
      )}
      <Fact term={words.registrationTimes} value={words.fromTo(at(event.opensAt), at(event.closesAt))} />
      <Fact
        term={words.seats}
        value={words.seatsTaken(ui.format.number(event.taken), ui.format.number(event.capacity))}
        note={event.waiting > 0 ? words.waitingCount(ui.format.number(event.waiting)) : undefined}
      />
    </dl>
  );
}

function Fact(props: { readonly term: string; readonly value: string; readonly note?: string | undefined }) {
  return (
    <div>
      <dt class="quiet text-sm">{props.term}</dt>
      <dd class="font-medium">{props.value}</dd>
      {props.note && <dd class="quiet text-sm">{props.note}</dd>}
    </div>
  );
}

function Schedule({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  const takesPart = event.seat?.state === 'confirmed';
  return (
    <Block id="schedule" title={words.schedule}>
      <ol class="grid gap-3">
        {event.sessions.map((session, index) => (
          <li class="panel p-4">
            <p class="font-medium">{session.title ?? words.session(index + 1)}</p>
            <p>{sessionTime(ui.locale, event.zone, session)}</p>
            {session.place && (
              <p class="quiet text-sm">
                {words.place}: {session.place}
              </p>
            )}
            {session.link && !event.isCancelled && (
              <a class="text-link inline-flex min-h-8 items-center" href={session.link} rel="noreferrer">
                {words.openLink}
              </a>
            )}
            {event.mode !== 'in-person' && !session.link && <p class="quiet text-sm">{words.linkLater}</p>}
            {takesPart && session.present !== undefined && (
              <p class="mt-1">
                <span class={`badge ${session.present ? 'badge-success' : 'badge-outline'}`}>
                  {session.present ? words.present : words.absent}
                </span>
              </p>
            )}
          </li>
        ))}
      </ol>
    </Block>
  );
}

function Speakers({ ui, event }: Props) {
  if (event.speakers.length === 0) return null;
  return (
    <Block id="speakers" title={eventWords[ui.locale].speakers}>
      <ul class="grid gap-4 sm:grid-cols-2">
        {event.speakers.map(({ name, post, bio }) => (
          <li class="panel p-4">
            <p class="font-medium">{name}</p>
            {post && <p class="quiet text-sm">{post}</p>}
            {bio && <p class="mt-2 whitespace-pre-line text-sm">{bio}</p>}
          </li>
        ))}
      </ul>
    </Block>
  );
}

function Materials({ ui, event }: Props) {
  const words = eventWords[ui.locale];
  if (event.links.length + event.materials.length === 0 && event.evaluation === undefined) return null;
  return (
    <Block id="materials" title={words.materials}>
      <ul class="list-disc ps-5">
        {event.materials.map((material) => (
          <li>
            <MaterialLink
              ui={ui}
              href={materialPath(event.eventId, material.materialId)}
              material={material}
            />
          </li>
        ))}
        {event.links.map(({ title, url }) => (
          <li>
            <a class="text-link inline-flex min-h-8 items-center" href={url} rel="noreferrer">
              {title}
            </a>
          </li>
        ))}
      </ul>
      {event.evaluation && (
        <p class="mt-3">
          {words.evaluationText}{' '}
          <a class="text-link inline-flex min-h-8 items-center" href={event.evaluation} rel="noreferrer">
            {words.evaluation}
          </a>
        </p>
      )}
    </Block>
  );
}
