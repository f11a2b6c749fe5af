import { Transform, type TransformCallback } from 'node:stream';
import { S3Refusal } from './refusal.ts';

const longestLine = 4_096;

/**
 * Takes the `aws-chunked` framing off a body: `<hex length>[;ext]\r\n<bytes>\r\n` … `0\r\n<trailers>\r\n`. The trailers
 * are in `trailers` once the stream has ended; a body that ends early, or goes on after its end, fails.
 */
export class AwsChunkedDecoder extends Transform {
  readonly trailers = new Map<string, string>();
  #state: 'length' | 'bytes' | 'bytes-end' | 'trailer' | 'over' = 'length';
  #left = 0;
  #line = Buffer.alloc(0);

  override _transform(chunk: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    try {
      this.#take(chunk);
      done();
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  }

  override _flush(done: TransformCallback): void {
    done(
      this.#state === 'over' ? null : new S3Refusal(400, 'IncompleteBody', 'the body ended before its end'),
    );
  }

  #take(chunk: Buffer): void {
    let rest = chunk;
    while (rest.length > 0) {
      if (this.#state === 'over') throw malformed();
      if (this.#state === 'bytes') {
        const bytes = rest.subarray(0, this.#left);
        this.push(bytes);
        this.#left -= bytes.length;
        rest = rest.subarray(bytes.length);
        if (this.#left === 0) this.#state = 'bytes-end';
        continue;
      }
      const newline = rest.indexOf('\n');
      const piece = newline < 0 ? rest : rest.subarray(0, newline + 1);
      rest = rest.subarray(piece.length);
      this.#line = Buffer.concat([this.#line, piece]);
      if (this.#line.length > longestLine) throw malformed();
      if (newline >= 0) this.#endLine();
    }
  }

  #endLine(): void {
    const line = this.#line.toString('latin1');
    this.#line = Buffer.alloc(0);
    if (!line.endsWith('\r\n')) throw malformed();
    const text = line.slice(0, -2);
    if (this.#state === 'bytes-end') {
      if (text !== '') throw malformed();
      this.#state = 'length';
    } else if (this.#state === 'length') {
      const hex = text.split(';', 1)[0] ?? '';
      if (!/^[0-9a-f]{1,12}$/i.test(hex)) throw malformed();
      this.#left = Number.parseInt(hex, 16);
      this.#state = this.#left === 0 ? 'trailer' : 'bytes';
    } else if (text === '') {
      this.#state = 'over';
    } else {
      const colon = text.indexOf(':');
      if (colon < 1 || this.trailers.size >= 8) throw malformed();
      this.trailers.set(text.slice(0, colon).trim().toLowerCase(), text.slice(colon + 1).trim());
    }
  }
}

function malformed(): S3Refusal {
  return new S3Refusal(400, 'InvalidRequest', 'the aws-chunked framing is broken');
}
