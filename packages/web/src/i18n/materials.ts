import type { Locale } from '@sinau/kernel';
import type { MaterialProblemName } from '../materials/ports.ts';
import { counted } from './counted.ts';

const id = {
  size: (kilobytes: string, pages: string) => `PDF, ${kilobytes} KB, ${pages} halaman`,
  file: 'Berkas PDF',
  add: 'Unggah berkas',
  remove: 'Hapus',
  removeOf: (name: string) => `Hapus ${name}`,
  reallyRemove: (name: string) => `Berkas “${name}” dihapus untuk semua orang dan tidak dapat dikembalikan.`,
  problem: {
    'too-large': 'Berkas ini lebih besar dari 4 MB. Perkecil, lalu pilih lagi.',
    'not-pdf': 'Berkas ini bukan PDF yang dapat dibaca. Simpan ulang sebagai PDF.',
    encrypted: 'PDF ini memakai kata sandi. Simpan ulang tanpa kata sandi.',
    active:
      'PDF ini memuat skrip, sesuatu yang berjalan sendiri saat dibuka, tautan selain ke web, formulir yang mengirim data, atau lampiran. Cetak ulang menjadi PDF biasa.',
    'too-many': 'Sudah ada 20 berkas. Hapus satu lebih dahulu.',
    missing: 'Pilih berkas PDF lebih dahulu.',
  } satisfies Record<MaterialProblemName, string> as Readonly<Record<MaterialProblemName, string>>,
};

type Words = typeof id;

const en: Words = {
  size: (kilobytes, pages) => `PDF, ${kilobytes} KB, ${counted(pages, 'page')}`,
  file: 'PDF file',
  add: 'Upload the file',
  remove: 'Remove',
  removeOf: (name) => `Remove ${name}`,
  reallyRemove: (name) => `The file “${name}” is removed for everybody, and cannot be brought back.`,
  problem: {
    'too-large': 'This file is larger than 4 MB. Make it smaller, then choose it again.',
    'not-pdf': 'This file is no PDF that can be read. Save it as a PDF once more.',
    encrypted: 'This PDF has a password. Save it without one.',
    active:
      'This PDF holds scripts, something that runs when it is opened, links that lead elsewhere than to the web, forms that send, or attachments. Print it to a plain PDF.',
    'too-many': 'There are 20 files already. Remove one first.',
    missing: 'Choose a PDF file first.',
  },
};

/** Files that people bring to an event or a meeting. */
export const materialWords: Readonly<Record<Locale, Words>> = { id, en };
