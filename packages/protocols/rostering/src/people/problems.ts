import type { LanguageMap } from '@sinau/kernel';
import type { Words } from '../cell-words.ts';
import { listWords } from '../list-words.ts';

const words = {
  ...listWords,
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
  'grade-wrong': [
    'Golongan ini tidak ada pada status kepegawaian itu.',
    'Tulis seperti III/c untuk PNS dan CPNS, atau angka Romawi I sampai XVII untuk PPPK.',
    'This employment status has no such grade.',
    'Write it like III/c for PNS and CPNS, or as a Roman number from I to XVII for PPPK.',
  ],
  'standing-wrong': [
    'Kedudukan hukum ini tidak dikenali.',
    'Tulis misalnya Aktif, CLTN, Tugas Belajar, Pemberhentian Sementara, Masa Persiapan Pensiun, atau Pensiun.',
    'This legal standing is not understood.',
    'Write for example Aktif, CLTN, Tugas Belajar, Pemberhentian Sementara, Masa Persiapan Pensiun or Pensiun.',
  ],
  'education-wrong': [
    'Pendidikan terakhir ini tidak dikenali.',
    'Tulis SD, SLTP, SLTA, D-I, D-II, D-III, D-IV, S-1, S-2, atau S-3.',
    'This education is not understood.',
    'Write SD, SLTP, SLTA, D-I, D-II, D-III, D-IV, S-1, S-2 or S-3.',
  ],
  'zone-wrong': [
    'Zona waktu ini tidak dikenali.',
    'Tulis WIB, WITA, atau WIT.',
    'This time zone is not understood.',
    'Write WIB, WITA or WIT.',
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
  'closed-otherwise': [
    'Akun ini ditutup dengan cara lain: oleh administrator, oleh operator, atau karena kedudukan hukum.',
    'Buka kembali akunnya di halaman orang itu, atau perbaiki kedudukan hukumnya.',
    'This account was closed in another way: by an administrator, by an operator, or by the legal standing.',
    'Open the account on the page of the person, or correct the legal standing.',
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
} as const satisfies Readonly<Record<string, Words>>;

export type PeopleProblem = keyof typeof words;

export const isPeopleProblem = (text: string): text is PeopleProblem => text in words;

export function peopleWordsOf(problem: PeopleProblem): {
  readonly message: LanguageMap;
  readonly mend: LanguageMap;
} {
  const [id, mendId, en, mendEn] = words[problem];
  return { message: { id, en }, mend: { id: mendId, en: mendEn } };
}
