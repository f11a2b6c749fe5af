import { type AgencyId, type Brand, isDayOver, type LocalDate, oneLine, plainLines } from '@sinau/kernel';
import * as z from 'zod';
import type { ServiceId } from '../service.ts';

export type ForumId = Brand<'ForumId'>;
export type CommitmentId = Brand<'CommitmentId'>;

/** Who took part. They are counted and never named. */
export const participantGroups = [
  ...(['service-users', 'community', 'experts', 'business', 'media', 'disability', 'officials'] as const),
] as const;
export type ParticipantGroup = (typeof participantGroups)[number];

export const commitmentStates = ['open', 'kept', 'dropped'] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** What an agency has promised at a forum. It is never taken away: whatever is not done is dropped, with its reason, in public. */
export interface Commitment {
  readonly commitmentId: CommitmentId;
  /** What citizens said. */
  readonly said: string;
  readonly text: string;
  /** Unit in charge; a name, since citizens read it. */
  readonly unit: string;
  readonly due: LocalDate;
  readonly state: CommitmentState;
  /** What was done, or why it was dropped. Of one that is not open. */
  readonly outcome?: string;
  /** Address of something that shows it. */
  readonly proof?: string;
  /** What has to be learned for it: a theme, a competency or a course. Absent: nothing. */
  readonly topic?: string;
  /** When it was last changed, ISO 8601 UTC. */
  readonly updatedAt: string;
}

/** A PDF that was checked when it came. */
export interface MinutesFile {
  readonly fileId: string;
  readonly pages: number;
  readonly sizeBytes: number;
  readonly sha256: string;
  /** ISO 8601 UTC. */
  readonly addedAt: string;
}

/** A public consultation (Forum Konsultasi Publik, PermenPANRB 16/2017) about services of an agency. */
export interface Forum {
  readonly forumId: ForumId;
  readonly agencyId: AgencyId;
  readonly serviceIds: readonly ServiceId[];
  readonly title: string;
  readonly heldOn: LocalDate;
  /** Where; a room, an address of a meeting, or both. */
  readonly place?: string;
  readonly link?: string;
  /** What will be discussed and what people should know before. */
  readonly agenda?: string;
  readonly participants: Readonly<Partial<Record<ParticipantGroup, number>>>;
  readonly minutes?: string;
  /** Where the signed minutes are published. */
  readonly minutesUrl?: string;
  /** The minutes themselves, as everybody may have them. */
  readonly minutesFile?: MinutesFile;
  readonly commitments: readonly Commitment[];
  readonly createdAt: string;
  readonly rev: number;
}

/** Of one forum. */
export const mostCommitments = 30;

export const isOverdue = ({ state, due }: Pick<Commitment, 'state' | 'due'>, now: Date): boolean =>
  state === 'open' && isDayOver(due, now);

export const participantsOf = ({ participants }: Pick<Forum, 'participants'>): number =>
  Object.values(participants).reduce((sum, count) => sum + count, 0);

const line = (most: number) =>
  z.string().trim().min(3).max(most).regex(oneLine, { message: 'must be one line of text' });
const lines = (least: number, most: number) =>
  z.string().trim().min(least).max(most).regex(plainLines, { message: 'must be plain text' });
const address = z.url({ protocol: /^https$/, hostname: z.regexes.domain }).max(500);

const count = z.int().min(0).max(100_000);

export const forumRequestSchema = z
  .strictObject({
    title: line(120),
    serviceIds: z.array(z.string().min(1).max(64)).min(1).max(20),
    heldOn: z.iso.date(),
    place: line(200).exactOptional(),
    link: address.exactOptional(),
    agenda: lines(3, 2_000).exactOptional(),
    participants: z.partialRecord(z.enum(participantGroups), count).default({}),
    minutes: lines(1, 4_000).exactOptional(),
    minutesUrl: address.exactOptional(),
  })
  .refine(({ place, link }) => place !== undefined || link !== undefined, {
    path: ['place'],
    message: 'or an address has to be there',
  });
export type ForumRequest = Readonly<z.infer<typeof forumRequestSchema>>;

export const commitmentRequestSchema = z
  .strictObject({
    ...{ said: lines(5, 500), text: lines(5, 500), unit: line(120) },
    due: z.iso.date(),
    state: z.enum(commitmentStates),
    outcome: lines(5, 500).exactOptional(),
    proof: address.exactOptional(),
    topic: line(120).exactOptional(),
  })
  .refine(({ state, outcome }) => state === 'open' || outcome !== undefined, {
    path: ['outcome'],
    message: 'has to say what was done, or why it was dropped',
  });
export type CommitmentRequest = Readonly<z.infer<typeof commitmentRequestSchema>>;
