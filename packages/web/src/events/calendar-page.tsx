import { eventWords } from '../i18n/events.ts';
import type { NoticeName } from '../i18n/problem.ts';
import { PageHeading, Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { calendarPath, eventsPath } from './paths.ts';

/** The private address of one's events, for the calendar of a phone or a mail program. */
export function CalendarPage(props: {
  readonly ui: Ui;
  readonly address: string | undefined;
  readonly notice?: NoticeName | undefined;
}) {
  const { ui, address, notice } = props;
  const words = eventWords[ui.locale];
  return (
    <Shell ui={ui} title={words.calendar} section="events" notice={notice}>
      <PageHeading
        title={words.calendar}
        lead={words.calendarLead}
        trail={<Trail ui={ui} links={[[eventsPath, words.title]]} />}
      />
      <div class="panel max-w-3xl p-5">
        {address && (
          <>
            <label for="calendar-address" class="mb-1 block font-medium">
              {words.calendarAddress}
            </label>
            <input id="calendar-address" class="input mb-2 w-full" readonly value={address} />
            <p class="quiet mb-4 text-sm">{words.calendarSecret}</p>
          </>
        )}
        <form method="post" action={calendarPath} class="flex flex-wrap gap-3">
          <button type="submit" name="act" value="renew" class={address ? 'btn' : 'btn btn-primary'}>
            {address ? words.calendarRenew : words.calendarMake}
          </button>
          {address && (
            <button type="submit" name="act" value="end" class="btn btn-ghost">
              {words.calendarEnd}
            </button>
          )}
        </form>
      </div>
    </Shell>
  );
}
