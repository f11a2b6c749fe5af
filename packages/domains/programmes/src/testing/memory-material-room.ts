import type { MaterialPlace, MaterialRoom } from '../ports.ts';

/** Files in memory. What begins like a PDF is taken for an honest one. */
export function memoryMaterialRoom(): MaterialRoom {
  const files = new Map<string, Uint8Array>();
  const keyOf = ({ eventId, materialId }: MaterialPlace) => `${eventId}/${materialId}`;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    inspect: async (bytes) =>
      text(bytes).startsWith('%PDF-') ? { pages: 1, sha256: text(bytes) } : { problem: 'not-pdf' },
    put: async (place, bytes) => void files.set(keyOf(place), bytes),
    get: async (place) => files.get(keyOf(place)),
    remove: async (place) => void files.delete(keyOf(place)),
    async removeAll(eventId) {
      for (const key of [...files.keys()]) if (key.startsWith(`${eventId}/`)) files.delete(key);
    },
  };
}
