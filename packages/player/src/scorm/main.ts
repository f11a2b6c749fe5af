import type { ScormAnswer, ScormStart } from '@sinau/scorm';
import { showProblem } from '../problem-page.ts';
import { openSession, readLaunch, type Session, SessionError } from '../session.ts';
import { createCallLog } from './call-log.ts';
import { createChannel } from './channel.ts';
import { openKeepSlot } from './kept.ts';
import { Link } from './link.ts';
import { buildPage } from './page.ts';
import { Player } from './player.ts';
import { recover } from './recover.ts';
import { loadRunTime, type RunTimeClasses } from './run-time.ts';
import type { Sequencer } from './sequencer.ts';
import { createSequencer12 } from './sequencer-12.ts';
import { createSequencer2004 } from './sequencer-2004.ts';
import { createStage } from './stage.ts';
import { words } from './words.ts';

async function main(): Promise<void> {
  const session = await openSession(readLaunch(location.search));
  const told = await startOf(session);
  const slot = openKeepSlot(deviceStorage(), session.launch);
  const { start, sent, visits } = await recover(told, slot);
  run({ start, sent, visits, slot, classes: await loadRunTime(start.version) });
}

async function startOf(session: Session): Promise<ScormStart> {
  const answer = await session.request('/launch/scorm/start', { method: 'POST' });
  if (!answer.ok) throw new SessionError('not-launched');
  // The server is ours; what it answers is what wire.ts says.
  return (await answer.json()) as ScormStart;
}

function run(given: {
  readonly start: ScormStart;
  readonly sent: number;
  readonly visits: number;
  readonly slot: ReturnType<typeof openKeepSlot>;
  readonly classes: RunTimeClasses;
}): void {
  const { start, slot } = given;
  const clock = createServerClock(start.savedAt);
  const calls = createCallLog();
  const channel = createChannel(start.commitUrl, (texts) =>
    texts ? slot.write({ texts, ...clock.times() }) : slot.clear(),
  );
  const sequencer = createSequencer(start, given.classes);
  const stage = createStage(words[start.locale].content);
  const link = new Link({
    run: start.run,
    sent: given.sent,
    channel,
    calls,
    later: (act, ms) => void setTimeout(act, ms),
    onAnswer: (answer: ScormAnswer) => {
      clock.learn(answer.savedAt);
      if (answer.item) player.learn(answer.item);
    },
    // Content may be in the middle of a call, which is to be answered before its page goes.
    onState: ({ dead }) => (dead ? void setTimeout(giveUp, 0) : view.refresh()),
  });
  const player = new Player({
    start,
    visits: given.visits,
    sequencer,
    link,
    stage,
    calls,
    window,
    go: (url) => location.replace(url),
  });
  const view = buildPage({ start, player, sequencer, link, stage, savedAt: () => clock.times().savedAt });
  player.view = view;
  const giveUp = () => {
    stage.remove();
    showProblem(new SessionError('ended'));
  };
  listen(player, () => link.retry(), start.commitSeconds);
  void player.begin();
}

function createSequencer(start: ScormStart, { scorm12, scorm2004 }: RunTimeClasses): Sequencer {
  if (scorm12) return createSequencer12(start, scorm12);
  if (scorm2004) return createSequencer2004(start, scorm2004);
  throw new Error('no run-time for this version');
}

function listen(player: Player, retry: () => void, commitSeconds: number): void {
  setInterval(() => player.save(), Math.min(Math.max(commitSeconds, 1), 10) * 1000);
  document.addEventListener('visibilitychange', () => {
    // A hidden page on a phone may be ended without another word.
    if (document.visibilityState === 'hidden') player.save();
  });
  addEventListener('pagehide', () => player.close());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  addEventListener('online', retry);
}

/** What the server's clock said last, and how far ours is from it. */
function createServerClock(first: string | undefined) {
  let savedAt = first;
  let aheadMs: number | undefined;
  return {
    learn: (at: string | undefined) => {
      if (at === undefined) return;
      savedAt = at;
      aheadMs = Date.now() - Date.parse(at);
    },
    times: () => ({
      ...(savedAt !== undefined && { savedAt }),
      ...(aheadMs !== undefined && { keptAt: new Date(Date.now() - aheadMs).toISOString() }),
    }),
  };
}

function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

main().catch(showProblem);
