import { createHash, createSign, generateKeyPairSync, verify } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Statement } from '../model.ts';
import { minimal } from '../testing/samples.ts';
import { matchAttachments, type Sha2 } from './attachments.ts';
import { parseMediaType } from './media-type.ts';
import { parseMultipart, writeMultipart } from './multipart.ts';
import { checkSignatures, signatureUsageType } from './signature.ts';

const sha2: Sha2 = (algorithm, bytes) => createHash(algorithm).update(bytes).digest('hex');
const utf8 = (text: string) => new TextEncoder().encode(text);
const everyByte = Uint8Array.from({ length: 1024 }, (_, index) => index % 256);

function attachmentOf(bytes: Uint8Array, more: object = {}) {
  return {
    usageType: 'https://a.id/u',
    display: { id: 'x' },
    contentType: 'application/pdf',
    length: bytes.length,
    sha2: sha2('sha256', bytes),
    ...more,
  };
}

describe('multipart', () => {
  it('gives back any bytes unchanged, trap 12 included', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(bytes, { maxLength: 4 }),
        fc.constantFrom('b', '-------314', "a'()+_,-./:=?"),
        (bodies, boundary) => {
          const data = [everyByte, ...bodies].map((body) => ({
            sha2: sha2('sha256', body),
            contentType: 'a/b',
            bytes: body,
          }));
          const distinct = data.filter(
            (one, index) => data.findIndex(({ sha2: hash }) => hash === one.sha2) === index,
          );
          const { body } = writeMultipart('{"statements":[]}', data, boundary);
          const parsed = parseMultipart(`multipart/mixed; boundary="${boundary}"`, body);
          if (!parsed.ok) throw new Error('refused');
          expect(new TextDecoder().decode(parsed.parts[0]?.body)).toBe('{"statements":[]}');
          expect(parsed.parts.slice(1).map((part) => part.body)).toEqual(distinct.map((one) => one.bytes));
        },
      ),
    );
  });

  it('finds no boundary inside a line or as the start of a longer word', () => {
    const body = utf8('--b\r\nContent-Type: text/plain\r\n\r\nx--b\r\n--bb\r\n--b --y\r\n--b--\r\n');
    const parsed = parseMultipart('multipart/mixed; boundary=b', body);
    expect(parsed.ok && parsed.parts.map((part) => new TextDecoder().decode(part.body))).toEqual([
      'x--b\r\n--bb\r\n--b --y',
    ]);
  });

  it.each([
    ['no boundary in the header', 'multipart/mixed', '--b\r\n\r\nx\r\n--b--'],
    ['a boundary that is not in the body', 'multipart/mixed; boundary=c', '--b\r\n\r\nx\r\n--b--'],
    ['no closing boundary', 'multipart/mixed; boundary=b', '--b\r\n\r\nx\r\n'],
    ['headers without end', 'multipart/mixed; boundary=b', '--b\r\nA: b\r\n--b--'],
    ['a header without colon', 'multipart/mixed; boundary=b', '--b\r\nA\r\n\r\nx\r\n--b--'],
    ['nothing', 'multipart/mixed; boundary=b', ''],
  ])('refuses %s', (_, contentType, body) => {
    expect(parseMultipart(contentType, utf8(body)).ok).toBe(false);
  });

  it('answers any bytes with a verdict', () => {
    const piece = fc.constantFrom('--b', '--', '\r\n', '\n', ':', 'A: b', ' ', 'x');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        expect(typeof parseMultipart('multipart/mixed; boundary=b', utf8(pieces.join(''))).ok).toBe(
          'boolean',
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('lets no line break of a content type reach the headers', () => {
    const data = [{ sha2: 'a', contentType: 'a/b\r\nX-Evil: 1', bytes: utf8('x') }];
    expect(new TextDecoder().decode(writeMultipart('{}', data, 'b').body)).not.toContain('\r\nX-Evil');
  });
});

describe('media type', () => {
  it('reads type and parameters', () => {
    const type = parseMediaType('Multipart/Mixed ; Boundary="a;b\\"c"; x=1;');
    expect(type?.type).toBe('multipart/mixed');
    expect([...(type?.parameters ?? [])]).toEqual([
      ['boundary', 'a;b"c'],
      ['x', '1'],
    ]);
  });

  it.each([undefined, null, '', 'json', 'application/json foo', 'application/json; =x'])(
    'refuses %j',
    (header) => {
      expect(parseMediaType(header)).toBeUndefined();
    },
  );
});

describe('attachments', () => {
  const part = (body: Uint8Array, headers: Record<string, string> = {}) => ({
    body,
    headers: new Map(
      Object.entries({
        'content-transfer-encoding': 'binary',
        'x-experience-api-hash': sha2('sha256', body),
        ...headers,
      }),
    ),
  });
  const one: Statement = { ...minimal, attachments: [attachmentOf(everyByte)] };

  it('matches each part with its attachment, one part for two statements', () => {
    expect(matchAttachments([one, one], [part(everyByte)], sha2)).toEqual({
      ok: true,
      attachments: [{ sha2: sha2('sha256', everyByte), contentType: 'application/pdf', bytes: everyByte }],
    });
  });

  it('knows SHA-512 and hashes in upper case', () => {
    const hash = sha2('sha512', everyByte);
    const statement = { ...minimal, attachments: [attachmentOf(everyByte, { sha2: hash.toUpperCase() })] };
    expect(matchAttachments([statement], [part(everyByte, { 'x-experience-api-hash': hash })], sha2).ok).toBe(
      true,
    );
  });

  it('reaches into a SubStatement', () => {
    const statement: Statement = {
      ...minimal,
      object: {
        objectType: 'SubStatement',
        ...minimal,
        object: { id: 'http://a.id' },
        attachments: [attachmentOf(everyByte)],
      },
    };
    expect(matchAttachments([statement], [], sha2).ok).toBe(false);
    expect(matchAttachments([statement], [part(everyByte)], sha2).ok).toBe(true);
  });

  it('needs no part where there is a fileUrl', () => {
    const statement = { ...minimal, attachments: [attachmentOf(everyByte, { fileUrl: 'https://a.id/f' })] };
    expect(matchAttachments([statement], [], sha2)).toEqual({ ok: true, attachments: [] });
  });

  it.each([
    ['E12: a missing part', [], 'XAPI-00129'],
    ['an excess part', [part(everyByte), part(utf8('other'))], 'XAPI-00128'],
    [
      'E12: data of another hash',
      [part(utf8('other'), { 'x-experience-api-hash': sha2('sha256', everyByte) })],
      'XAPI-00134',
    ],
    ['no hash', [part(everyByte, { 'x-experience-api-hash': '' })], 'XAPI-00134'],
    ['another encoding', [part(everyByte, { 'content-transfer-encoding': 'base64' })], 'XAPI-00135'],
  ])('refuses %s', (_, parts, requirement) => {
    const matched = matchAttachments([one], parts, sha2);
    expect(matched.ok ? [] : matched.issues.map((issue) => issue.requirement)).toContain(requirement);
  });
});

describe('signatures', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

  function sign(payload: unknown, header: object = { alg: 'RS256' }): Uint8Array {
    const input = `${encode(header)}.${encode(payload)}`;
    return utf8(`${input}.${createSign('RSA-SHA256').update(input).sign(privateKey).toString('base64url')}`);
  }

  function check(statement: Statement, jws: Uint8Array, more: object = {}) {
    const attachment = attachmentOf(jws, {
      usageType: signatureUsageType,
      contentType: 'application/octet-stream',
      ...more,
    });
    const data = new Map([
      [attachment.sha2, { sha2: attachment.sha2, contentType: attachment.contentType, bytes: jws }],
    ]);
    return checkSignatures([{ ...statement, attachments: [attachment] }], data, {
      version: '1.0.3',
      verify: ({ signingInput, signature }) =>
        verify('RSA-SHA256', Buffer.from(signingInput), publicKey, signature),
    }).map((issue) => issue.requirement);
  }

  it('takes a signature of the same statement, whatever the store added or a duration rounds away', () => {
    expect(check(minimal, sign(minimal))).toEqual([]);
    const id = '12345678-1234-5678-1234-567812345678';
    expect(
      check(
        { ...minimal, id, result: { duration: 'PT1.23S' } },
        sign({ ...minimal, result: { duration: 'PT1.234S' } }),
      ),
    ).toEqual([]);
  });

  it('checks the signature when a certificate comes along', () => {
    const header = { alg: 'RS256', x5c: ['MII'] };
    expect(check(minimal, sign(minimal, header))).toEqual([]);
    const text = new TextDecoder().decode(sign(minimal, header));
    const forged = utf8(`${text.slice(0, text.lastIndexOf('.'))}.${Buffer.alloc(256).toString('base64url')}`);
    expect(check(minimal, forged)).toEqual(['XAPI-00115']);
  });

  it('D4: reads data once, however many attachments and statements name it', () => {
    const jws = sign(minimal, { alg: 'RS256', x5c: ['MII'] });
    const usage = { usageType: signatureUsageType, contentType: 'application/octet-stream' };
    const attachment = attachmentOf(jws, usage);
    const { sha2: key, contentType } = attachment;
    const other = { ...minimal, result: { success: true } };
    let verified = 0;
    const issues = checkSignatures(
      [minimal, minimal, other].map((one) => ({ ...one, attachments: [attachment, attachment] })),
      new Map([[key, { sha2: key, contentType, bytes: jws }]]),
      {
        version: '1.0.3',
        verify: () => {
          verified += 1;
          return true;
        },
      },
    );
    expect(verified).toBe(1);
    expect(issues.map(({ path, requirement }) => [path, requirement])).toEqual([
      ['/attachments/0', 'XAPI-00116'],
      ['/attachments/1', 'XAPI-00116'],
    ]);
  });

  it.each<[string, Uint8Array, string]>([
    ['another statement', sign({ ...minimal, result: { success: true } }), 'XAPI-00116'],
    ['no statement', sign({ a: 1 }), 'XAPI-00116'],
    ['E1: alg none', sign(minimal, { alg: 'none' }), 'XAPI-00117'],
    ['E1: HS256', sign(minimal, { alg: 'HS256' }), 'XAPI-00117'],
    ['no JWS', utf8('hello'), 'XAPI-00115'],
    ['four pieces', utf8('e30.e30.e30.e30'), 'XAPI-00115'],
    ['a header that is a list', utf8('W10.e30.e30'), 'XAPI-00115'],
    ['a certificate that is no text', sign(minimal, { alg: 'RS256', x5c: [1] }), 'XAPI-00115'],
  ])('refuses a signature of %s', (_, jws, requirement) => {
    expect(check(minimal, jws)).toEqual([requirement]);
  });

  it('refuses another content type', () => {
    expect(check(minimal, sign(minimal), { contentType: 'text/plain' })).toEqual(['XAPI-00115']);
  });
});
