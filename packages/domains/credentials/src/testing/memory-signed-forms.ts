import type { SignedForm } from '../signed-form/form.ts';
import type { SignedFormFiles, SignedFormStore } from '../signed-form/ports.ts';

export function memorySignedFormStore(): SignedFormStore {
  const rows = new Map<string, SignedForm>();
  const keyOf = ({ number, edition }: Pick<SignedForm, 'number' | 'edition'>) => `${number} ${edition}`;
  return {
    add: async (form) => {
      if (rows.has(keyOf(form))) return 'known';
      rows.set(keyOf(form), form);
      return 'added';
    },
    find: async (number, edition) => rows.get(keyOf({ number, edition })),
    editionsOf: async (number) =>
      [...rows.values()].filter((one) => one.number === number).toSorted((a, b) => a.edition - b.edition),
  };
}

export function memorySignedFormFiles(): SignedFormFiles {
  const kept = new Map<string, Uint8Array>();
  return {
    put: async ({ filesId }, pdf) => {
      kept.set(filesId, pdf);
    },
    pdf: async ({ filesId }) => kept.get(filesId),
    remove: async ({ filesId }) => {
      kept.delete(filesId);
    },
  };
}
