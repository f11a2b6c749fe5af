import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { DataRequestView } from './ports.ts';

const soonHours = 24;

/** How much of the 72 hours is left, in words; colour only repeats them. */
export function Clock({ ui, hoursLeft }: { readonly ui: Ui; readonly hoursLeft: number }) {
  const { requests } = ui.t;
  if (hoursLeft < 0) {
    return (
      <span class="tag tag-error whitespace-nowrap">{requests.overdue(ui.format.number(-hoursLeft))}</span>
    );
  }
  const tone = hoursLeft < soonHours ? 'tag tag-warning' : 'tag';
  return <span class={`${tone} whitespace-nowrap`}>{requests.hoursLeft(ui.format.number(hoursLeft))}</span>;
}

export function RequestState({ ui, request }: { readonly ui: Ui; readonly request: DataRequestView }) {
  const { requests } = ui.t;
  if (request.state === 'open') return <Clock ui={ui} hoursLeft={request.hoursLeft} />;
  const { outcome } = request;
  const tone = outcome === 'granted' ? 'tag tag-success' : 'tag';
  return (
    <span class={`${tone} whitespace-nowrap`}>
      {outcome === undefined ? requests.states[request.state] : requests.outcomes[outcome]}
    </span>
  );
}

/** What came of it, with the ground of what was not done. */
export function AnswerText({ ui, request }: { readonly ui: Ui; readonly request: DataRequestView }) {
  const { requests } = ui.t;
  const { answer, ground, endedAt } = request;
  if (request.state !== 'answered') return null;
  return (
    <div class="mt-3 border-t border-base-300 pt-3">
      <p class="whitespace-pre-line break-words">{answer ?? requests.answeredBySystem[request.kind]}</p>
      {ground && (
        <p class="mt-2">
          <strong>{requests.ground}:</strong> {requests.grounds[ground]}
        </p>
      )}
      {endedAt && (
        <p class="quiet mt-2 text-sm">
          {request.answeredBy ?? requests.system}, <When ui={ui} at={endedAt} />
        </p>
      )}
    </div>
  );
}

export function KindOf({ ui, request }: { readonly ui: Ui; readonly request: DataRequestView }) {
  const { requests } = ui.t;
  const { field, kind } = request;
  return (
    <>
      {requests.kinds[kind]}
      {field && `: ${requests.fields[field]}`}
    </>
  );
}
