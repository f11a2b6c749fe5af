import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AwsChunkedDecoder } from './aws-chunked.ts';
import { S3Refusal } from './refusal.ts';

async function decode(wire: Buffer, pieceLength = wire.length || 1) {
  const pieces: Buffer[] = [];
  for (let at = 0; at < wire.length; at += pieceLength) pieces.push(wire.subarray(at, at + pieceLength));
  const decoder = new AwsChunkedDecoder();
  const source = Readable.from(pieces);
  source.pipe(decoder);
  return { body: await buffer(decoder), trailers: decoder.trailers };
}

describe('aws-chunked', () => {
  it('gives back any body, however it was cut into chunks and packets', async () => {
    const chunks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 300 }), { maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(chunks, fc.integer({ min: 1, max: 50 }), async (parts, pieceLength) => {
        const framed = parts.flatMap((part) => [
          Buffer.from(`${part.length.toString(16)}\r\n`),
          Buffer.from(part),
          Buffer.from('\r\n'),
        ]);
        const wire = Buffer.concat([...framed, Buffer.from('0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n')]);
        const { body, trailers } = await decode(wire, pieceLength);
        expect(body.equals(Buffer.concat(parts))).toBe(true);
        expect([...trailers]).toEqual([['x-amz-checksum-crc32', 'AAAAAA==']]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ['an early end', '5\r\nhel'],
    ['no last chunk', '5\r\nhello\r\n'],
    ['no end of the trailers', '0\r\n'],
    ['a length that is no number', 'xyz\r\nhello\r\n0\r\n\r\n'],
    ['a length beyond all sense', 'ffffffffffffffff\r\n'],
    ['a chunk longer than its length', '4\r\nhello\r\n0\r\n\r\n'],
    ['bytes after the end', '0\r\n\r\nmore'],
    ['a bare line feed', '5\nhello\n0\n\n'],
    ['an endless line', `5;${'x'.repeat(5_000)}`],
    ['a nameless trailer', '0\r\n:value\r\n\r\n'],
    ['nothing', ''],
  ])('refuses %s', async (_what, wire) => {
    await expect(decode(Buffer.from(wire))).rejects.toThrow(S3Refusal);
  });

  it('fails only with its own error, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 200 }),
        fc.integer({ min: 1, max: 20 }),
        async (bytes, size) => {
          try {
            await decode(Buffer.from(bytes), size);
          } catch (error) {
            expect(error).toBeInstanceOf(S3Refusal);
          }
        },
      ),
    );
  });
});
