import {
  type Actor,
  isVoiding,
  type Statement,
  type StatementFilter,
  type StoredStatement,
  targetOf,
} from '@sinau/xapi';
import * as fc from 'fast-check';
import type { VoidingRight } from '../voiding-right.ts';
import { activitiesAnywhere, actorsAnywhere, actorsDirect, identify } from './naive-targets.ts';
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

const anyGroup = fc
  .record({
    members: fc.uniqueArray(anyPerson, {
      minLength: 1,
      maxLength: 3,
      selector: (agent) => agent.account?.name,
    }),
    identified: fc.boolean(),
  })
  .map(({ members, identified }) => ({
    objectType: 'Group' as const,
    member: members,
    ...(identified && { mbox: 'mailto:tim@Example.go.id' }),
  }));

const anyActor = fc.oneof({ weight: 4, arbitrary: anyPerson }, { weight: 1, arbitrary: anyGroup });

const cmi5 = [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }];
const anyContext = fc.record(
  {
    registration: anyRegistration,
    instructor: anyActor,
    team: anyGroup,
    contextActivities: fc.record(
      {
        parent: anyActivity.map((id) => [{ id }]),
        grouping: anyActivity.map((id) => [{ id }]),
        other: anyActivity.map((id) => [{ id }]),
        category: fc.constant(cmi5),
      },
      { requiredKeys: [] },
    ),
    contextAgents: anyPerson.map((agent) => [{ objectType: 'contextAgent' as const, agent }]),
    contextGroups: anyGroup.map((group) => [{ objectType: 'contextGroup' as const, group }]),
  },
  { requiredKeys: [] },
);

const plain = fc
  .record({ actor: anyActor, verb: anyVerb, object: anyActivity, context: anyContext })
  .map(({ actor, verb, object, context }) =>
    statement({ actor, verb: { id: verb }, object: { id: object }, context }),
  );

const about = fc
  .record({ actor: anyPerson, verb: anyVerb, object: anyActor })
  .map(({ actor, verb, object }) => statement({ actor, verb: { id: verb }, object }));

const nested = fc
  .record({ actor: anyPerson, inner: anyActor, verb: anyVerb, object: anyActivity, context: anyContext })
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
        { minLength: 2, maxLength: 6 },
      ),
    }),
    { minLength: 5, maxLength: 8 },
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

/** Of the two clients one may void what is its own alone. */
export function voidingRightOf(authority: Actor): VoidingRight {
  return authority === otherClient ? 'own' : 'any';
}

export type Requests = typeof anyRequests extends fc.Arbitrary<infer Value> ? Value : never;

/** Stores in which something is voided and something refers, so that no rule goes untried. */
export const richRequests = anyRequests.filter((requests) => {
  const all = requests.flatMap(({ statements }) => statements);
  const ids = new Set(all.filter((one) => !isVoiding(one)).map(({ id }) => id));
  const hits = (one: Statement) => ids.has(targetOf(one) ?? '');
  return (
    all.length >= 16 &&
    all.some((one) => isVoiding(one) && hits(one)) &&
    all.some((one) => !isVoiding(one) && hits(one))
  );
});

/** Which filters a query has: the 36 combinations of content, times since, until and order. */
export interface Plan {
  readonly agent: 'none' | 'direct' | 'related';
  readonly activity: 'none' | 'direct' | 'related';
  readonly verb: boolean;
  readonly registration: boolean;
  readonly since: boolean;
  readonly until: boolean;
  readonly ascending: boolean;
}

const modes = ['none', 'direct', 'related'] as const;
const switches = [false, true];

/** All 288. */
export const allPlans: readonly Plan[] = modes.flatMap((agent) =>
  modes.flatMap((activity) =>
    switches.flatMap((verb) =>
      switches.flatMap((registration) =>
        switches.flatMap((since) =>
          switches.flatMap((until) =>
            switches.map((ascending) => ({ agent, activity, verb, registration, since, until, ascending })),
          ),
        ),
      ),
    ),
  ),
);

/** What else varies from query to query; numbers choose among what there is. */
export const anyChoice = fc.record({
  statement: fc.nat(),
  among: fc.nat(),
  before: fc.nat(6),
  after: fc.nat(6),
  pageSize: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.constant(100)),
  reader: fc.oneof(
    { weight: 4, arbitrary: fc.constant({ kind: 'all' } as const) },
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
    {
      weight: 1,
      arbitrary: fc
        .record({ registration: anyRegistration, learner: fc.constantFrom(person('sri'), person('budi')) })
        .map((about) => ({ kind: 'registration', authority: lms, ...about }) as const),
    },
  ),
});

export type Choice = typeof anyChoice extends fc.Arbitrary<infer Value> ? Value : never;

/** Any value stands in for what the chosen statement does not have. */
const strangers = {
  agent: person('dewi'),
  activity: activityId(4),
  registration: uuidOf(902),
};

/**
 * The filter of a plan, with values that one statement of the store has wherever possible, so that most queries find
 * something. `stored` times are in order.
 */
export function filterFor(
  plan: Plan,
  choice: Choice,
  store: { readonly statements: readonly StoredStatement[]; readonly times: readonly string[] },
): Partial<StatementFilter> {
  const { statements, times } = store;
  const one = statements[choice.statement % Math.max(1, statements.length)];
  const pick = <Value>(values: readonly Value[] | undefined, otherwise: Value): Value =>
    values?.[choice.among % Math.max(1, values.length)] ?? otherwise;
  const actors = one && (plan.agent === 'related' ? actorsAnywhere(one) : actorsDirect(one));
  const agent = pick(
    actors?.filter((actor) => identify(actor) !== 'anonymous'),
    strangers.agent,
  );
  const direct = one?.object.objectType === undefined && one?.object.id ? [one.object.id] : [];
  const activities = one && plan.activity === 'related' ? activitiesAnywhere(one) : direct;
  const at = times.indexOf(one?.stored ?? '');
  const since = times[Math.max(0, at - 1 - choice.before)];
  const until = times[Math.min(times.length - 1, at + choice.after)];
  return {
    relatedAgents: plan.agent === 'related',
    relatedActivities: plan.activity === 'related',
    ascending: plan.ascending,
    ...(plan.agent !== 'none' && { agent }),
    ...(plan.activity !== 'none' && { activity: pick(activities, strangers.activity) }),
    ...(plan.verb && { verb: one?.verb.id ?? verbIds.passed }),
    ...(plan.registration && { registration: one?.context?.registration ?? strangers.registration }),
    ...(plan.since && since !== undefined && { since }),
    ...(plan.until && until !== undefined && { until }),
  };
}
