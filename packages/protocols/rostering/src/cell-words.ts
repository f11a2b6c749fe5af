/** What is wrong and how to mend it, in both languages. */
export type Words = readonly [id: string, mendId: string, en: string, mendEn: string];

/** What may be wrong in a cell of any table, whatever the table is of. */
export const cellWords = {
  'cell-missing': ['Sel ini kosong.', 'Isi selnya.', 'This cell is empty.', 'Fill it in.'],
  'cell-long': [
    'Isi sel ini terlalu panjang.',
    'Ringkas isinya.',
    'This cell is too long.',
    'Make it shorter.',
  ],
  'cell-error': [
    'Sel ini berisi galat atau rumus tanpa hasil.',
    'Ganti rumusnya dengan nilainya.',
    'This cell holds an error, or a formula without a result.',
    'Put the value in place of the formula.',
  ],
  'number-rounded': [
    'Nomor ini sudah dibulatkan oleh aplikasi lembar kerja.',
    'Ubah format kolomnya menjadi Teks, lalu ketik ulang nomornya.',
    'The spreadsheet has rounded this number.',
    'Set the format of the column to Text and type the number again.',
  ],
} as const satisfies Readonly<Record<string, Words>>;
