import type { Locale } from '@sinau/kernel';
import type { DimensionName, LookName } from '../professionalism/ports.ts';

type OfTwo = Readonly<Record<'lower' | 'higher', string>>;

const id = {
  title: 'Nilai resmi BKN',
  lead: 'Dibaca dari SIASN oleh instansi Anda. Angka inilah yang berlaku; angka lain di halaman ini simulasi.',
  simulated: 'simulasi',
  official: 'resmi',
  figure: (year: number) => `IP ASN ${year} menurut BKN`,
  figures: 'Nilai resmi',
  madeAt: (at: string) => `Dibuat BKN ${at}.`,
  readAt: (at: string) => `Dibaca dari SIASN ${at}.`,
  notSince: 'Yang tercatat di SIASN setelah tanggal itu belum termasuk.',
  simulationOf: (year: number) => `Simulasi ${year}`,
  simulationNote: 'Menurut data yang diketahui Sinau untuk tahun yang sama.',
  parts: 'Nilai resmi di samping simulasi',
  columns: { dimension: 'Dimensi', official: 'BKN (resmi)', simulated: 'Sinau (simulasi)', by: 'Selisih' },
  total: 'Jumlah',
  open: 'belum dapat dihitung',
  same: 'sama',
  agree: 'Nilai resmi dan simulasi sama untuk semua dimensi yang dapat dihitung.',
  differ: 'Mengapa berbeda, dan apa yang dapat dilakukan',
  route:
    'Sinau tidak dapat mengubah nilai BKN. Bila data di SIASN keliru, mutakhirkan lewat MyASN (pemutakhiran data mandiri) dengan buktinya, atau hubungi pengelola kepegawaian instansi. Setelah BKN menghitung ulang, nilai baru terbaca di sini.',
  reasons: {
    qualification: {
      lower:
        'Pendidikan di SIASN mungkin belum yang terakhir. Mutakhirkan riwayat pendidikan di MyASN dengan ijazah Anda.',
      higher:
        'SIASN mencatat pendidikan yang lebih tinggi. Periksa isian di bawah, atau mintalah pengelola kepegawaian memperbarui data Anda di Sinau.',
    },
    competency: {
      lower:
        'Sebagian pelatihan mungkin belum tercatat di riwayat kursus SIASN, atau tercatat setelah nilai itu dibuat. Status kiriman setiap pembelajaran ada di rincian JP; yang diperoleh di luar Sinau dimutakhirkan lewat MyASN dengan sertifikatnya.',
      higher:
        'SIASN mencatat pelatihan yang belum diketahui Sinau. Catatlah sebagai pembelajaran luar, atau isi di bawah bila itu pelatihan dari masa lalu.',
    },
    performance: {
      lower:
        'BKN memakai penilaian kinerja yang sudah masuk ke SIASN. Periksa di e-Kinerja apakah penilaian terakhir sudah selesai, dan cocokkan isian Anda di bawah.',
      higher: 'Isian predikat Anda di bawah mungkin bukan yang terakhir. Cocokkan dengan e-Kinerja.',
    },
    discipline: {
      lower:
        'Cocokkan isian Anda di bawah. Bila catatan di SIASN keliru, sampaikan kepada pengelola kepegawaian; hanya mereka yang dapat membetulkannya.',
      higher: 'Isian Anda di bawah mungkin sudah melewati rentang yang dilihat BKN. Cocokkan lagi.',
    },
  } as Readonly<Record<DimensionName, OfTwo>>,
  toLedger: 'Lihat rincian JP',
  toExternal: 'Catat pembelajaran luar',
  toForm: 'Lihat isian saya',
  earlier: 'Tahun-tahun sebelumnya',
  earlierColumns: { year: 'Tahun', total: 'Nilai', made: 'Dibuat BKN' },
  none: 'Belum ada nilai yang dibaca',
  offText:
    'Instansi Anda belum membaca nilai resmi dari SIASN. Nilai itu dapat Anda lihat di MyASN; pengelola kepegawaian dapat mengaktifkan pembacaannya di Sinau.',
  offKept: 'Instansi Anda sedang tidak membaca nilai resmi; di bawah ini yang dibaca terakhir.',
  waitText: 'Nilai Anda belum sempat dibaca. Sinau membaca nilai setiap orang di instansi sebulan sekali.',
  look: {
    value: (at: string) => `Terakhir diperiksa ${at}.`,
    none: (at: string) =>
      `Diperiksa ${at}: SIASN belum mempunyai nilai IP ASN untuk NIP Anda. Bila di MyASN sudah ada, periksa NIP Anda di halaman akun dan hubungi pengelola kepegawaian.`,
    unreadable: (at: string) =>
      `Diperiksa ${at}: jawaban SIASN tidak dapat dibaca sebagai nilai yang sah, sehingga tidak ditampilkan. Lihat nilainya di MyASN; pengelola kepegawaian melihat hal ini juga.`,
    refused: (at: string) =>
      `Diperiksa ${at}: SIASN tidak mengizinkan instansi membaca nilai Anda. Lihat nilainya di MyASN, atau hubungi pengelola kepegawaian.`,
    'no-answer': (at: string) => `Diperiksa ${at}: SIASN tidak menjawab. Akan dicoba lagi.`,
  } as Readonly<Record<LookName, (at: string) => string>>,
  ask: 'Minta dibaca ulang',
  askNote:
    'Paling sering sekali sehari. Hasilnya muncul setelah instansi terhubung dengan SIASN, biasanya dalam hitungan menit.',
  asked: (at: string) => `Diminta ${at}, menunggu dibaca.`,
  askAgain: (at: string) => `Dapat diminta lagi setelah ${at}.`,
};

export type OfficialWords = typeof id;

const en: OfficialWords = {
  title: 'Official value of BKN',
  lead: 'Read from SIASN by your agency. This is the number that counts; other numbers on this page are simulated.',
  simulated: 'simulated',
  official: 'official',
  figure: (year) => `IP ASN ${year} as BKN has it`,
  figures: 'Official value',
  madeAt: (at) => `Made by BKN ${at}.`,
  readAt: (at) => `Read from SIASN ${at}.`,
  notSince: 'What came into SIASN after that date is not in it yet.',
  simulationOf: (year) => `Simulation for ${year}`,
  simulationNote: 'From what Sinau knows of the same year.',
  parts: 'The official value beside the simulation',
  columns: {
    dimension: 'Dimension',
    official: 'BKN (official)',
    simulated: 'Sinau (simulated)',
    by: 'Difference',
  },
  total: 'Total',
  open: 'cannot be counted yet',
  same: 'the same',
  agree: 'Official value and simulation are the same in every dimension that can be counted.',
  differ: 'Why they differ, and what can be done',
  route:
    'Sinau cannot change BKN’s value. Where data in SIASN are wrong, update them in MyASN (self-service) with the evidence, or ask the HR officers of your agency. Once BKN has counted again the new value is read here.',
  reasons: {
    qualification: {
      lower:
        'The education in SIASN may not be your latest. Update your education history in MyASN with your diploma.',
      higher:
        'SIASN has a higher education. Look at what you have told below, or ask your HR officers to update your record in Sinau.',
    },
    competency: {
      lower:
        'Some training may not be in the course history of SIASN, or came there after the value was made. Each line of JP says whether it was sent; what you learned elsewhere is entered in MyASN with its certificate.',
      higher:
        'SIASN has training that Sinau does not know. Enter it as learning elsewhere, or tell it below if it is from long ago.',
    },
    performance: {
      lower:
        'BKN uses the performance ratings that have come to SIASN. See in e-Kinerja whether the latest is finished, and compare what you have told below.',
      higher: 'The rating you have told below may not be the latest. Compare it with e-Kinerja.',
    },
    discipline: {
      lower:
        'Compare what you have told below. If the record in SIASN is wrong, tell your HR officers; only they can have it corrected.',
      higher: 'What you have told below may be older than what BKN looks back on. Compare it again.',
    },
  },
  toLedger: 'See the lines of JP',
  toExternal: 'Enter learning elsewhere',
  toForm: 'See what I have told',
  earlier: 'Earlier years',
  earlierColumns: { year: 'Year', total: 'Value', made: 'Made by BKN' },
  none: 'No value was read yet',
  offText:
    'Your agency does not read official values from SIASN yet. You find yours in MyASN; HR officers can let Sinau read it.',
  offKept: 'Your agency does not read official values at present; below is what was read last.',
  waitText: 'Yours was not read yet. Sinau reads the value of everybody in the agency once a month.',
  look: {
    value: (at) => `Last looked at ${at}.`,
    none: (at) =>
      `Looked at ${at}: SIASN has no IP ASN value for your employee number yet. If MyASN shows one, check your number on the account page and ask your HR officers.`,
    unreadable: (at) =>
      `Looked at ${at}: what SIASN answered cannot be a valid value, so it is not shown. See it in MyASN; HR officers see this too.`,
    refused: (at) =>
      `Looked at ${at}: SIASN does not let your agency read your value. See it in MyASN, or ask your HR officers.`,
    'no-answer': (at) => `Looked at ${at}: SIASN did not answer. It will be tried again.`,
  },
  ask: 'Read it again',
  askNote: 'Once a day at most. It appears when your agency is connected with SIASN, mostly within minutes.',
  asked: (at) => `Asked for ${at}, waiting to be read.`,
  askAgain: (at) => `Can be asked for again after ${at}.`,
};

/** Words of what BKN has set, on a page that few open; loaded with it. */
export const officialWords: Readonly<Record<Locale, OfficialWords>> = { id, en };
