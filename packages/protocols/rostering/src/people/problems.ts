import type { LanguageMap } from '@sinau/kernel';

const words = {
  'column-missing': [
    'Kolom ini wajib ada.',
    'Tambahkan kolomnya; unduh templat untuk melihat judul kolom.',
    'This column has to be there.',
    'Add it; the template shows the heads.',
  ],
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
  'number-digits': [
    'NIP atau NI PPPK terdiri atas 18 angka.',
    'Periksa angkanya.',
    'A NIP or NI PPPK has 18 digits.',
    'Check the digits.',
  ],
  'number-birth-date': [
    'Delapan angka pertama bukan tanggal lahir pegawai.',
    'Periksa angka 1 sampai 8.',
    'The first eight digits are no birth date of somebody who works.',
    'Check digits 1 to 8.',
  ],
  'number-appointment': [
    'Angka 9 sampai 14 bukan tahun dan bulan pengangkatan.',
    'Periksa angkanya, atau tulis PPPK sebagai status bila ini NI PPPK.',
    'Digits 9 to 14 are no year and month of an appointment.',
    'Check them, or write PPPK as the status if this is a NI PPPK.',
  ],
  'number-sex': [
    'Angka ke-15 harus 1 atau 2.',
    'Periksa angka ke-15.',
    'The 15th digit has to be 1 or 2.',
    'Check the 15th digit.',
  ],
  'number-serial': [
    'Tiga angka terakhir tidak boleh 000.',
    'Periksa tiga angka terakhir.',
    'The last three digits cannot be 000.',
    'Check the last three digits.',
  ],
  'number-twice': [
    'NIP ini sudah ada di baris lain dalam berkas ini.',
    'Satukan kedua baris.',
    'Another row of this file has the same number.',
    'Make one row of both.',
  ],
  'email-twice': [
    'Surel ini sudah ada di baris lain dalam berkas ini.',
    'Tulis surel milik orang ini sendiri.',
    'Another row of this file has the same e-mail address.',
    'Write the address of this person alone.',
  ],
  'name-wrong': [
    'Nama terdiri atas 2 sampai 200 huruf dalam satu baris.',
    'Perbaiki namanya.',
    'A name has 2 to 200 characters in one line.',
    'Correct the name.',
  ],
  'email-wrong': [
    'Surel ini tidak dapat dipakai.',
    'Periksa penulisannya.',
    'This e-mail address cannot be used.',
    'Check how it is written.',
  ],
  'status-wrong': [
    'Status ini tidak dikenali.',
    'Tulis PNS, CPNS, atau PPPK.',
    'This status is not understood.',
    'Write PNS, CPNS or PPPK.',
  ],
  'family-wrong': [
    'Jenis jabatan ini tidak dikenali.',
    'Tulis JPT Utama, JPT Madya, JPT Pratama, Administrator, Pengawas, Fungsional keahlian, Fungsional keterampilan, atau Pelaksana.',
    'This family of posts is not understood.',
    'Write JPT Utama, JPT Madya, JPT Pratama, Administrator, Pengawas, Fungsional keahlian, Fungsional keterampilan or Pelaksana.',
  ],
  'level-wrong': [
    'Jenjang ini tidak ada pada jenis jabatan itu.',
    'Periksa jenjang dan jenis jabatannya.',
    'This family of posts has no such level.',
    'Check the level and the family.',
  ],
  'zone-wrong': [
    'Zona waktu ini tidak dikenali.',
    'Tulis WIB, WITA, atau WIT.',
    'This time zone is not understood.',
    'Write WIB, WITA or WIT.',
  ],
  'date-wrong': [
    'Tanggal ini tidak dikenali.',
    'Tulis seperti 2026-06-30 atau 30/06/2026.',
    'This date is not understood.',
    'Write it like 2026-06-30 or 30/06/2026.',
  ],
  'date-future': [
    'Tanggal ini belum tiba.',
    'Tulis hari ini atau hari yang sudah lewat.',
    'This date is not there yet.',
    'Write today or an earlier day.',
  ],
  'date-order': [
    'Akhir kontrak mendahului awalnya.',
    'Perbaiki salah satunya.',
    'The contract ends before it begins.',
    'Correct one of them.',
  ],
  'contract-wrong': [
    'Kontrak hanya untuk PPPK, dengan tanggal mulai dan akhir.',
    'Isi keduanya, atau kosongkan keduanya.',
    'A contract is for PPPK alone and has a first and a last day.',
    'Fill in both, or none.',
  ],
  'yes-no-wrong': [
    'Isi sel ini tidak dikenali.',
    'Tulis ya atau tidak.',
    'This cell is not understood.',
    'Write yes or no.',
  ],
  'supervisor-self': [
    'Orang ini tertulis sebagai atasannya sendiri.',
    'Tulis NIP atasannya, atau kosongkan.',
    'This person is written as their own supervisor.',
    'Write the number of the supervisor, or leave it empty.',
  ],
  'supervisor-unknown': [
    'Tidak ada pegawai dengan NIP atasan ini di instansi Anda maupun di berkas ini.',
    'Periksa NIP atasan, atau tambahkan barisnya.',
    'Nobody of your agency or of this file has the number of this supervisor.',
    'Check the number, or add a row for the supervisor.',
  ],
  'unit-unknown': [
    'Unit ini tidak ada.',
    'Tulis jalur lengkapnya seperti "Sekretariat / Biro Umum", atau buat unitnya di halaman Unit organisasi.',
    'There is no such unit.',
    'Write its whole path, like "Sekretariat / Biro Umum", or create it on the page Units.',
  ],
  'unit-unclear': [
    'Ada beberapa unit dengan nama ini.',
    'Tulis jalur lengkapnya seperti "Sekretariat / Biro Umum".',
    'Several units have this name.',
    'Write the whole path, like "Sekretariat / Biro Umum".',
  ],
  'email-missing': [
    'Orang baru memerlukan surel kedinasan.',
    'Isi surelnya.',
    'Somebody new needs an e-mail address.',
    'Fill it in.',
  ],
  'status-missing': [
    'Orang baru memerlukan status kepegawaian.',
    'Tulis PNS, CPNS, atau PPPK.',
    'Somebody new needs an employment status.',
    'Write PNS, CPNS or PPPK.',
  ],
  'email-taken': [
    'Surel ini dipakai orang lain.',
    'Tulis surel milik orang ini sendiri.',
    'Somebody else uses this e-mail address.',
    'Write the address of this person alone.',
  ],
  'belongs-elsewhere': [
    'Orang dengan NIP ini terdaftar di instansi lain.',
    'Minta operator memindahkannya ke instansi Anda.',
    'Whoever has this number belongs elsewhere.',
    'Ask an operator to move them to your agency.',
  ],
  'not-yours': [
    'Akun ini memegang peran pada platform, atau milik Anda sendiri.',
    'Minta operator mengubahnya.',
    'This account holds a role on the platform, or is your own.',
    'Ask an operator to change it.',
  ],
  'number-other': [
    'Orang dengan surel ini sudah memiliki NIP lain.',
    'Ubah nomornya di halaman orang itu bila memang berganti.',
    'Whoever has this e-mail address has another number.',
    'Change it on the page of the person if it really is a new one.',
  ],
  'data-wrong': [
    'Data baris ini bertentangan dengan yang tersimpan.',
    'Periksa status, nomor, dan tanggalnya.',
    'This row contradicts what is known.',
    'Check status, number and dates.',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string, string, string]>>;

export type PeopleProblem = keyof typeof words;

export const isPeopleProblem = (text: string): text is PeopleProblem => text in words;

export function peopleWordsOf(problem: PeopleProblem): {
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
} {
  const [id, mendId, en, mendEn] = words[problem];
  return { message: { id, en }, mend: { id: mendId, en: mendEn } };
}
