import { activity } from './activity.ts';
import { actor, agent, authority, group } from './actor.ts';
import { attachments } from './attachment.ts';
import { type Check, isObject, object, own, type Property, type Rule, report } from './check.ts';
import { checkActivityOnly, context, statementRef } from './context.ts';
import { iri, languageMap, timestamp, uuid } from './leaves.ts';
import { result } from './result.ts';

export const voidedVerb = 'http://adlnet.gov/expapi/verbs/voided';

const verb = object({
  name: 'a verb',
  requirement: 'XAPI-00044',
  properties: {
    id: { rule: iri('XAPI-00044'), required: 'XAPI-00044' },
    display: { rule: languageMap('XAPI-00045') },
  },
});

const version: Rule = (check, value, path) => {
  const allowed = check.version === '2.0.0' ? /^(?:1\.0(?:\.\d+)?|2\.0(?:\.\d+)?)$/ : /^1\.0(?:\.\d+)?$/;
  if (typeof value === 'string' && allowed.test(value)) return;
  report(check, path, {
    message: `must be 1.0, 1.0.x${check.version === '2.0.0' ? ' or 2.0.x' : ''}`,
    requirement: 'XAPI-00101',
  });
};

/** What statements and SubStatements share, but for their objects. */
const shared: Readonly<Record<string, Property>> = {
  actor: { rule: actor, required: 'XAPI-00003' },
  verb: { rule: verb, required: 'XAPI-00004' },
  result: { rule: result },
  context: { rule: context },
  timestamp: { rule: timestamp('XAPI-00022') },
  attachments: { rule: attachments },
};

const setByStore: Readonly<Record<string, string>> = {
  id: 'XAPI-00070',
  stored: 'XAPI-00069',
  version: 'XAPI-00068',
  authority: 'XAPI-00067',
};

const subStatement = object(
  {
    name: 'a SubStatement',
    requirement: 'XAPI-00066',
    properties: {
      ...shared,
      objectType: { rule: () => {}, required: 'XAPI-00073' },
      object: { rule: subStatementObject, required: 'XAPI-00005' },
    },
    unknown: (key) => (Object.hasOwn(setByStore, key) ? setByStore[key] : undefined),
  },
  checkContextOfObject,
);

/** A whole statement as sent by a client. */
export const statement: Rule = object(
  {
    name: 'a statement',
    requirement: 'XAPI-00014',
    properties: {
      ...shared,
      id: { rule: uuid('XAPI-00027') },
      object: { rule: statementObject, required: 'XAPI-00005' },
      stored: { rule: timestamp('XAPI-00023') },
      authority: { rule: authority },
      version: { rule: version },
    },
  },
  (check, value, path) => {
    checkContextOfObject(check, value, path);
    checkVoiding(check, value, path);
  },
);

function statementObject(check: Check, value: unknown, path: string): void {
  if (objectTypeOf(value) === 'SubStatement') subStatement(check, value, path);
  else subStatementObject(check, value, path);
}

function subStatementObject(check: Check, value: unknown, path: string): void {
  switch (objectTypeOf(value)) {
    case 'Activity':
      activity(check, value, path);
      return;
    case 'Agent':
      agent(check, value, path);
      return;
    case 'Group':
      group(check, value, path);
      return;
    case 'StatementRef':
      statementRef(check, value, path);
      return;
    case 'SubStatement':
      report(check, path, {
        message: 'a SubStatement cannot hold another one',
        requirement: 'XAPI-00071',
      });
      return;
    default:
      report(check, `${path}/objectType`, {
        message: 'must be Activity, Agent, Group, StatementRef or SubStatement',
        requirement: 'XAPI-00046',
      });
  }
}

/** Absent means Activity (Data 2.4.4). */
function objectTypeOf(value: unknown): unknown {
  if (!isObject(value)) return 'Activity';
  return Object.hasOwn(value, 'objectType') ? value.objectType : 'Activity';
}

function checkContextOfObject(check: Check, value: Readonly<Record<string, unknown>>, path: string): void {
  const given = own(value, 'context');
  if (isObject(given) && objectTypeOf(own(value, 'object')) !== 'Activity') {
    checkActivityOnly(check, given, `${path}/context`);
  }
}

function checkVoiding(check: Check, value: Readonly<Record<string, unknown>>, path: string): void {
  const spoken = own(value, 'verb');
  if (!isObject(spoken) || own(spoken, 'id') !== voidedVerb) return;
  if (objectTypeOf(own(value, 'object')) === 'StatementRef') return;
  report(check, `${path}/object/objectType`, {
    message: 'a voiding statement names the statement to void by a StatementRef',
    requirement: 'XAPI-00017',
  });
}
