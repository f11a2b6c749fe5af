import fc from 'fast-check';
import type { XapiVersion } from '../model.ts';

// Everything that the model allows, so that what is accepted can be held against what comes back. Loosely typed: the
// validator, and not the compiler, says whether these are statements.

const text = fc.string({ unit: 'binary', maxLength: 12 });
const iri = fc.constantFrom(
  'https://kampus.example/modul/1',
  'https://kampus.example/modul/2?a=b&c=%20#x',
  'http://example.com/فعل/خواندن',
  'urn:uuid:9f2c',
  'mailto:x@y.id',
);
const languageMap = fc.dictionary(fc.constantFrom('id', 'en', 'en-US', 'jv', 'zh-Hans-CN'), text);
// A number like 1e999 or a key `__proto__` is refused, which is for other tests.
const json = fc
  .jsonValue({ noUnicodeString: false })
  .filter((value) => !JSON.stringify(value).includes('__proto__'));
const extensions = fc.dictionary(iri, json, { maxKeys: 3 });
const uuid = fc.oneof(
  fc.uuid(),
  fc.uuid().map((id) => id.toUpperCase()),
);

const identifier = fc.oneof(
  fc.constantFrom({ mbox: 'mailto:sri.w+1@Example.GO.ID' }, { mbox: 'mailto:budi@example.go.id' }),
  fc.constant({ mbox_sha1sum: 'EBD31E95054c018b10727ccffd2ef2ec3a016ee9' }),
  fc.constant({ openid: 'https://id.example/guru' }),
  text.map((name) => ({ account: { homePage: 'https://agency.example', name } })),
);

const named = fc.record({ name: text }, { requiredKeys: [] });
const agent = fc
  .tuple(fc.constantFrom({}, { objectType: 'Agent' }), named, identifier)
  .map((parts) => Object.assign({}, ...parts) as object);
const members = fc.array(agent, { minLength: 1, maxLength: 3 });
const group = fc
  .tuple(
    named,
    fc.oneof(
      members.map((member) => ({ member })),
      identifier,
      fc.tuple(identifier, members).map(([one, member]) => ({ ...one, member })),
    ),
  )
  .map(([name, rest]) => ({ objectType: 'Group', ...name, ...rest }));
const actor = fc.oneof(agent, group);

const component = fc.constantFrom('choices', 'scale', 'source', 'target', 'steps');
const interaction = fc
  .record({
    interactionType: fc.constantFrom(
      'true-false',
      'choice',
      'fill-in',
      'matching',
      'likert',
      'numeric',
      'other',
    ),
    correctResponsesPattern: fc.array(text, { maxLength: 2 }),
    list: component,
    items: fc.array(languageMap, { maxLength: 3 }),
  })
  .map(({ list, items, ...rest }) => ({
    ...rest,
    [list]: items.map((description, n) => ({ id: `i${n}`, description })),
  }));
const definition = fc
  .tuple(
    fc.record(
      { name: languageMap, description: languageMap, type: iri, moreInfo: iri, extensions },
      { requiredKeys: [] },
    ),
    fc.oneof(fc.constant({}), interaction),
  )
  .map(([plain, more]) => ({ ...plain, ...more }));
const activity = fc
  .tuple(
    fc.constantFrom({}, { objectType: 'Activity' }),
    fc.record({ id: iri, definition }, { requiredKeys: ['id'] }),
  )
  .map(([type, rest]) => ({ ...type, ...rest }));

const bounded = fc
  .tuple(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.nat(1000), fc.nat(1000))
  .map(([min, above, more]) => ({ min, raw: min + above, max: min + above + more + 1 }));
const score = fc
  .tuple(
    fc.oneof(fc.constant({}), bounded),
    fc.record({ scaled: fc.double({ min: -1, max: 1, noNaN: true }) }, { requiredKeys: [] }),
  )
  .map(([range, scaled]) => ({ ...range, ...scaled }));
const result = fc.record(
  {
    score,
    success: fc.boolean(),
    completion: fc.boolean(),
    response: text,
    duration: fc.constantFrom('PT0S', 'PT1H30M5.259S', 'P1Y2M3DT4H', 'P4W', 'PT0.5M'),
    extensions,
  },
  { requiredKeys: [] },
);

const activities = fc.oneof(
  fc.array(activity, { maxLength: 3 }).map((list) => list as unknown),
  activity.map((one) => one as unknown),
);
const contextActivities = fc.record(
  { parent: activities, grouping: activities, category: activities, other: activities },
  { requiredKeys: [] },
);
const reference = uuid.map((id) => ({ objectType: 'StatementRef', id }));
const relevantTypes = fc.array(iri, { minLength: 1, maxLength: 2 });

function contextOf(version: XapiVersion, isActivity: boolean): fc.Arbitrary<object> {
  const always = {
    registration: uuid,
    instructor: actor,
    team: group,
    contextActivities,
    language: fc.constantFrom('id', 'id-ID'),
    statement: reference,
    extensions,
  };
  const ofActivity = isActivity ? { revision: text, platform: text } : {};
  const agents = fc.record(
    { objectType: fc.constant('contextAgent'), agent, relevantTypes },
    { requiredKeys: ['objectType', 'agent'] },
  );
  const groups = fc.record(
    { objectType: fc.constant('contextGroup'), group, relevantTypes },
    { requiredKeys: ['objectType', 'group'] },
  );
  const ofTwo =
    version === '2.0.0'
      ? {
          contextAgents: fc.array(agents, { maxLength: 2 }),
          contextGroups: fc.array(groups, { maxLength: 2 }),
        }
      : {};
  return fc.record({ ...always, ...ofActivity, ...ofTwo }, { requiredKeys: [] });
}

function timestampOf(version: XapiVersion): fc.Arbitrary<string> {
  const both = ['2026-11-24T08:00:00.123Z', '2026-11-24T15:00:00.1234567+07:00', '2020-02-29T23:59:59Z'];
  const isoOnly = ['20261124T080000Z', '2026-11-24T08:00', '2026-11-24T08:00:00,5+0730'];
  return fc.constantFrom(...both, ...(version === '1.0.3' ? isoOnly : []));
}

const attachments = fc.array(
  fc.record(
    {
      usageType: iri,
      display: languageMap,
      description: languageMap,
      contentType: fc.constantFrom('text/plain; charset=utf-8', 'application/pdf'),
      length: fc.nat(),
      sha2: fc.constantFrom('a'.repeat(64), 'B'.repeat(128)),
      fileUrl: fc.constant('https://kampus.example/file.txt'),
    },
    { requiredKeys: ['usageType', 'display', 'contentType', 'length', 'sha2', 'fileUrl'] },
  ),
  { maxLength: 2 },
);

function baseOf(version: XapiVersion, object: fc.Arbitrary<object>): fc.Arbitrary<object> {
  return object.chain((given) => {
    const type = 'objectType' in given ? given.objectType : 'Activity';
    return fc.record(
      {
        actor,
        verb: fc.record({ id: iri, display: languageMap }, { requiredKeys: ['id'] }),
        object: fc.constant(given),
        result,
        context: contextOf(version, type === 'Activity'),
        timestamp: timestampOf(version),
        attachments,
      },
      { requiredKeys: ['actor', 'verb', 'object'] },
    );
  });
}

const agentAsObject = fc
  .tuple(named, identifier)
  .map(([name, one]) => ({ objectType: 'Agent', ...name, ...one }));
const plainObject: fc.Arbitrary<object> = fc.oneof(
  { weight: 3, arbitrary: activity },
  agentAsObject,
  group,
  reference,
);

/** Any statement that is valid in this version, without data of attachments; ids in either letter case. */
export function anyStatement(version: XapiVersion): fc.Arbitrary<object> {
  const inner = baseOf(version, plainObject).map((base) => ({ objectType: 'SubStatement', ...base }));
  const object = fc.oneof({ weight: 3, arbitrary: plainObject }, { weight: 1, arbitrary: inner });
  const extras = fc.record(
    {
      id: uuid,
      stored: fc.constant('1999-01-01T00:00:00Z'),
      authority: fc.constant({ mbox: 'mailto:forged@example.go.id' }),
      version: fc.constantFrom('1.0', '1.0.3', ...(version === '2.0.0' ? ['2.0.0'] : [])),
    },
    { requiredKeys: [] },
  );
  return fc.tuple(extras, baseOf(version, object)).map(([more, base]) => ({ ...more, ...base }));
}
