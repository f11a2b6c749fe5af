import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEnd } from './ends-at.ts';
import { createEsignClient, EsignRefused, type EsignResponse, mostSealedBytes, type Send } from './index.ts';
import { createFakeEsign, type EsignFault, type FakeEsignOptions } from './testing/index.ts';

const base64 = {
  encode: (bytes: Uint8Array) => Buffer.from(bytes).toString('base64'),
  decode: (text: string) => (/^[\w+/]+=*$/.test(text) ? Buffer.from(text, 'base64') : undefined),
};
const pdf = Buffer.from('%PDF-1.7 sertifikat');

function world(options: Partial<FakeEsignOptions> = {}) {
  let now = new Date('2026-11-28T03:00:00Z');
  const clock = { now: () => now };
  const fake = createFakeEsign({
    clock,
    seal: (bytes) => Buffer.concat([bytes, Buffer.from(' segel')]),
    ...options,
  });
  const client = (with_: Partial<Parameters<typeof createEsignClient>[0]> = {}) =>
    createEsignClient({
      ...{
        send: fake.send,
        address: 'https://esign.badan-contoh.example',
        username: 'sinau',
        password: 'sandi-esign',
      },
      ...{ subscriberId: 'segel-badan-contoh', base64 },
      ...with_,
    });
  const pass = (minutes: number) => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  return { fake, client, pass };
}

async function activated(options: Partial<FakeEsignOptions> = {}) {
  const made = world(options);
  await made.client().requestActivation();
  return { ...made, activation: made.fake.mailedCode() };
}

const troubleOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => {
      if (!(error instanceof EsignRefused)) throw error;
      return error.mayHaveSealed ? `${error.because}?` : error.because;
    },
  );

async function sealOnce(made: Awaited<ReturnType<typeof activated>>) {
  const { code } = await made.client().sealCode(made.activation);
  return troubleOf(made.client().seal({ code, pdf, reason: 'Sertifikat' }));
}

describe('the seal service', () => {
  it('seals with the codes that lead to it, and tells when they end', async () => {
    const { fake, client, activation } = await activated();
    const { code, endsAt } = await client().sealCode(activation);
    expect(endsAt).toBe('2026-11-28T03:05:00.000Z');
    const sealed = await client().seal({ code, pdf, reason: 'Sertifikat' });
    expect(Buffer.from(sealed).toString()).toBe('%PDF-1.7 sertifikat segel');
    expect(fake.state).toMatchObject({ sealed: 1, quota: 999 });
    // Good once.
    expect(await troubleOf(client().seal({ code, pdf, reason: '' }))).toBe('not-activated');
  });

  it('renews an activation by the one before, which counts no more', async () => {
    const { client, activation } = await activated();
    const next = await client().renewActivation(activation);
    expect(next.endsAt).toBe('2026-11-29T03:00:00.000Z');
    expect(await troubleOf(client().sealCode(activation))).toBe('not-activated');
    expect(await troubleOf(client().sealCode(next.code))).toBe('done');
    await client().revokeActivation(next.code);
    expect(await troubleOf(client().sealCode(next.code))).toBe('not-activated');
  });

  it.each<[string, Parameters<ReturnType<typeof world>['client']>[0], string]>([
    ['a wrong password', { password: 'lain' }, 'signed-out'],
    ['a seal that it does not know', { subscriberId: 'lain' }, 'not-registered'],
  ])('says what is missing: %s', async (_, with_, because) => {
    const { client, activation } = await activated();
    expect(await troubleOf(client(with_).sealCode(activation))).toBe(because);
  });

  it('says so when an activation has ended, when seals are used up, and when the certificate has ended', async () => {
    const { client, activation, pass } = await activated();
    pass(24 * 60);
    expect(await troubleOf(client().sealCode(activation))).toBe('not-activated');
    expect(await sealOnce(await activated({ quota: 0 }))).toBe('quota-spent');
    expect(await sealOnce(await activated({ certificateEndsAt: new Date('2026-11-28T03:00:00Z') }))).toBe(
      'certificate-ended',
    );
  });

  it('sends nothing that is longer than it takes, and knows a server that takes less', async () => {
    const made = await activated({ mostBodyBytes: 100_000 });
    const { code } = await made.client().sealCode(made.activation);
    const long = (length: number) => made.client().seal({ code, pdf: new Uint8Array(length), reason: '' });
    expect(await troubleOf(long(mostSealedBytes + 1))).toBe('too-large');
    expect(await troubleOf(long(100_000))).toBe('too-large');
    expect(made.fake.state.sealed).toBe(0);
  });

  it.each<[EsignFault, string, number]>([
    ['lost', 'timeout?', 1],
    ['silent', 'timeout?', 0],
    ['page', 'broken-answer?', 0],
    ['page-after', 'broken-answer?', 1],
    ['cut', 'broken-answer?', 1],
    ['error', 'broken-answer?', 0],
    ['busy', 'busy', 0],
    ['away', 'unreachable', 0],
  ])('%s: never says that no seal was counted where nobody can know', async (fault, because, sealed) => {
    const made = await activated({ fault: (door) => (door === 'pdf' ? fault : undefined) });
    expect(await sealOnce(made)).toBe(because);
    expect(made.fake.state.sealed).toBe(sealed);
  });

  it('keeps no long numbers of what others say', () => {
    const words = 'NIK 3273012345678901 salah, TOTP 123456';
    expect(new EsignRefused('refused', { words }).words).toBe('NIK … salah, TOTP …');
  });

  it('lets nothing escape but its own error, whatever is answered', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 100, max: 599 }),
        fc.oneof(fc.json(), fc.string()),
        async (status, text) => {
          const response: EsignResponse = { status, headers: {}, body: new TextEncoder().encode(text) };
          const send: Send = async () => response;
          const client = world().client({ send });
          for (const work of [
            client.sealCode('1'),
            client.renewActivation('1'),
            client.seal({ code: '1', pdf, reason: '' }),
          ]) {
            await troubleOf(work);
          }
        },
      ),
      { seed: 56 },
    );
  });
});

describe('the end of a code', () => {
  it.each([
    ['2026-11-28T03:05:00Z', '2026-11-28T03:05:00.000Z'],
    ['2026-11-28T10:05:00+07:00', '2026-11-28T03:05:00.000Z'],
    ['2026-11-28 10:05:00', '2026-11-28T03:05:00.000Z'],
    [1_795_835_100_000, '2026-11-28T03:05:00.000Z'],
    [1_795_835_100, '2026-11-28T03:05:00.000Z'],
    ['1795835100', '2026-11-28T03:05:00.000Z'],
    ['besok', undefined],
    [null, undefined],
    [Number.NaN, undefined],
    ['2026-99-99 10:05:00', undefined],
  ])('%j', (told, read) => {
    expect(readEnd(told)).toBe(read);
  });
});
