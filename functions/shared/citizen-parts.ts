import type { AnswerStore, SenderLimit } from '@sinau/feedback';
import { createAnswerStore } from '@sinau/feedback/dynamo';
import type { Clock, Signer } from '@sinau/kernel';
import { hmacSigner, systemClock } from '@sinau/platform/crypto';
import { createRateCounter } from '@sinau/platform/http';
import { createSharedSecret, type SharedSecret, versionsOfSecret } from '@sinau/platform/secrets';
import type { Parts } from './parts.ts';
import { createVoiceDesk, type VoiceDesk } from './voice-parts.ts';

/** What citizens say, with what its use cases need. */
export interface CitizenDesk extends VoiceDesk {
  readonly answers: AnswerStore;
  readonly limit: SenderLimit;
  readonly signer: Signer;
  /** Absent: nothing stands in front of us. */
  readonly edge?: SharedSecret;
}

export function createCitizenDesk({
  parts,
  env,
}: {
  readonly parts: Pick<Parts, 'dynamo'>;
  readonly env: {
    readonly LMS_TABLE: string;
    readonly SIGNING_SECRET: string;
    readonly SURVEY_ANSWERS_PER_TEN_MINUTES: number;
    readonly EDGE_SECRET_ID?: string | undefined;
  };
}): CitizenDesk {
  const stores = { dynamo: parts.dynamo, table: env.LMS_TABLE };
  const signer = hmacSigner(env.SIGNING_SECRET);
  return {
    ...createVoiceDesk(stores),
    answers: createAnswerStore(stores),
    limit: createSenderLimit({
      counter: createRateCounter(stores),
      most: env.SURVEY_ANSWERS_PER_TEN_MINUTES,
      signer,
      clock: systemClock,
    }),
    signer,
    ...(env.EDGE_SECRET_ID !== undefined && {
      edge: createSharedSecret({ read: versionsOfSecret(env.EDGE_SECRET_ID), clock: systemClock }),
    }),
  };
}

const windowMs = 600_000;

/**
 * Counts senders by a keyed hash that changes every day, so that rows tell no address and no two days of one. An office with many
 * visitors sends from one address: the limit slows down machines and is no proof of persons.
 */
export function createSenderLimit(deps: {
  readonly counter: ReturnType<typeof createRateCounter>;
  readonly most: number;
  readonly signer: Signer;
  readonly clock: Clock;
}): SenderLimit {
  const { counter, most, signer, clock } = deps;
  return {
    async admit(sender, { agencyId, serviceId, surveyId }) {
      const now = clock.now().getTime();
      const windowStart = new Date(now - (now % windowMs));
      const day = windowStart.toISOString().slice(0, 10);
      const hash = signer.sign(`survey-sender-${day}`, sender).slice(0, 22);
      const key = ['survey', hash, agencyId, serviceId, surveyId].join(':');
      return (await counter.add({ key, windowStart, count: 1 })) <= most;
    },
  };
}
