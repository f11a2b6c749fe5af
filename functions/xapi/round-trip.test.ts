import { compactJson, type StoredStatement, toUtcTimestamp, type XapiVersion } from '@sinau/xapi';
import { anySpelling, anyStatement, spell } from '@sinau/xapi/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { person, readJson, statement, xapiWorld } from './testing/xapi-world.ts';

const setByStore = ['id', 'timestamp', 'stored', 'authority', 'version'] as const;

type Json = { readonly [key: string]: unknown };

/** What must come back, told as naively as possible: the statement, but for what the specification has a store change. */
function expected(sent: unknown, version: XapiVersion): unknown {
  const inUtc = (time: unknown) => (version === '2.0.0' ? toUtcTimestamp(String(time), version) : time);
  const walkBase = (base: Json): Json => ({
    ...base,
    ...(base.timestamp !== undefined && { timestamp: inUtc(base.timestamp) }),
    object: walkObject(base.object as Json),
    ...(base.context !== undefined && { context: walkContext(base.context as Json) }),
  });
  const walkObject = (object: Json): Json => {
    if (object.objectType === 'SubStatement') return walkBase(object);
    return object.objectType === 'StatementRef' ? lowerId(object) : object;
  };
  const walkContext = ({ registration, statement: target, contextActivities, ...rest }: Json): Json => ({
    ...rest,
    ...(registration !== undefined && { registration: String(registration).toLowerCase() }),
    ...(target !== undefined && { statement: lowerId(target as Json) }),
    ...(contextActivities !== undefined && {
      contextActivities: Object.fromEntries(
        Object.entries(contextActivities as Json).map(([kind, list]) => [kind, [list].flat()]),
      ),
    }),
  });
  return walkBase(sent as Json);
}

function lowerId(object: Json): Json {
  return { ...object, id: String(object.id).toLowerCase() };
}

async function sendAndRead(version: XapiVersion, body: string): Promise<readonly [string, string]> {
  const world = xapiWorld({ limits: { statementsBodyBytes: 1e6 } });
  const headers = { 'content-type': 'application/json' };
  const answer = await world.ask('/statements', { method: 'POST', version, body, headers });
  if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()} to ${body}`);
  const [id = ''] = await readJson<string[]>(answer);
  const single = await (await world.ask(`/statements?statementId=${id}`, { version })).text();
  const list = await (await world.ask('/statements', { version })).text();
  return [single, list];
}

describe.each(['1.0.3', '2.0.0'] as const)('any statement that %s accepts', (version) => {
  it('comes back equal in the format exact, but for what the store sets', async () => {
    await fc.assert(
      fc.asyncProperty(anyStatement(version), anySpelling, async (sent, spelling) => {
        const body = spell(sent, spelling);
        const [single, list] = await sendAndRead(version, body);
        expect(list).toBe(`{"statements":[${single}],"more":""}`);
        const found = JSON.parse(single) as StoredStatement & Json;
        const { id, stored, authority, version: of, timestamp, ...rest } = found;
        const {
          id: sentId,
          stored: _s,
          authority: _a,
          version: sentOf,
          timestamp: sentTime,
          ...wanted
        } = expected(JSON.parse(body), version) as Json;
        expect(rest).toEqual(wanted);
        expect(id).toBe(String(sentId ?? id).toLowerCase());
        expect(timestamp).toBe(sentTime ?? stored);
        expect(of).toBe(sentOf ?? (version === '2.0.0' ? '2.0.0' : '1.0.0'));
        expect(stored).not.toContain('1999');
        expect(authority).toMatchObject({ account: { name: 'client:platform' } });
      }),
      { numRuns: 150 },
    );
  });

  it('comes back in the very words of the client: digits and order of keys', async () => {
    // What the store changes is sent as the store writes it, so that nothing is left to change.
    const settled = anyStatement(version).map((sent) => {
      const { id: _, stored: __, authority: ___, ...rest } = expected(sent, version) as Json;
      return rest;
    });
    await fc.assert(
      fc.asyncProperty(settled, anySpelling, async (sent, spelling) => {
        const body = spell(sent, spelling);
        const [single] = await sendAndRead(version, body);
        const words = compactJson(body).slice(0, -1);
        expect(words).toBe(spell(sent, { ...spelling, gap: '', escapes: false }).slice(0, -1));
        expect(single.slice(0, words.length)).toBe(words);
        const added = Object.keys(JSON.parse(`{${single.slice(words.length + 1)}`));
        expect(setByStore).toEqual(expect.arrayContaining(added));
      }),
      { numRuns: 150 },
    );
  });
});

it('ids and canonical keep the words of what they leave as it is', async () => {
  const world = xapiWorld();
  const result =
    '{"score":{"raw":90.10},"extensions":{"https://a.example/n":{"b":12345678901234567890,"9":1}}}';
  const body = `${JSON.stringify(statement()).slice(0, -1)},"result":${result}}`;
  await world.ask('/statements', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  for (const format of ['exact', 'ids', 'canonical']) {
    expect(await (await world.ask(`/statements?format=${format}`)).text()).toContain(`"result":${result}`);
  }
});

it('a batch comes back in the words of each of its statements, on one line each', async () => {
  const world = xapiWorld();
  const words = ['{"raw":1.0}', '{"raw":2e0}'];
  const body = `[ ${words.map((score) => `${JSON.stringify(statement({ actor: person('a-1') })).slice(0, -1)},\n "result": {"score": ${score}}}`).join(' ,\n')} ]`;
  await world.ask('/statements', { method: 'POST', body, headers: { 'content-type': 'application/json' } });
  const text = await (await world.ask('/statements?ascending=true')).text();
  expect(text.match(/"score":\{[^}]*\}/g)).toEqual(words.map((score) => `"score":${score}`));
  expect(text).not.toContain('\n');
});

it('a document keeps the digits of what a merge leaves alone', async () => {
  const world = xapiWorld();
  const path = `/activities/state?activityId=https://a.example&agent=${encodeURIComponent(JSON.stringify(person('a-1')))}&stateId=s`;
  const headers = { 'content-type': 'application/json' };
  await world.ask(path, { method: 'PUT', body: '{ "a": 1.0, "b": 12345678901234567890 }', headers });
  await world.ask(path, { method: 'POST', body: '{"c":{"2":1e1,"1":0}}', headers });
  expect(await (await world.ask(path)).text()).toBe('{"a":1.0,"b":12345678901234567890,"c":{"2":1e1,"1":0}}');
});
