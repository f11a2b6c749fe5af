import type { SealedFiles } from '../ports.ts';
import type { SealRef } from '../seal-row.ts';

export function memorySealedFiles(): SealedFiles & { readonly kept: ReadonlyMap<string, Uint8Array> } {
  const kept = new Map<string, Uint8Array>();
  const keyOf = ({ kind, number, edition }: SealRef, fileId: string) =>
    `${kind} ${number} ${edition} ${fileId}`;
  return {
    kept,
    put: async (ref, fileId, pdf) => void kept.set(keyOf(ref, fileId), pdf),
    get: async (ref, fileId) => kept.get(keyOf(ref, fileId)),
    remove: async (ref, fileId) => void kept.delete(keyOf(ref, fileId)),
  };
}
