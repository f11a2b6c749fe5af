import type {
  SiasnDecisionName,
  SiasnLack,
  SiasnReason,
  SiasnStandstill,
  SiasnStateName,
} from '../siasn/ports.ts';
import { siasnProofEn, siasnProofId } from './siasn-proof.ts';
import { siasnSettingsEn, siasnSettingsId } from './siasn-settings.ts';

type Of<Name extends string> = Readonly<Record<Name, string>>;

const stateId: Of<SiasnStateName> = {
  queued: 'Menunggu dikirim',
  sending: 'Sedang dikirim',
  unknown: 'Belum pasti',
  incomplete: 'Belum lengkap',
  filed: 'Dalam berkas',
  rejected: 'Ditolak SIASN',
  differs: 'Berbeda di SIASN',
  accepted: 'Diterima SIASN',
  excluded: 'Tidak dikirim',
  superseded: 'Tidak berlaku lagi',
};

const stateTextId: Of<SiasnStateName> = {
  queued: 'Dikirim oleh sesi atau konektor berikutnya, atau lewat berkas.',
  sending: 'Dipegang oleh pengirim; dilepas sendiri setelah sepuluh menit.',
  unknown: 'SIASN tidak menjawab. Dicari dahulu di sana sebelum dikirim lagi.',
  incomplete: 'Ada isian yang masih kurang.',
  filed: 'Dipegang sebuah berkas sampai ditandai terkirim atau dilepas; tidak dikirim dengan cara lain.',
  rejected: 'Perlu dilihat orang sebelum dikirim lagi.',
  differs:
    'Dicatat orang lain atau lewat berkas, dan isinya tidak sama dengan di sini. Putuskan siapa yang memperbaiki.',
  accepted: 'Tercatat di SIASN, atau ditandai demikian.',
  excluded: 'Diputuskan untuk tidak dikirim.',
  superseded: 'JP-nya ditarik, sehingga tidak ada yang perlu tercatat.',
};

const reasonId: Of<SiasnReason> = {
  'person-unknown': 'SIASN tidak mengenal NIP ini.',
  'gone-there': 'Catatannya dihapus orang di SIASN.',
  document: 'SIASN tidak menerima berkas sertifikatnya.',
  refused: 'SIASN menolak isinya.',
  forbidden: 'Akun yang mengirim tidak berwenang atas pegawai ini di SIASN.',
  'signed-out': 'Sesi SIASN berakhir.',
  'client-refused': 'SIASN tidak mengenal kunci klien instansi.',
  unreachable: 'SIASN tidak dapat dihubungi.',
  busy: 'SIASN sedang sibuk.',
  timeout: 'SIASN tidak menjawab tepat waktu.',
  'broken-answer': 'Jawaban SIASN tidak dapat dibaca.',
  'no-answer': 'Seminggu penuh tidak ada jawaban.',
  degree: 'Tugas belajar masuk riwayat pendidikan, bukan riwayat kursus.',
  'by-hand': 'Diputuskan oleh pengelola.',
  'record-taken': 'Catatan yang ditemukan ternyata milik pembelajaran lain; dicari lagi.',
  'before-first-year': 'Berakhir sebelum tahun mulai di pengaturan.',
  'file-released': 'Dilepas dari berkas; dikirim dengan cara lain.',
  'found-differs': 'Sudah dicatat orang di SIASN dengan jam atau tanggal lain.',
  'corrected-since': 'Di sini diperbaiki setelah tercatat di SIASN lewat berkas atau oleh orang.',
  'taken-back-since': 'JP-nya ditarik setelah tercatat di SIASN lewat berkas atau oleh orang.',
};

const lackId: Of<SiasnLack> = {
  nip: 'NIP atau NI PPPK belum diisi.',
  hours: 'JP yang diakui kurang dari 1.',
  organiser: 'Penyelenggara tidak diketahui.',
  subject: 'Jenis kursus belum dipilih.',
  level: 'Jenjang pelatihan struktural belum dipilih.',
};

const decisionId: Of<SiasnDecisionName> = {
  retry: 'Kirim lagi',
  'by-hand': 'Tandai sudah tercatat',
  exclude: 'Jangan dikirim',
  undo: 'Batalkan tanda ini',
  release: 'Keluarkan dari berkas',
  'take-over': 'Biarkan Sinau mengubahnya',
};

/** What an agency owes to SIASN. */
export const siasnId = {
  ...siasnSettingsId,
  ...siasnProofId,
  title: 'SIASN',
  lead: 'JP yang diakui, sebagaimana tercatat di riwayat kursus dan diklat SIASN milik BKN.',
  unconfirmed:
    'Bentuk pertukaran ini disusun dari program klien yang terbuka, bukan dari dokumen resmi. Coba dahulu di lingkungan latihan, dan pastikan kepada BKN sebelum dipakai sungguhan.',
  offTitle: 'Belum diaktifkan',
  offText: 'Selama belum diaktifkan, tidak ada yang dicatat untuk SIASN dan tidak ada yang dikirim.',
  setUp: 'Atur SIASN',
  settings: 'Pengaturan SIASN',
  queue: 'Antrean menurut keadaan',
  state: stateId,
  stateText: stateTextId,
  learnerState: {
    ...stateId,
    queued: 'Menunggu dikirim ke SIASN',
    sending: 'Sedang dikirim ke SIASN',
    unknown: 'Menunggu kepastian dari SIASN',
    incomplete: 'Belum dapat dikirim ke SIASN',
    filed: 'Dikirim ke SIASN lewat berkas instansi',
    excluded: 'Tidak dikirim ke SIASN',
  },
  trial: 'Latihan',
  trialOnly: 'Hanya di lingkungan latihan BKN; belum tercatat di SIASN yang sungguhan.',
  trialDesk:
    'Instansi Anda memakai lingkungan latihan BKN. Semua keadaan di bawah adalah latihan: setelah pindah ke yang sungguhan, setiap baris menunggu dikirim lagi.',
  differsHelp:
    '“Tandai sudah tercatat” berarti Anda telah memperbaiki atau menghapusnya di SIASN. “Biarkan Sinau mengubahnya” berarti catatan itu diubah atau dihapus oleh pengirim berikutnya, juga bila semula dicatat orang lain.',
  standstill: {
    'signed-out': 'Pengiriman berhenti: sesi SIASN berakhir. Buka sesi baru di bawah.',
    'client-refused':
      'Pengiriman berhenti: pintu API BKN menolak kunci klien instansi. Periksa kunci dan rahasianya di pengaturan, dan pastikan kepada BKN bahwa klien itu berlangganan layanan SIASN; lalu buka sesi baru.',
    forbidden:
      'Pengiriman berhenti: akun yang masuk tidak berwenang mengubah riwayat pegawai di SIASN. Mintalah peran itu kepada pengelola SIASN instansi, atau buka sesi dengan akun lain.',
    'holder-left':
      'Pengiriman berhenti: orang yang membuka sesi tidak lagi mengelola instansi ini. Buka sesi baru dengan akun Anda.',
  } as Of<SiasnStandstill>,
  session: 'Sesi pengiriman',
  sessionText:
    'Masuklah ke SIASN dengan akun Anda, lalu tempelkan token aksesnya di sini. Sinau mengirim antrean selama token itu berlaku, paling lama 12 jam. Token disimpan tersegel dan tidak pernah ditampilkan lagi.',
  sessionNeeds: 'Isi dahulu kunci klien instansi di pengaturan. Tanpa itu, kirim lewat berkas.',
  sessionOpen: (by: string, until: string) => `Dibuka oleh ${by}. Antrean dikirim sampai ${until}.`,
  openSession: 'Buka sesi',
  closeSession: 'Tutup sesi',
  token: 'Token akses SIASN',
  tokenHint: 'Hanya token aksesnya, bukan kata sandi Anda.',
  tokenWrong: 'Tempelkan token akses SIASN secara utuh.',
  connector: 'Konektor di jaringan instansi',
  connectorText:
    'Instansi dapat menjalankan konektor Sinau di jaringannya sendiri: kunci dan akun SIASN tidak pernah keluar dari sana. Buat klien API dengan wewenang “Mengirim ke SIASN (konektor)” di halaman Klien API, lalu ikuti dokumen konektor SIASN.',
  connectorSeen: (name: string, at: string) => `${name} terakhir menghubungi Sinau ${at}.`,
  connectorElsewhere: (place: string) =>
    `Konektor mengirim ke lingkungan lain (${place}), sehingga tidak diberi baris. Samakan dengan pengaturan.`,
  connectorTrouble: {
    'signed-out':
      'Konektor berhenti: SIASN tidak menerima akunnya. Perbarui token atau kata sandi di mesin konektor, lalu jalankan lagi.',
    'client-refused':
      'Konektor berhenti: pintu API BKN menolak kunci klien. Periksa kunci, rahasia dan langganannya, lalu jalankan lagi.',
    forbidden:
      'Konektor berhenti: akunnya tidak berwenang mengubah riwayat pegawai di SIASN. Mintalah peran itu, atau pakai akun lain.',
  } as Of<Exclude<SiasnStandstill, 'holder-left'>>,
  files: 'Kirim lewat berkas',
  filesText:
    'Berkas memuat baris baru yang menunggu dan yang ditolak, dengan kolom yang lazim dipakai instansi. Barisnya dipegang berkas itu: tidak dikirim dengan cara lain. Setelah dimasukkan ke SIASN, tandai berkasnya terkirim; bila tidak jadi, lepaskan dengan alasannya.',
  filesLack: (count: string) => `${count} baris belum lengkap dan tidak ikut. Lihat apa yang kurang.`,
  filesMade: 'Berkas yang sudah dibuat',
  fileColumns: { file: 'Berkas', rows: 'Baris', mark: 'Tanda' },
  fileOf: (year: string, asOf: string) => `Tahun ${year}, keadaan per ${asOf}`,
  fileForgotten: 'Berkas lama',
  fileForgottenText:
    'Dibuat lebih dari sebulan lalu dan tidak dapat diunduh lagi, tetapi barisnya masih dipegang. Nomor berkas:',
  mark: 'Tandai terkirim',
  release: 'Lepaskan',
  releaseReason: 'Alasan melepas berkas',
  releaseWrong: 'Tulis alasannya, 3 sampai 200 huruf.',
  releasedFor: (reason: string) => `Alasannya: “${reason}”.`,
  holds: (count: string) => `${count} masih dipegang`,
  year: 'Tahun',
  format: 'Bentuk berkas',
  orderFile: 'Buat berkas',
  columns: { person: 'Pegawai', line: 'Pembelajaran', why: 'Keterangan', since: 'Sejak' },
  noRows: 'Tidak ada baris',
  noRowsText: 'Tidak ada pembelajaran dalam keadaan ini.',
  reason: reasonId,
  lack: lackId,
  said: (words: string) => `Kata SIASN: “${words}”.`,
  by: {
    service: 'Dikirim melalui layanan SIASN.',
    file: 'Ditandai terkirim lewat berkas.',
    hand: 'Ditandai sudah tercatat oleh pengelola.',
  },
  content: 'Yang dikirim ke SIASN',
  nothingAnyMore: 'Tidak ada: JP-nya sudah ditarik.',
  fields: {
    organiser: 'Penyelenggara',
    days: 'Tanggal',
    form: 'Bentuk',
    hours: 'Jumlah jam',
    number: 'Nomor sertifikat',
    document: 'Berkas sertifikat',
    subject: 'Jenis kursus',
    level: 'Jenjang struktural',
    record: 'Nomor catatan di SIASN',
    there: 'Yang tercatat di SIASN',
  },
  hoursOf: (whole: string, jp: string) =>
    `${whole} jam (dari ${jp} yang diakui; SIASN hanya menerima bilangan bulat, jadi pecahannya tidak ikut)`,
  hours: (count: string) => `${count} jam`,
  noNumber: 'Tanpa nomor; dikenali dari judul dan tanggal',
  withPdf: 'PDF ikut dikirim',
  noPdf: 'Tidak ada PDF',
  notOurs: '(sudah ada sebelum dikirim; tidak diubah oleh Sinau)',
  decide: 'Putuskan',
  decision: decisionId,
  chooseSubject: 'Pilih jenis kursus',
  chooseLevel: 'Pilih jenjang struktural',
  scopeLabel: 'Berlaku untuk',
  scope: { course: 'Semua baris kursus ini', line: 'Baris ini saja' },
  search: 'Cari dalam daftar jenis kursus',
  searchHint: 'Daftarnya dimuat di pengaturan SIASN.',
  searchButton: 'Cari',
  noSubjects: 'Tidak ada jenis kursus dengan kata itu.',
  save: 'Simpan',
  hexWrong: 'Tulis 32 angka dan huruf A sampai F, tanpa spasi.',
  loadList: 'Muat daftar',
};

const stateEn: Of<SiasnStateName> = {
  queued: 'Waiting to be sent',
  sending: 'Being sent',
  unknown: 'Not certain yet',
  incomplete: 'Incomplete',
  filed: 'In a file',
  rejected: 'Refused by SIASN',
  differs: 'Different in SIASN',
  accepted: 'Accepted by SIASN',
  excluded: 'Not to be sent',
  superseded: 'Holds no more',
};

const stateTextEn: Of<SiasnStateName> = {
  queued: 'Goes with the next session or connector, or by a file.',
  sending: 'Held by a sender; released by itself after ten minutes.',
  unknown: 'SIASN did not answer. It is looked for there before it is sent again.',
  incomplete: 'Something is still missing.',
  filed: 'Held by a file until that is marked as sent or released; it goes no other way.',
  rejected: 'Somebody has to look before it is sent again.',
  differs:
    'Entered by other people or by a file, and it says something else than here. Decide who corrects it.',
  accepted: 'It stands in SIASN, or was marked so.',
  excluded: 'It was decided not to send it.',
  superseded: 'Its JP were taken back, so nothing has to stand there.',
};

const reasonEn: Of<SiasnReason> = {
  'person-unknown': 'SIASN does not know this NIP.',
  'gone-there': 'Somebody has deleted the record in SIASN.',
  document: 'SIASN does not take the file of the certificate.',
  refused: 'SIASN refuses what it says.',
  forbidden: 'The account that sends may not change this person in SIASN.',
  'signed-out': 'The session at SIASN has ended.',
  'client-refused': 'SIASN does not know the client key of the agency.',
  unreachable: 'SIASN cannot be reached.',
  busy: 'SIASN is busy.',
  timeout: 'SIASN did not answer in time.',
  'broken-answer': 'The answer of SIASN cannot be read.',
  'no-answer': 'There was no answer for a whole week.',
  degree: 'Degree study belongs to the history of education, not of courses.',
  'by-hand': 'Decided by an administrator.',
  'record-taken': 'The record that was found belongs to other learning; it is looked for again.',
  'before-first-year': 'It ended before the first year of the settings.',
  'file-released': 'Released from a file; it goes another way.',
  'found-differs': 'Somebody has entered it in SIASN with other hours or days.',
  'corrected-since': 'It was corrected here after it had come to SIASN by a file or by people.',
  'taken-back-since': 'Its JP were taken back after it had come to SIASN by a file or by people.',
};

export const siasnEn: typeof siasnId = {
  ...siasnSettingsEn,
  ...siasnProofEn,
  title: 'SIASN',
  lead: 'Recognised JP, as they stand in the history of courses and training of BKN’s SIASN.',
  unconfirmed:
    'This exchange was made after public client programs, not after an official document. Try it in the training environment first, and confirm with BKN before using it for real.',
  offTitle: 'Not switched on yet',
  offText: 'Until it is switched on, nothing is noted for SIASN and nothing is sent.',
  setUp: 'Set up SIASN',
  settings: 'Settings of SIASN',
  queue: 'Queue by state',
  state: stateEn,
  stateText: stateTextEn,
  learnerState: {
    ...stateEn,
    queued: 'Waiting to be sent to SIASN',
    sending: 'Being sent to SIASN',
    unknown: 'Waiting for certainty from SIASN',
    incomplete: 'Cannot be sent to SIASN yet',
    filed: 'Goes to SIASN by a file of the agency',
    excluded: 'Not sent to SIASN',
  },
  trial: 'Training',
  trialOnly: 'In the training environment of BKN alone; it does not stand in the real SIASN yet.',
  trialDesk:
    'Your agency uses the training environment of BKN. All states below are training: after the switch to the real one every line waits to be sent again.',
  differsHelp:
    '“Mark as standing there” means that you have corrected or deleted it in SIASN. “Let Sinau change it” means that the next sender changes or deletes that record, also where other people had entered it.',
  standstill: {
    'signed-out': 'Sending has stopped: the session at SIASN has ended. Open another one below.',
    'client-refused':
      'Sending has stopped: the API gateway of BKN refuses the client key of the agency. Check key and secret in the settings, and ask BKN whether the client is subscribed to the SIASN service; then open another session.',
    forbidden:
      'Sending has stopped: the account may not change the history of people in SIASN. Ask whoever manages SIASN in your agency for that role, or open a session with another account.',
    'holder-left':
      'Sending has stopped: whoever opened the session administers this agency no more. Open one with your own account.',
  },
  session: 'Sending session',
  sessionText:
    'Sign in to SIASN with your account and paste its access token here. Sinau sends the queue while the token is good, 12 hours at most. It is kept sealed and never shown again.',
  sessionNeeds: 'Fill in the client key of the agency in the settings first. Without it, send by files.',
  sessionOpen: (by, until) => `Opened by ${by}. The queue is sent until ${until}.`,
  openSession: 'Open session',
  closeSession: 'Close session',
  token: 'Access token of SIASN',
  tokenHint: 'The access token alone, not your password.',
  tokenWrong: 'Paste the whole access token of SIASN.',
  connector: 'Connector in the network of the agency',
  connectorText:
    'An agency can run Sinau’s connector in its own network: key and account of SIASN never leave it. Make an API client with the scope “Send to SIASN (connector)” on the page of API clients, then follow the document of the SIASN connector.',
  connectorSeen: (name, at) => `${name} was heard of last ${at}.`,
  connectorElsewhere: (place) =>
    `The connector sends to another environment (${place}), so it gets no lines. Make it the same as in the settings.`,
  connectorTrouble: {
    'signed-out':
      'The connector has stopped: SIASN does not take its account. Renew token or password on the machine of the connector and start it again.',
    'client-refused':
      'The connector has stopped: the API gateway of BKN refuses the client key. Check key, secret and subscription, then start it again.',
    forbidden:
      'The connector has stopped: its account may not change the history of people in SIASN. Ask for that role, or use another account.',
  },
  files: 'Send by file',
  filesText:
    'The file takes new lines that wait and that were refused, with the columns that agencies use. The file holds them: they go no other way. Once they are in SIASN, mark the file as sent; if that comes to nothing, release it with the reason.',
  filesLack: (count) => `${count} lines are incomplete and not in it. See what is missing.`,
  filesMade: 'Files that were made',
  fileColumns: { file: 'File', rows: 'Lines', mark: 'Mark' },
  fileOf: (year, asOf) => `Year ${year}, as of ${asOf}`,
  fileForgotten: 'Old file',
  fileForgottenText:
    'It was made more than a month ago and cannot be fetched any more, but still holds its lines. Number of the file:',
  mark: 'Mark as sent',
  release: 'Release',
  releaseReason: 'Reason to release the file',
  releaseWrong: 'Write the reason, 3 to 200 letters.',
  releasedFor: (reason) => `The reason: “${reason}”.`,
  holds: (count) => `${count} still held`,
  year: 'Year',
  format: 'Kind of file',
  orderFile: 'Make a file',
  columns: { person: 'Person', line: 'Learning', why: 'Remarks', since: 'Since' },
  noRows: 'No lines',
  noRowsText: 'No learning is in this state.',
  reason: reasonEn,
  lack: {
    nip: 'There is no NIP or NI PPPK.',
    hours: 'Less than 1 JP is recognised.',
    organiser: 'The organiser is not known.',
    subject: 'No kind of course was chosen.',
    level: 'No level of leadership training was chosen.',
  },
  said: (words) => `SIASN says: “${words}”.`,
  by: {
    service: 'Sent through the service of SIASN.',
    file: 'Marked as sent by a file.',
    hand: 'Marked by an administrator as standing there.',
  },
  content: 'What SIASN gets',
  nothingAnyMore: 'Nothing: its JP were taken back.',
  fields: {
    organiser: 'Organiser',
    days: 'Days',
    form: 'Form',
    hours: 'Hours',
    number: 'Certificate number',
    document: 'File of the certificate',
    subject: 'Kind of course',
    level: 'Level of leadership training',
    record: 'Number of the record in SIASN',
    there: 'What stands in SIASN',
  },
  hoursOf: (whole, jp) =>
    `${whole} hours (of ${jp} recognised; SIASN takes whole numbers alone, so fractions are left out)`,
  hours: (count) => `${count} hours`,
  noNumber: 'None; known by title and days',
  withPdf: 'The PDF goes with it',
  noPdf: 'There is no PDF',
  notOurs: '(was there before it was sent; Sinau does not change it)',
  decide: 'Decide',
  decision: {
    retry: 'Send again',
    'by-hand': 'Mark as standing there',
    exclude: 'Do not send',
    undo: 'Undo this mark',
    release: 'Take out of the file',
    'take-over': 'Let Sinau change it',
  },
  chooseSubject: 'Choose the kind of course',
  chooseLevel: 'Choose the level of leadership training',
  scopeLabel: 'Holds for',
  scope: { course: 'All lines of this course', line: 'This line alone' },
  search: 'Search the list of kinds of courses',
  searchHint: 'The list is loaded in the settings of SIASN.',
  searchButton: 'Search',
  noSubjects: 'No kind of course has these words.',
  save: 'Save',
  hexWrong: 'Write 32 digits and letters from A to F, without spaces.',
  loadList: 'Load list',
};
