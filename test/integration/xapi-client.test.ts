import { createHash } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import library, { type Statement } from '@xapi/xapi';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../server/start-server.ts';

// A CommonJS module with a default export of its own.
const XAPI = library.default;

const agent = {
  objectType: 'Agent',
  account: { homePage: 'https://client.example', name: 'tester' },
} as const;
const activity = { id: 'https://client.example/activities/1', definition: { name: { en: 'One' } } };

/** The xapijs project's client, as an agency's own system may use it, against the running product. */
describe('@xapi/xapi as a client', () => {
  let dataDir: string;
  let server: RunningServer;
  let xapi: InstanceType<typeof XAPI>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sinau-client-'));
    server = await startServer({ dataDir });
    const { endpoint, key, secret } = server.dev.xapi;
    xapi = new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret) });
  }, 420_000);
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  const statement = (verb: keyof typeof XAPI.Verbs): Statement => ({
    actor: agent,
    verb: XAPI.Verbs[verb] as Statement['verb'],
    object: activity,
  });

  it('reads about', async () => {
    const { data } = await xapi.getAbout();
    expect(data.version).toEqual(expect.arrayContaining(['1.0.3', '2.0.0']));
  });

  it('sends statements, pages through them by more, and sees a voided one no longer', async () => {
    const sent = await xapi.sendStatements({
      statements: [statement('INITIALIZED'), statement('PROGRESSED'), statement('COMPLETED')],
    });
    expect(sent.data).toHaveLength(3);
    const first = await xapi.getStatements({ agent, limit: 2 });
    expect(first.data.statements).toHaveLength(2);
    const { data } = await xapi.getMoreStatements({ more: first.data.more });
    if (!('statements' in data)) throw new Error('expected JSON without attachments');
    const all = [...first.data.statements, ...data.statements];
    expect(all.map(({ id }) => id).sort()).toEqual([...sent.data].sort());

    const [voided = ''] = sent.data;
    await xapi.voidStatement({ actor: agent, statementId: voided });
    await expect(xapi.getStatement({ statementId: voided })).rejects.toMatchObject({
      response: { status: 404 },
    });
    expect((await xapi.getVoidedStatement({ voidedStatementId: voided })).data.id).toBe(voided);
  });

  it('sends an attachment and gets its bytes back', async () => {
    const content = new Uint8Array(256).map((_, index) => index);
    const sha2 = createHash('sha256').update(content).digest('hex');
    const attachment = {
      usageType: 'https://client.example/attachment',
      display: { en: 'All bytes' },
      contentType: 'application/octet-stream',
      length: content.length,
      sha2,
    };
    // The library makes a Blob of the request, which Node's fetch sends and its axios does not.
    const { endpoint, key, secret } = server.dev.xapi;
    const sender = new XAPI({ endpoint, auth: XAPI.toBasicAuth(key, secret), adapter: 'fetch' });
    const { data } = await sender.sendStatement({
      statement: { ...statement('ANSWERED'), attachments: [attachment] },
      attachments: [content.buffer],
    });
    const [statementId = ''] = data;
    const stored = await xapi.getStatement({ statementId });
    expect(stored.data.attachments).toMatchObject([{ sha2, length: 256 }]);
  });

  it('keeps State and profile documents', async () => {
    const state = { agent, activityId: activity.id, stateId: 'bookmark' };
    await xapi.setState({ ...state, state: { page: 3 } });
    expect((await xapi.getState(state)).data).toEqual({ page: 3 });
    await xapi.deleteState(state);
    await expect(xapi.getState(state)).rejects.toMatchObject({ response: { status: 404 } });

    await xapi.createAgentProfile({ agent, profileId: 'settings', profile: { large: true } });
    expect((await xapi.getAgentProfile({ agent, profileId: 'settings' })).data).toEqual({ large: true });
  });
});
