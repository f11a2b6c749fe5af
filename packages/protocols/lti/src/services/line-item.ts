import * as z from 'zod/mini';
import { readInstant } from './instant.ts';
import { lenientNumber, maybe, maybeText } from './lenient.ts';
import { isObject, type Read, refuse } from './read-outcome.ts';

/** What a tool says of a line item (AGS 2.0, 3.2); ids are given here. Times are kept as they were sent. */
export interface LineItemWish {
  readonly label: string;
  /** > 0. */
  readonly scoreMaximum: number;
  readonly resourceLinkId?: string;
  readonly resourceId?: string;
  readonly tag?: string;
  readonly startDateTime?: string;
  readonly endDateTime?: string;
  readonly gradesReleased?: boolean;
  /** How a submission is opened again (Submission Review 1.0); kept as it was sent. */
  readonly submissionReview?: Readonly<Record<string, unknown>>;
}

const time = maybe(
  z
    .string()
    .check(z.refine((text) => readInstant(text) !== undefined, { error: 'must be ISO 8601 with a zone' })),
);

const lineItem = z.object({
  label: z.string().check(z.trim(), z.minLength(1, { error: 'must not be blank' }), z.maxLength(1000)),
  scoreMaximum: lenientNumber.check(z.positive({ error: 'must be greater than 0' })),
  resourceLinkId: maybeText(255),
  resourceId: maybeText(1000),
  tag: maybeText(1000),
  startDateTime: time,
  endDateTime: time,
  gradesReleased: maybe(z.boolean()),
  submissionReview: maybe(z.record(z.string(), z.unknown())),
});

/** AGS 2.0 by the member that breaks it: a label (3.2.7), a maximum above zero (3.2.8). */
const requirements: Readonly<Record<string, string>> = { label: 'AGS 3.2.7', scoreMaximum: 'AGS 3.2.8' };

export function readLineItem(body: unknown): Read<LineItemWish> {
  if (!isObject(body)) return refuse('', 'a line item is an object');
  const read = lineItem.safeParse(body);
  if (read.success) return { ok: true, value: withoutAbsent(read.data) };
  const [issue] = read.error.issues;
  const [member = ''] = issue?.path ?? [];
  return refuse(`/${String(member)}`, issue?.message ?? 'is not right', requirements[String(member)]);
}

type Present<Value> = { [Key in keyof Value]: Exclude<Value[Key], undefined> };

function withoutAbsent<Value extends object>(value: Value): Present<Value> {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as Present<Value>;
}

/** As tools read it: the id is an absolute address. */
export function lineItemBody(id: string, item: LineItemWish): LineItemWish & { readonly id: string } {
  return { id, ...item };
}

export interface LineItemFilter {
  readonly resourceLinkId?: string;
  readonly resourceId?: string;
  readonly tag?: string;
}

/** AGS 2.0, 3.2.3: every filter that is given must hold. */
export function matchesFilter(item: LineItemFilter, filter: LineItemFilter): boolean {
  return (['resourceLinkId', 'resourceId', 'tag'] as const).every(
    (name) => filter[name] === undefined || filter[name] === item[name],
  );
}
