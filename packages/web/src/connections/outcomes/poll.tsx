import { When } from '../../layout/text.tsx';
import type { Ui } from '../../ui.ts';
import type { PollView } from './ports.ts';

/** Asks for everybody's results now, and says how the last round went. */
export function Poll(props: { readonly ui: Ui; readonly path: string; readonly poll: PollView | undefined }) {
  const { ui, path, poll } = props;
  const words = ui.t.outcomes;
  const isRunning = poll?.state === 'running';
  return (
    <form method="post" action={`${path}/poll`} class="no-print mb-6 flex flex-wrap items-center gap-4">
      <button type="submit" class="btn btn-primary" disabled={isRunning}>
        {isRunning ? words.polling : words.pollNow}
      </button>
      {poll && <PollSaid ui={ui} poll={poll} />}
    </form>
  );
}

function PollSaid({ ui, poll }: { readonly ui: Ui; readonly poll: PollView }) {
  const words = ui.t.outcomes;
  const number = (n: number) => ui.format.number(n);
  const why = poll.reason ? ui.t.connections.failure[poll.reason] : undefined;
  return (
    <p class="quiet min-w-0 text-sm" role="status">
      {words.pollState[poll.state]} <When ui={ui} at={poll.endedAt ?? poll.startedAt} />.{' '}
      {words.polled(number(poll.courses), number(poll.learners), number(poll.taken))}
      {poll.refused > 0 && ` ${words.pollRefused(number(poll.refused))}`}
      {why && ` ${why} ${words.pollAgain}`}
    </p>
  );
}
