import { writeZip } from '@sinau/platform/zip-writer';
import type { WorkbookPart } from '@sinau/rostering/table';

/** A workbook as bytes. */
export async function writeWorkbook(parts: readonly WorkbookPart[]): Promise<Uint8Array<ArrayBuffer>> {
  const { sizeBytes, body } = writeZip(
    parts.map(({ name, text }) => {
      const bytes = new TextEncoder().encode(text);
      return {
        ...{ name, sizeBytes: bytes.length },
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
