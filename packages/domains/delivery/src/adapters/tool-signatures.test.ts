import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { fixedClock } from '@sinau/kernel/testing';
import { createOutbound, type OutboundResponse } from '@sinau/platform/outbound';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { memoryKeyReadings } from '../testing/memory-lti.ts';
import { sampleTool } from '../testing/sample-tool.ts';
import { createAddressCheck } from './address-check.ts';
import { createToolKeySets } from './tool-key-sets.ts';
import { createToolSignatures } from './tool-signatures.ts';

interface Pair {
  readonly privateKey: KeyObject;
  readonly pem: string;
  readonly jwk: Readonly<Record<string, unknown>>;
}

let first: Pair;
let second: Pair;
let small: Pair;

function pair(kid: string, modulusLength = 2048): Pair {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength });
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256' };
  return { privateKey, jwk, pem: publicKey.export({ format: 'pem', type: 'spki' }).toString() };
}

beforeAll(() => {
  [first, second, small] = [pair('first'), pair('second'), pair('small', 1024)];
});

const claims = { iss: 'c1', nonce: 'n' };
const sign = (by: Pair, header: Record<string, unknown> = { kid: by.jwk.kid }) =>
  new SignJWT(claims).setProtectedHeader({ alg: 'RS256', ...header }).sign(by.privateKey);

/** A tool whose key set is answered by `answer`, in place of the network. */
function world(answer: () => Partial<OutboundResponse> | Promise<never>) {
  const clock = fixedClock();
  const readings = memoryKeyReadings();
  let asked = 0;
  const keySets = createToolKeySets({
    ...{ clock, readings },
    outbound: {
      check: async () => undefined,
      send: async () => {
        asked += 1;
        return { status: 200, headers: {}, body: new Uint8Array(), ...(await answer()) };
      },
    },
  });
  const signatures = createToolSignatures({ keySets });
  return { clock, tool: sampleTool(), signatures, readings, asked: () => asked };
}
const setOf = (...keys: readonly unknown[]) => ({ body: new TextEncoder().encode(JSON.stringify({ keys })) });

describe('signatures of tools', () => {
  it('R4: count by a key of the set, which is read once in ten minutes', async () => {
    const { signatures, tool, clock, asked } = world(() => setOf(first.jwk, second.jwk));
    expect(await signatures.verify(tool, await sign(second))).toEqual(claims);
    expect(await signatures.verify(tool, await sign(first))).toEqual(claims);
    clock.advance(10 * 60_000);
    await signatures.verify(tool, await sign(first));
    expect(asked()).toBe(2);
    expect(signatures.claimedClient(await sign(first))).toBe('c1');
  });

  it('R4: tell when the set was read last, and that it cannot be any more', async () => {
    let answer: () => Partial<OutboundResponse> = () => setOf(first.jwk);
    const { clock, tool, signatures, readings } = world(() => answer());
    const uri = tool.keys.kind === 'url' ? tool.keys.jwksUri : '';
    const jwt = await sign(first);
    await signatures.verify(tool, jwt);
    const read = { at: clock.now().toISOString(), keys: 1 };
    expect(await readings.find(uri)).toEqual({ read });
    clock.advance(10 * 60_000);
    answer = () => ({ status: 500 });
    await expect(signatures.verify(tool, jwt)).rejects.toThrow();
    expect(await readings.find(uri)).toEqual({ read, failedAt: clock.now().toISOString() });
    // Whoever keeps the notes being away refuses no message.
    answer = () => setOf(first.jwk);
    readings.note = () => Promise.reject(new Error('away'));
    clock.advance(10 * 60_000);
    expect(await signatures.verify(tool, jwt)).toBeDefined();
  });

  it('R4 E6: a key that is not known makes us ask at once, however young what is known is', async () => {
    let keys = [first.jwk];
    const { signatures, tool, asked } = world(() => setOf(...keys));
    await signatures.verify(tool, await sign(first));
    expect(await signatures.verify(tool, await sign(first, { kid: 'made up' }))).toBeUndefined();
    keys = [second.jwk];
    expect(await signatures.verify(tool, await sign(second))).toEqual(claims);
    expect(asked()).toBe(3);
    // Taken back with the change.
    expect(await signatures.verify(tool, await sign(first))).toBeUndefined();
  });

  it('R4 E6: whoever makes up keys makes us ask twice in half a minute, and once for all at the same time', async () => {
    const { signatures, tool, clock, asked } = world(() => setOf(first.jwk));
    await signatures.verify(tool, await sign(first));
    const makeUp = async (...kids: readonly string[]) => {
      const jwts = await Promise.all(kids.map((kid) => sign(first, { kid })));
      const found = await Promise.all(jwts.map((jwt) => signatures.verify(tool, jwt)));
      expect(found).toEqual(kids.map(() => undefined));
    };
    await makeUp('a', 'b', 'c');
    expect(asked()).toBe(2);
    for (const kid of ['d', 'e', 'f', 'g']) await makeUp(kid);
    expect(asked()).toBe(3);
    clock.advance(29_999);
    await makeUp('h');
    expect(asked()).toBe(3);
    clock.advance(1);
    for (const kid of ['i', 'j', 'k']) await makeUp(kid);
    expect(asked()).toBe(5);
    expect(await signatures.verify(tool, await sign(first))).toEqual(claims);
  });

  it('R4 E6: count by another key that has taken the name of one, and by the one before no more', async () => {
    let keys: readonly object[] = [first.jwk];
    const { signatures, tool, asked } = world(() => setOf(...keys));
    await signatures.verify(tool, await sign(first));
    keys = [{ ...second.jwk, kid: 'first' }];
    expect(await signatures.verify(tool, await sign(second, { kid: 'first' }))).toEqual(claims);
    expect(await signatures.verify(tool, await sign(first))).toBeUndefined();
    // Whoever sends what no key has signed makes us ask no more often.
    for (let n = 0; n < 5; n += 1) expect(await signatures.verify(tool, await sign(first))).toBeUndefined();
    expect(asked()).toBe(3);
  });

  it('R4: are found by their name behind a hundred others, and tried with no more than five of one name', async () => {
    const others = (count: number, kid: (at: number) => string) =>
      Array.from({ length: count }, (_, at) => ({ kty: 'RSA', n: second.jwk.n, e: 'AQAB', kid: kid(at) }));
    const many = world(() => setOf(...others(100, (at) => `other ${at}`), first.jwk));
    expect(await many.signatures.verify(many.tool, await sign(first))).toEqual(claims);
    const same = world(() => setOf(...others(5, () => 'first'), first.jwk));
    expect(await same.signatures.verify(same.tool, await sign(first))).toBeUndefined();
  });

  it.each([
    ['is down', () => Promise.reject(new Error('refused'))],
    ['answers a fault', () => ({ status: 500 })],
    ['leads elsewhere', () => ({ status: 302, headers: { location: 'http://169.254.169.254/' } })],
    ['answers a page', () => ({ body: new TextEncoder().encode('<html>') })],
    ['answers no set', () => ({ body: new TextEncoder().encode('{"keys":5}') })],
    // What comes beyond the bound is cut, so nothing whole is there.
    ['never ends', () => ({ body: new TextEncoder().encode(`{"keys":[${'{},'.repeat(20_000)}`) })],
  ])('E6: nothing counts while the key set %s', async (_, answer) => {
    const { signatures, tool, asked } = world(answer);
    await expect(signatures.verify(tool, await sign(first))).rejects.toMatchObject({
      code: 'platform.unavailable',
    });
    await expect(signatures.verify(tool, await sign(first))).rejects.toMatchObject({
      code: 'platform.unavailable',
    });
    expect(asked()).toBe(1);
  });

  it('E1: refuses no signature, a signature by the public key as a secret, and another family', async () => {
    const { signatures, tool } = world(() => setOf(first.jwk));
    const unsigned = new UnsecuredJWT(claims).encode();
    const none = `${Buffer.from('{"alg":"none","kid":"first"}').toString('base64url')}.${unsigned.split('.')[1]}.`;
    const hs = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'first' })
      .sign(new TextEncoder().encode(first.pem));
    const ps = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'PS256', kid: 'first' })
      .sign(first.privateKey);
    for (const jwt of [unsigned, none, hs, ps]) expect(await signatures.verify(tool, jwt)).toBeUndefined();
  });

  it('E1: takes no key, and no address of keys, from the message', async () => {
    const { signatures, tool, asked } = world(() => setOf(first.jwk));
    await signatures.verify(tool, await sign(first));
    for (const trick of [
      { jwk: second.jwk },
      { jku: 'https://evil.example/keys' },
      { x5u: 'https://evil.example/cert' },
      { x5c: ['AAAA'] },
    ]) {
      expect(await signatures.verify(tool, await sign(second, { kid: 'first', ...trick }))).toBeUndefined();
      // Not even beside a good signature.
      expect(await signatures.verify(tool, await sign(first, { kid: 'first', ...trick }))).toBeUndefined();
    }
    expect(asked()).toBe(1);
  });

  it.each(['../../etc/passwd', "' OR 1=1 --", 'constructor', '__proto__'])(
    'E1: kid %j is a name like any other',
    async (kid) => {
      const { signatures, tool } = world(() => setOf(first.jwk, second.jwk));
      expect(await signatures.verify(tool, await sign(first, { kid }))).toBeUndefined();
    },
  );

  it('takes a message without kid only where one key leaves no doubt', async () => {
    const bare = await sign(first, {});
    const one = world(() => setOf(first.jwk));
    const two = world(() => setOf(first.jwk, second.jwk));
    expect(await one.signatures.verify(one.tool, bare)).toEqual(claims);
    expect(await two.signatures.verify(two.tool, bare)).toBeUndefined();
  });

  it('refuses what was altered, a key of another use, a short key, and no message at all', async () => {
    const { signatures, tool } = world(() => setOf({ ...second.jwk, use: 'enc' }, small.jwk, first.jwk));
    const [head, , tail] = (await sign(first)).split('.');
    const other = Buffer.from('{"iss":"c2"}').toString('base64url');
    for (const jwt of [`${head}.${other}.${tail}`, await sign(second), '', 'a.b.c', 'x'.repeat(5000)]) {
      expect(await signatures.verify(tool, jwt)).toBeUndefined();
    }
  });
});

describe('pasted keys', () => {
  const { signatures } = world(() => setOf());
  it('R4: PEM, JWK and JWK set are taken, public members alone, and checked with', async () => {
    for (const text of [first.pem, JSON.stringify(first.jwk), JSON.stringify({ keys: [first.jwk] })]) {
      const keys = await signatures.readPasted(text);
      expect(keys).toMatchObject([{ kty: 'RSA', alg: 'RS256', n: first.jwk.n }]);
      const tool = sampleTool({ keys: { kind: 'pasted', keys: keys ?? [] } });
      expect(await signatures.verify(tool, await sign(first))).toEqual(claims);
      expect(await signatures.verify(tool, await sign(second, { kid: 'first' }))).toBeUndefined();
    }
  });

  it('R4: private keys, short keys, other keys and other texts are not', async () => {
    const privatePem = first.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
    const privateJwk = JSON.stringify(first.privateKey.export({ format: 'jwk' }));
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).publicKey.export({
      format: 'pem',
      type: 'spki',
    });
    for (const text of [
      privatePem,
      privateJwk,
      small.pem,
      ec.toString(),
      '',
      '{',
      '{"keys":[]}',
      'ssh-rsa AAAA',
    ]) {
      expect(await signatures.readPasted(text)).toBeUndefined();
    }
  });
});

describe('keys that are fetched', () => {
  it.each([
    'https://169.254.169.254/keys',
    'https://[::ffff:127.0.0.1]/keys',
    'https://2130706433/keys',
    'https://inside.example/keys',
    'http://93.184.215.14/keys',
  ])('F3 E6: are asked for at no inner address, whatever was registered: %s', async (jwksUri) => {
    const outbound = createOutbound({ resolve: async () => ['10.0.0.7'] });
    const keySets = createToolKeySets({ clock: fixedClock(), outbound });
    const tool = sampleTool({ keys: { kind: 'url', jwksUri } });
    const refused = createToolSignatures({ keySets }).verify(tool, await sign(first));
    await expect(refused).rejects.toMatchObject({ cause: { name: 'OutboundFailed' } });
  });

  it('R10: those of a tool that is down hold up no other tool', async () => {
    const clock = fixedClock();
    const keySets = createToolKeySets({
      clock,
      outbound: {
        check: async () => undefined,
        send: async ({ url }) => {
          if (url.startsWith('https://down.')) throw new Error('refused');
          return { status: 200, headers: {}, ...setOf(first.jwk) };
        },
      },
    });
    const signatures = createToolSignatures({ keySets });
    const down = sampleTool({ keys: { kind: 'url', jwksUri: 'https://down.example/keys' } });
    const jwt = await sign(first);
    await expect(signatures.verify(down, jwt)).rejects.toMatchObject({ code: 'platform.unavailable' });
    expect(await signatures.verify(sampleTool(), jwt)).toEqual(claims);
  });
});

describe('addresses of tools', () => {
  const check = createAddressCheck({
    outbound: createOutbound({
      resolve: async (name) => {
        if (name === 'unknown.example') throw new Error('NXDOMAIN');
        return [name === 'inside.example' ? '10.0.0.7' : '93.184.215.14'];
      },
    }),
  });
  it.each([
    ['https://alat.example/x', undefined],
    ['http://alat.example/x', 'invalid'],
    ['https://a:b@alat.example/x', 'invalid'],
    ['https://127.0.0.1/', 'forbidden'],
    ['https://2130706433/', 'forbidden'],
    ['https://[::ffff:127.0.0.1]/', 'forbidden'],
    ['https://169.254.169.254/latest', 'forbidden'],
    ['https://inside.example/', 'forbidden'],
    ['https://unknown.example/', 'unknown'],
  ])('F3: %s: %s', async (address, wanted) => expect(await check.refusal(address)).toBe(wanted));
});
