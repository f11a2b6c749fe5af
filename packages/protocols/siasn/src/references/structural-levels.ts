import type { Reference } from './reference.ts';

/** `latihanStrukturalId` of leadership training. */
export const structuralLevels: Reference<{ readonly id: number; readonly name: string }> = {
  source: 'public clients of the SIASN web service, read 2024 to 2026',
  mark: 'C',
  rows: [
    { id: 1, name: 'Sepada' },
    { id: 2, name: 'Sepala/Adum/Diklat PIM IV' },
    { id: 3, name: 'Sepadya/Spama/Diklat PIM III' },
    { id: 4, name: 'Spamen/Sespa/Sespanas/Diklat PIM II' },
    { id: 5, name: 'Sepati/Diklat PIM I' },
    { id: 6, name: 'Sespim' },
    { id: 7, name: 'Sespati' },
    { id: 8, name: 'Diklat struktural lainnya' },
  ],
};
