/** Words of the keys that this deployment signs with, for operators. */
export const signingKeysId = {
  title: 'Kunci tanda tangan LTI',
  lead: 'Setiap pesan LTI ditandatangani. Kunci berganti sendiri setiap 90 hari; kunci baru diumumkan dua jam sebelum dipakai dan kunci lama masih diumumkan dua jam setelahnya.',
  role: { platform: 'Sinau membuka alat orang lain', tool: 'Sinau dibuka dari LMS lain' },
  roleText: {
    platform: 'Menandatangani peluncuran ke alat penyelenggara. Diumumkan di /lti/jwks.',
    tool: 'Menandatangani permintaan token dan pilihan kursus kepada LMS lain. Diumumkan di /tool/jwks.',
  },
  columns: {
    key: 'Kunci',
    state: 'Keadaan',
    signsFrom: 'Dipakai sejak',
    until: 'Diumumkan sampai',
    actions: 'Tindakan',
  },
  state: { current: 'Dipakai', next: 'Berikutnya', retired: 'Lama, masih diumumkan', withdrawn: 'Ditarik' },
  made: (at: string, by?: string) => (by === undefined ? `dibuat sendiri ${at}` : `dibuat ${at} oleh ${by}`),
  account: (id: string) => `akun ${id}`,
  outSince: (at: string) => `tidak diumumkan sejak ${at}`,
  noEnd: 'belum ada penggantinya',
  untilNext: (at: string) => `penggantinya dibuat ${at}`,
  waiting: (at: string) => `Kunci berikutnya sudah diumumkan dan dipakai mulai ${at}.`,
  rotate: 'Ganti kunci sekarang',
  rotateTitle: 'Ganti kunci sekarang?',
  rotateText: {
    platform:
      'Kunci baru diumumkan sekarang dan menandatangani dua jam lagi, setelah semua alat sempat mengenalnya. Peluncuran berjalan terus; alat tidak perlu berbuat apa-apa. Bila kunci yang sekarang bocor, tariklah kunci itu.',
    tool: 'Kunci baru diumumkan sekarang dan menandatangani dua jam lagi, setelah LMS lain sempat mengenalnya. Kursus dan nilai berjalan terus. Bila kunci yang sekarang bocor, tariklah kunci itu.',
  },
  rotateConfirm: 'Buat kunci baru',
  withdraw: 'Tarik kunci ini',
  withdrawTitle: 'Tarik kunci ini?',
  effect: {
    current:
      'Kunci ini tidak diumumkan lagi dan kunci pengganti langsung menandatangani (di semua proses dalam sepuluh detik).',
    other: 'Kunci ini tidak diumumkan lagi. Kunci yang sekarang menandatangani tetap sama.',
  },
  otherSide: {
    platform: {
      known: 'Kunci pengganti sudah diumumkan sebelumnya, jadi sebagian besar alat sudah mengenalnya.',
      unknown:
        'Alat yang tidak memeriksa ulang daftar kunci saat melihat kunci baru menolak peluncuran sampai salinannya kedaluwarsa, paling lama satu jam. Peserta dapat mencoba lagi setelah itu.',
    },
    tool: {
      known: 'Kunci pengganti sudah diumumkan sebelumnya, jadi sebagian besar LMS sudah mengenalnya.',
      unknown:
        'LMS yang tidak memeriksa ulang daftar kunci menolak nilai dan pilihan kursus sampai salinannya kedaluwarsa, paling lama satu jam. Nilai dikirim ulang sendiri.',
    },
  },
  stillBelieved: {
    platform:
      'Alat yang masih menyimpan salinan daftar kunci tetap percaya pada kunci ini sampai salinannya kedaluwarsa. Bila kunci bocor, beri tahu penyelenggaranya.',
    tool: 'LMS yang masih menyimpan salinan daftar kunci tetap percaya pada kunci ini sampai salinannya kedaluwarsa. Bila kunci bocor, beri tahu pengelolanya.',
  },
  forGood: 'Penarikan tidak dapat dibatalkan; bagian rahasianya dihapus.',
  reason: 'Alasan',
  reasonHint: 'Disimpan bersama nama Anda dan waktunya.',
  reasonWrong: 'Tulis alasannya.',
  withdrawConfirm: 'Tarik kunci',
};

export const signingKeysEn: typeof signingKeysId = {
  title: 'LTI signing keys',
  lead: 'Every LTI message is signed. Keys change by themselves every 90 days; a new one is published two hours before it signs, and an old one for two hours after.',
  role: { platform: 'Sinau opens tools of others', tool: 'Sinau is opened from another LMS' },
  roleText: {
    platform: 'Signs launches of tools of providers. Published at /lti/jwks.',
    tool: 'Signs requests for tokens and chosen courses towards other LMSs. Published at /tool/jwks.',
  },
  columns: {
    key: 'Key',
    state: 'State',
    signsFrom: 'Signs since',
    until: 'Published until',
    actions: 'Actions',
  },
  state: { current: 'Signs', next: 'Next', retired: 'Old, still published', withdrawn: 'Withdrawn' },
  made: (at, by) => (by === undefined ? `made by itself ${at}` : `made ${at} by ${by}`),
  account: (id) => `account ${id}`,
  outSince: (at) => `not published since ${at}`,
  noEnd: 'nothing follows it yet',
  untilNext: (at) => `its successor is made ${at}`,
  waiting: (at) => `The next key is published already and signs from ${at}.`,
  rotate: 'Change the key now',
  rotateTitle: 'Change the key now?',
  rotateText: {
    platform:
      'A new key is published now and signs in two hours, when every tool has had time to learn of it. Launches go on; tools need not do anything. If the present key has leaked, withdraw it instead.',
    tool: 'A new key is published now and signs in two hours, when other LMSs have had time to learn of it. Courses and scores go on. If the present key has leaked, withdraw it instead.',
  },
  rotateConfirm: 'Make a new key',
  withdraw: 'Withdraw this key',
  withdrawTitle: 'Withdraw this key?',
  effect: {
    current:
      'This key is not published any more and its successor signs at once (in all processes within ten seconds).',
    other: 'This key is not published any more. The one that signs stays the same.',
  },
  otherSide: {
    platform: {
      known: 'Its successor has been published before, so most tools know it already.',
      unknown:
        'Tools that do not read the list again when they meet a new key refuse launches until their copy is old, an hour at most. Learners can try again after that.',
    },
    tool: {
      known: 'Its successor has been published before, so most LMSs know it already.',
      unknown:
        'An LMS that does not read the list again refuses scores and chosen courses until its copy is old, an hour at most. Scores are sent again by themselves.',
    },
  },
  stillBelieved: {
    platform:
      'Tools that have kept a copy of the list go on believing this key until the copy is old. If it has leaked, tell their providers.',
    tool: 'An LMS that has kept a copy of the list goes on believing this key until the copy is old. If it has leaked, tell who runs it.',
  },
  forGood: 'A withdrawal cannot be undone; the private half is deleted.',
  reason: 'Reason',
  reasonHint: 'Kept with your name and the time.',
  reasonWrong: 'Say why.',
  withdrawConfirm: 'Withdraw the key',
};
