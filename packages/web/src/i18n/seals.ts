import type {
  SealChangeName,
  SealDocumentName,
  SealLackName,
  SealReasonName,
  SealStateName,
} from '../seals/ports.ts';

type Of<Name extends string> = Readonly<Record<Name, string>>;

const stateId: Of<SealStateName> = {
  waiting: 'Menunggu segel',
  sealing: 'Sedang disegel',
  sealed: 'Tersegel',
  refused: 'Tidak tersegel',
  unsure: 'Belum pasti',
  dropped: 'Tidak perlu lagi',
};

const stateTextId: Of<SealStateName> = {
  waiting: 'Disegel dalam beberapa menit selama layanannya menjawab.',
  sealing: 'Dipegang oleh pengirim; dilepas sendiri setelah sepuluh menit.',
  sealed: 'Yang diunduh adalah berkas bersegel.',
  refused: 'Tetap berlaku tanpa segel. Perlu dilihat orang sebelum dicoba lagi.',
  unsure: 'Layanan tidak menjawab; kuota mungkin sudah terpakai. Mencoba lagi dapat memakai satu segel lagi.',
  dropped: 'Dokumennya dicabut, diganti, atau tidak ada lagi sebelum sempat disegel.',
};

const reasonId: Of<SealReasonName> = {
  'signed-out': 'layanan segel menolak nama pengguna atau kata sandinya',
  'not-registered': 'layanan segel tidak mengenal ID segel ini',
  'not-activated': 'segel belum diaktifkan, atau aktivasinya berakhir',
  'quota-spent': 'kuota segel habis',
  'certificate-ended': 'sertifikat elektronik segel berakhir atau dicabut',
  address: 'alamat layanan tidak dapat dipakai, atau sambungannya tidak aman',
  unreachable: 'layanan segel tidak dapat dihubungi',
  busy: 'layanan segel sedang sibuk',
  timeout: 'layanan segel tidak menjawab tepat waktu',
  'broken-answer': 'jawaban layanan segel tidak dapat dibaca',
  refused: 'layanan segel menolak dokumennya',
  'too-large': 'berkasnya terlalu besar untuk layanan segel',
  'other-document': 'yang kembali bukan dokumen yang dikirim',
  changed: 'yang kembali menampilkan hal lain daripada yang dikirim',
  'not-sealed': 'yang kembali tidak bersegel, atau segelnya tidak mencakup seluruh berkas',
  forged: 'segel pada berkas yang kembali tidak sah',
  ended: 'segelnya dibuat dengan sertifikat yang tidak berlaku sekarang',
  broken: 'berkas yang kembali rusak atau memuat hal yang tidak diterima',
  'other-seal': 'segelnya bukan segel yang sudah dipastikan instansi',
  'no-answer': 'tidak ada jawaban; kuota mungkin sudah terpakai',
  'gave-up': 'seminggu penuh layanan segel tidak dapat dipakai',
  revoked: 'sertifikatnya dicabut',
  replaced: 'sudah ada terbitan yang lebih baru',
  gone: 'berkasnya tidak ada lagi',
  refusing: 'tiga dokumen berturut-turut tidak kembali bersegel',
};

const lackId: Of<SealLackName> = {
  address: 'Alamat layanan segel instansi.',
  account: 'Nama pengguna dan kata sandi layanan itu.',
  subscriber: 'ID segel (idSubscriber).',
  activation: 'Kode aktivasi yang masih berlaku.',
  sealer: 'Uji segel, dan kepastian bahwa segelnya milik instansi.',
};

const changeId: Of<SealChangeName> = {
  on: 'Diaktifkan',
  off: 'Dimatikan',
  address: 'Alamat diubah',
  account: 'Nama pengguna diubah',
  password: 'Kata sandi diganti',
  subscriber: 'ID segel diubah',
  documents: 'Dokumen yang disegel diubah',
  since: 'Tanggal mulai diubah',
  activation: 'Kode aktivasi dimasukkan',
  sealer: 'Pemilik segel dipastikan',
  resumed: 'Dilanjutkan setelah berhenti',
};

const kindId: Of<SealDocumentName> = { certificate: 'Sertifikat', transcript: 'Transkrip' };

const nextStepId: Readonly<Partial<Record<SealReasonName, string>>> = {
  'signed-out': 'Periksa nama pengguna dan kata sandi di pengaturan.',
  'not-registered': 'Periksa ID segel di pengaturan.',
  'not-activated': 'Minta kode aktivasi baru di bawah, lalu masukkan.',
  'quota-spent': 'Tambah kuota di BSrE, lalu lanjutkan.',
  'certificate-ended': 'Perbarui sertifikat segel di BSrE, uji dan pastikan di bawah, lalu lanjutkan.',
  'other-seal': 'Uji segel di bawah dan pastikan milik siapa. Yang sudah kembali dipakai, tidak dibeli lagi.',
};

/** The electronic seal of an agency. */
export const sealsId = {
  title: 'Segel elektronik',
  lead: 'Sertifikat dan transkrip disegel oleh layanan segel instansi (BSrE) setelah terbit. Tidak ada yang menunggu segel: dokumennya berlaku sejak terbit.',
  unconfirmed:
    'Bentuk pertukaran ini disusun dari program klien yang terbuka, bukan dari dokumen resmi BSrE. Pastikan kepada BSrE sebelum dipakai sungguhan.',
  offTitle: 'Belum diatur',
  offText:
    'Siapkan alamat layanan segel instansi (eSign Client Service), akunnya, dan ID segelnya. Selama belum diatur, dokumen terbit tanpa segel.',
  setUp: 'Atur segel',
  settings: 'Pengaturan segel',
  save: 'Simpan',
  counts: 'Dokumen menurut keadaan',
  state: stateId,
  stateText: stateTextId,
  reason: reasonId,
  lack: lackId,
  lacksTitle: 'Sebelum ada yang disegel, masih diperlukan:',
  kind: kindId,
  isOn: 'Segel aktif.',
  isReady: 'Semuanya siap. Segel dapat diaktifkan di pengaturan.',
  lastSealed: (at: string) => `Terakhir menyegel ${at}.`,
  standstill: (reason: string, at: string) => `Penyegelan berhenti sejak ${at}: ${reason}.`,
  nextStep: nextStepId,
  nextStepOther: 'Periksa layanan segel instansi, lalu lanjutkan.',
  resume: 'Lanjutkan',
  paused: (until: string) => `Layanan segel sedang tidak menjawab. Dicoba lagi sendiri pada ${until}.`,
  endsSoon: (date: string) => `Sertifikat segel berakhir ${date}. Perbarui di BSrE sebelum itu.`,
  said: (words: string) => `Kata layanan: “${words}”.`,
  activation: 'Aktivasi',
  activationText:
    'Kode aktivasi membuka layanan segel untuk server ini. BSrE mengirimnya lewat surel kepada pemegang segel; setelah dimasukkan, Sinau memperbaruinya sendiri.',
  activationEnds: (at: string) => `Berlaku sampai ${at}, lalu diperbarui sendiri.`,
  code: 'Kode aktivasi',
  codeHint: 'Disimpan tersegel dan tidak pernah ditampilkan lagi.',
  codeWrong: 'Masukkan kode seperti yang tertulis di surel.',
  activate: 'Masukkan kode',
  order: { activation: 'Minta kode lewat surel', test: 'Uji segel' },
  sealer: 'Milik siapa segelnya',
  noSealer: 'Belum dipastikan.',
  testText:
    'Uji menyegel satu halaman contoh dan memakai satu segel dari kuota. Hanya segel yang Anda pastikan di sini yang diterima; segel lain tidak menggantikan dokumen apa pun.',
  trying: (at: string) => `Diminta ${at}; muat ulang halaman ini sebentar lagi.`,
  tried: {
    activation: (at: string) => `Kode diminta ${at}. Periksa surel pemegang segel.`,
    test: (at: string) => `Uji ${at} berhasil: contohnya kembali bersegel dan segelnya sah.`,
  },
  triedBadly: (reason: string, at: string) => `Percobaan ${at} tidak berhasil: ${reason}.`,
  confirm: 'Ini segel instansi kami',
  sealerName: 'Nama pada segel',
  sealerOrganisation: 'Instansi',
  sealerIssuer: 'Diterbitkan oleh',
  sealerNumber: 'Nomor seri',
  sealerEnds: 'Berlaku sampai',
  history: 'Perubahan pengaturan',
  change: changeId,
  setting: {
    address: 'Alamat layanan segel',
    username: 'Nama pengguna',
    password: 'Kata sandi',
    subscriberId: 'ID segel',
    documents: 'Yang disegel',
    since: 'Mulai dari yang terbit',
    isOn: 'Keadaan',
  },
  settingHint: {
    address: 'Server eSign Client Service instansi, diawali https://',
    username: 'Akun Sinau di layanan itu, bukan akun seseorang.',
    password:
      'Disimpan tersegel dan tidak pernah ditampilkan lagi. Jangan masukkan NIK atau passphrase seseorang.',
    subscriberId: 'idSubscriber dari BSrE.',
    since: 'Sertifikat yang terbit sejak tanggal ini ikut disegel; transkrip sejak segel diaktifkan.',
    isOn: 'Aktivasi dan uji dilakukan di halaman segel.',
  },
  switchOn: 'Segel dokumen yang terbit',
  passwordKept: 'Kosongkan agar tetap seperti sebelumnya.',
  documentsWrong: 'Pilih sedikitnya satu.',
  sinceWrong: 'Isi tanggal yang ada.',
  columns: { document: 'Dokumen', why: 'Keterangan', since: 'Sejak', act: 'Tindakan' },
  editionOf: (edition: string) => `terbitan ke-${edition}`,
  retry: 'Coba lagi',
  retryOf: (what: string) => `Coba lagi: ${what}`,
  retryAll: 'Coba semua lagi',
  noRows: 'Tidak ada dokumen',
  noRowsText: 'Tidak ada dokumen dalam keadaan ini.',
  sealedBy: (name: string, date: string) => `Disegel secara elektronik oleh ${name}, ${date}.`,
  vouchedBy: (issuer: string) =>
    `Sertifikat segelnya diterbitkan oleh ${issuer}. Berkas tanpa segel dari terbitan yang sama tetap sah.`,
  holderWaits: {
    certificate: 'Sertifikat ini sudah berlaku; segel elektroniknya menyusul.',
    transcript: 'Transkrip ini sudah berlaku; segel elektroniknya menyusul, dan unduhan berikutnya bersegel.',
  } as Of<SealDocumentName>,
  holderStuck: {
    certificate: 'Sertifikat ini berlaku tanpa segel elektronik; segelnya belum berhasil dibuat.',
    transcript: 'Transkrip ini berlaku tanpa segel elektronik; segelnya belum berhasil dibuat.',
  } as Of<SealDocumentName>,
  sealedFile: 'Berkas bersegel',
  unsealedFile: 'Berkas tanpa segel',
  downloadUnsealed: 'Unduh tanpa segel',
};

const stateEn: Of<SealStateName> = {
  waiting: 'Waiting for the seal',
  sealing: 'Being sealed',
  sealed: 'Sealed',
  refused: 'Not sealed',
  unsure: 'Not certain',
  dropped: 'Not needed any more',
};

const stateTextEn: Of<SealStateName> = {
  waiting: 'Sealed within minutes, as long as the service answers.',
  sealing: 'Held by the sender; let go by itself after ten minutes.',
  sealed: 'What is downloaded is the sealed file.',
  refused: 'Counts without a seal. Somebody has to look before it is tried again.',
  unsure: 'The service did not answer; a seal may have been counted. Trying again may cost another one.',
  dropped: 'Revoked, replaced or gone before it could be sealed.',
};

const reasonEn: Of<SealReasonName> = {
  'signed-out': 'the seal service does not take the user name or password',
  'not-registered': 'the seal service does not know this id',
  'not-activated': 'the seal is not activated, or its activation has ended',
  'quota-spent': 'the quota of seals is used up',
  'certificate-ended': 'the certificate of the seal has ended or was revoked',
  address: 'the address of the service cannot be used, or the connection is not safe',
  unreachable: 'the seal service cannot be reached',
  busy: 'the seal service is busy',
  timeout: 'the seal service did not answer in time',
  'broken-answer': 'the answer of the seal service cannot be read',
  refused: 'the seal service did not take the document',
  'too-large': 'the file is too large for the seal service',
  'other-document': 'what came back is not the document that was sent',
  changed: 'what came back shows something else than what was sent',
  'not-sealed': 'what came back has no seal, or one that does not cover the file',
  forged: 'the seal on what came back does not hold',
  ended: 'the seal was made with a certificate that is not valid now',
  broken: 'what came back is broken, or holds what is not taken',
  'other-seal': 'the seal is not the one that the agency has confirmed',
  'no-answer': 'no answer came; a seal may have been counted',
  'gave-up': 'the seal service could not be used for a whole week',
  revoked: 'the certificate was revoked',
  replaced: 'there is a later edition',
  gone: 'the file is there no more',
  refusing: 'three documents in a row did not come back sealed',
};

const lackEn: Of<SealLackName> = {
  address: 'The address of the agency’s seal service.',
  account: 'User name and password of that service.',
  subscriber: 'The id of the seal (idSubscriber).',
  activation: 'An activation code that is still good.',
  sealer: 'A test, and the confirmation that the seal is the agency’s.',
};

const changeEn: Of<SealChangeName> = {
  on: 'Switched on',
  off: 'Switched off',
  address: 'Address changed',
  account: 'User name changed',
  password: 'Password replaced',
  subscriber: 'Id of the seal changed',
  documents: 'What is sealed changed',
  since: 'First day changed',
  activation: 'Activation code entered',
  sealer: 'Owner of the seal confirmed',
  resumed: 'Resumed after a standstill',
};

const kindEn: Of<SealDocumentName> = { certificate: 'Certificate', transcript: 'Transcript' };

const nextStepEn: Readonly<Partial<Record<SealReasonName, string>>> = {
  'signed-out': 'Check user name and password in the settings.',
  'not-registered': 'Check the id of the seal in the settings.',
  'not-activated': 'Ask for a new activation code below, and enter it.',
  'quota-spent': 'Add to the quota at BSrE, then resume.',
  'certificate-ended': 'Renew the certificate of the seal at BSrE, test and confirm it below, then resume.',
  'other-seal':
    'Test the seal below and confirm whose it is. What came back already is used, not bought again.',
};

export const sealsEn: typeof sealsId = {
  title: 'Electronic seal',
  lead: 'Certificates and transcripts are sealed by the agency’s seal service (BSrE) after they are issued. Nothing waits for a seal: documents count as soon as they are issued.',
  unconfirmed:
    'This exchange was made after public client programs, not after an official document of BSrE. Confirm it with BSrE before going live.',
  offTitle: 'Not set up yet',
  offText:
    'Have the address of the agency’s seal service (eSign Client Service), its account and the id of the seal at hand. Until it is set up, documents are issued without a seal.',
  setUp: 'Set up the seal',
  settings: 'Seal settings',
  save: 'Save',
  counts: 'Documents by state',
  state: stateEn,
  stateText: stateTextEn,
  reason: reasonEn,
  lack: lackEn,
  lacksTitle: 'Before anything is sealed, this is still needed:',
  kind: kindEn,
  isOn: 'The seal is on.',
  isReady: 'Everything is ready. The seal can be switched on in the settings.',
  lastSealed: (at) => `Last sealed ${at}.`,
  standstill: (reason, at) => `Sealing stands still since ${at}: ${reason}.`,
  nextStep: nextStepEn,
  nextStepOther: 'Look at the agency’s seal service, then resume.',
  resume: 'Resume',
  paused: (until) =>
    `The seal service does not answer at the moment. It is tried again by itself at ${until}.`,
  endsSoon: (date) => `The certificate of the seal ends on ${date}. Renew it at BSrE before that.`,
  said: (words) => `The service says: “${words}”.`,
  activation: 'Activation',
  activationText:
    'The activation code opens the seal service for this server. BSrE mails it to whoever holds the seal; once it is entered, Sinau renews it by itself.',
  activationEnds: (at) => `Good until ${at}, then renewed by itself.`,
  code: 'Activation code',
  codeHint: 'Kept sealed and never shown again.',
  codeWrong: 'Enter the code as it stands in the mail.',
  activate: 'Enter the code',
  order: { activation: 'Ask for a code by mail', test: 'Test the seal' },
  sealer: 'Whose seal it is',
  noSealer: 'Not confirmed yet.',
  testText:
    'The test seals one sample page and costs one seal of the quota. Only the seal that you confirm here is taken; no other one replaces any document.',
  trying: (at) => `Asked for ${at}; reload this page shortly.`,
  tried: {
    activation: (at) => `A code was asked for ${at}. Look into the mail of whoever holds the seal.`,
    test: (at) => `The test ${at} went well: the sample came back sealed, and its seal holds.`,
  },
  triedBadly: (reason, at) => `The try ${at} did not succeed: ${reason}.`,
  confirm: 'This is our agency’s seal',
  sealerName: 'Name on the seal',
  sealerOrganisation: 'Agency',
  sealerIssuer: 'Issued by',
  sealerNumber: 'Serial number',
  sealerEnds: 'Valid until',
  history: 'Changes of the settings',
  change: changeEn,
  setting: {
    address: 'Address of the seal service',
    username: 'User name',
    password: 'Password',
    subscriberId: 'Id of the seal',
    documents: 'What is sealed',
    since: 'Beginning with what was issued on',
    isOn: 'State',
  },
  settingHint: {
    address: 'The agency’s eSign Client Service, beginning with https://',
    username: 'Sinau’s account at that service, not an account of a person.',
    password: 'Kept sealed and never shown again. Do not enter anybody’s NIK or passphrase.',
    subscriberId: 'idSubscriber as BSrE gave it.',
    since: 'Certificates issued since this day are sealed too; transcripts since the seal was switched on.',
    isOn: 'Activation and test are on the page of the seal.',
  },
  switchOn: 'Seal documents that are issued',
  passwordKept: 'Leave it empty to keep the one before.',
  documentsWrong: 'Choose at least one.',
  sinceWrong: 'Enter a date.',
  columns: { document: 'Document', why: 'Remark', since: 'Since', act: 'Action' },
  editionOf: (edition) => `edition ${edition}`,
  retry: 'Try again',
  retryOf: (what) => `Try again: ${what}`,
  retryAll: 'Try all again',
  noRows: 'No documents',
  noRowsText: 'There is no document in this state.',
  sealedBy: (name, date) => `Sealed electronically by ${name}, ${date}.`,
  vouchedBy: (issuer) =>
    `The certificate of the seal was issued by ${issuer}. The unsealed file of the same edition is genuine as well.`,
  holderWaits: {
    certificate: 'This certificate counts already; its electronic seal follows.',
    transcript: 'This transcript counts already; its electronic seal follows, and the next download has it.',
  },
  holderStuck: {
    certificate: 'This certificate counts without an electronic seal; the seal could not be made yet.',
    transcript: 'This transcript counts without an electronic seal; the seal could not be made yet.',
  },
  sealedFile: 'The sealed file',
  unsealedFile: 'The file without a seal',
  downloadUnsealed: 'Download without the seal',
};
