import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XapiVersion } from '../model.ts';
import { parseStatement, parseStatements } from '../parse-statement.ts';
import { activity, agent, minimal, rich, verb, withSubStatement } from '../testing/samples.ts';

const both: readonly XapiVersion[] = ['1.0.3', '2.0.0'];
const mbox = { mbox: 'mailto:a@b.id' };
const voided = { id: 'http://adlnet.gov/expapi/verbs/voided' };
const ref = { objectType: 'StatementRef', id: '12345678-1234-5678-1234-567812345678' };
const contextAgents = [{ objectType: 'contextAgent', agent: mbox, relevantTypes: ['https://a.id/peran'] }];
const contextGroups = [{ objectType: 'contextGroup', group: { objectType: 'Group', ...mbox } }];

const withActor = (actor: unknown) => ({ ...minimal, actor });
const withObject = (object: unknown) => ({ ...minimal, object });
const withDefinition = (definition: unknown) => withObject({ ...activity, definition });
const withContext = (context: unknown) => ({ ...minimal, context });
const withResult = (result: unknown) => ({ ...minimal, result });
const withSub = (more: object) => withObject({ objectType: 'SubStatement', ...minimal, ...more });
const attachment = rich.attachments?.[0];
const withAttachment = (more: object) => ({ ...minimal, attachments: [{ ...attachment, ...more }] });

const valid: readonly (readonly [string, unknown])[] = [
  ['the least statement', minimal],
  ['every property', rich],
  ['a SubStatement', withSubStatement],
  ['an Agent by mbox', withActor(mbox)],
  ['an Agent by a mail address with a plus sign and without a dot', withActor({ mbox: 'mailto:a+b@host' })],
  ['an Agent by openid', withActor({ openid: 'https://id.example/sri' })],
  ['an identified Group without members', withActor({ objectType: 'Group', ...mbox })],
  ['an Agent as object', withObject({ objectType: 'Agent', ...mbox })],
  ['a StatementRef as object', withObject(ref)],
  ['voiding', { ...minimal, verb: voided, object: ref }],
  ['an authority', { ...minimal, authority: mbox }],
  ['an OAuth pair as authority', { ...minimal, authority: { objectType: 'Group', member: [agent, mbox] } }],
  ['empty extensions and nulls in extensions', withResult({ extensions: { 'a:b': null, 'a:c': {} } })],
  ['an empty context', withContext({})],
  ['a lone context activity', withContext({ contextActivities: { other: activity } })],
  ['a score without bounds', withResult({ score: { raw: -3.5 } })],
  ['an id in upper case', { ...minimal, id: '6690E6C9-3EF0-4ED3-8B37-7F3964730BEE' }],
  ['an IRI in another script', withObject({ id: 'http://example.com/فعل/خواندن' })],
  ['version 1.0', { ...minimal, version: '1.0' }],
  ['version 1.0.9', { ...minimal, version: '1.0.9' }],
];

const invalid: readonly (readonly [string, unknown, string])[] = [
  ['not an object', [], 'XAPI-00014'],
  ['no actor', { verb, object: activity }, 'XAPI-00003'],
  ['no verb', { actor: agent, object: activity }, 'XAPI-00004'],
  ['no object', { actor: agent, verb }, 'XAPI-00005'],
  ['an unknown property', { ...minimal, iD2: 1 }, 'XAPI-00010'],
  ['a key of another letter case', { ...minimal, TimeStamp: '2026-01-01T00:00:00Z' }, 'XAPI-00008'],
  ['a null', { ...minimal, result: null }, 'XAPI-00001'],
  ['a null deep inside', withDefinition({ name: { id: null } }), 'XAPI-00001'],
  ['a number for a string', withActor({ ...mbox, name: 1 }), 'XAPI-00033'],
  ['an id that is no UUID', { ...minimal, id: 'abc' }, 'XAPI-00027'],
  ['an Agent without identifier', withActor({ name: 'Sri' }), 'XAPI-00034'],
  ['an Agent with two identifiers', withActor({ ...mbox, openid: 'https://a.id' }), 'XAPI-00034'],
  ['an Agent with members', withActor({ ...mbox, member: [] }), 'XAPI-00035'],
  ['an actor of unknown type', withActor({ objectType: 'agent', ...mbox }), 'XAPI-00031'],
  ['an anonymous Group without members', withActor({ objectType: 'Group' }), 'XAPI-00035'],
  ['an anonymous Group with no member', withActor({ objectType: 'Group', member: [] }), 'XAPI-00035'],
  [
    'a Group in a Group',
    withActor({ objectType: 'Group', member: [{ objectType: 'Group', ...mbox }] }),
    'XAPI-00031',
  ],
  [
    'a Group with two identifiers',
    withActor({ objectType: 'Group', ...mbox, openid: 'https://a.id' }),
    'XAPI-00037',
  ],
  ['members that are no array', withActor({ objectType: 'Group', member: mbox }), 'XAPI-00036'],
  ['an mbox without mailto', withActor({ mbox: 'a@b.id' }), 'XAPI-00038'],
  ['an mbox with header fields', withActor({ mbox: 'mailto:a@b.id?subject=x' }), 'XAPI-00038'],
  ['an mbox_sha1sum of 39 digits', withActor({ mbox_sha1sum: 'a'.repeat(39) }), 'XAPI-00039'],
  ['an openid without scheme', withActor({ openid: 'id.example' }), 'XAPI-00040'],
  ['an account that is no object', withActor({ account: 'x' }), 'XAPI-00041'],
  ['an account without homePage', withActor({ account: { name: 'x' } }), 'XAPI-00042'],
  [
    'an account whose name is a number',
    withActor({ account: { homePage: 'https://a.id', name: 19900101 } }),
    'XAPI-00043',
  ],
  ['a verb without id', { ...minimal, verb: {} }, 'XAPI-00044'],
  ['a verb id without scheme', { ...minimal, verb: { id: 'completed' } }, 'XAPI-00044'],
  ['a display that is a string', { ...minimal, verb: { ...verb, display: 'x' } }, 'XAPI-00045'],
  [
    'a language key of letters too many',
    { ...minimal, verb: { ...verb, display: { abcdefghi: 'x' } } },
    'XAPI-00121',
  ],
  ['an object of unknown type', withObject({ objectType: 'activity', ...activity }), 'XAPI-00046'],
  ['an Agent as object without objectType', withObject(mbox), 'XAPI-00010'],
  ['an Activity without id', withObject({}), 'XAPI-00047'],
  ['a definition that is a string', withDefinition('x'), 'XAPI-00048'],
  ['an interactionType of another letter case', withDefinition({ interactionType: 'Choice' }), 'XAPI-00049'],
  ['choices without interactionType', withDefinition({ choices: [{ id: 'a' }] }), 'XAPI-00064'],
  [
    'two choices with one id',
    withDefinition({ interactionType: 'choice', choices: [{ id: 'a' }, { id: 'a' }] }),
    'XAPI-00062',
  ],
  ['an extension key that is no IRI', withDefinition({ extensions: { key: 1 } }), 'XAPI-00118'],
  ['a moreInfo without scheme', withDefinition({ moreInfo: '/x' }), 'XAPI-00061'],
  ['a StatementRef without id', withObject({ objectType: 'StatementRef' }), 'XAPI-00072'],
  ['a SubStatement in a SubStatement', withSub({ object: { objectType: 'SubStatement' } }), 'XAPI-00071'],
  ['a SubStatement with an id', withSub({ id: ref.id }), 'XAPI-00070'],
  ['a SubStatement with stored', withSub({ stored: '2026-01-01T00:00:00Z' }), 'XAPI-00069'],
  ['a SubStatement with a version', withSub({ version: '1.0.3' }), 'XAPI-00068'],
  ['a SubStatement with an authority', withSub({ authority: mbox }), 'XAPI-00067'],
  ['success as a string', withResult({ success: 'true' }), 'XAPI-00074'],
  ['a score as a number', withResult({ score: 1 }), 'XAPI-00079'],
  ['scaled above 1', withResult({ score: { scaled: 1.01 } }), 'XAPI-00083'],
  ['raw above max', withResult({ score: { raw: 11, max: 10 } }), 'XAPI-00082'],
  ['min not less than max', withResult({ score: { min: 10, max: 10 } }), 'XAPI-00081'],
  ['an infinite score', withResult({ score: { raw: Number.POSITIVE_INFINITY } }), 'XAPI-00082'],
  ['a duration of another form', withResult({ duration: 'P4W1D' }), 'XAPI-00077'],
  ['a registration that is no UUID', withContext({ registration: 'x' }), 'XAPI-00087-1'],
  ['a team that is an Agent', withContext({ team: mbox }), 'XAPI-00031'],
  ['a context activity of unknown kind', withContext({ contextActivities: { sibling: [] } }), 'XAPI-00093'],
  ['a context language that is none', withContext({ language: 'en_US' }), 'XAPI-00091'],
  [
    'revision beside an Agent',
    { ...withObject({ objectType: 'Agent', ...mbox }), context: { revision: '1' } },
    'XAPI-00084',
  ],
  [
    'platform in a SubStatement about one',
    withSub({ object: ref, context: { platform: 'x' } }),
    'XAPI-00085',
  ],
  ['a timestamp of the offset -00:00', { ...minimal, timestamp: '2026-01-01T00:00:00-00:00' }, 'XAPI-00022'],
  ['voiding an Activity', { ...minimal, verb: voided }, 'XAPI-00017'],
  [
    'an identified Group as authority',
    { ...minimal, authority: { objectType: 'Group', ...mbox, member: [agent, mbox] } },
    'XAPI-00024',
  ],
  [
    'an authority of three',
    { ...minimal, authority: { objectType: 'Group', member: [agent, mbox, mbox] } },
    'XAPI-00098',
  ],
  ['version 1.1.0', { ...minimal, version: '1.1.0' }, 'XAPI-00101'],
  ['attachments that are no array', { ...minimal, attachments: {} }, 'XAPI-00025'],
  ['a length of half a byte', withAttachment({ length: 1.5 }), 'XAPI-00102'],
  ['a sha2 that is none', withAttachment({ sha2: 'abc' }), 'XAPI-00103'],
  ['a fileUrl without scheme', withAttachment({ fileUrl: 'file.txt' }), 'XAPI-00104'],
  ['a content type that is none', withAttachment({ contentType: 'text' }), 'XAPI-00105'],
  [
    'an attachment without usageType',
    { ...minimal, attachments: [{ ...attachment, usageType: undefined }] },
    'XAPI-00107',
  ],
  ['an own key __proto__', JSON.parse(`{"__proto__":{},${JSON.stringify(minimal).slice(1)}`), 'XAPI-00010'],
  ['a key named constructor', { ...minimal, constructor: 1 }, 'XAPI-00010'],
];

describe.each(both)('statements of %s', (version) => {
  it.each(valid)('takes %s', (_, value) => {
    expect(parseStatement(value, { version })).toEqual({ ok: true, statement: value });
  });

  it.each(invalid)('refuses %s', (_, value, requirement) => {
    const parsed = parseStatement(value, { version });
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) expect(parsed.issues.map((issue) => issue.requirement)).toContain(requirement);
  });

  it('names the place of each issue', () => {
    const parsed = parseStatements([minimal, withActor({ account: { homePage: 'x', name: 1 } })], {
      version,
    });
    expect(parsed.ok ? [] : parsed.issues.map((issue) => issue.path)).toEqual([
      '/1/actor/account/homePage',
      '/1/actor/account/name',
    ]);
  });

  it('E12: refuses a batch as a whole for one bad statement or a repeated id', () => {
    const id = '6690E6C9-3EF0-4ED3-8B37-7F3964730BEE';
    expect(parseStatements([minimal, withResult(1)], { version }).ok).toBe(false);
    const repeated = parseStatements(
      [
        { ...minimal, id },
        { ...minimal, id: id.toLowerCase() },
      ],
      { version },
    );
    expect(repeated.ok).toBe(false);
  });
});

describe('what only one version knows', () => {
  it('takes contextAgents and contextGroups in 2.0 alone', () => {
    const value = withContext({ contextAgents, contextGroups });
    expect(parseStatement(value, { version: '2.0.0' }).ok).toBe(true);
    expect(parseStatement(value, { version: '1.0.3' }).ok).toBe(false);
  });

  it.each([
    [[{ ...contextAgents[0], relevantTypes: [] }]],
    [[{ ...contextAgents[0], relevantTypes: ['abc'] }]],
    [[{ ...contextAgents[0], objectType: 'Agent' }]],
    [[{ objectType: 'contextAgent', agent: {} }]],
    [{ ...contextAgents[0] }],
  ])('refuses the contextAgents %j', (value) => {
    expect(parseStatement(withContext({ contextAgents: value }), { version: '2.0.0' }).ok).toBe(false);
  });

  it('takes version 2.0.0 and RFC 3339 alone in 2.0', () => {
    expect(parseStatement({ ...minimal, version: '2.0.0' }, { version: '2.0.0' }).ok).toBe(true);
    expect(parseStatement({ ...minimal, version: '2.0.0' }, { version: '1.0.3' }).ok).toBe(false);
    const basic = { ...minimal, timestamp: '20260101T000000Z' };
    expect(parseStatement(basic, { version: '1.0.3' }).ok).toBe(true);
    expect(parseStatement(basic, { version: '2.0.0' }).ok).toBe(false);
  });
});

describe('any input', () => {
  it('D4: never throws and never takes a statement changed in one place to nonsense', () => {
    const paths = placesOf(rich).filter((path) => !path.includes('extensions') && path.length > 0);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom<unknown>(null, { x: 1 }, [[]]), (path, junk) => {
        expect(parseStatement(replaceAt(rich, path, junk), { version: '1.0.3' }).ok).toBe(false);
      }),
      { numRuns: 400 },
    );
  });

  it('D4: answers any JSON with a verdict', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(...both), (value, version) => {
        const asPart = [withActor(value), withObject(value), withContext(value), withResult(value), value];
        for (const one of asPart) expect(typeof parseStatement(one, { version }).ok).toBe('boolean');
      }),
    );
  });

  it('gives a bounded list of issues for a hostile body', () => {
    const hostile = Object.fromEntries(Array.from({ length: 5000 }, (_, index) => [`k${index}`, index]));
    const parsed = parseStatement(hostile, { version: '1.0.3' });
    expect(parsed.ok ? 0 : parsed.issues.length).toBe(20);
  });
});

function placesOf(value: unknown, path: readonly (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [[...path]];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, index) => [index, item])
    : Object.entries(value);
  return [[...path], ...entries.flatMap(([key, item]) => placesOf(item, [...path, key]))];
}

function replaceAt(value: unknown, path: readonly (string | number)[], junk: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return junk;
  const copy = structuredClone(value) as Record<string | number, unknown>;
  copy[key] = replaceAt(copy[key], rest, junk);
  return copy;
}
