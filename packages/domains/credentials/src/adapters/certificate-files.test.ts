import { describe, expect, it } from 'vitest';
import type { TranscriptNumber } from '../transcript/transcript.ts';
import { createTranscriptFiles } from './certificate-files.ts';

describe('files of a transcript', () => {
  it('are apart of two who print one edition, and those of before stay where they are', async () => {
    const kept = new Map<string, Uint8Array>();
    const files = createTranscriptFiles({
      objects: {
        put: async ({ key, body }: { key: string; body: string | Uint8Array }) => {
          kept.set(key, typeof body === 'string' ? new TextEncoder().encode(body) : body);
          return 'stored';
        },
        get: async (key: string) => kept.get(key),
      } as never,
    });
    const place = { number: 'SINAU-JP-7K3M-9QXD-4TPA' as TranscriptNumber, edition: 1 };
    const [one, other] = [new Uint8Array([1]), new Uint8Array([2])];
    await files.put({ ...place, filesId: 'a' }, { pdf: one, clr: { a: 1 }, jwt: 'a' });
    await files.put({ ...place, filesId: 'b' }, { pdf: other, clr: { b: 1 }, jwt: 'b' });
    expect(await files.pdf({ ...place, filesId: 'a' })).toEqual(one);
    expect(await files.clr({ ...place, filesId: 'a' })).toBe('{"a":1}');
    expect(await files.pdf(place)).toBeUndefined();
    kept.set(`transcripts/${place.number}/1.pdf`, other);
    expect(await files.pdf(place)).toEqual(other);
  });
});
