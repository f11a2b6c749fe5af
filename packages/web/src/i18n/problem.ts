import type { ErrorCode } from '@sinau/kernel';

/** Refusals in plain words. A code without a row of its own gets the sentence of its status. */
type ProblemWords = {
  readonly title: Readonly<Record<403 | 404 | 401 | 409 | 500, string>>;
  readonly text: Readonly<Record<403 | 404 | 401 | 409 | 500, string>>;
  readonly reference: string;
  readonly referenceHint: string;
  readonly goHome: string;
  readonly tryAgain: string;
  readonly code: Readonly<Partial<Record<ErrorCode, string>>>;
  readonly other: string;
};

export const problemId: ProblemWords = {
  title: {
    401: 'Anda perlu masuk',
    403: 'Halaman ini bukan untuk akun Anda',
    404: 'Halaman tidak ditemukan',
    409: 'Belum dapat dilakukan',
    500: 'Ada gangguan di pihak kami',
  },
  text: {
    401: 'Sesi Anda telah berakhir. Masuk lagi; yang sudah tersimpan tidak hilang.',
    403: 'Akun Anda tidak memiliki wewenang untuk membukanya. Jika menurut Anda ini keliru, hubungi pengelola instansi Anda.',
    404: 'Alamatnya mungkin salah ketik, atau halamannya sudah dipindahkan.',
    409: 'Keadaannya mungkin sudah berubah. Kembali, muat ulang halaman, lalu coba lagi.',
    500: 'Kami sudah mencatatnya. Coba lagi sebentar lagi; yang sudah tersimpan tidak hilang.',
  },
  reference: 'Nomor rujukan',
  referenceHint: 'Sebutkan nomor ini bila menghubungi kami.',
  goHome: 'Ke beranda',
  tryAgain: 'Coba lagi',
  code: {
    'planning.changed': 'Rencana ini baru saja diubah di tempat lain. Lihat lagi, lalu simpan.',
    'feedback.form-expired': 'Formulir ini sudah lama terbuka. Pilihan Anda masih ada; kirim sekali lagi.',
    'feedback.survey-closed': 'Survei ini tidak sedang menerima jawaban.',
    'feedback.too-many-answers': 'Terlalu banyak jawaban dari sambungan ini. Cobalah sepuluh menit lagi.',
    'professionalism.changed': 'Data ini baru saja diubah di tempat lain. Lihat lagi, lalu simpan.',
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
    'enrolment.closed': 'Pendaftaran kursus ini sudah ditutup.',
    'enrolment.quota-conflict':
      'Kuota ini baru saja diubah, atau sudah ada kuota untuk sebagian hari itu. Lihat lagi daftarnya.',
    'enrolment.quota-of-operators': 'Kuota ini ditetapkan oleh pengelola platform. Minta mereka mengubahnya.',
    'enrolment.quota-used-up':
      'Kuota instansi Anda untuk kursus ini sudah habis. Mintalah tambahan kuota kepada admin instansi Anda.',
    'enrolment.not-yet-open': 'Pendaftaran kursus ini belum dibuka.',
    'enrolment.invitation-needed': 'Kursus ini hanya untuk yang diundang. Masukkan kode undangan Anda.',
    'enrolment.invitation-invalid':
      'Undangan ini tidak dapat dipakai: salah ketik, sudah berakhir, atau bukan untuk Anda. Mintalah undangan baru kepada pengirimnya.',
    'enrolment.no-approver':
      'Kursus ini perlu persetujuan instansi, dan akun Anda tidak terikat pada instansi.',
    'enrolment.not-pending': 'Permintaan ini tidak lagi menunggu keputusan.',
    'enrolment.own-request': 'Tidak seorang pun memutuskan permintaannya sendiri.',
    'delivery.not-entitled': 'Daftar dahulu untuk membuka bagian ini.',
    'connectors.enrolment-pending':
      'Penyelenggara belum mendaftarkan Anda. Halaman kursus menyebutkan sebab dan kelanjutannya.',
    'connectors.enrolment-refused': 'Penyelenggara tidak mendaftarkan Anda.',
    'platform.unavailable': 'Layanan sedang sibuk. Coba lagi sebentar lagi.',
  },
  other: 'Belum dapat dilakukan. Periksa isian, lalu coba lagi.',
};

export const problemEn: ProblemWords = {
  title: {
    401: 'You need to sign in',
    403: 'This page is not for your account',
    404: 'Page not found',
    409: 'This cannot be done now',
    500: 'Something went wrong on our side',
  },
  text: {
    401: 'Your session has ended. Sign in again; what was saved is not lost.',
    403: 'Your account may not open it. If you think this is a mistake, contact your agency administrator.',
    404: 'The address may be mistyped, or the page has moved.',
    409: 'Things may have changed meanwhile. Go back, reload the page, then try again.',
    500: 'We have taken note. Try again in a moment; what was saved is not lost.',
  },
  reference: 'Reference number',
  referenceHint: 'Quote this number when you contact us.',
  goHome: 'Go to the home page',
  tryAgain: 'Try again',
  code: {
    'planning.changed': 'This plan was just changed elsewhere. Look again, then save.',
    'feedback.form-expired': 'This form was open for long. Your choices are still there; send it once more.',
    'feedback.survey-closed': 'This survey takes no answers now.',
    'feedback.too-many-answers': 'Too many answers came from this connection. Try again in ten minutes.',
    'professionalism.changed': 'This was just changed elsewhere. Look again, then save.',
    'request.view-only':
      'You look at the portal as somebody else: you can only read, and not every page is open. End it first by the button at the top.',
    'request.cross-origin': 'The request came from another site and was not carried out.',
    'request.too-large': 'The input is too long.',
    'identity.not-invited':
      'Your account was not invited to Sinau yet. Ask the operator or your agency administrator to invite you.',
    'identity.sign-in-failed': 'Signing in did not work. Start again with the Sign in button.',
    'catalogue.not-found': 'There is no such course.',
    'catalogue.rating-too-early': 'Work in the course first, then rate it.',
    'catalogue.saved-full': 'Your saved list is full (200 courses). Remove one, then save again.',
    'enrolment.agency-duty':
      'The agency has assigned this course. Ask an administrator of the agency to withdraw it.',
    'enrolment.already-enrolled': 'You are enrolled already.',
    'enrolment.course-not-open': 'This course is not open for enrolment.',
    'enrolment.not-active': 'This enrolment is not active.',
    'enrolment.assigned': 'This course was assigned to you. Ask whoever assigned it to withdraw it.',
    'enrolment.closed': 'Enrolment in this course is closed.',
    'enrolment.quota-conflict':
      'This quota has just been changed, or there is one for some of these days. Look at the list again.',
    'enrolment.quota-of-operators': 'This quota was set by the operators. Ask them to change it.',
    'enrolment.quota-used-up':
      'Your agency has used up its seats for this course. Ask an administrator of your agency for more.',
    'enrolment.not-yet-open': 'Enrolment in this course has not begun yet.',
    'enrolment.invitation-needed':
      'This course is for those who were invited. Enter the code of your invitation.',
    'enrolment.invitation-invalid':
      'This invitation cannot be used: mistyped, ended, or not for you. Ask whoever sent it for a new one.',
    'enrolment.no-approver': 'This course needs the approval of an agency, and your account belongs to none.',
    'enrolment.not-pending': 'This request does not wait for a decision any more.',
    'enrolment.own-request': 'Nobody decides on their own request.',
    'delivery.not-entitled': 'Enrol first to open this part.',
    'connectors.enrolment-pending':
      'The provider has not enrolled you yet. The page of the course says why and what happens next.',
    'connectors.enrolment-refused': 'The provider has not enrolled you.',
    'platform.unavailable': 'The service is busy. Try again in a moment.',
  },
  other: 'This cannot be done now. Check the fields, then try again.',
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
export const refusedNotices: ReadonlySet<NoticeName> = new Set(['tried', 'ended', 'unchanged']);

export const noticeEn: typeof noticeId = {
  enrolled: 'You are enrolled. Enjoy learning!',
  retrying: 'The provider is being asked again now.',
  tried: 'Not asked again: the provider was asked a moment ago. Try in a few minutes.',
  ended: 'Not asked again: this enrolment is over.',
  accountKept: 'The account is kept for all courses through this connection. The learner is being enrolled.',
  unchanged: 'Looked at again. Nothing has changed.',
  polling: 'The latest results are being asked for. Reload this page shortly.',
  sealOrdered: 'Asked for. Reload this page shortly.',
  comparing: 'The comparison has begun. Reload this page shortly.',
  requested: 'Your request was sent. You will be told of the decision.',
  queued: 'You are on the waiting list.',
  cancelled: 'The enrolment was cancelled. If you change your mind, enrol again on the course’s page.',
  withdrawn: 'Withdrawn. If you change your mind, enrol again on the course’s page.',
  approved: 'The request was approved. The learner is told.',
  declined: 'The request was declined. The learner is told, with the reason.',
  released: 'The assignment was withdrawn. The learner is told.',
  revoked: 'The invitation was revoked. Those enrolled stay enrolled.',
  saved: 'Saved.',
  requestSent: 'Request sent. You are told as soon as it is answered.',
  published: 'The course is published and shows in the catalogue.',
  submitted: 'Submitted. A reviewer decides; you are told of it.',
  'review-returned': 'Sent back. The author is told, with the reason.',
  retired: 'The course was withdrawn from the catalogue.',
  rated: 'Thank you, your rating is saved.',
  ratingWithdrawn: 'Your rating is withdrawn. You can rate again at any time.',
  reported: 'Reported to the operator.',
  courseSaved: 'Saved to your list.',
  courseUnsaved: 'Removed from your list.',
  created: 'Created.',
  invited: 'The invitation was sent.',
  deleted: 'Deleted.',
  archived: 'Archived. If that was a mistake, restore it.',
  restored: 'Restored from the archive.',
  copied: 'This is the copy. Change it as you need.',
  disabled: 'The client was disabled.',
  'secret-ended': 'The old secret has ended.',
  'account-disabled': 'The account was disabled.',
  'account-enabled': 'The account is enabled again.',
  moved: 'The place of this person was changed.',
  'signed-out': 'You have signed out.',
  read: 'All marked as read.',
};
