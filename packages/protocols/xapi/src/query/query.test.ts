import { describe, expect, it } from 'vitest';
import {
  parseActivitiesQuery,
  parseAgentsQuery,
  parseDocumentQuery,
  parsePutStatementQuery,
} from './document-query.ts';
import { parseStatementQuery } from './statement-query.ts';

const id = '12345678-ABCD-4678-9234-567812345678';
const agent = { mbox: 'mailto:sri@example.go.id' };
const json = JSON.stringify(agent);
const plain = { format: 'exact', attachments: false };
const all = { relatedAgents: false, relatedActivities: false, ascending: false, limit: 0 };

describe('GET /statements', () => {
  it('reads every filter', () => {
    const parameters = Object.entries({
      agent: json,
      verb: 'http://a.id/v',
      activity: 'http://a.id/a',
      registration: id,
      related_agents: 'true',
      related_activities: 'true',
      since: '2026-01-01T00:00:00Z',
      until: '2026-01-02T07:00:00.123456+07:00',
      limit: '5',
      ascending: 'true',
      format: 'ids',
      attachments: 'true',
    });
    expect(parseStatementQuery(parameters, '1.0.3')).toEqual({
      ok: true,
      query: {
        kind: 'list',
        format: 'ids',
        attachments: true,
        filter: {
          agent,
          verb: 'http://a.id/v',
          activity: 'http://a.id/a',
          registration: id.toLowerCase(),
          relatedAgents: true,
          relatedActivities: true,
          since: '2026-01-01T00:00:00.000Z',
          until: '2026-01-02T00:00:00.123456Z',
          limit: 5,
          ascending: true,
        },
      },
    });
  });

  it('takes nothing at all, limit 0 and false', () => {
    const query = { ok: true, query: { kind: 'list', ...plain, filter: all } };
    expect(parseStatementQuery([], '1.0.3')).toEqual(query);
    expect(
      parseStatementQuery(
        [
          ['limit', '0'],
          ['ascending', 'false'],
        ],
        '1.0.3',
      ),
    ).toEqual(query);
  });

  it('takes a limit of any length for a large one', () => {
    for (const limit of ['9999999999', '9'.repeat(400)]) {
      expect(parseStatementQuery([['limit', limit]], '1.0.3')).toMatchObject({
        query: { filter: { limit: 1e9 } },
      });
    }
  });

  it('reads one statement, voided or not', () => {
    expect(parseStatementQuery([['statementId', id]], '1.0.3')).toEqual({
      ok: true,
      query: { kind: 'single', statementId: id.toLowerCase(), voided: false, ...plain },
    });
    expect(
      parseStatementQuery(
        [
          ['voidedStatementId', id],
          ['format', 'ids'],
        ],
        '1.0.3',
      ),
    ).toMatchObject({
      query: { voided: true, format: 'ids' },
    });
  });

  it.each<[string, [string, string][]]>([
    ['an unknown parameter', [['foo', '1']]],
    ['another letter case', [['StatementId', id]]],
    [
      'a parameter twice',
      [
        ['verb', 'http://a.id'],
        ['verb', 'http://b.id'],
      ],
    ],
    [
      'both ids',
      [
        ['statementId', id],
        ['voidedStatementId', id],
      ],
    ],
    [
      'an id with a filter',
      [
        ['statementId', id],
        ['limit', '1'],
      ],
    ],
    ['an id that is no UUID', [['statementId', 'x']]],
    ['a verb that is no IRI', [['verb', 'completed']]],
    ['an activity that is no IRI', [['activity', '']]],
    ['a registration that is no UUID', [['registration', 'x']]],
    ['an agent that is not JSON', [['agent', 'x']]],
    ['an agent without identifier', [['agent', '{"name":"x"}']]],
    ['an anonymous Group', [['agent', `{"objectType":"Group","member":[${json}]}`]]],
    ['an agent with a key twice', [['agent', '{"mbox":"mailto:a@b","mbox":"mailto:c@d"}']]],
    ['a boolean that is none', [['ascending', '1']]],
    ['a boolean in another letter case', [['related_agents', 'True']]],
    ['a negative limit', [['limit', '-1']]],
    ['a limit with a fraction', [['limit', '1.5']]],
    ['an empty limit', [['limit', '']]],
    ['a since that is no timestamp', [['since', 'yesterday']]],
    ['an until without a time', [['until', '2026-01-01']]],
    ['an unknown format', [['format', 'EXACT']]],
  ])('refuses %s', (_, parameters) => {
    expect(parseStatementQuery(parameters, '1.0.3').ok).toBe(false);
  });

  it('names the right letter case', () => {
    expect(parseStatementQuery([['Verb', 'http://a.id']], '1.0.3')).toMatchObject({
      issues: [{ path: '?Verb', message: expect.stringContaining('"verb"') }],
    });
  });
});

describe('documents', () => {
  const owner = { resource: 'state', activityId: 'http://a.id/a', agent } as const;
  const whose: [string, string][] = [
    ['activityId', owner.activityId],
    ['agent', json],
  ];
  const state = (method: 'GET' | 'PUT' | 'POST' | 'DELETE', parameters: [string, string][]) =>
    parseDocumentQuery(parameters, { version: '1.0.3', resource: 'state', method });

  it('reads one state document', () => {
    const parameters: [string, string][] = [...whose, ['registration', id], ['stateId', 's 1']];
    expect(state('PUT', parameters)).toEqual({
      ok: true,
      query: { kind: 'one', owner: { ...owner, registration: id.toLowerCase() }, documentId: 's 1' },
    });
  });

  it('lists and clears without stateId, and writes never', () => {
    expect(state('GET', [...whose, ['since', '2026-01-01T00:00:00Z']])).toMatchObject({
      query: { kind: 'many', since: '2026-01-01T00:00:00.000Z' },
    });
    expect(state('DELETE', whose)).toMatchObject({ query: { kind: 'many' } });
    expect(state('PUT', whose).ok).toBe(false);
    expect(state('POST', whose).ok).toBe(false);
  });

  it('never clears a whole profile', () => {
    const request = { version: '1.0.3', resource: 'agent-profile', method: 'DELETE' } as const;
    expect(parseDocumentQuery([['agent', json]], request).ok).toBe(false);
    expect(
      parseDocumentQuery(
        [
          ['agent', json],
          ['profileId', 'p'],
        ],
        request,
      ),
    ).toEqual({
      ok: true,
      query: { kind: 'one', owner: { resource: 'agent-profile', agent }, documentId: 'p' },
    });
  });

  it.each<[string, [string, string][]]>([
    [
      'no agent',
      [
        ['activityId', 'http://a.id'],
        ['stateId', 's'],
      ],
    ],
    [
      'no activityId',
      [
        ['agent', json],
        ['stateId', 's'],
      ],
    ],
    ['since beside a write', [...whose, ['stateId', 's'], ['since', '2026-01-01T00:00:00Z']]],
    ['a registration that is no UUID', [...whose, ['stateId', 's'], ['registration', 'x']]],
    ['an empty stateId', [...whose, ['stateId', '']]],
    ['a stateId too long for a key', [...whose, ['stateId', 's'.repeat(1001)]]],
    ['profileId', [...whose, ['profileId', 's']]],
  ])('refuses %s', (_, parameters) => {
    expect(state('PUT', parameters).ok).toBe(false);
  });
});

describe('the small resources', () => {
  it('need exactly their parameter', () => {
    expect(parseAgentsQuery([['agent', json]], '1.0.3')).toEqual({ ok: true, agent });
    expect(parseAgentsQuery([], '1.0.3').ok).toBe(false);
    expect(parseActivitiesQuery([['activityId', 'http://a.id']], '1.0.3')).toMatchObject({ ok: true });
    expect(parseActivitiesQuery([['activityId', 'x']], '1.0.3').ok).toBe(false);
    expect(parsePutStatementQuery([['statementId', id]], '1.0.3')).toMatchObject({
      statementId: id.toLowerCase(),
    });
    expect(parsePutStatementQuery([['statementid', id]], '1.0.3').ok).toBe(false);
  });
});
