import type { DecreePlace, DecreeRoom, OfficialDirectory } from '../ports.ts';
import type { Official } from '../who-decides.ts';

const at = ({ agencyId, year, decreeId }: DecreePlace): string => JSON.stringify([agencyId, year, decreeId]);

/** Letters without a bucket: what begins like a PDF is one, of a page. */
export function memoryDecreeRoom(): DecreeRoom & { readonly size: () => number } {
  const kept = new Map<string, Uint8Array>();
  return {
    inspect: async (bytes) =>
      new TextDecoder().decode(bytes).startsWith('%PDF-')
        ? { pages: 1, sha256: `sum-of-${bytes.length}` }
        : { problem: 'not-pdf' },
    put: async (place, bytes) => void kept.set(at(place), bytes),
    get: async (place) => kept.get(at(place)),
    remove: async (place) => void kept.delete(at(place)),
    size: () => kept.size,
  };
}

/** Officials of every agency, as a test names them. */
export const someOfficials = (
  holders: Partial<Record<Parameters<OfficialDirectory['holdersOf']>[1], readonly Official[]>> = {},
): OfficialDirectory => ({ holdersOf: async (_, office) => holders[office] ?? [] });

/** A letter that is a PDF as far as `memoryDecreeRoom` looks. */
export const someDecree = { name: 'SK.pdf', bytes: new TextEncoder().encode('%PDF-1.7') };

/** What a step needs in an agency whose officials have no accounts. */
export const withoutOfficials = () => ({ officials: someOfficials(), decrees: memoryDecreeRoom() });
