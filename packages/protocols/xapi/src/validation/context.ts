import { activity } from './activity.ts';
import { actor, agent, group } from './actor.ts';
import { arrayOf, type Check, object, type Property, type Rule, report } from './check.ts';
import { extensions, iri, languageTag, oneOf, string, uuid } from './leaves.ts';

export const statementRef: Rule = object({
  name: 'a StatementRef',
  requirement: 'XAPI-00072',
  properties: {
    objectType: { rule: oneOf(['StatementRef'], 'XAPI-00073'), required: 'XAPI-00073' },
    id: { rule: uuid('XAPI-00072'), required: 'XAPI-00072' },
  },
});

const activities = arrayOf(activity, { kind: 'an Activity or an array of them', requirement: 'XAPI-00094' });

/** A lone Activity is taken for a list of one. */
const activityOrList: Property = {
  rule: (check, value, path) => {
    if (Array.isArray(value)) activities(check, value, path);
    else activity(check, value, path);
  },
};

const contextActivities = object({
  name: 'contextActivities',
  requirement: 'XAPI-00086',
  properties: {
    parent: activityOrList,
    grouping: activityOrList,
    category: activityOrList,
    other: activityOrList,
  },
  unknown: () => 'XAPI-00093',
});

// Clause numbers of IEEE 9274.1.1, which has no requirement ids of the conformance list for these.
const contextClause = 'IEEE 9274.1.1 4.2.2.5';

const relevantTypes: Rule = (check, value, path) => {
  arrayOf(iri(contextClause), { kind: 'an array of IRIs', requirement: contextClause })(check, value, path);
  if (Array.isArray(value) && value.length === 0) {
    report(check, path, { message: 'must not be empty; leave it out', requirement: contextClause });
  }
};

function related(objectType: string, key: 'agent' | 'group', rule: Rule): Rule {
  const item = object({
    name: `a ${objectType}`,
    requirement: contextClause,
    properties: {
      objectType: { rule: oneOf([objectType], contextClause), required: contextClause },
      [key]: { rule, required: contextClause },
      relevantTypes: { rule: relevantTypes },
    },
  });
  return arrayOf(item, { kind: `an array of ${objectType} objects`, requirement: contextClause });
}

export const context: Rule = object({
  name: 'a context',
  requirement: 'XAPI-00006',
  properties: {
    registration: { rule: uuid('XAPI-00087-1') },
    instructor: { rule: actor },
    team: { rule: group },
    contextActivities: { rule: contextActivities },
    contextAgents: { rule: related('contextAgent', 'agent', agent), since: '2.0.0' },
    contextGroups: { rule: related('contextGroup', 'group', group), since: '2.0.0' },
    revision: { rule: string('XAPI-00089') },
    platform: { rule: string('XAPI-00090') },
    language: { rule: languageTag('XAPI-00091') },
    statement: { rule: statementRef },
    extensions: { rule: extensions('XAPI-00057') },
  },
});

/** revision and platform describe an Activity and nothing else. */
export function checkActivityOnly(
  check: Check,
  value: Readonly<Record<string, unknown>>,
  path: string,
): void {
  for (const [key, requirement] of [
    ['revision', 'XAPI-00084'],
    ['platform', 'XAPI-00085'],
  ] as const) {
    if (!Object.hasOwn(value, key)) continue;
    report(check, `${path}/${key}`, {
      message: 'is allowed only when the object is an Activity',
      requirement,
    });
  }
}
