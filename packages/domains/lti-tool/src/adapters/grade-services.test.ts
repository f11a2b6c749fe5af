import { countedIds, fixedClock } from '@sinau/kernel/testing';
import { OutboundFailed, type OutboundReason, type OutboundResponse } from '@sinau/platform/outbound';
import { describe, expect, it } from 'vitest';
import { samplePlatform } from '../testing/index.ts';
import { createGradeServices } from './grade-services.ts';

const scope = 'https://purl.imsglobal.org/spec/lti-ags/scope/score';
const platform = samplePlatform();
const url = 'https://lms.kampus.example/li/9/scores';
type Answer = (Partial<Omit<OutboundResponse, 'body'>> & { readonly body?: unknown }) | OutboundReason;

/** `tokens`, `services`: what the doors answer in turn; then a token, and 204. */
function world(given: { readonly tokens?: readonly Answer[]; readonly services?: readonly Answer[] }) {
  const clock = fixedClock();
  const queues = { tokens: [...(given.tokens ?? [])], services: [...(given.services ?? [])] };
  const sent: {
    readonly url: string;
    readonly authorization?: string | undefined;
    readonly body?: string;
  }[] = [];
  const signed: Readonly<Record<string, unknown>>[] = [];
  let count = 0;
  const good = () => {
    count += 1;
    return { status: 200, body: { access_token: `t${count}`, expires_in: 600, token_type: 'Bearer' } };
  };
  const services = createGradeServices({
    ...{ clock, ids: countedIds() },
    signer: {
      sign: async (claims) => {
        signed.push(claims);
        return 'jwt';
      },
    },
    outbound: {
      check: async () => undefined,
      send: async (request) => {
        const isToken = request.url === platform.tokenUrl;
        const { authorization } = request.headers;
        sent.push({ url: request.url, authorization, body: String(request.body ?? '') });
        const answer =
          (isToken ? queues.tokens : queues.services).shift() ?? (isToken ? good() : { status: 204 });
        if (typeof answer === 'string') throw new OutboundFailed(answer);
        const { body, ...rest } = answer;
        const bytes = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body ?? ''));
        return { status: 200, headers: {}, body: bytes, ...rest };
      },
    },
  });
  const post = (to = platform) =>
    services.post(to, { url, scope, type: 'application/x', body: { userId: '42' } });
  const read = () => services.read(platform, { url: 'https://lms.kampus.example/li', scope });
  return { clock, post, read, sent, signed, urls: () => sent.map((one) => one.url) };
}

describe('grade services of platforms', () => {
  it('are used with one token until it ends', async () => {
    const { clock, post, sent, signed, urls } = world({});
    expect(await post()).toMatchObject({ outcome: 'taken' });
    clock.advance(569_000);
    await post();
    expect(urls()).toEqual([platform.tokenUrl, url, url]);
    expect(sent[2]?.authorization).toBe('Bearer t1');
    clock.advance(1_000);
    await post();
    expect(sent[4]?.authorization).toBe('Bearer t2');
    expect(signed).toHaveLength(2);
    expect(signed[0]).toMatchObject({ iss: 'klien-1', aud: platform.tokenUrl });
    expect(signed[0]?.jti).not.toBe(signed[1]?.jti);
    expect(new URLSearchParams(sent[0]?.body).get('scope')).toBe(scope);
  });

  it('get the audience that a platform wants', async () => {
    const { post, signed } = world({});
    await post(samplePlatform({ tokenAudience: 'https://lms.kampus.example' }));
    expect(signed[0]?.aud).toBe('https://lms.kampus.example');
  });

  it('a token that was taken back is replaced once', async () => {
    const { post, sent } = world({ services: [{ status: 401 }] });
    expect(await post()).toMatchObject({ outcome: 'taken' });
    expect(sent.map((one) => one.authorization)).toEqual([undefined, 'Bearer t1', undefined, 'Bearer t2']);
    const again = world({ services: [{ status: 401 }, { status: 401 }] });
    await expect(again.post()).rejects.toMatchObject({ because: 'unauthorised', passing: true });
    expect(again.sent).toHaveLength(4);
  });

  it('a platform that has something newer is done with', async () => {
    const { post } = world({ services: [{ status: 409 }] });
    expect(await post()).toMatchObject({ outcome: 'older' });
  });

  it.each<[string, Answer, object]>([
    [
      'a limit',
      { status: 429, headers: { 'retry-after': '90' } },
      { because: 'throttled', passing: true, afterSeconds: 90 },
    ],
    ['a fault', { status: 502 }, { because: 'server-error', passing: true }],
    ['a refusal', { status: 403 }, { because: 'not-permitted', passing: false }],
    [
      'a redirect',
      { status: 302, headers: { location: 'http://169.254.169.254/' } },
      { because: 'address', passing: false },
    ],
    ['silence', 'timeout', { because: 'unreachable', passing: true }],
    ['F3: a network that is not public', 'address-forbidden', { because: 'address', passing: false }],
  ])('%s', async (_, answer, refused) => {
    await expect(world({ services: [answer] }).post()).rejects.toMatchObject(refused);
  });

  it.each<[string, Answer, object]>([
    [
      'an unknown client',
      { status: 400, body: { error: 'invalid_client' } },
      { because: 'unauthorised', passing: true },
    ],
    [
      'another scope',
      { status: 400, body: { error: 'invalid_scope' } },
      { because: 'scope', passing: false },
    ],
    ['a token for less', { body: { access_token: 't', scope: 'x' } }, { because: 'scope', passing: false }],
    ['a page', { body: '<html>' }, { because: 'broken-answer', passing: true }],
    [
      'an endless answer',
      { body: { access_token: 't' }, isCut: true },
      { because: 'broken-answer', passing: true },
    ],
    ['a fault', { status: 500 }, { because: 'server-error', passing: true }],
    ['nobody', 'refused', { because: 'unreachable', passing: true }],
  ])('at the token door: %s', async (_, answer, refused) => {
    const { post, sent } = world({ tokens: [answer] });
    await expect(post()).rejects.toMatchObject(refused);
    expect(sent).toHaveLength(1);
    // Nothing of it is kept.
    expect(await post()).toMatchObject({ outcome: 'taken' });
  });

  it('answers are read as JSON, whatever comes', async () => {
    expect(await world({ services: [{ body: [{ id: 'a' }] }] }).read()).toEqual([{ id: 'a' }]);
    expect(await world({ services: [{ body: '<html>' }] }).read()).toBeUndefined();
  });
});
