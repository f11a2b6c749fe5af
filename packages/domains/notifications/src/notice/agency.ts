import * as z from 'zod';

/** What agencies and their people hear of accounts, files, and personal data. */
export const agencyNotices = [
  z.object({
    kind: z.literal('person-invited'),
    /** Agency, provider or university that invites. */
    params: z.object({ organisation: z.string() }),
  }),
  z.object({
    kind: z.literal('export-finished'),
    params: z.object({
      /** Of the file, e.g. `CSV`. */
      format: z.string(),
      /** `failed`: it broke off; it has to be asked for again. */
      outcome: z.enum(['done', 'failed']),
      /** Records in the files. */
      rows: z.int().nonnegative(),
    }),
  }),
  z.object({
    kind: z.literal('report-finished'),
    params: z.object({
      report: z.enum(['jp', 'duties', 'cost', 'siasn']),
      year: z.int(),
      /** `failed`: it has to be asked for again. */
      outcome: z.enum(['done', 'failed']),
      rows: z.int().nonnegative(),
    }),
  }),
  /** For operators: nobody has been told yet of an incident with personal data. */
  z.object({ kind: z.literal('incident-due'), params: z.object({ dueAt: z.string() }) }),
  z.object({
    kind: z.literal('push-disabled'),
    params: z.object({
      /** Of the subscription, as the agency named it. */
      name: z.string(),
      /** `gone`: the receiver says that it is no more. `failing`: it failed for days. */
      because: z.enum(['gone', 'failing']),
    }),
  }),
  /** A step of the annual plan: whoever is next, and whoever drafted it. */
  z.object({
    kind: z.literal('annual-plan'),
    params: z.object({
      year: z.int(),
      version: z.int().positive(),
      /** `proposed`, `agreed`: it waits for the reader; `returned`: to draft; `undone`: the last step was taken back. */
      to: z.enum(['proposed', 'agreed', 'set', 'returned', 'undone']),
    }),
  }),
  /** Promises to citizens that were not kept by their day. */
  z.object({
    kind: z.literal('commitments-overdue'),
    params: z.object({
      /** Title of the forum. */
      forum: z.string(),
      /** ISO date. */
      due: z.string(),
      count: z.int().positive(),
      /** The first of them. */
      first: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('sharing-decided'),
    /** Name of the agency, and whether it stopped or permitted. */
    params: z.object({ agency: z.string(), stopped: z.boolean() }),
  }),
  z.object({
    kind: z.literal('privacy-request'),
    params: z.object({
      /** `opened` and `soon` go to those who answer, `answered` to the person. */
      to: z.enum(['opened', 'soon', 'answered']),
      asked: z.enum(['access', 'correction', 'erasure', 'restriction', 'objection']),
      dueAt: z.string(),
    }),
  }),
  z.object({ kind: z.literal('account-opened'), params: z.object({}) }),
  /** To administrators of an agency: accounts of its people, by the word of somebody else. Once a day for each way. */
  z.object({
    kind: z.literal('accounts-changed'),
    params: z.object({
      act: z.enum(['closed', 'opened']),
      because: z.enum(['identity-provider', 'list', 'administrator', 'legal-standing', 'operator']),
    }),
  }),
] as const;
