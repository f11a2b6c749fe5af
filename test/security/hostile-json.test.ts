import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';

interface Door {
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Record<string, string>;
  /** A body this door takes; a property of it is doubled, spoilt and so on. */
  readonly good: Readonly<Record<string, unknown>>;
  /** A property of `good` that holds text, and one to hold a number. */
  readonly text: string;
  readonly number: string;
}

let world: World;
let doors: readonly Door[];

beforeAll(async () => {
  world = await startWorld();
  doors = await makeDoors();
});
afterAll(() => world.close());

async function makeDoors(): Promise<readonly Door[]> {
  const { providerA } = world.tenants;
  const { headers: provider } = await world.client(
    providerA,
    ...(['courses/write', 'courses/publish', 'questions/write'] as const),
  );
  const { headers: records } = await world.client(
    world.tenants.platform,
    'statements/write',
    'state',
    'profile',
  );
  const { headers: provisioner } = await world.client(world.tenants.agencyA, 'people/provision');
  const json = { 'content-type': 'application/json' };
  const api = { ...json, ...provider };
  const xapi = { ...json, ...records, 'x-experience-api-version': '1.0.3' };
  const id = randomUUID();
  const agent = encodeURIComponent(JSON.stringify({ mbox: 'mailto:contoh@contoh.example' }));
  const activity = encodeURIComponent('https://contoh.example/modul');
  const statement = {
    id,
    actor: { mbox: 'mailto:contoh@contoh.example' },
    verb: { id: 'https://contoh.example/membaca' },
    object: { id: 'https://contoh.example/modul' },
    timestamp: '2026-03-01T00:00:00.000Z',
  };
  const upload = { fileName: 'kursus.zip', contentType: 'application/zip', sizeBytes: 9 };
  const statements = { headers: xapi, good: statement, text: 'timestamp', number: 'result' } as const;
  const document = { headers: xapi, good: { warna: 'biru', ukuran: 1 }, text: 'warna', number: 'ukuran' };
  const { courseId, jobId } = world.course;
  return [
    {
      method: 'POST',
      path: '/api/uploads',
      headers: api,
      good: upload,
      text: 'fileName',
      number: 'sizeBytes',
    },
    { method: 'POST', path: '/api/imports', headers: api, good: { jobId }, text: 'jobId', number: 'jobId' },
    {
      method: 'POST',
      path: `/api/courses/${courseId}/publish`,
      headers: api,
      good: { jp: '4', version: 1 },
      text: 'jp',
      number: 'version',
    },
    {
      method: 'POST',
      path: `/api/courses/${courseId}/modules`,
      headers: api,
      good: { kind: 'link', title: 'Peraturan', url: 'https://contoh.go.id/aturan' },
      text: 'title',
      number: 'url',
    },
    {
      method: 'POST',
      path: '/api/questions',
      headers: api,
      good: {
        category: 'Etika',
        question: { ...numericQuestion, answers: [{ value: 1, tolerance: 0, share: 1 }] },
      },
      text: 'category',
      number: 'question',
    },
    {
      method: 'POST',
      path: '/scim/v2/Users',
      headers: { ...provisioner, 'content-type': 'application/scim+json' },
      good: { userName: 'd4@contoh.example', displayName: 'Orang D4' },
      text: 'displayName',
      number: 'externalId',
    },
    { method: 'POST', path: '/xapi/statements', ...statements },
    { method: 'PUT', path: `/xapi/statements?statementId=${id}`, ...statements },
    {
      method: 'POST',
      path: `/xapi/activities/state?activityId=${activity}&agent=${agent}&stateId=d4`,
      ...document,
    },
    { method: 'POST', path: `/xapi/agents/profile?agent=${agent}&profileId=d4`, ...document },
    { method: 'POST', path: `/xapi/activities/profile?activityId=${activity}&profileId=d4`, ...document },
  ];
}

const numericQuestion = { kind: 'numeric', title: 'Hitung', prompt: 'Berapa?', points: 1 };

/** The body as text with one more member in front. */
const withMember = ({ good }: Door, member: string) => `{${member},${JSON.stringify(good).slice(1)}`;
const spoilt = ({ good, number }: Door, literal: string) =>
  JSON.stringify({ ...good, [number]: '@' }).replace('"@"', literal);

const attacks: readonly (readonly [string, (door: Door) => string])[] = [
  ['a __proto__ key', (door) => withMember(door, '"__proto__":{"polluted":true}')],
  ['an escaped __proto__ key', (door) => withMember(door, '"__\\u0070roto__":{"polluted":true}')],
  ['a key twice', (door) => withMember(door, `"${door.text}":${JSON.stringify(door.good[door.text])}`)],
  ['a key twice, once escaped', (door) => withMember(door, `"${escaped(door.text)}":"lain"`)],
  ['10,000 nested arrays', (door) => spoilt(door, '['.repeat(10_000) + ']'.repeat(10_000))],
  ['10,000 nested objects', (door) => spoilt(door, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['100,000 open brackets', () => '['.repeat(100_000)],
  ['NaN', (door) => spoilt(door, 'NaN')],
  ['Infinity', (door) => spoilt(door, 'Infinity')],
  ['1e999', (door) => spoilt(door, '1e999')],
  ['half a body', (door) => JSON.stringify(door.good).slice(0, -2)],
  ['nothing', () => ''],
  ['null', () => 'null'],
  ['an array of 200,000 numbers', () => `[${'1,'.repeat(199_999)}1]`],
  ['an array of 200,000 objects', () => `[${'{},'.repeat(199_999)}{}]`],
  ['an array of five million nulls', () => `[${'null,'.repeat(4_999_999)}null]`],
];

/** First letter as an escape: the same key to a parser, another text. */
const escaped = (key: string) => `\\u${key.charCodeAt(0).toString(16).padStart(4, '0')}${key.slice(1)}`;

describe('JSON from strangers', () => {
  it('D4: takes the plain body, so that the refusals below have one reason each', async () => {
    for (const { method, path, headers, good } of doors) {
      const response = await world.ask(path, { method, headers, body: JSON.stringify(good) });
      const text = await response.text();
      expect(response.status, `${method} ${path}: ${text}`).toBeLessThan(300);
    }
  });

  it.each(attacks)('D4: refuses %s at every door', async (_, attack) => {
    const before = await world.rows();
    const wrong: string[] = [];
    for (const door of doors) {
      const { method, path, headers } = door;
      const response = await world.ask(path, { method, headers, body: attack(door) });
      const text = await response.text();
      if (response.status !== 400 && response.status !== 413) {
        wrong.push(`${method} ${path}: ${response.status} ${text.slice(0, 200)}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(await world.rows()).toEqual(before);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });

  it('D4: refuses a body over the limit, however harmless', async () => {
    for (const { method, path, headers, good } of doors) {
      const body = JSON.stringify(good) + ' '.repeat(5_000_000);
      const response = await world.ask(path, { method, headers, body });
      await response.body?.cancel();
      expect(response.status, `${method} ${path}`).toBe(413);
    }
  });

  it('D4: reads the JSON of parameters as strictly', async () => {
    const [, , , { headers = {} } = {}] = doors;
    const { headers: reader } = await world.client(world.tenants.platform, 'statements/read', 'profile');
    for (const agent of [
      '{"mbox":"mailto:a@contoh.example","mbox":"mailto:b@contoh.example"}',
      '{"mbox":"mailto:a@contoh.example","__proto__":{"polluted":true}}',
      `{"mbox":${'['.repeat(10_000)}${']'.repeat(10_000)}}`,
      '{"mbox":NaN}',
    ]) {
      for (const path of [
        '/xapi/statements?agent=',
        '/xapi/agents?agent=',
        '/xapi/agents/profile?profileId=1&agent=',
      ]) {
        const response = await world.ask(`${path}${encodeURIComponent(agent)}`, {
          headers: { ...headers, ...reader },
        });
        expect(response.status, `${path}${agent.slice(0, 60)}`).toBe(400);
        await response.body?.cancel();
      }
    }
  });
});
