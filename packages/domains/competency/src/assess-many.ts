import { type AgencyId, DomainError, InvalidInput, type PersonId, Unavailable } from '@sinau/kernel';
import * as z from 'zod';
import { type AssessDeps, recordAssessment } from './assess.ts';
import { type AssessmentRequest, assessmentRequestSchema, type Recorder } from './assessment.ts';
import { memberOf } from './authority.ts';
import { CompetencyNotFound, SaidTwice } from './errors.ts';

export interface AssessManyDeps extends AssessDeps {
  /** Whose employee number it is; undefined for nobody. */
  readonly personWith: (number: string) => Promise<PersonId | undefined>;
}

/** One request is answered while a machine waits. */
export const mostAssessedTogether = 100;

/** What became of one item, in the order of the request; `refusal`: why nothing was written of it. */
export type AssessedItem =
  | { readonly outcome: 'created' | 'changed' | 'skipped'; readonly personId: PersonId }
  | { readonly outcome: 'refused'; readonly refusal: DomainError };

/** Formal methods alone: what a supervisor has seen, the supervisor says. */
const itemSchema = assessmentRequestSchema
  .extend({
    method: z.enum(['assessment-center', 'competency-test']),
    personId: z.string().min(1).max(64).exactOptional(),
    employeeNumber: z
      .string()
      .regex(/^\d{18}$/, { message: 'must be 18 digits' })
      .exactOptional(),
  })
  .refine((item) => (item.personId === undefined) !== (item.employeeNumber === undefined), {
    message: 'must name the person by personId or by employeeNumber',
  });

/**
 * Records what a machine of the agency sends, item by item: one that is wrong keeps no other from being recorded, and what is so already is skipped,
 * so a request may be sent again. Rejects with `Unavailable` alone; what was recorded before that stays.
 */
export async function assessMany(
  deps: AssessManyDeps,
  input: {
    readonly agencyId: AgencyId;
    readonly by: Recorder;
    readonly items: readonly unknown[];
    /** Nothing is written, and every item is answered as if it were. */
    readonly isTrial: boolean;
  },
): Promise<readonly AssessedItem[]> {
  const technical = onceFor(deps.standards.technical);
  const parts = { ...deps, standards: { ...deps.standards, technical } };
  const seen = new Set<string>();
  const answers: AssessedItem[] = [];
  for (const item of input.items) {
    try {
      answers.push(await assessOne(parts, { ...input, item, seen }));
    } catch (error) {
      if (!(error instanceof DomainError) || error instanceof Unavailable) throw error;
      answers.push({ outcome: 'refused', refusal: error });
    }
  }
  return answers;
}

async function assessOne(
  deps: AssessManyDeps,
  call: Omit<Parameters<typeof assessMany>[1], 'items'> & {
    readonly item: unknown;
    readonly seen: Set<string>;
  },
): Promise<AssessedItem> {
  const { agencyId, by, isTrial, seen } = call;
  const { personId, employeeNumber, request } = itemIn(call.item);
  const known =
    personId ?? (employeeNumber === undefined ? undefined : await deps.personWith(employeeNumber));
  if (known === undefined) throw new CompetencyNotFound();
  const member = await memberOf(deps, { agencyId, personId: known as PersonId });
  const name = JSON.stringify([member.personId, request.competencyId, request.assessedOn, request.method]);
  if (seen.has(name)) throw new SaidTwice();
  seen.add(name);
  return {
    outcome: await recordAssessment(deps, { member, by, request, isTrial }),
    personId: member.personId,
  };
}

function itemIn(item: unknown): {
  readonly personId?: string;
  readonly employeeNumber?: string;
  readonly request: AssessmentRequest;
} {
  const parsed = itemSchema.safeParse(item);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => ({ path: `/${path.join('/')}`, message }));
    throw new InvalidInput('The assessment does not have the required shape.', { issues });
  }
  const { personId, employeeNumber, ...request } = parsed.data;
  return {
    request,
    ...(personId !== undefined && { personId }),
    ...(employeeNumber !== undefined && { employeeNumber }),
  };
}

/** One dictionary serves all items of a request. */
function onceFor<Key, Value>(read: (key: Key) => Promise<Value>): (key: Key) => Promise<Value> {
  const found = new Map<Key, Promise<Value>>();
  return (key) => {
    const value = found.get(key) ?? read(key);
    found.set(key, value);
    return value;
  };
}
