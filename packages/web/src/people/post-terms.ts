import type { postFamilyNames, postLevelNames } from './ports.ts';

// Terms of the law, which has no other language.

export const familyTerms: Readonly<Record<(typeof postFamilyNames)[number], string>> = {
  'jpt-utama': 'JPT Utama',
  'jpt-madya': 'JPT Madya',
  'jpt-pratama': 'JPT Pratama',
  administrator: 'Administrator',
  pengawas: 'Pengawas',
  'fungsional-keahlian': 'Fungsional keahlian',
  'fungsional-keterampilan': 'Fungsional keterampilan',
  pelaksana: 'Pelaksana',
};

export const levelTerms: Readonly<Record<(typeof postLevelNames)[number], string>> = {
  'ahli-pertama': 'Ahli Pertama',
  'ahli-muda': 'Ahli Muda',
  'ahli-madya': 'Ahli Madya',
  'ahli-utama': 'Ahli Utama',
  pemula: 'Pemula',
  terampil: 'Terampil',
  mahir: 'Mahir',
  penyelia: 'Penyelia',
};
