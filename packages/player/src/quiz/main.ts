import type { QuizStart } from '@sinau/quiz';
import { answerGoodbye } from '../goodbye.ts';
import { showProblem } from '../problem-page.ts';
import { openSession, readLaunch } from '../session.ts';
import { createDoor, type Door, Refused } from './door.ts';
import { type KeptAnswers, openKeptAnswers } from './kept-answers.ts';
import { QuizPage } from './quiz-page.ts';

async function main(): Promise<void> {
  const session = await openSession(readLaunch(location.search));
  const door = createDoor(session);
  const kept = openKeptAnswers(deviceStorage(), session.launch);
  const start = await bringKept(door, kept, await door.start());
  const framed = window.parent !== window;
  const page = new QuizPage({
    ...{ start, door, kept, framed },
    go: (url) => location.replace(url),
    reload: () => location.reload(),
  });
  page.open();
  addEventListener('online', () => page.retry());
  addEventListener('pagehide', () => page.goAway());
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') page.wake();
  });
  answerGoodbye(session.portalOrigin, () => page.leaveForPortal());
}

/**
 * What an earlier page on this device could not send, under its own numbers: the server knows what it has already, and what
 * was answered elsewhere since.
 */
async function bringKept(door: Door, kept: KeptAnswers, start: QuizStart): Promise<QuizStart> {
  const message = kept.read();
  if (!message) return start;
  if (start.attempt?.number !== message.attempt) {
    kept.write(undefined);
    return start;
  }
  try {
    await door.save(message);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
  }
  kept.write(undefined);
  return door.start();
}

function deviceStorage(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

main().catch(showProblem);
