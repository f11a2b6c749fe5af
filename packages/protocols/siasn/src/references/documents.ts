/** `id_ref_dokumen` of certificates (mark C). PDF only. */
export const documentKinds = { leadership: 874, course: 881 } as const;
