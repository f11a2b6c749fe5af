import type { ProviderId } from '@sinau/kernel';
import { fixedClock } from '@sinau/kernel/testing';
import { nodeDigest } from '@sinau/platform/crypto';
import { outcomeOf } from '@sinau/rostering';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { createMessageVerifier } from '../adapters/message-verifier.ts';
import type { ConnectionId } from '../connection.ts';
import { type ConnectionSecrets, sealSecrets } from '../secrets.ts';
import { memoryConnectionStore } from '../testing/memory-connection-store.ts';
import { memoryHealthStore } from '../testing/memory-health-store.ts';
import { memoryResultStore } from '../testing/results/memory-result-store.ts';
import { sampleConnection } from '../testing/sample-connection.ts';
import { versionOf } from './settle-results.ts';
import { takeMessage } from './take-message.ts';

const connectionId = '00000000-0000-4000-8000-000000000010' as ConnectionId;
const providerId = 'kampus' as ProviderId;
const [secret, older] = ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'];
const plainBox = { seal: async (text: string) => text, open: async (text: string) => text };

const item = (over: object = {}) => ({
  ...{ id: 'evt-1', course: '4', learner: { id: '17' }, occurredAt: '2026-03-02T00:59:00Z' },
  ...{ score: { given: 80, maximum: 100 } },
  ...over,
});

async function world(
  secrets: ConnectionSecrets = { current: secret },
  kind: 'webhook' | 'moodle' = 'webhook',
) {
  const clock = fixedClock();
  const connections = memoryConnectionStore();
  const holder = sampleConnection({ connectionId, providerId, kind });
  const sealedSecrets = await sealSecrets(plainBox, holder, secrets);
  await connections.create({ ...holder, sealedSecrets });
  const results = memoryResultStore(nodeDigest);
  const verifier = createMessageVerifier();
  const health = memoryHealthStore();
  const deps = { connections, results, health, clock, box: plainBox, digest: nodeDigest, verifier };
  const signed = (body: string, by = secret, id = 'msg_1') => ({
    ...{ connectionId: connectionId as string, id, body, contentType: 'application/json' },
    timestamp: String(Math.floor(clock.now().getTime() / 1000)),
    signatures: new Webhook(by).sign(id, clock.now(), body),
  });
  const send = (...items: readonly unknown[]) =>
    takeMessage(deps, signed(JSON.stringify({ results: items })));
  return { deps, clock, results, signed, send };
}

const refused = { code: 'connectors.signature-invalid' };

describe('a signed message of a provider', () => {
  it('is verified as the specification computes it', () => {
    const message = {
      ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: '1614265330', body: '{"test": 2432232314}' },
      signatures: 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    };
    const { verify } = createMessageVerifier();
    expect(verify({ ...message, secrets: [secret] })).toBe(true);
    expect(verify({ ...message, secrets: [older, secret] })).toBe(true);
    const several = `v1a,xyz v1,${'A'.repeat(43)}= ${message.signatures}`;
    expect(verify({ ...message, secrets: [secret], signatures: several })).toBe(true);
    expect(verify({ ...message, secrets: [older] })).toBe(false);
    expect(verify({ ...message, secrets: [secret], body: '{"test":2432232314}' })).toBe(false);
    expect(verify({ ...message, secrets: [secret], signatures: '' })).toBe(false);
  });

  it('takes each kind of an item apart, and keeps the item as it was sent, without the others and the signature', async () => {
    const { deps, signed, results } = await world();
    const all = item({
      completion: { completed: true },
      credential: { number: 'UNIV/2026/7', issuedOn: '2026-03-01' },
      learner: { id: '17', name: 'Sri Contoh', email: 'sri@contoh.example' },
    });
    const [other, text] = [item({ id: 'evt-2', learner: { id: '18' } }), JSON.stringify(all, undefined, 2)];
    const message = signed(`{ "results": [ ${JSON.stringify(other)} ,\n${text} ] }`);
    expect(await takeMessage(deps, message)).toEqual([{ outcome: 'taken' }, { outcome: 'taken' }]);
    const { results: listed } = await results.list({ providerId, limit: 10 });
    expect(JSON.stringify(listed)).not.toMatch(/Contoh|@/);
    const taken = listed.filter(({ event }) => event.eventId === 'evt-1');
    expect(taken.map(({ event }) => event.result.kind).sort()).toEqual(['completion', 'credential', 'score']);
    for (const { resultId } of taken) {
      expect(await results.readSent(resultId)).toMatchObject({
        ...{ text, contentType: 'application/json', where: 'msg_1 /results/1' },
        sha256: nodeDigest.sha256(text),
      });
    }
  });

  it('L2: sent again, also signed anew, it changes nothing', async () => {
    const { send, signed, deps, results } = await world();
    const nameless = item({ id: undefined });
    const body = JSON.stringify({ results: [nameless, item()] });
    expect(await takeMessage(deps, signed(body))).toEqual([{ outcome: 'taken' }, { outcome: 'taken' }]);
    expect(await takeMessage(deps, signed(body))).toEqual([
      { outcome: 'duplicate' },
      { outcome: 'duplicate' },
    ]);
    expect(await send(item({ score: { given: 1, maximum: 100 } }))).toEqual([{ outcome: 'contradicts' }]);
    expect((await results.list({ providerId, limit: 10 })).results).toHaveLength(2);
  });

  it('corrects a grade of the same time by a new saying, and not by the old one sent once more', async () => {
    const { send, clock, results } = await world();
    const learners = Array.from({ length: 12 }, (_, n) => `${n}`);
    const graded = (word: string, given: number) =>
      learners.map((id) => item({ id: `${word}-${id}`, learner: { id }, score: { given, maximum: 100 } }));
    for (const items of [graded('first', 55), graded('second', 85), graded('first', 55)]) {
      await send(...items);
      clock.advance(1000);
    }
    // Of one message the later item.
    await send(
      ...[70, 60].map((given) =>
        item({ id: `x-${given}`, learner: { id: 'x' }, score: { given, maximum: 100 } }),
      ),
    );
    const { results: all } = await results.list({ providerId, limit: 100 });
    const standing = (id: string) => {
      const own = all.filter(
        ({ event: { about } }) => 'externalLearnerId' in about && about.externalLearnerId === id,
      );
      return outcomeOf(own.map(versionOf), { by: 'score' }).score?.what.given;
    };
    expect(learners.map(standing)).toEqual(learners.map(() => 85));
    expect(standing('x')).toBe(60);
  });

  it('one bad item holds up no other', async () => {
    const { send } = await world();
    const bad = [null, item({ occurredAt: 'kemarin' }), item({ score: undefined }), item({ course: '' })];
    const answers = await send(...bad, item());
    expect(answers.map(({ reason, outcome }) => reason ?? outcome)).toEqual([
      ...['shape-invalid', 'shape-invalid', 'shape-invalid', 'course-missing'],
      'taken',
    ]);
  });

  it('F4: is refused when its body, id, time or signature was touched', async () => {
    const { deps, signed, results } = await world();
    const message = signed(JSON.stringify({ results: [item()] }));
    const touched = [
      { ...message, body: message.body.replace('80', '99') },
      { ...message, id: 'msg_2' },
      { ...message, timestamp: String(Number(message.timestamp) + 1) },
      { ...message, signatures: undefined },
      { ...message, id: undefined },
      { ...message, timestamp: 'now' },
      { ...message, connectionId: '00000000-0000-4000-8000-000000000099' },
      { ...message, connectionId: 'x' },
    ];
    for (const one of touched) await expect(takeMessage(deps, one)).rejects.toMatchObject(refused);
    expect((await results.list({ providerId, limit: 10 })).results).toEqual([]);
  });

  it('F4: replayed after five minutes it is refused', async () => {
    const { deps, clock, signed } = await world();
    const message = signed(JSON.stringify({ results: [item()] }));
    clock.advance(300_000);
    expect(await takeMessage(deps, message)).toEqual([{ outcome: 'taken' }]);
    clock.advance(1_000);
    await expect(takeMessage(deps, message)).rejects.toMatchObject(refused);
  });

  it('counts with the old secret while it is being changed, and not after', async () => {
    const until = '2026-03-02T02:00:00.000Z';
    const { deps, clock, signed } = await world({ current: secret, previous: { secret: older, until } });
    const body = JSON.stringify({ results: [item()] });
    expect(await takeMessage(deps, signed(body, older))).toEqual([{ outcome: 'taken' }]);
    expect(await takeMessage(deps, signed(body))).toEqual([{ outcome: 'duplicate' }]);
    clock.advance(3_600_000);
    await expect(takeMessage(deps, signed(body, older))).rejects.toMatchObject(refused);
  });

  it('is noted as the last time that results came; one that is refused is not', async () => {
    const { deps, signed, send, clock } = await world();
    const last = async () => (await deps.health.read(connectionId)).last;
    const wrong = { ...signed('{"results":[1]}'), id: 'msg_2' };
    await expect(takeMessage(deps, wrong)).rejects.toMatchObject(refused);
    await expect(takeMessage(deps, signed('{}'))).rejects.toMatchObject({ code: 'request.invalid' });
    expect(await last()).toEqual({});
    await send(item());
    expect(await last()).toEqual({ results: { successAt: clock.now().toISOString() } });
  });

  it('is not taken with the secret of another kind of connection', async () => {
    const { deps, signed } = await world({ current: secret }, 'moodle');
    await expect(takeMessage(deps, signed('{"results":[]}'))).rejects.toMatchObject(refused);
  });

  it('D4: is refused as a whole when it is no message', async () => {
    const { deps, signed } = await world();
    const bodies = [
      '{"results":[]}',
      '{}',
      '[',
      '{"results":[1],"results":[2]}',
      `{"results":[${Array(101).fill('1').join()}]}`,
    ];
    for (const body of bodies)
      await expect(takeMessage(deps, signed(body))).rejects.toMatchObject({ code: 'request.invalid' });
  });
});
