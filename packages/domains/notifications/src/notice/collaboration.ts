import * as z from 'zod';

const pair = z.enum(['coaching', 'mentoring']);
/** Why somebody has said no, or taken it back. */
const reason = z.string().exactOptional();
/** When it lapses, ISO 8601 UTC. */
const until = z.string().exactOptional();

/** Coaching and mentoring. No notice says what was talked about: mails lie in other places than the record does. */
export const collaborationNotices = [
  z.object({
    kind: z.literal('pair-step'),
    params: z.object({
      ...{ pair, reason, until },
      step: z.enum(['invited', 'remind', 'active', 'declined', 'cancelled', 'lapsed', 'ended']),
      /** Of the other one. */
      name: z.string(),
      /** What the reader is, or is asked to be. */
      as: z.enum(['guide', 'learner']),
    }),
  }),
  z.object({
    kind: z.literal('pair-session'),
    params: z.object({
      ...{ pair, reason, until },
      step: z.enum(['written', 'changed', 'remind', 'confirmed', 'withdrawn', 'lapsed']),
      name: z.string(),
      /** Day of the session, ISO date. */
      on: z.string(),
    }),
  }),
  /** What somebody who leads a community, or is in it, has to do or to know. */
  z.object({
    kind: z.literal('community-step'),
    params: z.object({
      step: z.enum([
        ...(['asked', 'in', 'refused', 'leads', 'leaderless', 'planned', 'confirm', 'cancelled'] as const),
        ...(['question', 'answered', 'helped'] as const),
      ]),
      /** Of the community. */
      community: z.string(),
      /** Who asks. */
      name: z.string().exactOptional(),
      /** Of the meeting: its topic, and when it begins, ISO 8601 UTC. */
      topic: z.string().exactOptional(),
      startsAt: z.string().exactOptional(),
      reason,
    }),
  }),
] as const;
