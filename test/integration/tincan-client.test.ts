import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import TinCan from 'tincanjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type RunningServer, startServer } from '../server/start-server.ts';

const actor = { objectType: 'Agent', account: { homePage: 'https://client.example', name: 'tincan' } };
const verb = (name: string) => ({
  id: `http://adlnet.gov/expapi/verbs/${name}`,
  display: { 'en-US': name },
});
const target = { id: 'https://client.example/activities/tincan', objectType: 'Activity' };

const statementSchema = z.object({ id: z.string(), verb: z.object({ id: z.string() }) });
const resultSchema = z.object({ statements: z.array(statementSchema), more: z.string().nullable() });

/** What the content of authoring tools has used for years to speak to record stores, version 1.0.2 on the wire. */
describe('tincanjs as a client', () => {
  let dataDir: string;
  let server: RunningServer;
  let lrs: InstanceType<typeof TinCan.LRS>;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'sinau-tincan-'));
    server = await startServer({ dataDir });
    const { endpoint, key, secret } = server.dev.xapi;
    lrs = new TinCan.LRS({ endpoint: `${endpoint}/`, username: key, password: secret, allowFail: false });
  }, 420_000);
  afterAll(async () => {
    await server?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  /** Its callbacks as a promise; a refusal of the server is an HTTP status. */
  function ask(
    call: (config: { callback: (error: unknown, result: unknown) => void }) => void,
  ): Promise<unknown> {
    return new Promise((resolve, reject) => {
      call({
        callback: (error, result) =>
          error === null ? resolve(result) : reject(new Error(`answered ${String(error)}`)),
      });
    });
  }

  it('reads about', async () => {
    const about = await ask((config) => lrs.about(config));
    expect(about).toMatchObject({ version: expect.arrayContaining(['1.0.3']) });
  });

  it('sends one and several, queries them through all pages, and voids', async () => {
    const make = (name: string) =>
      new TinCan.Statement({ id: randomUUID(), actor, verb: verb(name), target });
    const [one, two, three] = [make('initialized'), make('answered'), make('completed')];
    await ask((config) => lrs.saveStatement(one, config));
    await ask((config) => lrs.saveStatements([two, three], config));
    // The same request again, as after a lost answer.
    await ask((config) => lrs.saveStatement(one, config));
    const params = { agent: new TinCan.Agent(actor), limit: 2, ascending: true };
    const first = resultSchema.parse(await ask((config) => lrs.queryStatements({ params, ...config })));
    const url = String(first.more);
    const rest = resultSchema.parse(await ask((config) => lrs.moreStatements({ url, ...config })));
    const ids = [...first.statements, ...rest.statements].map(({ id }) => id);
    expect(ids).toEqual([one.id, two.id, three.id]);

    const reference = { objectType: 'StatementRef', id: two.id };
    const voiding = new TinCan.Statement({
      id: randomUUID(),
      actor,
      verb: verb('voided'),
      target: reference,
    });
    await ask((config) => lrs.saveStatement(voiding, config));
    await expect(ask((config) => lrs.retrieveStatement(two.id, config))).rejects.toThrow('404');
    const voided = await ask((config) => lrs.retrieveVoidedStatement(two.id, config));
    expect(statementSchema.parse(voided).id).toBe(two.id);
  });

  it('sends an attachment and gets its very bytes back', async () => {
    // Text: on Node its transport writes other bytes as replacement characters, which a record store has to refuse.
    const bytes = new TextEncoder().encode('Sertifikat – nilai é\r\n--bukan batas\r\n');
    const attachment = new TinCan.Attachment({
      usageType: 'https://client.example/attachment',
      display: { 'en-US': 'All bytes' },
      contentType: 'text/plain; charset=utf-8',
      content: bytes.buffer,
    });
    const statement = new TinCan.Statement({
      id: randomUUID(),
      actor,
      verb: verb('experienced'),
      target,
      attachments: [attachment],
    });
    await ask((config) => lrs.saveStatement(statement, config));
    const got = await new Promise<{ attachments?: readonly { content: ArrayBuffer | null }[] | null }>(
      (resolve, reject) => {
        lrs.retrieveStatement(statement.id, {
          params: { attachments: true },
          callback: (error, result) => (error === null ? resolve(Object(result)) : reject(error)),
        });
      },
    );
    expect(new Uint8Array(got.attachments?.[0]?.content ?? new ArrayBuffer(0))).toEqual(bytes);
  });

  it('keeps, reads and drops State', async () => {
    const place = { agent: new TinCan.Agent(actor), activity: new TinCan.Activity(target) };
    const contentType = 'application/json';
    const value = { page: 3, text: 'bab tiga – “akhir”' };
    await ask((config) =>
      lrs.saveState('bookmark', JSON.stringify(value), { ...place, contentType, ...config }),
    );
    const state = await ask((config) => lrs.retrieveState('bookmark', { ...place, ...config }));
    expect(state).toMatchObject({ contents: value });
    await ask((config) => lrs.dropState('bookmark', { ...place, ...config }));
    expect(await ask((config) => lrs.retrieveState('bookmark', { ...place, ...config }))).toBeNull();
  });
});
