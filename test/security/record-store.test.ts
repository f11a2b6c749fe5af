import { createHash, randomUUID } from 'node:crypto';
import type { Scope, Tenant } from '@sinau/kernel';
import { type AttachmentData, parseMultipart, writeMultipart } from '@sinau/xapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from './world/start-world.ts';

/** The record store at its joined doors, on the embedded services and with the limits of a deployment. */
let world: World;
type Headers = Record<string, string>;
let agencyA: Headers;
let agencyB: Headers;
let platform: Headers;
let issuer = '';

beforeAll(async () => {
  world = await startWorld();
  const { tenants } = world;
  const client = async (tenant: Tenant, ...scopes: readonly Scope[]) => ({
    ...(await world.client(tenant, ...scopes)).headers,
    'x-experience-api-version': '1.0.3',
  });
  const all = ['statements/write', 'statements/read'] as const;
  agencyA = await client(tenants.agencyA, ...all, 'records/read');
  agencyB = await client(tenants.agencyB, ...all, 'records/read');
  platform = await client(tenants.platform, ...all);
  const about = (await (await world.ask('/xapi/about')).json()) as { extensions: object };
  issuer = new URL(Object.keys(about.extensions)[0] ?? '').origin;
});
afterAll(() => world.close());

const activity = `https://contoh.example/modul/${randomUUID()}`;
const person = (name: 'learner' | 'foreign-learner') => ({
  account: { homePage: issuer, name: String(world.people[name].personId) },
});
const statement = (over: object = {}) => ({
  id: randomUUID() as string,
  actor: { mbox: 'mailto:siapa@contoh.example' } as object,
  verb: { id: 'https://contoh.example/membaca' },
  object: { id: activity },
  ...over,
});

const post = (body: unknown, headers: Headers = platform) =>
  world.ask('/xapi/statements', {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
const read = (query: string, headers: Headers = platform) =>
  world.ask(`/xapi/statements${query}`, { headers });
const json = (value: object) => encodeURIComponent(JSON.stringify(value));

async function isStored(id: string): Promise<boolean> {
  const answer = await read(`?statementId=${id}`);
  await answer.body?.cancel();
  return answer.status === 200;
}

describe('C3: what an agency pulls', () => {
  const ofA = () => statement({ actor: person('learner') });
  const ofB = () =>
    statement({ actor: person('foreign-learner'), context: { instructor: person('foreign-learner') } });
  let foreign: readonly string[];
  let own: readonly string[];
  beforeAll(async () => {
    const [a, b] = [
      [ofA(), ofA(), ofA()],
      [ofB(), ofB(), ofB()],
    ];
    expect((await post([...a, ...b])).status).toBe(200);
    own = a.map(({ id }) => id);
    foreign = b.map(({ id }) => id);
  });

  it('is its own people’s by every filter, page by page', async () => {
    const queries = [
      '',
      '?ascending=true',
      `?activity=${encodeURIComponent(activity)}`,
      `?activity=${encodeURIComponent(activity)}&related_activities=true`,
      `?agent=${json(person('foreign-learner'))}`,
      `?agent=${json(person('foreign-learner'))}&related_agents=true`,
      `?verb=${encodeURIComponent('https://contoh.example/membaca')}`,
    ];
    for (const query of queries) {
      const ids: string[] = [];
      let next = `/xapi/statements${query}${query ? '&' : '?'}limit=1`;
      while (next) {
        const page = (await (await world.ask(next, { headers: agencyA })).json()) as {
          statements: { id: string }[];
          more: string;
        };
        ids.push(...page.statements.map(({ id }) => id));
        next = page.more;
      }
      for (const id of foreign) expect(ids, query).not.toContain(id);
      if (!query.includes('agent=')) expect(ids, query).toEqual(expect.arrayContaining([...own]));
    }
    for (const id of foreign) expect((await read(`?statementId=${id}`, agencyA)).status).toBe(404);
  });

  it('goes on for the client that began, and for no other', async () => {
    const { more } = (await (await read('?limit=1', agencyB)).json()) as { more: string };
    expect((await world.ask(more, { headers: agencyB })).status).toBe(200);
    for (const headers of [agencyA, platform]) {
      const refused = await world.ask(more, { headers });
      expect([refused.status, ((await refused.json()) as { code: string }).code]).toEqual([
        400,
        'lrs.cursor-invalid',
      ]);
    }
    const cursor = (await world.ask('/records', { headers: agencyB })).headers.get('x-sinau-cursor') ?? '';
    const foreignPull = await world.ask(`/records?cursor=${cursor}`, { headers: agencyA });
    expect(foreignPull.status).toBe(400);
  });
});

describe('E10, E11: what a sender cannot decide', () => {
  it('E10: stored and authority are set here, whatever was sent', async () => {
    const forged = statement({
      actor: person('learner'),
      stored: '2001-01-01T00:00:00.000Z',
      authority: { mbox: 'mailto:presiden@contoh.example' },
    });
    expect((await post(forged, agencyA)).status).toBe(200);
    const kept = (await (await read(`?statementId=${forged.id}`)).json()) as typeof forged & {
      stored: string;
      authority: object;
    };
    expect(Date.now() - Date.parse(kept.stored)).toBeLessThan(60_000);
    expect(JSON.stringify(kept.authority)).toMatch(/"client:/);
    expect(JSON.stringify(kept)).not.toContain('presiden');
  });

  it('E10: an agency speaks for no other’s people, and voids nothing of another authority', async () => {
    const spoken = statement({ actor: person('foreign-learner') });
    expect((await post(spoken, agencyA)).status).toBe(403);
    // Nor by the address of a person, or its hash; who is nobody here may be named so.
    const mbox = `mailto:${world.people['foreign-learner'].email}`;
    const mbox_sha1sum = createHash('sha1').update(mbox).digest('hex');
    for (const actor of [{ mbox }, { mbox_sha1sum }, { objectType: 'Group', member: [{ mbox }] }]) {
      const named = statement({ actor });
      expect((await post(named, agencyA)).status, JSON.stringify(actor)).toBe(403);
      expect(await isStored(named.id)).toBe(false);
      expect((await post(statement({ actor }), agencyB)).status, JSON.stringify(actor)).toBe(200);
    }
    expect((await post(statement({ actor: { mbox: 'mailto:x@jauh.example' } }), agencyA)).status).toBe(200);
    const target = statement();
    expect((await post(target)).status).toBe(200);
    const voiding = statement({
      verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
      object: { objectType: 'StatementRef', id: target.id },
    });
    expect((await post(voiding, agencyA)).status).toBe(403);
    expect([await isStored(spoken.id), await isStored(voiding.id), await isStored(target.id)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('E11: the same statement again changes nothing, another one under its id is refused', async () => {
    const one = statement();
    expect((await post(one)).status).toBe(200);
    const first = await (await read(`?statementId=${one.id}`)).text();
    expect((await post(one)).status).toBe(200);
    const other = { ...one, verb: { id: 'https://contoh.example/menulis' } };
    expect((await post(other)).status).toBe(409);
    expect((await post([statement(), other])).status).toBe(409);
    expect(await (await read(`?statementId=${one.id}`)).text()).toBe(first);
  });
});

describe('E12: what is too large or not whole', () => {
  it('takes a statement of 2 MB and gives it back as it came', async () => {
    const large = statement({
      result: { extensions: { 'https://contoh.example/naskah': 'aksara é '.repeat(200_000) } },
    });
    const size = Buffer.byteLength(JSON.stringify(large));
    expect(size).toBeGreaterThan(2_000_000);
    expect((await post(large)).status).toBe(200);
    const kept = (await (await read(`?statementId=${large.id}`)).json()) as { result: object };
    expect(kept.result).toEqual((large as { result?: object }).result);
  });

  it('refuses a body beyond the limit with 413, and stores nothing of it', async () => {
    const large = statement({ result: { response: 'x'.repeat(5_000_000) } });
    expect((await post(large)).status).toBe(413);
    expect(await isStored(large.id)).toBe(false);
  });

  it('refuses 5,000 statements of which one is bad, and 1,000 of which the last is, whole', async () => {
    for (const [count, status] of [
      [5_000, 413],
      [1_000, 400],
    ] as const) {
      const batch = Array.from({ length: count }, () => statement());
      const sent = batch.map((one, n) => (n === count - 1 ? { ...one, verb: { id: 'no IRI' } } : one));
      const refused = await post(sent);
      expect(refused.status, `${count}`).toBe(status);
      await refused.body?.cancel();
      for (const one of [batch[0], batch[count >> 1], batch.at(-1)]) {
        expect(await isStored(one?.id ?? '')).toBe(false);
      }
    }
  });

  it('refuses data that is not what its hash says, and stores neither', async () => {
    const bytes = Uint8Array.from({ length: 4096 }, (_, n) => n % 256);
    const sha2 = createHash('sha256').update(bytes).digest('hex');
    const attachment = {
      usageType: 'https://contoh.example/lampiran',
      display: { id: 'Lampiran' },
      contentType: 'application/octet-stream',
      length: bytes.length,
      sha2,
    };
    const send = async (data: Uint8Array) => {
      const one = statement({ attachments: [attachment] });
      const part: AttachmentData = { sha2, contentType: attachment.contentType, bytes: data };
      const { contentType, body } = writeMultipart(JSON.stringify(one), [part], 'batas');
      const headers = { ...platform, 'content-type': contentType };
      const answer = await world.ask('/xapi/statements', { method: 'POST', headers, body });
      return { id: one.id, status: answer.status };
    };
    const altered = await send(bytes.map((byte, n) => (n === 7 ? byte ^ 1 : byte)));
    expect([altered.status, await isStored(altered.id)]).toEqual([400, false]);
    const whole = await send(bytes);
    expect(whole.status).toBe(200);
    const answer = await read(`?statementId=${whole.id}&attachments=true`);
    const parsed = parseMultipart(
      answer.headers.get('content-type') ?? '',
      new Uint8Array(await answer.arrayBuffer()),
    );
    expect(parsed.ok && new Uint8Array(parsed.parts[1]?.body ?? [])).toEqual(bytes);
  });
});
