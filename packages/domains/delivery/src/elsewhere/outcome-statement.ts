import { type Au, agentOf, type LmsStatement } from '@sinau/cmi5';
import { type Digest, uuidOfParts } from '@sinau/kernel';
import { type CompletionRule, type Outcome, shareOf, type VersionOf } from '@sinau/rostering';
import type { Result } from '@sinau/xapi';
import type { DeliveryRegistration } from '../registration.ts';

const verbs = {
  scored: 'http://adlnet.gov/expapi/verbs/scored',
  completed: 'http://adlnet.gov/expapi/verbs/completed',
  passed: 'http://adlnet.gov/expapi/verbs/passed',
} as const;
export type OutcomeVerb = keyof typeof verbs;

type Said = VersionOf<'score'> | VersionOf<'completion'>;

/** The result behind each verb: what met the rule of the part, and beside it the provider's own first word. */
export function saidBy(
  { score, met, completed, passed }: Outcome,
  rule: CompletionRule['by'],
): Readonly<Record<OutcomeVerb, Said | undefined>> {
  return rule === 'pass'
    ? { scored: score, completed, passed: met }
    : { scored: score, completed: met, passed };
}

/** Namespace of the ids of statements about results of other systems; it must never change. */
const namespace = '0d3b4f0e-8c1b-4a46-9a4e-3f6f5a8b7c21';

/** The platform says what another system has told. There is no session of cmi5, and the id is that of the version: it is said once, and once more when a grade is corrected back to it. */
export function outcomeStatement(
  digest: Pick<Digest, 'sha1'>,
  about: {
    readonly verb: OutcomeVerb;
    readonly state: DeliveryRegistration;
    readonly au: Au;
    readonly said: Said | undefined;
    readonly activityId: string;
    readonly courseActivityId: string;
  },
): LmsStatement {
  const { verb, state, au, said, activityId, courseActivityId } = about;
  const { registration, version } = state;
  const parts = [registration, String(version), au.id, verb, said?.versionId ?? '', ...againOf(said)];
  const type = au.activityType === undefined ? {} : { type: au.activityType };
  return {
    id: uuidOfParts(digest, namespace, parts),
    timestamp: said?.at ?? state.createdAt,
    actor: agentOf(state.actor),
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', id: activityId, definition: { name: au.title, ...type } },
    result: resultOf(verb, said),
    context: {
      registration,
      contextActivities: {
        parent: [{ objectType: 'Activity', id: courseActivityId }],
        grouping: [{ objectType: 'Activity', id: au.id }],
      },
    },
  };
}

/** A saying that came again after others: its first statement is in the record, and is no news. */
const againOf = (said: Said | undefined): readonly string[] =>
  said?.said && said.said.at > said.receivedAt ? [said.said.at] : [];

function resultOf(verb: OutcomeVerb, said: Said | undefined): Result {
  const score = said?.what.kind === 'score' ? scoreOf(said.what) : {};
  if (verb === 'completed') return { completion: true, ...score };
  return verb === 'passed' ? { success: true, ...score } : score;
}

/** More points than there are have no place between the bounds, and are said by the share alone. */
function scoreOf(what: VersionOf<'score'>['what']): Pick<Result, 'score'> {
  const { given, maximum } = what;
  const bounds = given >= 0 && given <= maximum ? { raw: given, min: 0, max: maximum } : {};
  return { score: { scaled: shareOf(what), ...bounds } };
}
