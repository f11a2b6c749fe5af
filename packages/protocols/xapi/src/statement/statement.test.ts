import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../model.ts';
import { parseStatement } from '../parse-statement.ts';
import { activity, agent, minimal, rich, verb, withSubStatement } from '../testing/samples.ts';
import { comparableForm } from './comparable-form.ts';
import { formatCanonical, formatIds } from './formats.ts';
import { identityOf, sameAgent } from './identity.ts';
import { prepareForStorage } from './prepare.ts';
import { activitiesIn, agentsIn, isVoiding, registrationOf, targetOf } from './targets.ts';

const stamp = {
  id: '00000000-0000-4000-8000-000000000001',
  stored: '2026-11-24T09:00:00.000Z',
  authority: agent,
  version: '1.0.3',
} as const;
const me = 'account|https://sinau.example|p-1';

describe('identity of an agent', () => {
  it('lowers the domain of a mail address and nothing before it', () => {
    expect(identityOf({ mbox: 'mailto:Sri.W@Example.GO.ID' })).toBe('mbox|mailto:Sri.W@example.go.id');
    expect(sameAgent({ mbox: 'mailto:a@B.id' }, { mbox: 'mailto:a@b.ID', name: 'x' })).toBe(true);
    expect(sameAgent({ mbox: 'mailto:A@b.id' }, { mbox: 'mailto:a@b.id' })).toBe(false);
  });

  it('tells accounts apart by home page and name together', () => {
    const account = (homePage: string, name: string) => ({ account: { homePage, name } });
    expect(sameAgent(account('https://a.id', 'b|c'), account('https://a.id', 'b|c'))).toBe(true);
    expect(sameAgent(account('https://a.id', '1'), account('https://b.id', '1'))).toBe(false);
  });

  it('is nobody for an Anonymous Group', () => {
    const group = { objectType: 'Group', member: [agent] } as const;
    expect(identityOf(group)).toBeUndefined();
    expect(sameAgent(group, group)).toBe(false);
  });
});

describe('what a statement is found by', () => {
  it('finds actor, object and group members directly, the rest as related', () => {
    expect(agentsIn({ ...rich, authority: { mbox: 'mailto:lrs@sinau.example' } })).toEqual({
      direct: [me, 'mbox|mailto:sri@example.go.id'],
      related: [
        'mbox|mailto:lrs@sinau.example',
        'mbox_sha1sum|ebd31e95054c018b10727ccffd2ef2ec3a016ee9',
        'account|https://sinau.example|tim-1',
      ],
    });
    expect(agentsIn({ ...minimal, object: { objectType: 'Agent', mbox: 'mailto:a@b.id' } }).direct).toEqual([
      me,
      'mbox|mailto:a@b.id',
    ]);
  });

  it('finds the agents and activities of a SubStatement as related', () => {
    expect(agentsIn(withSubStatement)).toEqual({
      direct: [me],
      related: ['mbox|mailto:budi@example.go.id', 'openid|https://id.example/guru'],
    });
    expect(activitiesIn(withSubStatement)).toEqual({
      direct: [],
      related: ['https://kampus.example/modul/2', 'https://kampus.example/lain'],
    });
  });

  it('finds context agents and groups of 2.0', () => {
    const context = {
      contextAgents: [{ objectType: 'contextAgent', agent: { mbox: 'mailto:c@b.id' } }],
      contextGroups: [
        {
          objectType: 'contextGroup',
          group: { objectType: 'Group', member: [agent, { mbox: 'mailto:d@b.id' }] },
        },
      ],
    } as const;
    expect(agentsIn({ ...minimal, context })).toEqual({
      direct: [me],
      related: ['mbox|mailto:c@b.id', 'mbox|mailto:d@b.id'],
    });
  });

  it('finds all four kinds of context activities, lone ones too', () => {
    expect(activitiesIn(rich)).toEqual({
      direct: [activity.id],
      related: [
        'https://kampus.example/kursus',
        'https://kampus.example/program',
        'https://w3id.org/xapi/cmi5/context/categories/cmi5',
      ],
    });
  });

  it('reads registration and target in lower case', () => {
    const id = '12345678-ABCD-4678-9234-567812345678';
    const voiding: Statement = {
      actor: agent,
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id },
      context: { registration: id },
    };
    expect(targetOf(voiding)).toBe(id.toLowerCase());
    expect(registrationOf(voiding)).toBe(id.toLowerCase());
    expect(isVoiding(voiding)).toBe(true);
    expect(isVoiding({ ...voiding, verb })).toBe(false);
  });
});

describe('comparison form', () => {
  const form = (statement: Statement) => comparableForm(statement, { timestampGiven: true });
  const same: readonly (readonly [string, Statement])[] = [
    [
      'what the store sets',
      { ...rich, id: stamp.id, stored: stamp.stored, authority: agent, version: '1.0.0' },
    ],
    ['verb display', { ...rich, verb: { id: rich.verb.id } }],
    ['activity definitions', { ...rich, object: activity }],
    [
      'order of group members',
      { ...rich, actor: { ...rich.actor, member: [...membersOf(rich)].reverse() } as never },
    ],
    ['time zone', { ...rich, timestamp: '2026-11-24T15:00:00.123+07:00' }],
    ['digits past the millisecond', { ...rich, timestamp: '2026-11-24T08:00:00.123456Z' }],
    [
      'case of a UUID',
      { ...rich, context: { ...rich.context, registration: 'EC531277-B57B-4C15-8D91-D292C5B2B8F7' } },
    ],
    ['case of a mail domain', replaceText(rich, 'sri@example.go.id', 'sri@EXAMPLE.go.id')],
    ['digits of a duration past 0.01 s', { ...rich, result: { ...rich.result, duration: 'PT1H30M5.259S' } }],
    [
      'a lone context activity against a list of one',
      replaceText(
        rich,
        '{"id":"https://kampus.example/program"}',
        '[{"id":"https://kampus.example/program"}]',
      ),
    ],
    ['order of keys', Object.fromEntries(Object.entries(rich).reverse()) as unknown as Statement],
  ];
  it.each(same)('ignores %s', (_, other) => expect(form(other)).toBe(form(rich)));

  const different: readonly (readonly [string, Statement])[] = [
    ['the actor', { ...rich, actor: agent }],
    ['the verb', { ...rich, verb: { id: 'http://adlnet.gov/expapi/verbs/failed' } }],
    ['the object', { ...rich, object: { id: 'https://kampus.example/x' } }],
    ['the result', { ...rich, result: { success: false } }],
    ['how a duration is written', { ...rich, result: { ...rich.result, duration: 'PT90M5.25S' } }],
    ['the timestamp', { ...rich, timestamp: '2026-11-24T08:00:00.124Z' }],
    ['case of an IRI', { ...rich, verb: { id: rich.verb.id.toUpperCase() } }],
    ['an extension', { ...rich, context: { ...rich.context, extensions: {} } }],
    ['the hash of an attachment', replaceText(rich, '9f86d081', '0f86d081')],
    ['the order of correct parents', { ...rich, context: { ...rich.context, contextActivities: {} } }],
  ];
  it.each(different)('sees a change of %s', (_, other) => expect(form(other)).not.toBe(form(rich)));

  it('leaves out a timestamp that the store set, so that an honest retry is the same', () => {
    const stored = prepareForStorage(minimal, stamp);
    expect(comparableForm(stored, { timestampGiven: false })).toBe(
      comparableForm(minimal, { timestampGiven: false }),
    );
  });

  it('stays the same through storage', () => {
    for (const version of ['1.0.3', '2.0.0'] as const) {
      const stored = prepareForStorage(rich, { ...stamp, version });
      expect(form(stored)).toBe(form(rich));
    }
  });
});

describe('form of storage', () => {
  it('sets what the store decides and overrides what was sent', () => {
    const sent = { ...minimal, stored: '1999-01-01T00:00:00Z', authority: { mbox: 'mailto:x@y.id' } };
    expect(prepareForStorage(sent, stamp)).toEqual({
      ...minimal,
      id: stamp.id,
      stored: stamp.stored,
      timestamp: stamp.stored,
      authority: agent,
      version: '1.0.0',
    });
  });

  it('keeps id, version and a 1.0.3 timestamp as sent, ids in lower case', () => {
    const timestamp = '2026-01-01T07:00:00+07:00';
    const sent = { ...minimal, id: stamp.id.toUpperCase(), version: '1.0.9', timestamp };
    expect(prepareForStorage(sent, stamp)).toMatchObject({ id: stamp.id, version: '1.0.9', timestamp });
  });

  it('turns timestamps of 2.0 into UTC, in a SubStatement too', () => {
    const timestamp = '2026-01-01T07:00:00.5+07:00';
    const sent = { ...withSubStatement, object: { ...withSubStatement.object, timestamp } } as Statement;
    const stored = prepareForStorage({ ...sent, timestamp }, { ...stamp, version: '2.0.0' });
    expect(stored).toMatchObject({
      version: '2.0.0',
      timestamp: '2026-01-01T00:00:00.500Z',
      object: { timestamp: '2026-01-01T00:00:00.500Z' },
    });
  });

  it('answers context activities as lists, in a SubStatement too', () => {
    const context = { contextActivities: { parent: activity } };
    const sent = { ...withSubStatement, object: { ...withSubStatement.object, context } } as Statement;
    const stored = prepareForStorage({ ...sent, context }, stamp);
    expect(stored.context?.contextActivities).toEqual({ parent: [activity] });
    expect(stored.object).toMatchObject({ context: { contextActivities: { parent: [activity] } } });
  });

  it('gives a statement that is valid again', () => {
    for (const statement of [minimal, rich, withSubStatement]) {
      const stored = JSON.parse(JSON.stringify(prepareForStorage(statement, stamp)));
      expect(parseStatement(stored, { version: '1.0.3' })).toEqual({ ok: true, statement: stored });
    }
  });
});

describe('formats', () => {
  it('ids leaves what identifies', () => {
    const ids = formatIds(rich);
    expect(ids.actor).toEqual({
      objectType: 'Group',
      member: [agent, { mbox: 'mailto:sri@example.go.id' }],
    });
    expect(ids.verb).toEqual(verb);
    expect(ids.object).toEqual({ id: activity.id });
    expect(ids.result).toEqual(rich.result);
    expect(parseStatement(JSON.parse(JSON.stringify(ids)), { version: '1.0.3' }).ok).toBe(true);
  });

  it('ids drops members of an identified Group and reaches into a SubStatement', () => {
    const group = { objectType: 'Group', mbox: 'mailto:g@b.id', name: 'G', member: [agent] } as const;
    const sent = { ...withSubStatement, object: { ...withSubStatement.object, actor: group } } as Statement;
    expect(formatIds(sent).object).toMatchObject({ actor: { objectType: 'Group', mbox: 'mailto:g@b.id' } });
    expect(formatIds(sent).object).not.toHaveProperty('actor.member');
  });

  it('canonical gives one language, chosen for each map on its own', () => {
    const canonical = formatCanonical(rich, { acceptLanguage: 'en, id;q=0.5' });
    expect(canonical.verb.display).toEqual({ 'en-US': 'completed' });
    expect(canonical.object).toMatchObject({
      definition: {
        name: { en: 'Module' },
        description: { id: 'Uraian' },
        choices: [{ id: 'a', description: { en: 'One' } }, { id: 'b' }],
      },
    });
    expect(canonical.attachments?.[0]?.display).toEqual({ id: 'Lampiran' });
  });

  it.each([
    [undefined, 'id'],
    ['', 'id'],
    ['*', 'id'],
    ['fr', 'id'],
    ['fr, en;q=0.1', 'en'],
    ['id;q=0, en-GB-oed', 'en'],
    ['en;q=0.2, id;q=0.9', 'id'],
    [';;,=,q=1', 'id'],
  ])('Accept-Language %j shows %s', (acceptLanguage, expected) => {
    const { object } = formatCanonical(rich, { acceptLanguage });
    expect(Object.keys((object as { definition: { name: object } }).definition.name)).toEqual([expected]);
  });

  it("canonical takes the store's definition of an Activity over the statement's", () => {
    const definition = { name: { id: 'Resmi', en: 'Official' } };
    const { object } = formatCanonical(rich, { acceptLanguage: 'en', definitionOf: () => definition });
    expect(object).toMatchObject({ definition: { name: { en: 'Official' } } });
  });

  it('never changes the statement it was given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(minimal, rich, withSubStatement),
        fc.string(),
        (statement, acceptLanguage) => {
          const before = JSON.stringify(statement);
          formatIds(statement);
          formatCanonical(statement, { acceptLanguage });
          prepareForStorage(statement, stamp);
          comparableForm(statement, { timestampGiven: true });
          expect(JSON.stringify(statement)).toBe(before);
        },
      ),
    );
  });
});

function membersOf(statement: Statement): readonly object[] {
  return 'member' in statement.actor ? (statement.actor.member ?? []) : [];
}

function replaceText(statement: Statement, from: string, to: string): Statement {
  return JSON.parse(JSON.stringify(statement).replace(from, to));
}
