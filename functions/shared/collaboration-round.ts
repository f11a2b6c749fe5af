import { dayOf, otherSide, type runTurns, sideOf } from '@sinau/collaboration';
import { createPairStore } from '@sinau/collaboration/dynamo';
import type { Log } from '@sinau/platform/log';
import { pairPath } from './pair-path.ts';
import type { Parts } from './parts.ts';
import { type TellDeps, tell } from './tell.ts';
import { createWaitingParts } from './waiting-parts.ts';

export type CollaborationRound = Parameters<typeof runTurns>[0];

/** Whose answer or signature has been waited for, and how people are told. */
export function createCollaborationRound(given: {
  readonly parts: Pick<Parts, 'dynamo' | 'queue'>;
  readonly env: { readonly LMS_TABLE: string; readonly MAIL_QUEUE_URL: string };
  readonly log: Log;
}): CollaborationRound {
  const waiting = createWaitingParts(given);
  return {
    pairs: createPairStore({ dynamo: given.parts.dynamo, table: given.env.LMS_TABLE }),
    teller: pairTellerOf(waiting),
    clock: waiting.clock,
  };
}

/** By notice and mail, in the reader's language. */
export function pairTellerOf(deps: TellDeps): CollaborationRound['teller'] {
  const nameOf = async (personId: string) =>
    (await deps.people.find(personId as Parameters<TellDeps['people']['find']>[0]))?.name ?? '–';
  return {
    async remindOfInvitation({ noticeId, pair, to, lapsesAt: until }) {
      const as = sideOf(pair, to.personId) ?? 'learner';
      const name = await nameOf(pair[otherSide(as)].personId);
      const params = { pair: pair.kind, step: 'remind', name, as, until } as const;
      const content = { kind: 'pair-step', params, link: pairPath(pair.pairId) } as const;
      await tell(deps, { eventId: noticeId, personId: to.personId }, content);
    },
    async remindOfSession({ noticeId, session, to, lapsesAt: until }) {
      const name = await nameOf(session.guide === to ? session.learner : session.guide);
      const params = { pair: session.kind, step: 'remind', name, on: dayOf(session), until } as const;
      const link = pairPath(session.pairId, session.sessionId);
      await tell(deps, { eventId: noticeId, personId: to }, { kind: 'pair-session', params, link });
    },
  };
}
