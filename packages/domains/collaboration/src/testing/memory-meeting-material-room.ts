import type { MeetingMaterialPlace, MeetingMaterialRoom } from '../communities/ports.ts';

/** Files in memory. What begins like a PDF is taken for an honest one. */
export function memoryMeetingMaterialRoom(): MeetingMaterialRoom & {
  readonly files: ReadonlyMap<string, Uint8Array>;
} {
  const files = new Map<string, Uint8Array>();
  const keyOf = ({ communityId, meetingId, materialId }: MeetingMaterialPlace) =>
    `${communityId}/${meetingId}/${materialId}`;
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return {
    files,
    inspect: async (bytes) =>
      text(bytes).startsWith('%PDF-') ? { pages: 1, sha256: text(bytes) } : { problem: 'not-pdf' },
    put: async (place, bytes) => void files.set(keyOf(place), bytes),
    get: async (place) => files.get(keyOf(place)),
    remove: async (place) => void files.delete(keyOf(place)),
  };
}
