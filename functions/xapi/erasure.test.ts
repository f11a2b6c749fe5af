import { type ErasureMode, erasePersonStatements } from '@sinau/lrs';
import {
  memoryActivityStore,
  memoryAttachmentStore,
  memoryDocumentStore,
  memoryStatementStore,
} from '@sinau/lrs/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { describe, expect, it } from 'vitest';
import { type Found, issuer, person, readJson, statement, xapiWorld } from './testing/xapi-world.ts';

const id = '6690e6c9-3ef0-4ed3-8b37-7f3964730bee';
const path = `/statements?statementId=${id}`;
const agent = encodeURIComponent(JSON.stringify(person('a')));

/** The door, and a way to take a person out behind it. */
function world() {
  const eraser: { now?: ReturnType<typeof memoryStatementStore> } = {};
  const on = xapiWorld({
    open: ({ clock }) => {
      const attachments = memoryAttachmentStore();
      eraser.now = memoryStatementStore({ clock, attachments });
      return {
        statements: eraser.now,
        attachments,
        activities: memoryActivityStore(),
        documents: memoryDocumentStore(),
      };
    },
  });
  const erase = async (mode: ErasureMode) => {
    if (!eraser.now) throw new Error('no store');
    return erasePersonStatements(
      { eraser: eraser.now, digest: nodeDigest },
      {
        ...{ store: 'national', agents: [person('a')], mode, homePage: issuer, key: 'k', limit: 100 },
        untilMs: Number.MAX_SAFE_INTEGER,
      },
    );
  };
  return { ...on, erase };
}

describe('P2: a client after an erasure', () => {
  it('finds nothing, is answered as before for the same statement, and has a conflict for another one', async () => {
    const { ask, post, erase } = world();
    const one = statement({ id, actor: person('a') });
    await post([one]);
    await erase('erase');
    expect((await ask(path)).status).toBe(404);
    expect((await ask(`/statements?voidedStatementId=${id}`)).status).toBe(404);
    expect((await readJson<Found>(await ask(`/statements?agent=${agent}`))).statements).toEqual([]);
    expect((await ask(path, { method: 'PUT', json: one })).status).toBe(204);
    expect(await post([one])).toEqual([id]);
    const other = { ...one, verb: { id: 'http://v.example/other' } };
    expect((await ask(path, { method: 'PUT', json: other })).status).toBe(409);
    expect((await ask('/statements', { method: 'POST', json: [other] })).status).toBe(409);
    expect((await ask(path)).status).toBe(404);
    expect((await readJson<Found>(await ask('/statements'))).statements).toEqual([]);
  });

  it('finds a pseudonymous statement by its id, and nothing by the person', async () => {
    const { ask, post, erase } = world();
    const one = statement({ id, actor: person('a') });
    await post([one]);
    await erase('pseudonymise');
    const text = await (await ask(path)).text();
    expect(text).not.toContain(JSON.stringify(person('a').account));
    expect(JSON.parse(text)).toMatchObject({ id, actor: { account: { homePage: issuer } } });
    expect((await readJson<Found>(await ask(`/statements?agent=${agent}`))).statements).toEqual([]);
    expect((await ask(path, { method: 'PUT', json: one })).status).toBe(204);
    expect(await (await ask(path)).text()).toBe(text);
  });
});
