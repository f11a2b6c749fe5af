import { crc32, deflateRawSync } from 'node:zlib';
import { writeZip } from '@sinau/platform/zip-writer';
import type { WorkbookPart } from '@sinau/rostering/table';

/** A workbook as bytes. */
export async function writeWorkbook(parts: readonly WorkbookPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const { sizeBytes, body } = writeZip(
    parts.map(({ name, text }) => {
      const whole = new TextEncoder().encode(text);
      // A sheet repeats itself: as it is, a list that came in four megabytes would be too large to be sent back.
      const bytes = deflateRawSync(whole);
      return {
        ...{ name, sizeBytes: bytes.length },
        inflated: { sizeBytes: whole.length, checksum: crc32(whole) },
        async read() {
          return (async function* () {
            yield bytes;
          })();
        },
      };
    }),
  );
  const whole = new Uint8Array(sizeBytes);
  let at = 0;
  for await (const chunk of body) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}
