import type { ErrorCode } from '@sinau/kernel';

export type StaffRefusals = Readonly<Partial<Record<ErrorCode, string>>>;

/** Refusals that pages of staff alone can meet, and those of pages that ask for all words; they come with the words of those pages. */
export const staffRefusalsId: StaffRefusals = {
  'adoption.unfit-champion': 'Orang ini tidak dapat diminta untuk unit itu.',
  'priority.stock-too-small': 'Yang sudah diberikan tahun ini lebih banyak daripada jatah itu.',
  'priority.stock-used-up':
    'Jatah tahun ini sudah habis. Cabut satu yang belum dipakai, atau tambah jatahnya.',
  'adoption.experiment-changed': 'Ajakan ini baru saja dijalankan atau dihentikan. Lihat lagi keadaannya.',
  'talent.changed': 'Data ini baru saja berubah. Lihat lagi, lalu simpan.',
  'enrolment.pool-taken':
    'Kursi yang sudah diambil dari kelompok ini lebih banyak daripada yang Anda isi. Pemiliknya tetap memegangnya; isi paling sedikit sebanyak itu, atau buka sisanya untuk semua mulai hari ini.',
  'enrolment.quota-conflict':
    'Kuota ini baru saja diubah, atau sudah ada kuota untuk sebagian hari itu. Lihat lagi daftarnya.',
  'enrolment.quota-of-operators': 'Kuota ini ditetapkan oleh pengelola platform. Minta mereka mengubahnya.',
  'collaboration.answer-marked':
    'Jawaban ini ditandai membantu, sehingga kata-katanya tetap. Jawabannya dapat dihapus.',
  'collaboration.question-answered':
    'Pertanyaan ini sudah dijawab, sehingga tetap seperti yang dibaca penjawabnya.',
  'collaboration.written-enough': 'Anda sudah banyak menulis di sini hari ini. Lanjutkan besok.',
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
  'credit.rule-changed': 'Seseorang menambahkan aturan tepat pada saat ini. Lihat lagi, lalu lanjutkan.',
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
