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
    'request.cross-origin': 'Permintaan datang dari situs lain dan tidak dijalankan.',
    'request.too-large': 'Isian terlalu panjang.',
    'identity.client-disabled': 'Klien ini sudah dimatikan. Buat klien baru.',
    'identity.email-taken': 'Surel ini sudah dipakai orang lain.',
    'identity.number-taken': 'NIP atau NI PPPK ini sudah dipakai orang lain.',
    'identity.too-many-clients': 'Sudah ada 50 klien yang aktif. Matikan satu lebih dahulu.',
    'identity.changed-meanwhile': 'Orang lain baru saja mengubah data ini. Muat ulang, lalu coba lagi.',
    'identity.not-invited':
      'Akun Anda belum diundang ke Sinau. Mintalah operator atau pengelola instansi mengundang Anda.',
    'identity.sign-in-failed': 'Masuk tidak berhasil. Mulai lagi dari tombol Masuk.',
    'catalogue.host-not-allowed': 'Video dan audio dari host ini tidak diizinkan.',
    'catalogue.in-use':
      'Kursus ini terbit atau pernah diikuti orang, sehingga tidak dapat dihapus. Tarik dari katalog sebagai gantinya.',
    'catalogue.not-publishable': 'Kursus ini belum dapat diajukan atau diterbitkan.',
    'catalogue.version-conflict': 'Orang lain baru saja mengubah kursus ini. Muat ulang, lalu coba lagi.',
    'catalogue.not-exportable':
      'Versi ini tidak dapat diunduh sebagai paket: berkas asalnya sudah tidak disimpan dan isinya terlalu besar untuk disusun ulang, atau ada modul yang bukan cmi5. Strukturnya tetap dapat diunduh.',
    'catalogue.not-found': 'Kursus ini tidak ada.',
    'catalogue.terms-changed':
      'Aturan bagi peserta yang sedang belajar, atau versi yang terbit, baru saja berubah. Belum ada yang diputuskan. Periksa sekali lagi, lalu putuskan.',
    'catalogue.rating-too-early': 'Kerjakan dulu kursusnya, lalu nilai.',
    'dispatch.changed-meanwhile': 'Orang lain baru saja mengubahnya. Muat ulang, lalu coba lagi.',
    'dispatch.too-many': 'Satu kursus paling banyak untuk 200 LMS lain.',
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
    'questions.bank-full': 'Bank soal sudah penuh (5.000 soal, termasuk arsip).',
    'questions.changed-meanwhile': 'Orang lain baru saja mengubahnya. Muat ulang, lalu coba lagi.',
    'questions.incomplete': 'Soal ini belum lengkap.',
    'questions.quiz-incomplete': 'Kuis ini belum dapat dimasukkan ke kursus.',
    'questions.too-many-quizzes': 'Sudah ada 200 kuis. Hapus satu lebih dahulu.',
    'connectors.address-not-allowed': 'Alamat harus diawali https:// dan menuju server di internet umum.',
    'connectors.changed-meanwhile': 'Orang lain baru saja mengubah koneksi ini. Muat ulang, lalu coba lagi.',
    'connectors.enrolment-pending':
      'Penyelenggara belum mendaftarkan Anda. Halaman kursus menyebutkan sebab dan kelanjutannya.',
    'connectors.enrolment-refused': 'Penyelenggara tidak mendaftarkan Anda.',
    'connectors.no-table': 'Tidak ada tabel yang menunggu persetujuan. Unggah berkasnya lagi.',
    'connectors.table-not-usable':
      'Masih ada baris yang belum dapat dibaca. Perbaiki berkasnya, lalu unggah lagi.',
    'connectors.takes-no-tables': 'Koneksi ini tidak menerima tabel. Buat koneksi jenis Tabel.',
    'connectors.conflict':
      'Ada bagian yang sudah Anda sunting di sini. Pilih untuk setiap bagian: pakai milik penyelenggara, atau pertahankan suntingan Anda.',
    'connectors.in-use': 'Masih ada peserta yang terdaftar lewat koneksi ini.',
    'connectors.learner-not-found':
      'Tidak ada peserta kursus ini dengan nama samaran itu, atau bagian kursusnya perlu dipilih.',
    'connectors.result-changed': 'Hasil ini baru saja diputuskan. Muat ulang, lalu lihat lagi.',
    'connectors.item-changed':
      'Kursus ini sudah diputuskan lebih dahulu, atau penyelenggara mengubahnya lagi. Periksa, lalu putuskan.',
    'connectors.undo-impossible':
      'Keputusan ini tidak dapat dibatalkan lagi: kursusnya sudah terbit, sudah diikuti, atau sudah disunting.',
    'connectors.too-many': 'Sudah ada 20 koneksi. Hapus satu lebih dahulu.',
    'push.changed-meanwhile': 'Orang lain baru saja mengubah penerima ini. Muat ulang, lalu coba lagi.',
    'push.receiver-not-allowed': 'Alamat harus diawali https:// dan menuju server di internet umum.',
    'push.too-many': 'Instansi Anda sudah memiliki 20 penerima. Hapus satu lebih dahulu.',
    'exports.not-ready': 'Ekspor ini tidak memiliki berkas yang dapat diunduh, atau sudah selesai.',
    'exports.too-many':
      'Sepuluh ekspor instansi Anda masih menunggu atau berjalan. Tunggu atau batalkan satu.',
    'privacy.export-running': 'Salinan sedang dibuat. Tunggu sampai selesai.',
    'privacy.not-now': 'Pekerjaan ini sudah berlanjut. Muat ulang untuk melihat keadaannya.',
    'privacy.second-person-dependent':
      'Salah satu dari kedua operator diundang atau diberi perannya oleh yang lain dalam 30 hari terakhir. Mintalah operator lain mengonfirmasi.',
    'privacy.second-person-needed': 'Dikonfirmasi oleh operator lain, bukan oleh yang mengajukan.',
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
    'request.cross-origin': 'The request came from another site and was not carried out.',
    'request.too-large': 'The input is too long.',
    'identity.client-disabled': 'This client is disabled. Create a new one.',
    'identity.email-taken': 'Somebody else already uses this e-mail address.',
    'identity.number-taken': 'Somebody else already has this NIP or NI PPPK.',
    'identity.too-many-clients': 'There are 50 active clients already. Disable one first.',
    'identity.changed-meanwhile': 'Somebody else has just changed this. Reload, then try again.',
    'identity.not-invited':
      'Your account was not invited to Sinau yet. Ask the operator or your agency administrator to invite you.',
    'identity.sign-in-failed': 'Signing in did not work. Start again with the Sign in button.',
    'catalogue.host-not-allowed': 'Video and audio from this host are not allowed.',
    'catalogue.in-use':
      'The course is published or somebody has taken it, so it cannot be deleted. Withdraw it from the catalogue instead.',
    'catalogue.not-publishable': 'This course cannot be submitted or published yet.',
    'catalogue.version-conflict': 'Somebody else has just changed this course. Reload, then try again.',
    'catalogue.not-exportable':
      'This version cannot be downloaded as a package: its upload is not kept any more and it is too large to be put together again, or it holds a module that is no cmi5. Its structure can be downloaded.',
    'catalogue.not-found': 'There is no such course.',
    'catalogue.terms-changed':
      'The rule for running learners, or the published version, has just changed. Nothing was decided. Look once more, then decide.',
    'catalogue.rating-too-early': 'Work in the course first, then rate it.',
    'dispatch.changed-meanwhile': 'Somebody has just changed it. Reload, then try again.',
    'dispatch.too-many': 'A course is for 200 other LMSs at most.',
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
    'questions.bank-full': 'The question bank is full (5,000 questions, archived ones too).',
    'questions.changed-meanwhile': 'Somebody else has just changed it. Reload, then try again.',
    'questions.incomplete': 'This question is not complete yet.',
    'questions.quiz-incomplete': 'This quiz cannot be put into a course yet.',
    'questions.too-many-quizzes': 'There are 200 quizzes already. Delete one first.',
    'connectors.address-not-allowed':
      'The address must begin with https:// and lead to a server of the public internet.',
    'connectors.changed-meanwhile': 'Somebody else has just changed this connection. Reload, then try again.',
    'connectors.enrolment-pending':
      'The provider has not enrolled you yet. The page of the course says why and what happens next.',
    'connectors.enrolment-refused': 'The provider has not enrolled you.',
    'connectors.no-table': 'No table is waiting for approval. Upload the file again.',
    'connectors.table-not-usable': 'Some rows cannot be read yet. Correct the file and upload it again.',
    'connectors.takes-no-tables': 'This connection takes no tables. Make one of the kind Tables.',
    'connectors.conflict':
      'You edited fields here that the provider changed. Choose for each: take the provider’s, or keep yours.',
    'connectors.in-use': 'Learners are still enrolled through this connection.',
    'connectors.learner-not-found':
      'Nobody with this pseudonym takes this course, or its part has to be chosen.',
    'connectors.result-changed': 'This result has just been decided about. Load it again and look.',
    'connectors.item-changed':
      'This course was decided before, or the provider changed it again. Look at it, then decide.',
    'connectors.undo-impossible':
      'This decision cannot be taken back any more: the course is public, has learners, or was edited.',
    'connectors.too-many': 'There are 20 connections already. Remove one first.',
    'push.changed-meanwhile': 'Somebody else has just changed this receiver. Reload, then try again.',
    'push.receiver-not-allowed':
      'The address must begin with https:// and lead to a server of the public internet.',
    'push.too-many': 'Your agency has 20 receivers already. Delete one first.',
    'exports.not-ready': 'This export has no file to download, or it has ended already.',
    'exports.too-many': 'Ten exports of your agency are waiting or running. Wait, or cancel one.',
    'privacy.export-running': 'A copy is being made already. Wait until it is ready.',
    'privacy.not-now': 'This job has gone on meanwhile. Reload to see its state.',
    'privacy.second-person-dependent':
      'One of the two operators was invited, or given their role, by the other within the last 30 days. Ask another operator to confirm.',
    'privacy.second-person-needed':
      'An erasure is confirmed by another operator than the one who asked for it.',
    'platform.unavailable': 'The service is busy. Try again in a moment.',
  },
  other: 'This cannot be done now. Check the fields, then try again.',
};

/** What a redirect reports on the next page, by a word in its query. */
export const noticeId = {
  enrolled: 'Anda terdaftar. Selamat belajar!',
  retrying: 'Penyelenggara ditanya lagi sekarang.',
  tried: 'Penyelenggara baru saja ditanya. Cobalah lagi beberapa menit lagi.',
  requested: 'Permintaan dikirim. Anda diberi tahu begitu diputuskan.',
  queued: 'Anda masuk daftar tunggu.',
  cancelled: 'Pendaftaran dibatalkan. Bila berubah pikiran, daftar lagi di halaman kursusnya.',
  withdrawn: 'Sudah ditarik. Bila berubah pikiran, daftar lagi di halaman kursusnya.',
  approved: 'Permintaan disetujui. Peserta diberi tahu.',
  declined: 'Permintaan tidak disetujui. Peserta diberi tahu beserta alasannya.',
  released: 'Penugasan ditarik. Peserta diberi tahu.',
  revoked: 'Undangan dicabut. Yang sudah terdaftar tetap terdaftar.',
  saved: 'Tersimpan.',
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

export const noticeEn: typeof noticeId = {
  enrolled: 'You are enrolled. Enjoy learning!',
  retrying: 'The provider is being asked again now.',
  tried: 'The provider was asked a moment ago. Try again in a few minutes.',
  requested: 'Your request was sent. You will be told of the decision.',
  queued: 'You are on the waiting list.',
  cancelled: 'The enrolment was cancelled. If you change your mind, enrol again on the course’s page.',
  withdrawn: 'Withdrawn. If you change your mind, enrol again on the course’s page.',
  approved: 'The request was approved. The learner is told.',
  declined: 'The request was declined. The learner is told, with the reason.',
  released: 'The assignment was withdrawn. The learner is told.',
  revoked: 'The invitation was revoked. Those enrolled stay enrolled.',
  saved: 'Saved.',
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
