import { isMailto, isSha1 } from '../syntax/identifiers.ts';
import { isIri } from '../syntax/iri.ts';
import { arrayOf, type Check, isObject, object, own, type Property, type Rule, report } from './check.ts';
import { iri, oneOf, string, text } from './leaves.ts';

const account = object({
  name: 'an account',
  requirement: 'XAPI-00041',
  properties: {
    homePage: { rule: iri('XAPI-00042'), required: 'XAPI-00042' },
    name: { rule: string('XAPI-00043'), required: 'XAPI-00043' },
  },
});

const identifiers: Readonly<Record<string, Property>> = {
  mbox: {
    rule: text({ kind: '"mailto:" and one e-mail address', requirement: 'XAPI-00038' }, isMailto),
  },
  mbox_sha1sum: { rule: text({ kind: '40 hex digits', requirement: 'XAPI-00039' }, isSha1) },
  openid: { rule: text({ kind: 'an absolute URI', requirement: 'XAPI-00040' }, isIri) },
  account: { rule: account },
};
const identifierKeys = Object.keys(identifiers);

/** An Agent alone, as members of groups and elsewhere. */
export const agent: Rule = object(
  {
    name: 'an Agent',
    requirement: 'XAPI-00031',
    properties: {
      objectType: { rule: oneOf(['Agent'], 'XAPI-00031') },
      name: { rule: string('XAPI-00033') },
      ...identifiers,
    },
    unknown: (key) => (key === 'member' ? 'XAPI-00035' : undefined),
  },
  (check, value, path) => {
    if (countIdentifiers(value) === 1) return;
    report(check, path, {
      message: 'an Agent needs exactly one of mbox, mbox_sha1sum, openid and account',
      requirement: 'XAPI-00034',
    });
  },
);

/** A Group, anonymous or identified. */
export const group: Rule = object(
  {
    name: 'a Group',
    requirement: 'XAPI-00031',
    properties: {
      objectType: { rule: oneOf(['Group'], 'XAPI-00031'), required: 'XAPI-00031' },
      name: { rule: string('XAPI-00033') },
      member: {
        rule: arrayOf(agent, { kind: 'an array of Agents', requirement: 'XAPI-00036' }),
      },
      ...identifiers,
    },
  },
  checkGroup,
);

/** An Agent or a Group; without objectType an Agent. */
export const actor: Rule = (check, value, path) => {
  const type = isObject(value) ? own(value, 'objectType') : undefined;
  if (type === 'Group') group(check, value, path);
  else agent(check, value, path);
};

/** The authority of a statement: an Agent, or the anonymous pair of OAuth application and user. */
export const authority: Rule = (check, value, path) => {
  actor(check, value, path);
  if (!isObject(value) || own(value, 'objectType') !== 'Group') return;
  if (countIdentifiers(value) > 0) {
    report(check, path, {
      message: 'an authority that is a Group has no identifier of its own',
      requirement: 'XAPI-00024',
    });
  }
  const members = own(value, 'member');
  if (Array.isArray(members) && members.length === 2) return;
  report(check, `${path}/member`, {
    message: 'an authority that is a Group has exactly two members',
    requirement: 'XAPI-00098',
  });
};

function checkGroup(check: Check, value: Readonly<Record<string, unknown>>, path: string): void {
  const count = countIdentifiers(value);
  if (count > 1) {
    report(check, path, {
      message: 'a Group has at most one of mbox, mbox_sha1sum, openid and account',
      requirement: 'XAPI-00037',
    });
  }
  if (count > 0) return;
  const members = own(value, 'member');
  if (members === undefined || (Array.isArray(members) && members.length === 0)) {
    report(check, `${path}/member`, {
      message: 'a Group without an identifier needs at least one member',
      requirement: 'XAPI-00035',
    });
  }
}

function countIdentifiers(value: Readonly<Record<string, unknown>>): number {
  let count = 0;
  for (const key of identifierKeys) if (Object.hasOwn(value, key)) count += 1;
  return count;
}
