import { eventWords } from '../i18n/events.ts';
import { Notice } from '../layout/notice.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { doorPath, eventPath, type SessionAt } from './paths.ts';
import type { DoorView } from './ports.ts';
import { sessionTime } from './times.ts';

/** What a phone shows after it has scanned the code: one button. */
export function DoorPage({ ui, door }: { readonly ui: Ui; readonly door: DoorView }) {
  const words = eventWords[ui.locale];
  const at = { eventId: door.eventId, sessionId: door.session.sessionId };
  return (
    <Shell ui={ui} title={words.door} section="events">
      <div class="panel mx-auto max-w-md p-6 text-center">
        <h1 class="text-xl font-bold">{door.state === 'in' ? words.doorIn : words.door}</h1>
        <p class="mt-3 font-medium">{door.title}</p>
        {door.session.title && <p>{door.session.title}</p>}
        <p class="quiet">{sessionTime(ui.locale, door.zone, door.session)}</p>
        {door.state === 'in' ? (
          <p class="mt-4">{words.doorInText}</p>
        ) : (
          <form method="post" action={doorPath(at)} class="mt-5">
            <input type="hidden" name="ticket" value={door.ticket} />
            <button type="submit" class="btn btn-primary btn-lg w-full">
              {words.doorTap}
            </button>
          </form>
        )}
        <a class="text-link mt-4 inline-flex min-h-9 items-center" href={eventPath(door.eventId)}>
          {words.doorBack}
        </a>
      </div>
    </Shell>
  );
}

/** Why somebody was not checked in, and what to do. */
export function DoorRefusedPage(props: { readonly ui: Ui; readonly at: SessionAt; readonly reason: string }) {
  const { ui, at, reason } = props;
  const words = eventWords[ui.locale];
  return (
    <Shell ui={ui} title={words.doorRefused} section="events">
      <div class="panel mx-auto max-w-md p-6">
        <h1 class="text-xl font-bold">{words.doorRefused}</h1>
        <div class="mt-4">
          <Notice tone="error" live>
            {reason}
          </Notice>
        </div>
        <p class="mt-4">{words.doorHelp}</p>
        <a class="text-link mt-3 inline-flex min-h-9 items-center" href={eventPath(at.eventId)}>
          {words.doorBack}
        </a>
      </div>
    </Shell>
  );
}
