import type { Brand, LanguageMap, PersonId } from '@sinau/kernel';
import * as z from 'zod';

/** Chosen by the sender from the fact it tells, e.g. `course-completed:<enrolment id>`: one fact, one notice. */
export type NoticeId = Brand<'NoticeId'>;

const title: z.ZodType<LanguageMap> = z.record(z.string(), z.string());

/** What can be told, with the values each text needs. Values are shown as plain text, never as markup. */
export const noticeContentSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('person-invited'),
    /** Agency, provider or university that invites. */
    params: z.object({ organisation: z.string() }),
  }),
  z.object({ kind: z.literal('course-published'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('package-import-finished'),
    params: z.object({
      /** File name as the author uploaded it. */
      packageName: z.string(),
      /** `failed`: a fault of the platform; the package may be sound. */
      outcome: z.enum(['accepted', 'rejected', 'failed']),
      /** Findings of the report that must be mended; 0 when accepted. */
      errors: z.int().nonnegative(),
    }),
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
  z.object({
    kind: z.literal('offer-withdrawn'),
    params: z.object({
      courseTitle: title,
      /** Who is learning: of the agency, or all of them for the provider. */
      learners: z.int().nonnegative(),
    }),
  }),
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
    kind: z.literal('seat-release-near'),
    params: z.object({
      courseTitle: title,
      /** Days that the quota gives to begin. */
      days: z.int().positive(),
      /** The first day on which the seat may go, ISO date. */
      on: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('seat-released'),
    params: z.object({
      courseTitle: title,
      days: z.int().positive(),
      /** Name of who had the seat; its reader approved of it. Absent: the reader had it. */
      learner: z.string().exactOptional(),
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
  z.object({
    kind: z.literal('sharing-decided'),
    /** Name of the agency, and whether it stopped or permitted. */
    params: z.object({ agency: z.string(), stopped: z.boolean() }),
  }),
  z.object({
    kind: z.literal('completion-corrected'),
    params: z.object({
      courseTitle: title,
      /** Name of the provider. */
      provider: z.string(),
      /** Taken back, or given again after that. */
      change: z.enum(['withdrawn', 'restored']),
      /** When, ISO 8601 UTC. */
      at: z.string(),
      /** An administrator is told once a course and day, of everybody whom it concerns. */
      reader: z.enum(['learner', 'agency']),
    }),
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
  z.object({ kind: z.literal('course-completed'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('credit-held'),
    /** `reason`: the agency's, once it has decided. */
    params: z.object({
      courseTitle: title,
      state: z.enum(['open', 'released', 'rejected']),
      /** `counted`: a record of learning elsewhere that may be a course here. @default for the time that was spent */
      why: z.literal('counted').exactOptional(),
      reason: z.string().exactOptional(),
    }),
  }),
  /** To whoever has set the terms: a course of it takes nobody any more. */
  z.object({
    kind: z.literal('obligation-course-closed'),
    params: z.object({ obligation: z.string() }),
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
  /** To whoever decides about held JP in an agency, once a day at most: their list says which. */
  z.object({ kind: z.literal('credit-holds-waiting'), params: z.object({}) }),
  z.object({
    kind: z.literal('external-learning-waiting'),
    params: z.object({
      /** As the learner has called it. */
      title: z.string(),
      /** Name of whoever asks. */
      learner: z.string(),
      /** What is asked for: leave to go there, or to count what was learned. */
      asks: z.enum(['proposal', 'letter', 'report']),
      /** Nobody has answered: the supervisor is asked again, or the agency may answer now. */
      again: z.enum(['supervisor', 'agency']).exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('external-learning-entered'), params: z.object({}) }),
  z.object({
    kind: z.literal('external-learning-decided'),
    params: z.object({
      title: z.string(),
      outcome: z.enum(['approved', 'assigned', 'returned', 'rejected', 'recognised']),
      reason: z.string().exactOptional(),
      /** What counts of it, in hundredths of JP. */
      recognised: z.int().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('certificate-issued'),
    /** `edition`: from 1; later ones correct the one before. */
    params: z.object({ courseTitle: title, number: z.string(), edition: z.number() }),
  }),
  z.object({
    kind: z.literal('certificate-revoked'),
    params: z.object({
      courseTitle: title,
      number: z.string(),
      reason: z.enum(['completion-withdrawn', 'issued-in-error', 'other']),
      /** Written by whoever decided. */
      note: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('enrolment-requested'),
    params: z.object({
      courseTitle: title,
      /** Name of whoever asks. */
      learner: z.string(),
      /** Nobody has answered: the supervisor is asked again, or the agency may answer now. */
      again: z.enum(['supervisor', 'agency']).exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('enrolment-decided'),
    params: z.object({
      courseTitle: title,
      /** `waiting`: approved, and on the waiting list. */
      outcome: z.enum(['approved', 'waiting', 'declined']),
      /** Given when it was declined. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({ kind: z.literal('enrolment-promoted'), params: z.object({ courseTitle: title }) }),
  /** What became of somebody's place in an event, by the word of others. */
  z.object({
    kind: z.literal('event-seat'),
    params: z.object({
      title: z.string(),
      state: z.enum(['offered', 'confirmed', 'waiting', 'declined', 'lapsed', 'removed', 'added']),
      /** Until when an offer is kept, ISO 8601 UTC. */
      until: z.string().exactOptional(),
      /** Of whoever declined or removed. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('event-requested'),
    /** `learner`: name of whoever asks. */
    params: z.object({ title: z.string(), learner: z.string() }),
  }),
  z.object({
    kind: z.literal('event-changed'),
    params: z.object({
      title: z.string(),
      change: z.enum(['moved', 'cancelled']),
      /** Why it is cancelled. */
      reason: z.string().exactOptional(),
    }),
  }),
  /** What became of somebody's place in a cohort, by the word of others; `nominated`: somebody named them. */
  z.object({
    kind: z.literal('cohort-seat'),
    params: z.object({
      title: z.string(),
      state: z.enum([
        ...(['offered', 'confirmed', 'waiting', 'nominated', 'nominated-waiting'] as const),
        ...(['declined', 'lapsed', 'removed'] as const),
      ]),
      /** Until when an offer is kept, ISO 8601 UTC. */
      until: z.string().exactOptional(),
      /** Of whoever declined or removed. */
      reason: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('cohort-requested'),
    /** `learner`: name of whoever asks. */
    params: z.object({ title: z.string(), learner: z.string() }),
  }),
  z.object({
    kind: z.literal('cohort-changed'),
    params: z.object({
      title: z.string(),
      /** `moved`: other days. */
      change: z.enum(['moved', 'closed', 'cancelled']),
      /** Why it is cancelled. */
      reason: z.string().exactOptional(),
    }),
  }),
  /** `moved`: another version of a learning path holds; `completed`: all of it is finished. */
  z.object({
    kind: z.literal('path-changed'),
    params: z.object({ title: z.string(), change: z.enum(['moved', 'completed']) }),
  }),
  /** What of the training arrives at work is asked, after months. */
  z.object({
    kind: z.literal('evaluation-asked'),
    params: z.object({
      courseTitle: title,
      step: z.enum(['ask', 'remind']),
      /** How many are asked about beside it. */
      others: z.int().nonnegative(),
      /** ISO 8601 UTC. */
      closesAt: z.string(),
    }),
  }),
  /** Of a supervisor, about their team. */
  z.object({
    kind: z.literal('evaluation-team-asked'),
    params: z.object({ step: z.enum(['ask', 'remind']) }),
  }),
  /** What others have found out about somebody's competence; of a day once for each who records. */
  z.object({
    kind: z.literal('competency-assessed'),
    /** `by`: name of whoever did it. */
    params: z.object({ change: z.enum(['recorded', 'withdrawn', 'restored']), by: z.string() }),
  }),
  /** What the other side has done about an item of a development plan. */
  z.object({
    kind: z.literal('plan-item-moved'),
    params: z.object({
      title: z.string(),
      move: z.enum(['propose', 'change', 'agree', 'return', 'finish', 'reopen', 'drop', 'undo']),
      /** Name of whoever moved it. */
      by: z.string(),
      /** By when it is to be done, ISO date. */
      dueOn: z.string(),
      note: z.string().exactOptional(),
    }),
  }),
  /** An agreed item of a development plan was not done by its last day: of its person and their supervisor, once an item and day. */
  z.object({
    kind: z.literal('plan-item-overdue'),
    params: z.object({
      title: z.string(),
      /** ISO date. */
      dueOn: z.string(),
      /** Name of whose item it is; absent where that is the reader. */
      of: z.string().exactOptional(),
    }),
  }),
  /** The learner goes on with a newer version. */
  z.object({ kind: z.literal('course-updated'), params: z.object({ courseTitle: title }) }),
  z.object({
    kind: z.literal('review-submitted'),
    params: z.object({
      courseTitle: title,
      version: z.int().positive(),
      /** Name of whoever submitted it. */
      by: z.string(),
    }),
  }),
  z.object({
    kind: z.literal('review-decided'),
    params: z.object({
      courseTitle: title,
      version: z.int().positive(),
      /** `approved`: it is published with that. */
      outcome: z.enum(['approved', 'returned']),
    }),
  }),
  z.object({
    kind: z.literal('course-assigned'),
    params: z.object({
      courseTitle: title,
      as: z.enum(['supervisor', 'agency']),
      /** Name of whoever assigned it. */
      by: z.string(),
      /** Last day, ISO date. */
      dueOn: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('duty-reminder'),
    params: z.object({
      courseTitle: title,
      /** As the agency has called the obligation. */
      obligation: z.string(),
      /** Days that are left, or that it is over. */
      step: z.enum(['30', '7', '1', 'overdue']),
      /** Last day, ISO date. */
      dueOn: z.string(),
      /** Other courses that have reached the step on the same day. */
      others: z.array(z.object({ courseTitle: title, dueOn: z.string() })).exactOptional(),
      /** What is left out of these. */
      more: z.int().nonnegative().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('duty-changed'),
    params: z.object({
      /** As the agency has called the obligation. */
      obligation: z.string(),
      /** `day`: there is another last day for the person. `course-…`: of one course, for everybody. */
      what: z.enum([
        'exempted',
        'exemption-undone',
        'exemption-over',
        'day',
        'course-skipped',
        'course-replaced',
        'course-back',
      ]),
      courseTitle: title.exactOptional(),
      /** Required in its place. */
      otherTitle: title.exactOptional(),
      /** Of the agency. */
      reason: z.string().exactOptional(),
      /** Last day of the exemption, ISO date. */
      until: z.string().exactOptional(),
      dueOn: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('team-duties'),
    params: z.object({
      step: z.enum(['30', '7', '1', 'overdue']),
      /** Of the team, to whom that applies today. */
      people: z.int().positive(),
    }),
  }),
  /** A letter: never in the inbox. */
  z.object({
    kind: z.literal('weekly-digest'),
    params: z.object({
      /** What is required, the earliest day first. */
      duties: z.array(z.object({ courseTitle: title, dueOn: z.string(), isOverdue: z.boolean() })),
      /** Courses that were begun by oneself. */
      unfinished: z.array(z.object({ courseTitle: title })),
      /** What is left out of the two. */
      more: z.int().nonnegative(),
      /** Hundredths of JP of this year. */
      jp: z.object({ year: z.int(), recognised: z.int(), minimum: z.int().exactOptional() }),
    }),
  }),
  z.object({
    kind: z.literal('provider-enrolment'),
    params: z.object({
      courseTitle: title,
      /** Name of the provider. */
      provider: z.string(),
      outcome: z.enum(['confirmed', 'refused', 'timed-out']),
      /** Code of why not. */
      reason: z.string().exactOptional(),
      /** What the provider has said to that. */
      said: z.string().exactOptional(),
      /** Name of the learner, for whoever gave the duty; absent: the reader is the learner. */
      learner: z.string().exactOptional(),
    }),
  }),
  z.object({
    kind: z.literal('assignment-withdrawn'),
    params: z.object({
      courseTitle: title,
      /** The enrolment ended with the duty. */
      ended: z.boolean(),
      /** The reader had asked to take the course, and nobody has decided on that. */
      hadAsked: z.literal(true).exactOptional(),
    }),
  }),
]);
export type NoticeContent = z.infer<typeof noticeContentSchema>;
export type NoticeKind = NoticeContent['kind'];

/** A path of the portal, so that a notice never leads elsewhere. */
export const noticeLinkSchema = z.string().regex(/^\/(?![/\\])[^\s\\]*$/);

export type Notice = NoticeContent & {
  readonly noticeId: NoticeId;
  readonly personId: PersonId;
  readonly link?: string;
  /** ISO 8601 UTC, as all times here. */
  readonly createdAt: string;
  /** When the person read it in the inbox. */
  readonly readAt?: string;
  /** When the mail service took its mail. */
  readonly mailedAt?: string;
};
