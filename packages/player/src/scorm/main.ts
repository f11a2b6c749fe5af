import type { ScormAnswer, ScormStart } from '@sinau/scorm';
import { answerGoodbye } from '../goodbye.ts';
import { showProblem } from '../problem-page.ts';
import { openSession, readLaunch, type Session, SessionError } from '../session.ts';
import { createCallLog } from './call-log.ts';
import { createChannel } from './channel.ts';
import { type KeepSlot, openKeepSlot, untilClosed } from './kept.ts';
import { Link } from './link.ts';
import { buildPage, wayOut } from './page.ts';
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
  const slot = openKeepSlot(deviceStorage(), session.launch);
  await untilClosed(slot, { now: Date.now, sleep: (ms) => new Promise((done) => setTimeout(done, ms)) });
  const told = await startOf(session);
  const start = await recover(told, slot);
  run({ start, slot, classes: await loadRunTime(start.version), portalOrigin: session.portalOrigin });
}

async function startOf(session: Session): Promise<ScormStart> {
  const answer = await session.request('/launch/scorm/start', { method: 'POST' });
  // The page says that it can be tried again.
  if (answer.status === 429) throw new SessionError('unreachable');
  if (!answer.ok) throw new SessionError('not-launched');
  // The server is ours; what it answers is what wire.ts says.
  return (await answer.json()) as ScormStart;
}

function run(given: {
  readonly start: ScormStart;
  readonly slot: KeepSlot;
  readonly classes: RunTimeClasses;
  readonly portalOrigin: string;
}): void {
  const { start, slot } = given;
  let { savedAt } = start;
  const calls = createCallLog();
  const channel = createChannel(start.commitUrl, (texts) => (texts ? slot.write(texts) : slot.clear()));
  const sequencer = createSequencer(start, given.classes);
  const stage = createStage(words[start.locale].content);
  const link = new Link({
    run: start.run,
    channel,
    calls,
    later: (act, ms) => void setTimeout(act, ms),
    onAnswer: (answer: ScormAnswer) => {
      savedAt = answer.savedAt ?? savedAt;
      if (answer.item) player.learn(answer.item);
    },
    // Content may be in the middle of a call, which is to be answered before its page goes.
    onState: ({ dead }) => (dead ? void setTimeout(giveUp, 0) : view.refresh()),
  });
  const player = new Player({
    start,
    sequencer,
    link,
    stage,
    calls,
    window,
    go: (url) => location.replace(url),
    framed: window.parent !== window,
  });
  const view = buildPage({ start, player, sequencer, link, stage, savedAt: () => savedAt });
  player.view = view;
  const giveUp = () => {
    stage.remove();
    showProblem(new SessionError('ended'));
  };
  listen({ player, slot, retry: () => link.retry() }, start.commitSeconds);
  answerGoodbye(given.portalOrigin, () => player.leaveForPortal(wayOut(sequencer)));
  void player.begin();
}

function createSequencer(start: ScormStart, { scorm12, scorm2004 }: RunTimeClasses): Sequencer {
  if (scorm12) return createSequencer12(start, scorm12);
  if (scorm2004) return createSequencer2004(start, scorm2004);
  throw new Error('no run-time for this version');
}

function listen(
  { player, slot, retry }: { readonly player: Player; readonly slot: KeepSlot; readonly retry: () => void },
  commitSeconds: number,
): void {
  const tick = () => {
    slot.markOpen(Date.now());
    player.save();
  };
  tick();
  setInterval(tick, Math.min(Math.max(commitSeconds, 1), 10) * 1000);
  document.addEventListener('visibilitychange', () => {
    // A hidden page on a phone may be ended without another word.
    if (document.visibilityState === 'hidden') player.save();
  });
  addEventListener('pagehide', () => {
    player.close();
    slot.markClosed();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  addEventListener('online', retry);
}

function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

main().catch(showProblem);
