import type { AgencyId, Brand } from '@sinau/kernel';
import * as z from 'zod';
import { type Audience, audienceSchema } from './audience/audience.ts';
import type { CourseHistory } from './courses/course-change.ts';
import { requiredPath } from './required.ts';
import { lineOfText, textOfLines } from './text.ts';

export type ObligationId = Brand<'ObligationId'>;
export const obligationIdSchema = z.custom<ObligationId>(
  (value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value),
  { message: 'is not an id' },
);

/** Once until a day, or each calendar year until a day of it. */
export const dueSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('once'), on: z.iso.date() }),
  z.strictObject({
    kind: z.literal('yearly'),
    /** Month and day, `06-30`. */
    by: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
  }),
]);
export type Due = z.infer<typeof dueSchema>;

/** What several courses are together, for whoever takes them. */
export const programmeSchema = z.strictObject({
  title: lineOfText(3, 120),
  /** Each course is given when the one before it is finished. */
  inOrder: z.boolean(),
});
export type Programme = z.infer<typeof programmeSchema>;

const note = textOfLines(0, 300).exactOptional();

/** Of one obligation: its row is read with every duty, and each of its courses is a duty of everybody. */
export const mostCourses = 50;

const requestShape = z.strictObject({
  title: lineOfText(3, 120),
  /** In the order in which they are meant to be taken. */
  courseIds: z
    .array(z.string().regex(/^[\w-]{1,64}$/))
    .min(1)
    .max(mostCourses)
    .readonly()
    .exactOptional(),
  /** A learning path in place of courses. */
  pathId: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .exactOptional(),
  audience: audienceSchema,
  due: dueSchema,
  /** Of more than one course. */
  programme: programmeSchema.exactOptional(),
  /** Legal basis, or what learners should know. */
  note,
});

type Requiring = Pick<z.infer<typeof requestShape>, 'courseIds' | 'pathId'>;
const isOneOf = ({ courseIds, pathId }: Requiring) => (courseIds === undefined) !== (pathId === undefined);
const oneOf = { path: ['courseIds'], message: 'or pathId must be given, and not both' };

/** A path stands among what is required as one thing. */
function withRequired<Request extends Requiring>({ courseIds, pathId, ...rest }: Request) {
  return { ...rest, courseIds: pathId === undefined ? (courseIds ?? []) : [requiredPath(pathId)] };
}

/** All that somebody may say of an obligation they make. */
export const obligationRequestSchema = requestShape.refine(isOneOf, oneOf).transform(withRequired);
export type ObligationRequest = z.output<typeof obligationRequestSchema>;

/** What is looked at before. */
export const previewRequestSchema = requestShape
  .pick({ courseIds: true, pathId: true, audience: true, due: true, programme: true })
  .refine(isOneOf, oneOf)
  .transform(withRequired);

/** What may change of one that stands: not whether it is once or yearly, and its courses one by one. */
export const termsRequestSchema = requestShape.pick({
  title: true,
  audience: true,
  due: true,
  note: true,
});
export type TermsRequest = z.infer<typeof termsRequestSchema>;

/** `active`: follows its audience and reminds. `paused`: duties stay, nobody is reminded or added. `ended`: what was open is released. */
export const obligationStates = ['active', 'paused', 'ended'] as const;
export type ObligationState = (typeof obligationStates)[number];

/** A person of the agency, or a system of it. */
export interface Maker {
  readonly kind: 'person' | 'client';
  readonly id: string;
  readonly name: string;
}

/** What an agency requires of whom, until when. Times are ISO 8601 UTC. */
export interface Obligation {
  readonly obligationId: ObligationId;
  readonly agencyId: AgencyId;
  readonly title: string;
  /** Those that hold, in their order; a learning path stands alone (`required.ts`). */
  readonly courseIds: readonly string[];
  /** Once one of them was left out or replaced. */
  readonly courseHistory?: CourseHistory;
  readonly audience: Audience;
  readonly due: Due;
  readonly programme?: Programme;
  readonly note?: string;
  /** Of its terms, from 1; a duty says under which it was given. */
  readonly edition: number;
  readonly state: ObligationState;
  readonly createdAt: string;
  readonly createdBy: Maker;
  readonly changedAt: string;
  readonly changedBy: Maker;
  /** When everybody who is late was last reminded by hand, ISO date in western Indonesia. */
  readonly remindedOn?: string;
  /** Counts the writes; the next one names the one it has read. */
  readonly rev: number;
}
