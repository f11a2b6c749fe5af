import type { Lesson } from './au/lesson.ts';

/** Two short lessons of a sample course on information security; synthetic, written for Sinau. */
export const lessons: readonly (Lesson & { readonly folder: string })[] = [
  {
    folder: 'kata-sandi',
    title: 'Kata sandi yang kuat',
    pages: [
      {
        heading: 'Mengapa kata sandi penting',
        paragraphs: [
          'Kata sandi adalah kunci ke data warga. Satu kunci yang bocor dapat membuka banyak pintu: surat elektronik, aplikasi kepegawaian, dan layanan publik.',
          'Penyerang jarang menebak satu per satu. Mereka memakai daftar kata sandi yang pernah bocor dari situs lain.',
        ],
      },
      {
        heading: 'Cara membuat yang kuat',
        paragraphs: [
          'Pakai frasa: empat kata yang tidak berhubungan lebih mudah diingat dan jauh lebih sulit ditebak daripada satu kata dengan angka di belakangnya.',
          'Pakai kata sandi yang berbeda untuk setiap layanan, dan simpan di pengelola kata sandi yang disetujui instansi.',
        ],
      },
      {
        heading: 'Verifikasi dua langkah',
        paragraphs: [
          'Verifikasi dua langkah menambah bukti kedua, misalnya kode dari aplikasi di ponsel. Kata sandi yang bocor saja tidak lagi cukup.',
          'Jangan pernah memberikan kode itu kepada siapa pun, termasuk yang mengaku petugas bantuan.',
        ],
      },
    ],
    questions: [
      {
        id: 'frasa',
        text: 'Mana yang paling sulit ditebak?',
        choices: [
          { id: 'nama', text: 'Nama anak dan tahun lahir' },
          { id: 'frasa', text: 'Frasa dari empat kata yang tidak berhubungan' },
        ],
        right: 'frasa',
      },
      {
        id: 'kode',
        text: 'Seseorang menelepon dan meminta kode verifikasi Anda. Apa yang Anda lakukan?',
        choices: [
          { id: 'tolak', text: 'Menolak dan melapor' },
          { id: 'beri', text: 'Memberikannya, karena ia mengaku petugas' },
        ],
        right: 'tolak',
      },
    ],
  },
  {
    folder: 'phishing',
    title: 'Mengenali pesan tipuan',
    pages: [
      {
        heading: 'Tanda pesan tipuan',
        paragraphs: [
          'Pesan tipuan mendesak Anda bertindak segera, meminta data yang tidak wajar, atau memakai alamat pengirim yang mirip tetapi tidak sama.',
          'Arahkan penunjuk ke tautan sebelum menekannya, dan bacalah alamatnya dari kanan ke kiri.',
        ],
      },
      {
        heading: 'Bila terlanjur menekan',
        paragraphs: [
          'Segera lapor ke tim keamanan instansi. Makin cepat dilaporkan, makin kecil akibatnya. Tidak ada hukuman bagi yang melapor dengan jujur.',
          'Ganti kata sandi dari perangkat lain, dan jangan menghapus pesannya: pesan itu adalah bukti.',
        ],
      },
    ],
    questions: [
      {
        id: 'tanda',
        text: 'Mana yang merupakan tanda pesan tipuan?',
        choices: [
          { id: 'desak', text: 'Mendesak Anda bertindak dalam beberapa menit' },
          { id: 'rapi', text: 'Ditulis dengan rapi' },
        ],
        right: 'desak',
      },
      {
        id: 'lapor',
        text: 'Anda terlanjur menekan tautan. Apa langkah pertama?',
        choices: [
          { id: 'diam', text: 'Menunggu apakah terjadi sesuatu' },
          { id: 'lapor', text: 'Melapor ke tim keamanan' },
        ],
        right: 'lapor',
      },
    ],
  },
];
