import { communityWords } from '../i18n/communities.ts';
import { CodeFigure } from '../layout/code-figure.tsx';
import { Notice } from '../layout/notice.tsx';
import { Trail } from '../layout/parts.tsx';
import { Shell } from '../layout/shell.tsx';
import type { Ui } from '../ui.ts';
import { communitiesPath, communityPath, meetingDoorPath, meetingPath } from './paths.ts';
import type { MeetingAt, MeetingCodeView, MeetingDoorView } from './ports.ts';

/** For the screen in the room. The answer asks the browser to load it again when the code changes, so that it needs no script. */
export function MeetingCodePage({ ui, view }: { readonly ui: Ui; readonly view: MeetingCodeView }) {
  const words = communityWords[ui.locale].door;
  const { dateTime, time, number } = ui.format;
  return (
    <Shell ui={ui} title={words.codeTitle} section="records">
      <Trail
        ui={ui}
        links={[
          [communitiesPath, communityWords[ui.locale].title],
          [communityPath(view.communityId), view.community],
          [meetingPath(view), view.topic],
        ]}
      />
      <div class="panel mx-auto max-w-xl p-6 text-center">
        <h1 class="text-2xl font-bold">{words.codeTitle}</h1>
        <p class="mt-2 font-medium break-words">{view.topic}</p>
        <p class="quiet">
          {dateTime(view.startsAt)} – {time(view.endsAt)}
        </p>
        {!view.isOpen && (
          <div class="mt-4 text-start">
            <Notice tone="warning">{words.shut}</Notice>
          </div>
        )}
        <CodeFigure code={view.code} label={words.codeLabel} />
        <p class="mt-4">{words.codeText}</p>
        <p class="quiet mt-1 text-sm">{words.changes(number(view.seconds))}</p>
        <p class="mt-4 text-lg font-semibold tabular-nums">{words.checkedIn(number(view.checkedIn))}</p>
      </div>
    </Shell>
  );
}

/** What a phone shows after it has scanned the code: one button. */
export function MeetingDoorPage({ ui, door }: { readonly ui: Ui; readonly door: MeetingDoorView }) {
  const words = communityWords[ui.locale].door;
  return (
    <Shell ui={ui} title={words.title} section="records">
      <div class="panel mx-auto max-w-md p-6 text-center">
        <h1 class="text-xl font-bold">{door.state === 'in' ? words.isIn : words.title}</h1>
        <p class="mt-3 font-medium break-words">{door.topic}</p>
        <p class="quiet break-words">
          {door.community} · {ui.format.dateTime(door.startsAt)}
        </p>
        {door.state === 'in' ? (
          <p class="mt-4">{words.isInText}</p>
        ) : (
          <form method="post" action={meetingDoorPath(door)} class="mt-5">
            <input type="hidden" name="ticket" value={door.ticket} />
            <button type="submit" class="btn btn-primary btn-lg w-full">
              {words.tap}
            </button>
          </form>
        )}
        <a class="text-link mt-4 inline-flex min-h-9 items-center" href={meetingPath(door)}>
          {words.back}
        </a>
      </div>
    </Shell>
  );
}

/** Why somebody was not checked in, and what to do. */
export function MeetingDoorRefusedPage(props: {
  readonly ui: Ui;
  readonly at: MeetingAt;
  readonly reason: string;
}) {
  const { ui, at, reason } = props;
  const words = communityWords[ui.locale].door;
  return (
    <Shell ui={ui} title={words.refused} section="records">
      <div class="panel mx-auto max-w-md p-6">
        <h1 class="text-xl font-bold">{words.refused}</h1>
        <div class="mt-4">
          <Notice tone="error" live>
            {reason}
          </Notice>
        </div>
        <p class="mt-4">{words.help}</p>
        <a class="text-link mt-3 inline-flex min-h-9 items-center" href={communityPath(at.communityId)}>
          {words.toCommunity}
        </a>
      </div>
    </Shell>
  );
}
