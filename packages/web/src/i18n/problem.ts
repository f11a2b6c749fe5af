import type { ErrorCode } from '@sinau/kernel';

/** Refusals in plain words. A code without a row of its own gets the sentence of its status. */
export type ProblemWords = {
  readonly title: Readonly<Record<400 | 403 | 404 | 401 | 409 | 500, string>>;
  readonly text: Readonly<Record<400 | 403 | 404 | 401 | 409 | 500, string>>;
  readonly reference: string;
  readonly referenceHint: string;
  readonly goHome: string;
  /** Of the list whose page was asked for. */
  readonly firstPage: string;
  readonly tryAgain: string;
  readonly code: Readonly<Partial<Record<ErrorCode, string>>>;
  readonly other: string;
  /** Which line of the agency's budget has no room for a seat. */
  readonly budgetLine: (line: string) => string;
};

export const problemId: ProblemWords = {
  title: {
    400: 'Permintaan ini tidak dapat dibaca',
    401: 'Anda perlu masuk',
    403: 'Halaman ini bukan untuk akun Anda',
    404: 'Halaman tidak ditemukan',
    409: 'Belum dapat dilakukan',
    500: 'Ada gangguan di pihak kami',
  },
  text: {
    400: 'Tautan halaman ini salah ketik atau tidak berlaku lagi. Mulai lagi dari halaman pertama; yang sudah tersimpan tidak hilang.',
    401: 'Sesi Anda telah berakhir. Masuk lagi; yang sudah tersimpan tidak hilang.',
    403: 'Akun Anda tidak memiliki wewenang untuk membukanya. Jika menurut Anda ini keliru, hubungi pengelola instansi Anda.',
    404: 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindahkan.',
    409: 'Keadaannya mungkin sudah berubah. Kembali, muat ulang halaman, lalu coba lagi.',
    500: 'Kami sudah mencatatnya. Coba lagi sebentar lagi; yang sudah tersimpan tidak hilang.',
  },
  reference: 'Nomor rujukan',
  referenceHint: 'Sebutkan nomor ini bila menghubungi kami.',
  goHome: 'Ke beranda',
  firstPage: 'Ke halaman pertama',
  tryAgain: 'Coba lagi',
  code: {
    'competency.changed': 'Ini baru saja diubah di tempat lain. Lihat lagi, lalu simpan.',
    'competency.item-incomplete':
      'Bukti keberhasilan atau pernyataan komitmen belum diisi. Kembalikan dengan catatan, agar pengusul melengkapinya.',
    'competency.move-not-allowed':
      'Langkah ini tidak dapat dilakukan sekarang, atau bukan oleh Anda. Lihat lagi keadaannya.',
    'competency.unknown': 'Kompetensi ini tidak ada dalam kamus instansi.',
    'competency.wrong-day': 'Tanggal ini tidak sesuai.',
    'planning.changed': 'Rencana ini baru saja diubah di tempat lain. Lihat lagi, lalu simpan.',
    'programmes.already-ahead': 'Anda sudah didahulukan di daftar tunggu ini.',
    'programmes.not-waiting': 'Anda tidak sedang menunggu di kegiatan ini.',
    'priority.changed': 'Ini baru saja berubah. Lihat lagi keadaannya.',
    'priority.expired': 'Masa berlaku kursi prioritas ini sudah lewat.',
    'priority.own':
      'Pengelola lain yang harus memberikannya: tidak seorang pun memberi penghargaan kepada diri sendiri.',
    'priority.used': 'Kursi prioritas ini sudah dipakai atau dicabut. Lihat lagi keadaannya.',
    'priority.wrong-day': 'Tanggal ini tidak sesuai.',
    'recognition.changed': 'Ini baru saja diubah di tempat lain. Lihat lagi, lalu putuskan.',
    'recognition.own':
      'Orang lain yang harus melakukannya: tidak seorang pun mengakui diri sendiri atau memutuskan usulannya sendiri.',
    'recognition.settled': 'Ini sudah diputuskan. Lihat lagi keadaannya.',
    'recognition.too-many': 'Usulan Anda bulan ini sudah habis (5). Usulkan lagi bulan depan.',
    'adoption.no-unit': 'Anda belum tercatat di unit mana pun. Hubungi administrator instansi Anda.',
    'adoption.habit-changed': 'Ini baru saja berubah. Lihat lagi, lalu ulangi.',
    'adoption.too-many-pledges':
      'Sudah ada lima komitmen yang berjalan. Lepaskan satu sebelum membuat yang baru.',
    'adoption.unfit-pledge': 'Ini tidak dapat dijadikan komitmen. Periksa kursus, hari, dan tanggalnya.',
    'evaluation.changed': 'Evaluasi ini baru saja berubah. Lihat lagi, lalu simpan.',
    'evaluation.closed': 'Evaluasi ini tidak sedang menerima jawaban.',
    'feedback.form-expired': 'Formulir ini sudah lama terbuka. Pilihan Anda masih ada; kirim sekali lagi.',
    'feedback.survey-closed': 'Survei ini tidak sedang menerima jawaban.',
    'feedback.too-many-answers': 'Terlalu banyak jawaban dari sambungan ini. Cobalah sepuluh menit lagi.',
    'professionalism.changed': 'Data ini baru saja diubah di tempat lain. Lihat lagi, lalu simpan.',
    'professionalism.asked-too-soon':
      'Nilai resmi Anda sudah diminta kurang dari sehari yang lalu. Mintalah lagi besok.',
    'professionalism.not-read':
      'Instansi Anda belum membaca nilai resmi dari SIASN. Tanyakan kepada pengelola kepegawaian.',
    'request.view-only':
      'Anda sedang melihat portal sebagai orang lain: hanya membaca, dan tidak semua halaman terbuka. Akhiri dulu lewat tombol di bagian atas.',
    'request.cross-origin': 'Permintaan datang dari situs lain dan tidak dijalankan.',
    'request.too-large': 'Isian terlalu panjang.',
    'identity.not-invited':
      'Akun Anda belum diundang ke Sinau. Mintalah operator atau pengelola instansi mengundang Anda.',
    'identity.sign-in-failed': 'Masuk tidak berhasil. Mulai lagi dari tombol Masuk.',
    'catalogue.not-found': 'Kursus ini tidak ada.',
    'catalogue.rating-too-early': 'Kerjakan dulu kursusnya, lalu nilai.',
    'catalogue.saved-full': 'Daftar simpan Anda penuh (200 kursus). Hapus satu, lalu simpan lagi.',
    'enrolment.agency-duty': 'Penugasan ini dari instansi. Mintalah admin instansi untuk menariknya.',
    'enrolment.already-enrolled': 'Anda sudah terdaftar.',
    'enrolment.course-not-open': 'Kursus ini tidak terbuka untuk pendaftaran.',
    'enrolment.not-active': 'Pendaftaran ini tidak aktif.',
    'enrolment.assigned': 'Kursus ini ditugaskan kepada Anda. Mintalah yang menugaskan untuk menariknya.',
    'programmes.path-required':
      'Instansi Anda mewajibkan jalur belajar ini. Hubungi admin instansi bila Anda tidak dapat mengikutinya.',
    'programmes.step-locked': 'Di jalur belajar Anda, selesaikan dahulu:',
    'enrolment.closed': 'Pendaftaran kursus ini sudah ditutup.',
    'enrolment.budget-used-up':
      'Mata anggaran instansi Anda untuk kursus ini tidak punya sisa yang cukup. Mintalah admin instansi Anda menambahnya.',
    'enrolment.quota-used-up':
      'Kursi instansi Anda untuk kursus ini sudah habis, atau sisanya disimpan untuk kelompok lain. Tanyakan kepada admin instansi Anda.',
    'enrolment.not-yet-open': 'Pendaftaran kursus ini belum dibuka.',
    'enrolment.invitation-needed': 'Kursus ini hanya untuk yang diundang. Masukkan kode undangan Anda.',
    'enrolment.invitation-invalid':
      'Undangan ini tidak dapat dipakai: salah ketik, sudah berakhir, atau bukan untuk Anda. Mintalah undangan baru kepada pengirimnya.',
    'enrolment.legal-standing':
      'Menurut data kepegawaian, kedudukan hukumnya belum mengizinkan pendaftaran. Bila keliru, mintalah pengelola kepegawaian memperbaikinya.',
    'enrolment.no-approver':
      'Kursus ini perlu persetujuan instansi, dan akun Anda tidak terikat pada instansi.',
    'enrolment.not-pending': 'Permintaan ini tidak lagi menunggu keputusan.',
    'enrolment.not-waiting': 'Anda tidak lagi menunggu kursi untuk kursus ini.',
    'enrolment.already-ahead':
      'Anda sudah didahulukan dalam daftar tunggu ini. Simpan hak Anda untuk kursus lain.',
    'enrolment.own-request': 'Tidak seorang pun memutuskan permintaannya sendiri.',
    'delivery.not-entitled': 'Daftar dahulu untuk membuka bagian ini.',
    'connectors.enrolment-pending':
      'Penyelenggara belum mendaftarkan Anda. Halaman kursus menyebutkan sebab dan kelanjutannya.',
    'connectors.enrolment-refused': 'Penyelenggara tidak mendaftarkan Anda.',
    'platform.unavailable': 'Layanan sedang sibuk. Coba lagi sebentar lagi.',
  },
  other: 'Belum dapat dilakukan. Periksa isian, lalu coba lagi.',
  budgetLine: (line) =>
    `Mata anggaran ${line} tidak punya sisa yang cukup untuk kursi ini. Admin instansi dapat menambah pagunya.`,
};

/** What a redirect reports on the next page, by a word in its query. */
export const noticeId = {
  enrolled: 'Anda terdaftar. Selamat belajar!',
  retrying: 'Penyelenggara ditanya lagi sekarang.',
  tried: 'Belum ditanya lagi: penyelenggara baru saja ditanya. Cobalah beberapa menit lagi.',
  ended: 'Tidak ditanya lagi: pendaftaran ini sudah berakhir.',
  accountKept:
    'Akunnya tersimpan dan berlaku untuk semua kursus lewat koneksi ini. Peserta didaftarkan sekarang.',
  unchanged: 'Sudah diperiksa lagi. Tidak ada yang berubah.',
  polling: 'Hasil terbaru sedang diambil. Muat ulang halaman ini sebentar lagi.',
  sealOrdered: 'Sudah diminta. Muat ulang halaman ini sebentar lagi.',
  comparing: 'Perbandingan dimulai. Muat ulang halaman ini sebentar lagi.',
  requested: 'Permintaan dikirim. Anda diberi tahu begitu diputuskan.',
  queued: 'Anda masuk daftar tunggu.',
  cancelled: 'Pendaftaran dibatalkan. Bila berubah pikiran, daftar lagi di halaman kursusnya.',
  withdrawn: 'Sudah ditarik. Bila berubah pikiran, daftar lagi di halaman kursusnya.',
  approved: 'Permintaan disetujui. Peserta diberi tahu.',
  declined: 'Permintaan tidak disetujui. Peserta diberi tahu beserta alasannya.',
  released: 'Penugasan ditarik. Peserta diberi tahu.',
  revoked: 'Undangan dicabut. Yang sudah terdaftar tetap terdaftar.',
  saved: 'Tersimpan.',
  rolesGiven: 'Peran Atasan diberikan.',
  requestSent: 'Permintaan dikirim. Anda diberi tahu begitu dijawab.',
  published: 'Kursus terbit dan terlihat di katalog.',
  submitted: 'Sudah diajukan. Penelaah memutuskan; Anda akan diberi tahu.',
  'review-returned': 'Dikembalikan. Penulis diberi tahu beserta alasannya.',
  retired: 'Kursus ditarik dari katalog.',
  rated: 'Terima kasih, penilaian Anda tersimpan.',
  ratingWithdrawn: 'Penilaian Anda ditarik. Anda dapat menilai lagi kapan saja.',
  reported: 'Dilaporkan ke operator.',
  courseSaved: 'Disimpan di daftar Anda.',
  courseUnsaved: 'Dihapus dari daftar Anda.',
  created: 'Berhasil dibuat.',
  invited: 'Undangan dikirim.',
  deleted: 'Terhapus.',
  fileKnown: 'Berkas ini sudah ada di pertemuan ini.',
  archived: 'Diarsipkan. Bila keliru, kembalikan dari arsip.',
  restored: 'Dikembalikan dari arsip.',
  copied: 'Ini salinannya. Ubah seperlunya.',
  disabled: 'Klien dimatikan.',
  'secret-ended': 'Rahasia lama berakhir.',
  'account-disabled': 'Akun dinonaktifkan.',
  'account-enabled': 'Akun aktif kembali.',
  moved: 'Tempat orang ini diperbarui.',
  'signed-out': 'Anda telah keluar.',
  read: 'Semua ditandai sudah dibaca.',
};
export type NoticeName = keyof typeof noticeId;

/** What was asked for and has not been done: these do not look like a success. */
export const refusedNotices: ReadonlySet<NoticeName> = new Set(['tried', 'ended', 'unchanged', 'fileKnown']);
