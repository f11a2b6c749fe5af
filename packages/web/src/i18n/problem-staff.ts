import type { ErrorCode } from '@sinau/kernel';

type Sentences = Readonly<Partial<Record<ErrorCode, string>>>;

/** Refusals that pages of staff alone can meet, and those of pages that ask for all words; they come with the words of those pages. */
export const staffRefusalsId: Sentences = {
  'collaboration.check-in-overridden':
    'Fasilitator mencatat Anda tidak hadir. Hubungi fasilitator bila keliru.',
  'collaboration.check-in-shut':
    'Kode hanya dapat dipindai dari 30 menit sebelum pertemuan sampai 15 menit setelahnya.',
  'collaboration.code-expired':
    'Kode ini sudah berganti: foto kode tidak berlaku. Pindai kode yang sedang tampil di layar.',
  'collaboration.code-unknown': 'Ini bukan kode pertemuan ini. Pindai kode yang ditampilkan fasilitator.',
  'collaboration.members-only':
    'Hanya anggota komunitas yang mencatat kehadiran. Bergabunglah dulu, lalu pindai kode yang tampil.',
  'collaboration.community-changed': 'Ini baru saja diubah orang lain. Lihat lagi, lalu simpan.',
  'collaboration.community-full': 'Tidak ada tempat lagi.',
  'collaboration.community-not-now':
    'Ini tidak dapat dilakukan sekarang, atau bukan oleh Anda. Lihat lagi keadaannya.',
  'collaboration.last-facilitator':
    'Anda satu-satunya fasilitator. Jadikan orang lain fasilitator dulu, atau nonaktifkan komunitas.',
  'collaboration.meeting-incomplete': 'Pertemuan belum lengkap. Lihat apa yang masih kurang.',
  'collaboration.changed': 'Ini baru saja berubah. Lihat lagi, lalu ulangi.',
  'collaboration.exists': 'Anda berdua sudah punya pasangan seperti ini, atau ajakannya masih menunggu.',
  'collaboration.no-partner':
    'Tidak ada pegawai lain yang dapat diajak dengan data itu. Periksa surel atau NIP-nya.',
  'collaboration.not-now': 'Ini tidak dapat dilakukan sekarang. Muat ulang halaman, lalu lihat keadaannya.',
  'collaboration.overlap': 'Pada waktu itu Anda atau pasangan Anda sudah punya sesi lain.',
  'collaboration.own-text': 'Anda yang menulis catatan ini; pasangan Anda yang menandatanganinya.',
  'collaboration.text-changed': 'Catatan ini diubah sejak Anda membacanya. Baca lagi, lalu tanda tangani.',
  'collaboration.too-many': 'Banyak ajakan Anda masih menunggu jawaban. Tarik sebagian lebih dulu.',
  'competency.full': 'Jumlahnya sudah sebanyak yang dapat disimpan. Hentikan atau tarik sebagian dahulu.',
  'programmes.capacity-too-small':
    'Sudah lebih banyak kursi yang terisi. Tarik kursi dahulu, atau biarkan jumlahnya.',
  'programmes.changed': 'Ini baru saja berubah. Lihat lagi, lalu coba sekali lagi.',
  'programmes.clashes':
    'Anda punya kegiatan lain pada waktu itu. Lihat bentroknya, lalu pilih “Tetap daftar” bila memang mau.',
  'programmes.code-expired':
    'Kode ini sudah berganti: foto kode tidak berlaku. Pindai kode yang sedang tampil di layar.',
  'programmes.code-other-session': 'Kode ini untuk sesi lain. Pindai kode sesi yang sedang berlangsung.',
  'programmes.code-unknown': 'Ini bukan kode kegiatan ini. Pindai kode yang ditampilkan penyelenggara.',
  'programmes.code-used':
    'Penyelenggara sudah mencatat kehadiran Anda untuk sesi ini. Hubungi penyelenggara bila keliru.',
  'programmes.fixed':
    'Ini tidak dapat diubah lagi: kegiatannya sudah dimulai, selesai, dibatalkan, atau kehadirannya sudah tercatat.',
  'programmes.not-registered': 'Belum ada kursi pasti atas nama ini di kegiatan ini.',
  'programmes.offer-over': 'Tidak ada lagi kursi yang disimpan untuk Anda. Daftar lagi untuk masuk antrean.',
  'programmes.outside-window':
    'Kehadiran hanya dicatat dari 30 menit sebelum sesi sampai 15 menit setelahnya.',
  'programmes.own-attendance': 'Kehadiran Anda sendiri dicatat orang lain.',
  'programmes.registration-closed': 'Pendaftaran tidak sedang dibuka.',
  'programmes.line-not-open': 'Pilih mata anggaran yang terbuka dan dari tahun kegiatan ini.',
  'programmes.no-room-in-line':
    'Anggaran instansi orang ini belum cukup untuk kursinya. Minta ia mendaftar; ia menunggu sampai ada anggaran.',
  'programmes.room-full': 'Semua kursi sudah terisi. Tambah jumlah kursi dahulu, atau tarik satu kursi.',
  'programmes.path-incomplete': 'Ada yang belum terbuka atau belum lengkap. Ubah dahulu, lalu terbitkan.',
  'programmes.too-many': 'Jumlahnya sudah sebanyak yang dapat disimpan.',
  'budget.ceiling-too-low':
    'Pagu tidak dapat lebih rendah dari yang sudah dicadangkan, terikat, atau terpakai.',
  'budget.changed': 'Ini baru saja diubah, atau sudah dilakukan. Lihat lagi, lalu lanjutkan.',
  'budget.full': 'Jumlahnya sudah sebanyak yang dapat disimpan.',
  'budget.line-closed': 'Mata anggaran ini ditutup. Buka lagi, atau pilih yang lain.',
  'budget.line-exists': 'Sudah ada mata anggaran dengan kode ini pada tahun itu.',
  'budget.no-room':
    'Mata anggaran ini tidak punya sisa sebanyak itu. Kurangi jumlahnya, lepaskan yang lain, atau naikkan pagunya.',
  'budget.of-seat': 'Ini dicatat oleh pendaftaran dan mengikuti pendaftarannya.',
  'annual-plan.changed': 'Rencana ini baru saja berubah. Lihat lagi, lalu lanjutkan.',
  'annual-plan.exists':
    'Tahun ini sudah punya rencana, atau versi yang belum ditetapkan. Buka rencana itu dahulu.',
  'annual-plan.full': 'Jumlahnya sudah sebanyak yang dapat disimpan. Hapus sebagian dahulu.',
  'annual-plan.incomplete':
    'Rencana belum dapat diusulkan: isi rinciannya, dan sebutkan untuk setiap rincian yang berbiaya bentuk yang lebih murah atau alasannya.',
  'annual-plan.learning-linked':
    'Kegiatan atau kursus ini sudah untuk rincian lain pada tahun itu. Lepas tautannya di sana dahulu.',
  'annual-plan.not-yours':
    'Langkah ini bukan bagian Anda. Yang menyusun rencana tidak menyetujui atau menetapkannya, dan pejabat yang punya akun memutuskan sendiri.',
  'annual-plan.shut':
    'Dalam keadaan ini rencana tidak menerima itu. Kembalikan ke draf, atau mulai versi baru.',
  'annual-plan.signal-taken': 'Sinyal ini sudah dijawab oleh satu rincian rencana.',
  'feedback.changed': 'Ini baru saja diubah orang lain. Lihat lagi, lalu simpan.',
  'feedback.full': 'Jumlahnya sudah sebanyak yang dapat disimpan. Tutup atau batalkan sebagian dahulu.',
  'feedback.list-busy': 'Daftar lain sedang disimpan atau dibatalkan. Coba lagi dua menit lagi.',
  'feedback.list-fixed': 'Daftar ini sudah disimpan atau dibatalkan. Lihat lagi keadaannya.',
  'feedback.list-replaced':
    'Sebagian barisnya sudah diganti daftar yang lebih baru. Batalkan dahulu daftar yang lebih baru itu.',
  'feedback.tells-of-person':
    'Ada nomor panjang atau alamat surel di dalamnya. Teks ini dibaca semua orang: hapus nomornya.',
  'feedback.survey-overlaps':
    'Layanan ini sudah punya survei pada sebagian hari itu. Pilih hari sesudahnya, atau akhiri survei itu dahulu.',
  'privacy.held': 'Ada penahanan hukum atas catatan ini. Cabut dahulu, atau tunggu sampai berakhir.',
  'privacy.request-open': 'Permintaan seperti ini masih menunggu jawaban.',
  'privacy.too-many-requests':
    'Permintaan Anda sudah sebanyak yang diterima dalam sehari. Tunggu jawabannya, atau tuliskan semuanya dalam satu permintaan.',
  'credentials.changed-meanwhile': 'Sertifikat ini baru saja diubah orang lain. Lihat lagi, lalu putuskan.',
  'credentials.completion-taken-back':
    'Penyelenggara menarik kelulusan ini. Sertifikatnya berlaku lagi dengan sendirinya bila kelulusan diberikan kembali.',
  'credentials.no-such-year': 'Tahun ini belum dimulai, jadi belum ada transkripnya.',
  'credentials.own': 'Sertifikat Anda sendiri diputuskan oleh orang lain.',
  'credentials.revoked': 'Sertifikat ini sudah dicabut.',
  'credentials.revoked-by-other':
    'Sertifikat ini dicabut oleh orang lain. Yang dapat menerbitkannya lagi adalah pencabutnya atau operator.',
  'credentials.too-many-editions':
    'Sertifikat ini sudah sembilan kali diterbitkan ulang; lebih dari itu tidak dapat.',
  'credit.rule-not-allowed': 'Aturan ini tidak boleh berbunyi demikian.',
  'credit.rule-not-found': 'Aturan ini tidak ada.',
  'compliance.not-found': 'Unit atau laporan ini tidak ada di instansi Anda.',
  'compliance.report-not-ready':
    'Laporan ini belum atau tidak lagi punya berkas. Minta laporannya sekali lagi.',
  'compliance.too-many-reports':
    'Sudah lima laporan yang menunggu atau dibuat. Tunggu sampai satu selesai, atau batalkan satu.',
  'credit.hold-changed': 'Ini baru saja diputuskan atau dijelaskan. Lihat lagi, lalu putuskan.',
  'credit.hold-not-found': 'JP ditahan ini tidak ada.',
  'credit.own-hold': 'JP Anda sendiri diputuskan oleh orang lain.',
  'external-learning.changed': 'Catatan ini baru saja berubah. Lihat lagi, lalu lanjutkan.',
  'external-learning.duplicate': 'Sertifikat atau kegiatan ini sudah tercatat.',
  'external-learning.no-agency': 'Akun Anda tidak tercatat di instansi mana pun yang dapat memverifikasinya.',
  'external-learning.not-now': 'Catatan ini tidak dalam keadaan untuk itu. Muat ulang, lalu lihat lagi.',
  'external-learning.too-many':
    'Sudah ada 200 catatan yang belum diakui. Pakai lagi salah satu yang Anda batalkan, atau tunggu yang sedang diperiksa.',
  'external-learning.on-platform': 'Ini nomor sertifikat Sinau. JP kursusnya sudah dihitung di Rincian JP.',
  'external-learning.own': 'Pembelajaran Anda sendiri diputuskan oleh orang lain.',
  'identity.client-disabled': 'Klien ini sudah dimatikan. Buat klien baru.',
  'identity.email-taken': 'Surel ini sudah dipakai orang lain.',
  'staffing.not-found': 'Impor ini tidak ada.',
  'sealing.address': 'Alamatnya harus diawali https:// dan menuju server yang dapat dijangkau dari internet.',
  'sealing.changed': 'Ini baru saja berubah atau sedang disegel. Lihat lagi, lalu putuskan.',
  'sealing.not-ready':
    'Belum dapat: isi alamat, akun, dan ID segel, aktifkan, ujilah, lalu pastikan milik siapa segelnya.',
  'sealing.password':
    'Alamat atau akun yang lain memerlukan kata sandinya. Kata sandi sebelumnya tidak dikirim ke sana.',
  'siasn.changed': 'Baris ini baru saja berubah atau sedang dikirim. Lihat lagi, lalu putuskan.',
  'siasn.session':
    'Ini bukan token akses yang masih berlaku lima menit. Masuk lagi ke SIASN, lalu ambil token baru.',
  'siasn.settings': 'Isi dahulu ID instansi di SIASN dan jenis kursus bawaan.',
  'obligations.not-found': 'Kewajiban ini tidak ada.',
  'obligations.own-exception':
    'Pengecualian bagi diri sendiri tidak dapat Anda putuskan. Minta administrator lain di instansi Anda.',
  'obligations.changed': 'Kewajiban ini baru saja berubah. Lihat lagi, lalu putuskan.',
  'obligations.reminded-today': 'Yang terlambat sudah diingatkan hari ini. Coba lagi besok.',
  'obligations.too-many': 'Sudah ada 100 kewajiban yang belum berakhir. Akhiri satu lebih dahulu.',
  'staffing.changed': 'Impor ini sudah tidak menunggu keputusan itu. Lihat keadaannya sekarang.',
  'identity.unit-exists': 'Di tempat ini sudah ada unit dengan nama itu.',
  'identity.unit-in-use':
    'Masih ada pegawai atau unit di bawah unit ini. Pindahkan dahulu, lalu akhiri unitnya.',
  'identity.too-many-units': 'Instansi ini sudah memiliki unit sebanyak yang diperbolehkan.',
  'identity.number-taken': 'NIP atau NI PPPK ini sudah dipakai orang lain.',
  'identity.too-many-clients': 'Sudah ada 50 klien yang aktif. Matikan satu lebih dahulu.',
  'identity.changed-meanwhile': 'Orang lain baru saja mengubah data ini. Muat ulang, lalu coba lagi.',
  'catalogue.host-not-allowed': 'Video dan audio dari host ini tidak diizinkan.',
  'catalogue.in-use':
    'Kursus ini terbit atau pernah diikuti orang, sehingga tidak dapat dihapus. Tarik dari katalog sebagai gantinya.',
  'catalogue.not-publishable': 'Kursus ini belum dapat diajukan atau diterbitkan.',
  'catalogue.version-conflict': 'Orang lain baru saja mengubah kursus ini. Muat ulang, lalu coba lagi.',
  'catalogue.not-exportable':
    'Versi ini tidak dapat diunduh sebagai paket: berkas asalnya sudah tidak disimpan dan isinya terlalu besar untuk disusun ulang, atau ada modul yang bukan cmi5. Strukturnya tetap dapat diunduh.',
  'catalogue.terms-changed':
    'Aturan bagi peserta yang sedang belajar, atau versi yang terbit, baru saja berubah. Belum ada yang diputuskan. Periksa sekali lagi, lalu putuskan.',
  'dispatch.changed-meanwhile': 'Orang lain baru saja mengubahnya. Muat ulang, lalu coba lagi.',
  'dispatch.too-many': 'Satu kursus paling banyak untuk 200 LMS lain.',
  'lti.changed-meanwhile': 'Alat ini baru saja diubah. Periksa sekali lagi, lalu putuskan.',
  'lti.tool-not-returning': 'Alat ini harus diperiksa operator lebih dahulu. Ajukan lagi untuk disetujui.',
  'lti-tool.account-taken':
    'Akun di LMS itu sudah terhubung dengan orang lain, atau akun Anda berganti sejak halaman ini dibuka. Periksa sekali lagi.',
  'lti-tool.changed-meanwhile': 'Orang lain baru saja mengubahnya. Muat ulang, lalu coba lagi.',
  'lti-tool.taken':
    'Client ID ini sudah terdaftar untuk issuer atau alamat token ini. Hapus pendaftaran yang lama, daftarkan Sinau sekali lagi di LMS untuk Client ID baru, atau tanyakan kepada operator.',
  'lti-tool.too-many': 'Jumlahnya sudah paling banyak. Hapus yang tidak dipakai lagi.',
  'questions.bank-full': 'Bank soal sudah penuh (5.000 soal, termasuk arsip).',
  'questions.changed-meanwhile': 'Orang lain baru saja mengubahnya. Muat ulang, lalu coba lagi.',
  'questions.incomplete': 'Soal ini belum lengkap.',
  'questions.quiz-incomplete': 'Kuis ini belum dapat dimasukkan ke kursus.',
  'questions.too-many-quizzes': 'Sudah ada 200 kuis. Hapus satu lebih dahulu.',
  'connectors.account-taken':
    'Akun ini sudah dipastikan milik peserta lain. Periksa keduanya di situs penyelenggara.',
  'connectors.address-not-allowed': 'Alamat harus diawali https:// dan menuju server di internet umum.',
  'connectors.changed-meanwhile': 'Orang lain baru saja mengubah koneksi ini. Muat ulang, lalu coba lagi.',
  'connectors.no-table': 'Tidak ada tabel yang menunggu persetujuan. Unggah berkasnya lagi.',
  'connectors.table-not-usable':
    'Masih ada baris yang belum dapat dibaca. Perbaiki berkasnya, lalu unggah lagi.',
  'connectors.takes-no-packages': 'Koneksi ini tidak menerima paket. Buat koneksi jenis Paket OneRoster.',
  'connectors.takes-no-tables': 'Koneksi ini tidak menerima tabel. Buat koneksi jenis Tabel.',
  'connectors.conflict':
    'Ada bagian yang sudah Anda sunting di sini. Pilih untuk setiap bagian: pakai milik penyelenggara, atau pertahankan suntingan Anda.',
  'connectors.in-use': 'Masih ada peserta yang terdaftar lewat koneksi ini.',
  'connectors.learner-not-found':
    'Tidak ada peserta kursus ini dengan nama samaran atau akun itu, atau bagian kursusnya perlu dipilih.',
  'connectors.result-changed': 'Hasil ini baru saja diputuskan. Muat ulang, lalu lihat lagi.',
  'connectors.item-changed':
    'Kursus ini sudah diputuskan lebih dahulu, atau penyelenggara mengubahnya lagi. Periksa, lalu putuskan.',
  'connectors.completion-unchosen':
    'Pilih dahulu apa yang dihitung selesai di Pengaturan koneksi, lalu terima kursusnya.',
  'connectors.undo-impossible':
    'Keputusan ini tidak dapat dibatalkan lagi: kursusnya sudah terbit, sudah diikuti, atau sudah disunting.',
  'connectors.too-many': 'Sudah ada 20 koneksi. Hapus satu lebih dahulu.',
  'push.changed-meanwhile': 'Orang lain baru saja mengubah penerima ini. Muat ulang, lalu coba lagi.',
  'push.receiver-not-allowed': 'Alamat harus diawali https:// dan menuju server di internet umum.',
  'push.too-many': 'Instansi Anda sudah memiliki 20 penerima. Hapus satu lebih dahulu.',
  'exports.not-ready': 'Ekspor ini tidak memiliki berkas yang dapat diunduh, atau sudah selesai.',
  'exports.too-many': 'Sepuluh ekspor instansi Anda masih menunggu atau berjalan. Tunggu atau batalkan satu.',
  'privacy.export-running': 'Salinan sedang dibuat. Tunggu sampai selesai.',
  'privacy.not-now': 'Pekerjaan ini sudah berlanjut. Muat ulang untuk melihat keadaannya.',
  'privacy.second-person-dependent':
    'Salah satu dari kedua operator diundang atau diberi perannya oleh yang lain dalam 30 hari terakhir. Mintalah operator lain mengonfirmasi.',
  'privacy.second-person-needed': 'Dikonfirmasi oleh operator lain, bukan oleh yang mengajukan.',
};

export const staffRefusalsEn: Sentences = {
  'collaboration.check-in-overridden':
    'A facilitator has noted that you were not there. Ask them if that is wrong.',
  'collaboration.check-in-shut':
    'The code can be scanned from 30 minutes before the meeting until 15 minutes after it.',
  'collaboration.code-expired':
    'This code has changed: a photo of it does not count. Scan the one on the screen.',
  'collaboration.code-unknown':
    'This is not a code of this meeting. Scan the one that the facilitator shows.',
  'collaboration.members-only':
    'Only those who are in the community check in. Join it first, then scan the code that is shown.',
  'collaboration.community-changed': 'Somebody else has just changed this. Look again, then save.',
  'collaboration.community-full': 'There is no more room.',
  'collaboration.community-not-now': 'This cannot be done now, or not by you. Look at it again.',
  'collaboration.last-facilitator':
    'You are the only facilitator. Make somebody else one first, or make the community inactive.',
  'collaboration.meeting-incomplete': 'The meeting is not complete yet. See what is missing.',
  'collaboration.changed': 'This has just changed. Look again, then repeat it.',
  'collaboration.exists': 'You two have such a pair already, or an invitation waits.',
  'collaboration.no-partner': 'No other employee can be invited by that. Check the address or NIP.',
  'collaboration.not-now': 'This cannot be done now. Reload the page and look at it again.',
  'collaboration.overlap': 'You or the other one have another session at that time.',
  'collaboration.own-text': 'You wrote this; the other one signs it.',
  'collaboration.text-changed': 'The text was changed since you read it. Read it again, then sign.',
  'collaboration.too-many': 'Many of your invitations wait for an answer. Take some back first.',
  'competency.full': 'There are as many as can be kept. Retire or withdraw some first.',
  'programmes.capacity-too-small':
    'More seats than that are taken. Take seats back first, or leave the number.',
  'programmes.changed': 'This has just changed. Look at it again, then try once more.',
  'programmes.clashes':
    'You have another event at that time. Look at what clashes, then choose “Register all the same” if you want both.',
  'programmes.code-expired':
    'This code has changed: a photo of it does not count. Scan the one on the screen.',
  'programmes.code-other-session':
    'This code is for another session. Scan the one of the session that is on.',
  'programmes.code-unknown': 'This is not a code of this event. Scan the one that the organiser shows.',
  'programmes.code-used':
    'The organiser has noted your attendance at this session. Ask them if that is wrong.',
  'programmes.fixed':
    'This cannot be changed any more: the event has begun, is over or was cancelled, or attendance was noted.',
  'programmes.not-registered': 'There is no confirmed seat in this event for this person.',
  'programmes.offer-over': 'No seat is kept for you any more. Register again to join the queue.',
  'programmes.outside-window':
    'Attendance is noted from 30 minutes before the session until 15 minutes after it.',
  'programmes.own-attendance': 'Somebody else notes your own attendance.',
  'programmes.registration-closed': 'Registration is not open.',
  'programmes.line-not-open': 'Choose an open budget line of the year of this event.',
  'programmes.no-room-in-line':
    'The agency of this person has no room for this seat in its budget. Ask them to register; they wait until there is.',
  'programmes.room-full': 'Every seat is taken. Raise the number of seats first, or take one back.',
  'programmes.path-incomplete': 'Something is not open or not complete. Change it first, then publish.',
  'programmes.too-many': 'There are as many as can be kept.',
  'budget.ceiling-too-low': 'The ceiling cannot be lower than what is reserved, committed or spent.',
  'budget.changed': 'This has just been changed, or was done before. Look at it again, then go on.',
  'budget.full': 'There are as many as can be kept.',
  'budget.line-closed': 'This budget line is closed. Open it again, or take another.',
  'budget.line-exists': 'There is a budget line of this code in that year.',
  'budget.no-room': 'This line has no room for that. Take less, release something, or raise its ceiling.',
  'budget.of-seat': 'This was written by an enrolment and goes on with it.',
  'annual-plan.changed': 'The plan has just changed. Look at it again, then go on.',
  'annual-plan.exists':
    'This year has a plan already, or a version that was not set yet. Open that one first.',
  'annual-plan.full': 'There are as many as can be kept. Remove some first.',
  'annual-plan.incomplete':
    'The plan cannot be proposed yet: give it items, and name for each that costs something a cheaper form, or why there is none.',
  'annual-plan.learning-linked': 'This is held for another item of the year. Take the link back there first.',
  'annual-plan.shut':
    'In this state the plan does not take that. Return it to draft, or begin a new version.',
  'annual-plan.not-yours':
    'This step is not yours. Whoever drafted the plan neither agrees to it nor sets it, and an official with an account decides in person.',
  'annual-plan.signal-taken': 'An item of the plan answers this signal already.',
  'feedback.changed': 'Somebody else has just changed this. Look at it again, then save.',
  'feedback.full': 'There are as many as can be kept. Close or call off some first.',
  'feedback.list-busy': 'Another list is being taken or undone. Try again in two minutes.',
  'feedback.list-fixed': 'This list was taken or undone before. Look at it again.',
  'feedback.list-replaced': 'A later list has replaced rows of this one. Undo that one first.',
  'feedback.tells-of-person':
    'It holds a long number or an e-mail address. Everybody reads this text: take it out.',
  'feedback.survey-overlaps':
    'This service has a survey on some of these days. Choose later days, or end that survey first.',
  'privacy.held': 'A legal hold keeps these records. Lift it first, or wait for its end.',
  'privacy.request-open': 'A request of this kind is waiting for its answer already.',
  'privacy.too-many-requests':
    'You have made as many requests as are taken in a day. Wait for their answers, or say it all in one.',
  'credentials.changed-meanwhile': 'Somebody has just changed this certificate. Look again, then decide.',
  'credentials.completion-taken-back':
    'The provider has taken this completion back. The certificate counts again by itself when it is given again.',
  'credentials.no-such-year': 'This year has not begun, so there is no transcript of it yet.',
  'credentials.own': 'Somebody else decides about a certificate of your own.',
  'credentials.revoked': 'This certificate is revoked already.',
  'credentials.revoked-by-other':
    'Somebody else has revoked this certificate; they or an operator have to issue it again.',
  'credentials.too-many-editions': 'This certificate was issued again nine times; that is the most.',
  'credit.rule-not-allowed': 'A rule cannot say this.',
  'credit.rule-not-found': 'There is no such rule.',
  'compliance.not-found': 'There is no such unit or report in your agency.',
  'compliance.report-not-ready': 'This report has no files yet, or none any more. Ask for it again.',
  'compliance.too-many-reports': 'Five reports wait or are made already. Wait for one to end, or cancel one.',
  'credit.hold-changed': 'This was just decided or explained. Look again, then decide.',
  'credit.hold-not-found': 'There are no such JP that are held.',
  'credit.own-hold': 'Somebody else decides about your own JP.',
  'external-learning.changed': 'This record has just changed. Look again, then go on.',
  'external-learning.duplicate': 'This certificate or event is recorded already.',
  'external-learning.no-agency': 'Your account belongs to no agency that could verify this.',
  'external-learning.not-now': 'The record is not in a state for that. Reload, then look again.',
  'external-learning.too-many':
    'There are 200 records already that are not recognised. Use one again that you have taken back, or wait for those under review.',
  'external-learning.on-platform':
    'This is the number of a Sinau certificate. The JP of its course are counted in JP in detail.',
  'external-learning.own': 'Somebody else decides about your own learning.',
  'identity.client-disabled': 'This client is disabled. Create a new one.',
  'identity.email-taken': 'Somebody else already uses this e-mail address.',
  'sealing.address': 'The address has to begin with https:// and lead to a server that the internet reaches.',
  'sealing.changed': 'This was just changed, or is being sealed. Look again, then decide.',
  'sealing.not-ready':
    'Not yet: fill in address, account and the id of the seal, activate it, test it, and confirm whose seal it is.',
  'sealing.password': 'Another address or account needs its password. The one before is not sent there.',
  'siasn.changed': 'This line was just changed, or is being sent. Look again, then decide.',
  'siasn.session':
    'This is no access token that is good for five minutes more. Sign in to SIASN again and take a new one.',
  'siasn.settings': 'Fill in the id of the agency in SIASN and the kind of course by default first.',
  'staffing.not-found': 'There is no such import.',
  'obligations.not-found': 'There is no such obligation.',
  'obligations.own-exception':
    'You cannot decide on an exception of your own. Ask another administrator of your agency.',
  'obligations.changed': 'This obligation has just changed. Look again, then decide.',
  'obligations.reminded-today': 'Everybody who is late was reminded today already. Try again tomorrow.',
  'obligations.too-many': 'There are 100 obligations that have not ended. End one first.',
  'staffing.changed': 'This import is not waiting for that any more. Look at how it is now.',
  'identity.unit-exists': 'There is a unit of this name at this place already.',
  'identity.unit-in-use':
    'People work in this unit, or units stand below it. Move them first, then end the unit.',
  'identity.too-many-units': 'This agency has as many units as it may have.',
  'identity.number-taken': 'Somebody else already has this NIP or NI PPPK.',
  'identity.too-many-clients': 'There are 50 active clients already. Disable one first.',
  'identity.changed-meanwhile': 'Somebody else has just changed this. Reload, then try again.',
  'catalogue.host-not-allowed': 'Video and audio from this host are not allowed.',
  'catalogue.in-use':
    'The course is published or somebody has taken it, so it cannot be deleted. Withdraw it from the catalogue instead.',
  'catalogue.not-publishable': 'This course cannot be submitted or published yet.',
  'catalogue.version-conflict': 'Somebody else has just changed this course. Reload, then try again.',
  'catalogue.not-exportable':
    'This version cannot be downloaded as a package: its upload is not kept any more and it is too large to be put together again, or it holds a module that is no cmi5. Its structure can be downloaded.',
  'catalogue.terms-changed':
    'The rule for running learners, or the published version, has just changed. Nothing was decided. Look once more, then decide.',
  'dispatch.changed-meanwhile': 'Somebody has just changed it. Reload, then try again.',
  'dispatch.too-many': 'A course is for 200 other LMSs at most.',
  'lti.changed-meanwhile': 'This tool has just been changed. Look at it again, then decide.',
  'lti.tool-not-returning': 'An operator has to look at this tool first. Ask for approval again.',
  'lti-tool.account-taken':
    'That account in the LMS is linked to somebody else, or your account has changed since this page was opened. Look at it again.',
  'lti-tool.changed-meanwhile': 'Somebody has just changed it. Reload, then try again.',
  'lti-tool.taken':
    'This client ID is registered already for this issuer or token address. Remove the old registration, register Sinau in the LMS once more for a new client ID, or ask an operator.',
  'lti-tool.too-many': 'There are as many as may be. Remove what is not used any more.',
  'questions.bank-full': 'The question bank is full (5,000 questions, archived ones too).',
  'questions.changed-meanwhile': 'Somebody else has just changed it. Reload, then try again.',
  'questions.incomplete': 'This question is not complete yet.',
  'questions.quiz-incomplete': 'This quiz cannot be put into a course yet.',
  'questions.too-many-quizzes': 'There are 200 quizzes already. Delete one first.',
  'connectors.account-taken':
    'This account was confirmed to be another learner’s. Look at both at the provider.',
  'connectors.address-not-allowed':
    'The address must begin with https:// and lead to a server of the public internet.',
  'connectors.changed-meanwhile': 'Somebody else has just changed this connection. Reload, then try again.',
  'connectors.no-table': 'No table is waiting for approval. Upload the file again.',
  'connectors.table-not-usable': 'Some rows cannot be read yet. Correct the file and upload it again.',
  'connectors.takes-no-packages':
    'This connection takes no packages. Make one of the kind OneRoster package.',
  'connectors.takes-no-tables': 'This connection takes no tables. Make one of the kind Tables.',
  'connectors.conflict':
    'You edited fields here that the provider changed. Choose for each: take the provider’s, or keep yours.',
  'connectors.in-use': 'Learners are still enrolled through this connection.',
  'connectors.learner-not-found':
    'Nobody with this pseudonym or account takes this course, or its part has to be chosen.',
  'connectors.result-changed': 'This result has just been decided about. Load it again and look.',
  'connectors.item-changed':
    'This course was decided before, or the provider changed it again. Look at it, then decide.',
  'connectors.completion-unchosen':
    'First choose in the settings of the connection what counts as done, then accept the course.',
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
};
