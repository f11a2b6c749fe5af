import type { FormNumber, SignedForm } from '../signed-form/form.ts';
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

export function memorySignedFormFiles(): SignedFormFiles & { readonly size: () => number } {
  const kept = new Map<string, Uint8Array>();
  const folderOf = (number: FormNumber) => `${number}/`;
  const keyOf = ({ number, filesId }: SignedForm) => `${folderOf(number)}${filesId}`;
  return {
    put: async (form, pdf) => {
      kept.set(keyOf(form), pdf);
    },
    pdf: async (form) => kept.get(keyOf(form)),
    remove: async (form) => {
      kept.delete(keyOf(form));
    },
    removeAll: async (number) => {
      for (const key of kept.keys()) if (key.startsWith(folderOf(number))) kept.delete(key);
    },
    size: () => kept.size,
  };
}
