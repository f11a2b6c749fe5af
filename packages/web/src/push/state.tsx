import { When } from '../layout/text.tsx';
import type { Ui } from '../ui.ts';
import type { PushFailure, PushSubscription } from './ports.ts';

const tones = {
  active: 'tag tag-success',
  waiting: 'tag tag-warning',
  paused: 'tag',
  disabled: 'tag tag-error',
};

export function StateTag(props: { readonly ui: Ui; readonly subscription: PushSubscription }) {
  const { state } = props.subscription;
  return <span class={tones[state]}>{props.ui.t.push.state[state]}</span>;
}

/** `active`: what is to be said of one that goes well. */
export function stateText({ t }: Ui, { state, disabledBecause }: PushSubscription, active: string): string {
  if (state === 'active') return active;
  return state === 'disabled'
    ? t.push.stateText.disabled[disabledBecause ?? 'failing']
    : t.push.stateText[state];
}

/** Lines behind, and since when the oldest of them waits. */
export function LagText(props: { readonly ui: Ui; readonly subscription: PushSubscription }) {
  const { ui, subscription } = props;
  const { lines, atLeast, oldestStored } = subscription.lag;
  if (lines === 0 && !atLeast) return <span>{ui.t.push.upToDate}</span>;
  return (
    <span>
      {ui.t.push.lagLines(ui.format.number(lines), atLeast)}
      {oldestStored && (
        <span class="quiet block text-sm">
          {ui.t.push.oldest}: <When ui={ui} at={oldestStored} />
        </span>
      )}
    </span>
  );
}

export function FailureText(props: { readonly ui: Ui; readonly failure: PushFailure }) {
  const { ui, failure } = props;
  return (
    <span>
      {ui.t.push.failure(failure.reason, failure.status)}
      <span class="quiet block text-sm">
        <When ui={ui} at={failure.at} />
      </span>
    </span>
  );
}
