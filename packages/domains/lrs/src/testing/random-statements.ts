import type { Statement, StatementFilter } from '@sinau/xapi';
import * as fc from 'fast-check';
import {
  activityId,
  lms,
  otherClient,
  person,
  referring,
  statement,
  uuidOf,
  verbIds,
  voiding,
} from './sample-statements.ts';

// Few values, so that filters find something and references meet their targets.
const people = ['sri', 'budi', 'ayu', 'dewi'].map(person);
const anyPerson = fc.constantFrom(...people);
const anyActivity = fc.integer({ min: 1, max: 4 }).map(activityId);
const anyVerb = fc.constantFrom(verbIds.completed, verbIds.passed);
const anyRegistration = fc.constantFrom(uuidOf(901), uuidOf(902));
/** Ids that statements have and refer to. */
const poolSize = 24;
const anyId = fc.integer({ min: 1, max: poolSize }).map(uuidOf);

const anyActor = fc.oneof(
  { weight: 4, arbitrary: anyPerson },
  {
    weight: 1,
    arbitrary: fc
      .uniqueArray(anyPerson, { minLength: 1, maxLength: 3, selector: (agent) => agent.account?.name })
      .map((member) => ({ objectType: 'Group', member }) as const),
  },
);

const anyContext = fc.record(
  {
    registration: anyRegistration,
    instructor: anyPerson,
    contextActivities: fc.record(
      {
        parent: anyActivity.map((id) => [{ id }]),
        category: fc.constant([{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }]),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: [] },
);

const plain = fc
  .record({ actor: anyActor, verb: anyVerb, object: anyActivity, context: anyContext })
  .map(({ actor, verb, object, context }) =>
    statement({ actor, verb: { id: verb }, object: { id: object }, context }),
  );

const about = fc
  .record({ actor: anyPerson, verb: anyVerb, object: anyPerson })
  .map(({ actor, verb, object }) => statement({ actor, verb: { id: verb }, object }));

const nested = fc
  .record({ actor: anyPerson, inner: anyPerson, verb: anyVerb, object: anyActivity, context: anyContext })
  .map(({ actor, inner, verb, object, context }) => {
    const { registration: _, ...rest } = context;
    const sub = {
      objectType: 'SubStatement',
      actor: inner,
      verb: { id: verb },
      object: { id: object },
      context: rest,
    };
    return statement({ actor, object: sub as Statement['object'] });
  });

const refers = fc
  .record({ actor: anyPerson, verb: anyVerb, target: anyId, context: anyContext })
  .map(({ actor, verb, target, context }) => referring(target, { actor, verb: { id: verb }, context }));

const voids = fc
  .record({ actor: anyPerson, target: anyId })
  .map(({ actor, target }) => voiding(target, { actor }));

/** Requests in order: each a batch of statements with distinct ids, and the client that sends it. */
export const anyRequests = fc
  .array(
    fc.record({
      authority: fc.constantFrom(lms, otherClient),
      statements: fc.array(
        fc.oneof(
          { weight: 4, arbitrary: plain },
          { weight: 1, arbitrary: about },
          { weight: 1, arbitrary: nested },
          { weight: 3, arbitrary: refers },
          { weight: 1, arbitrary: voids },
        ),
        { minLength: 1, maxLength: 6 },
      ),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .chain((requests) => {
    const count = requests.reduce((sum, { statements }) => sum + statements.length, 0);
    return fc
      .shuffledSubarray(
        Array.from({ length: Math.max(poolSize, count) }, (_, n) => uuidOf(n + 1)),
        { minLength: count, maxLength: count },
      )
      .map((ids) => {
        const left = [...ids];
        return requests.map(({ authority, statements }) => ({
          authority,
          statements: statements.map((one) => ({ ...one, id: left.shift() ?? '' })),
        }));
      });
  });

/** Any of the filter combinations; `bound` picks a stored time to cut at. */
export const anyQuery = fc.record({
  filter: fc.record(
    {
      agent: fc.oneof(anyPerson, fc.constant(lms)),
      verb: fc.constantFrom(verbIds.completed, verbIds.passed, verbIds.voided),
      activity: fc.oneof(anyActivity, fc.constant('https://w3id.org/xapi/cmi5/context/categories/cmi5')),
      registration: anyRegistration,
    },
    { requiredKeys: [] },
  ),
  relatedAgents: fc.boolean(),
  relatedActivities: fc.boolean(),
  ascending: fc.boolean(),
  since: fc.option(fc.nat(20)),
  until: fc.option(fc.nat(20)),
  pageSize: fc.integer({ min: 1, max: 6 }),
  reader: fc.oneof(
    { weight: 3, arbitrary: fc.constant({ kind: 'all' } as const) },
    {
      weight: 1,
      arbitrary: fc
        .constantFrom('bkn', 'lan')
        .map((id) => ({ kind: 'agency', agencyId: id as never }) as const),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(lms, otherClient).map((authority) => ({ kind: 'mine', authority }) as const),
    },
  ),
});

export function toFilter(
  query: typeof anyQuery extends fc.Arbitrary<infer Query> ? Query : never,
  storedTimes: readonly string[],
): Partial<StatementFilter> {
  const at = (n: number | null) =>
    n === null ? undefined : storedTimes[n % Math.max(1, storedTimes.length)];
  const since = at(query.since);
  const until = at(query.until);
  const { relatedAgents, relatedActivities, ascending } = query;
  return {
    ...query.filter,
    relatedAgents,
    relatedActivities,
    ascending,
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
  };
}
