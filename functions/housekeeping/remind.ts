import { releaseHeldMails } from '@sinau/notifications';
import { endExceptions, remindDue, sendDigests, sweepSpreads } from '@sinau/obligations';
import type { Log } from '@sinau/platform/log';

/** All that obligations want done by the clock. */
export type ObligationsRound = Parameters<typeof sweepSpreads>[0] &
  Parameters<typeof endExceptions>[0] &
  Parameters<typeof remindDue>[0] &
  Parameters<typeof sendDigests>[0] &
  Parameters<typeof releaseHeldMails>[0];

/** Of one run each, well within its time; the rest is told by the next. */
const remindMs = 60_000;
const digestMs = 40_000;
const mostMails = 2_000;

/** Looks at who is in which audience, tells what is due, and lets mails go whose quiet hours are over. */
export async function runObligations(deps: ObligationsRound, log: Log): Promise<void> {
  const { resumed, started } = await sweepSpreads(deps);
  if (resumed + started > 0) log.info('obligations are spread again', { resumed, started });
  const ended = await endExceptions(deps);
  if (ended > 0) log.info('exceptions are over', { ended });
  const { told, teams } = await remindDue(deps, { untilMs: deps.clock.now().getTime() + remindMs });
  if (told + teams > 0) log.info('people were reminded', { told, teams });
  const sent = await sendDigests(deps, { untilMs: deps.clock.now().getTime() + digestMs });
  if (sent > 0) log.info('letters of the week are queued', { sent });
  const released = await releaseHeldMails(deps, { limit: mostMails });
  if (released > 0) log.info('mails go whose quiet hours are over', { released });
}
