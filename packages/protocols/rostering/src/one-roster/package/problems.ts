import type { LanguageMap } from '@sinau/kernel';

const words = {
  // Of the archive.
  'not-a-package': [
    'Berkas ini bukan paket ZIP OneRoster yang dapat dibaca.',
    'Kemas manifest.csv dan berkas CSV lainnya ke dalam satu berkas .zip tanpa kata sandi.',
    'This file is no ZIP package of OneRoster that can be read.',
    'Pack manifest.csv and the other CSV files into one .zip file without a password.',
  ],
  'package-large': [
    'Isi paket ini terlalu besar.',
    'Kirim hanya kelas yang ditawarkan untuk ASN, atau kirim perubahannya saja (delta).',
    'What is in this package is too large.',
    'Send the classes that are offered to civil servants alone, or only what changed (delta).',
  ],
  'in-folder': [
    'manifest.csv berada di dalam folder.',
    'Kemas berkas-berkasnya langsung, bukan foldernya.',
    'manifest.csv lies in a folder.',
    'Pack the files themselves, not their folder.',
  ],
  'nothing-there': [
    'Tidak ada berkas yang dikirim selain manifest.',
    'Tandai berkas yang dikirim sebagai bulk atau delta di manifest.csv.',
    'Nothing but the manifest is sent.',
    'Declare the files that are sent as bulk or delta in manifest.csv.',
  ],
  // Of the manifest, and of files as it declares them.
  'manifest-missing': [
    'manifest.csv tidak ada.',
    'Tambahkan manifest.csv (huruf kecil semua) di tingkat teratas paket.',
    'There is no manifest.csv.',
    'Add manifest.csv (all lower case) at the top of the package.',
  ],
  'version-wrong': [
    'Versi ini tidak didukung.',
    'Tulis manifest.version 1.0 dan oneroster.version 1.1 atau 1.2.',
    'This version is not supported.',
    'Write manifest.version 1.0 and oneroster.version 1.1 or 1.2.',
  ],
  'mode-wrong': [
    'Cara kirim ini tidak dikenali.',
    'Tulis absent, bulk, atau delta.',
    'This way of sending is not known.',
    'Write absent, bulk or delta.',
  ],
  'property-twice': [
    'Properti ini tertulis lebih dari sekali.',
    'Sisakan satu baris.',
    'This property is there more than once.',
    'Leave one row.',
  ],
  'file-missing': [
    'Berkas ini disebut di manifest, tetapi tidak ada.',
    'Tambahkan berkasnya, atau tulis absent di manifest.csv.',
    'The manifest names this file, and it is not there.',
    'Add the file, or write absent in manifest.csv.',
  ],
  'file-undeclared': [
    'Berkas ini ada, tetapi manifest tidak menyebutnya atau menulis absent.',
    'Tulis bulk atau delta untuk berkas ini di manifest.csv, atau keluarkan berkasnya.',
    'This file is there, and the manifest does not name it or says absent.',
    'Write bulk or delta for it in manifest.csv, or take it out.',
  ],
  'delta-first': [
    'Perubahan (delta) datang sebelum ada data lengkapnya.',
    'Kirim berkas ini sebagai bulk satu kali lebih dahulu.',
    'Changes (delta) come before there is anything that they change.',
    'Send this file as bulk once, first.',
  ],
  'file-needed': [
    'Berkas ini diperlukan oleh berkas lain dan belum pernah dikirim.',
    'Kirim juga berkas ini sebagai bulk.',
    'Another file needs this one, which was never sent.',
    'Send this file as bulk, too.',
  ],
  // Of one file.
  encoding: [
    'Berkas ini tidak tersimpan sebagai UTF-8.',
    'Simpan lagi sebagai "CSV UTF-8", lalu kemas ulang.',
    'This file is not UTF-8.',
    'Save it again as "CSV UTF-8" and pack it anew.',
  ],
  'quote-open': [
    'Tanda kutip di baris ini tidak ditutup dengan benar.',
    'Tutup tanda kutipnya; tanda kutip di dalam isi ditulis dua kali.',
    'A quotation mark of this line is not closed rightly.',
    'Close it; a mark inside of a text is written twice.',
  ],
  'file-empty': [
    'Berkas ini tidak berisi baris data.',
    'Isi berkasnya, atau tulis absent di manifest.csv.',
    'This file has no rows.',
    'Fill it in, or write absent in manifest.csv.',
  ],
  'too-many-rows': [
    'Baris dalam paket ini terlalu banyak.',
    'Kirim paling banyak 100.000 baris; selebihnya sebagai delta.',
    'This package has too many rows.',
    'Send 100,000 rows at most, and the rest as delta.',
  ],
  'column-missing': [
    'Kolom ini wajib ada di baris pertama.',
    'Tulis judul kolomnya persis seperti di spesifikasi OneRoster; huruf besar dan kecil dibedakan.',
    'This column has to be in the first line.',
    'Write its head as the specification of OneRoster does; case counts.',
  ],
  'column-twice': [
    'Judul kolom ini tertulis lebih dari sekali.',
    'Sisakan satu.',
    'This head is there more than once.',
    'Leave one.',
  ],
  // Of one line or cell.
  'cells-count': [
    'Banyaknya sel di baris ini tidak sama dengan banyaknya judul kolom.',
    'Periksa koma dan tanda kutip di baris ini.',
    'This line has another number of cells than there are heads.',
    'Look at the commas and quotation marks of this line.',
  ],
  'cell-missing': ['Sel ini kosong.', 'Isi selnya.', 'This cell is empty.', 'Fill it in.'],
  'cell-long': [
    'Isi sel ini terlalu panjang.',
    'Ringkas isinya; ID paling panjang 255 huruf.',
    'This cell is too long.',
    'Make it shorter; ids have at most 255 letters.',
  ],
  'id-twice': [
    'sourcedId ini sudah dipakai baris lain di berkas yang sama.',
    'Sisakan satu baris untuk tiap sourcedId.',
    'Another line of this file has the same sourcedId.',
    'Leave one line for each sourcedId.',
  ],
  'status-wrong': [
    'Status ini tidak dikenali.',
    'Tulis active atau tobedeleted; pada bulk kosongkan.',
    'This status is not known.',
    'Write active or tobedeleted; leave it empty in bulk.',
  ],
  'date-wrong': [
    'Tanggal ini tidak dikenali.',
    'Tulis seperti 2027-06-30, atau 2027-06-30T02:00:00.000Z untuk dateLastModified.',
    'This date is not understood.',
    'Write it like 2027-06-30, or 2027-06-30T02:00:00.000Z for dateLastModified.',
  ],
  'number-wrong': [
    'Ini bukan bilangan.',
    'Tulis angka dengan titik desimal, misalnya 87.5.',
    'This is no number.',
    'Write digits with a decimal point, such as 87.5.',
  ],
  'truth-wrong': [
    'Isi sel ini tidak dikenali.',
    'Tulis true atau false.',
    'This cell is not understood.',
    'Write true or false.',
  ],
  'reference-unknown': [
    'sourcedId yang dirujuk tidak ada.',
    'Kirim juga baris yang dirujuk, atau perbaiki rujukannya.',
    'The sourcedId that is referred to is not there.',
    'Send the line that is meant as well, or correct the reference.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

export type PackageProblem = keyof typeof words;
export const packageProblems = Object.keys(words) as readonly PackageProblem[];

/** What is wrong, where, and how to mend it. Never what the cell holds: it may name a person. */
export interface PackageFinding {
  readonly problem: PackageProblem;
  /** As it is called in the package; absent for the package as a whole. */
  readonly file?: string;
  /** Where the record begins; the heads are line 1. */
  readonly line?: number;
  readonly column?: string;
}

export function packageWordsOf({ problem }: Pick<PackageFinding, 'problem'>): {
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
} {
  const [id, mendId, en, mendEn] = words[problem];
  return { message: { id, en }, mend: { id: mendId, en: mendEn } };
}
