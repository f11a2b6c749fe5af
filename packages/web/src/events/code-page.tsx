import { eventWords } from '../i18n/events.ts';
import { CodeFigure } from '../layout/code-figure.tsx';
import { Notice } from '../layout/notice.tsx';
import { Trail } from '../layout/parts.tsx';
import type { Ui } from '../ui.ts';
import type { CodeScreen } from './desk-ports.ts';
import { DeskFrame, type DeskPlace, eventAt } from './place.tsx';
import { sessionTime } from './times.ts';

/** For the screen at the door. The answer asks the browser to load it again when the code changes, so that it needs no script. */
export function CodePage(props: {
  readonly ui: Ui;
  readonly place: DeskPlace;
  readonly eventId: string;
  readonly screen: CodeScreen;
}) {
  const { ui, place, eventId, screen } = props;
  const words = eventWords[ui.locale];
  const { code, session } = screen;
  return (
    <DeskFrame ui={ui} place={place} title={`${words.codeTitle}: ${screen.title}`}>
      <Trail
        ui={ui}
        links={[
          [place.path, words.desk],
          [eventAt(place, eventId), screen.title],
        ]}
      />
      <div class="panel mx-auto max-w-xl p-6 text-center">
        <h1 class="text-2xl font-bold">{words.codeTitle}</h1>
        <p class="mt-2 font-medium">{screen.title}</p>
        {session.title && <p>{session.title}</p>}
        <p class="quiet">{sessionTime(ui.locale, screen.zone, session)}</p>
        {!session.isOpen && (
          <div class="mt-4 text-start">
            <Notice tone="warning">{words.codeShut}</Notice>
          </div>
        )}
        <CodeFigure code={code} label={words.codeLabel} />
        <p class="mt-4">{words.codeText}</p>
        <p class="quiet mt-1 text-sm">{words.codeChanges(screen.seconds)}</p>
        <p class="mt-4 text-lg font-semibold tabular-nums">
          {words.checkedIn(ui.format.number(screen.checkedIn))}
        </p>
      </div>
    </DeskFrame>
  );
}
