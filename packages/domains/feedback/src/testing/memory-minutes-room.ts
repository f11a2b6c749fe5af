import type { MinutesPlace, MinutesRoom } from '../forums/ports.ts';

/** On a map. Every file passes as one page, but for those that begin with the name of a problem. */
export function memoryMinutesRoom(): MinutesRoom & { readonly size: () => number } {
  const files = new Map<string, Uint8Array>();
  const keyOf = ({ agencyId, forumId, fileId }: MinutesPlace) => JSON.stringify([agencyId, forumId, fileId]);
  const problems = ['not-pdf', 'encrypted', 'active', 'tells-of-person', 'too-much'] as const;
  return {
    async inspect(bytes) {
      const text = new TextDecoder().decode(bytes);
      const problem = problems.find((one) => text.startsWith(one));
      return problem ? { problem } : { pages: 1, sha256: `sha256 of ${text}` };
    },
    put: async (place, bytes) => void files.set(keyOf(place), bytes),
    get: async (place) => files.get(keyOf(place)),
    remove: async (place) => void files.delete(keyOf(place)),
    size: () => files.size,
  };
}
