import * as z from 'zod';

/** Agreements, connections and tools of providers, and the service that seals. */
export const providersNotices = [
  z.object({
    kind: z.literal('connection-troubled'),
    params: z.object({
      /** Of the connection, as its provider named it. */
      name: z.string(),
      trouble: z.enum(['down', 'secret', 'rights', 'letters', 'over', 'mismatches']),
      /** Of mismatches. */
      count: z.int().exactOptional(),
      /** Its reader is the contact of the connection, who may have no account here. */
      toContact: z.literal(true).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('tool-troubled'),
    params: z.object({
      /** Of the tool, as its provider named it. */
      name: z.string(),
      trouble: z.enum(['down', 'over']),
      /** ISO 8601 UTC. */
      since: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('seal-stands-still'),
    params: z.object({
      /** Name of the agency. */
      agency: z.string(),
      /** As sealing calls it. */
      because: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('seal-ends'),
    params: z.object({
      /** Name of the agency. */
      agency: z.string(),
      /** Last day of its certificate, ISO date. */
      on: z.string(),
    }),
  }),
  /** `agency`: its name. */
  z.object({ kind: z.literal('seal-goes-on'), params: z.object({ agency: z.string() }) }),
  z.object({
    kind: z.literal('tool-waits'),
    params: z.object({
      /** Of the tool, as it calls itself. */
      name: z.string(),
      /** Name of the provider. */
      provider: z.string(),
      /** `changed`: it was in use, and learners cannot open it now. `again`: its provider asks once more. */
      because: z.enum(['new', 'changed', 'again']),
      to: z.enum(['operator', 'author']),
    }),
  }),
  z.object({
    kind: z.literal('tool-decided'),
    params: z.object({
      name: z.string(),
      outcome: z.enum(['approved', 'rejected', 'turned-off']),
      /** Written by the operator. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('tool-back'), params: z.object({ name: z.string() }) }),
  z.object({
    kind: z.literal('agreement-changed'),
    params: z.object({
      /** Name of the provider. */
      provider: z.string(),
      /** As the operators named the agreement. */
      title: z.string(),
      change: z.enum(['activated', 'ended', 'revoked']),
    }),
  }),
] as const;
