import type { SeatStateName } from '../events/ports.ts';

/** Words of those who hold events: their list, steps, attendance and codes. */
export const eventDeskId = {
  desk: 'Kegiatan',
  deskLead: {
    agency: 'Seminar, lokakarya, dan pertemuan lain yang diselenggarakan instansi Anda.',
    studio: 'Seminar, lokakarya, dan webinar yang Anda selenggarakan bagi ASN.',
  },
  add: 'Buat kegiatan',
  deskNone: 'Belum ada kegiatan',
  deskNoneText: {
    agency:
      'Buat kegiatan, lalu terbitkan: pegawai mendaftar sendiri, kehadiran dicatat dengan kode QR, JP dan sertifikat mengikuti.',
    studio:
      'Buat kegiatan, lalu terbitkan: ASN mendaftar sendiri, kehadiran dicatat dengan kode QR, dan sertifikat terbit atas nama Anda.',
  },
  columns: ['Kegiatan', 'Waktu', 'Keadaan', 'Kursi', 'Antrean'],
  state: { draft: 'Draf', published: 'Terbit', cancelled: 'Dibatalkan', closed: 'Daftar hadir ditutup' },
  change: 'Ubah',
  save: 'Simpan',
  publish: 'Terbitkan',
  publishText:
    'Setelah terbit, kegiatan tampil bagi mereka yang dituju dan pendaftaran berjalan sesuai jadwalnya.',
  remove: 'Hapus draf',
  cancel: 'Batalkan kegiatan',
  cancelTitle: 'Batalkan kegiatan ini?',
  cancelText:
    'Semua yang terdaftar dan yang mengantre diberi tahu alasannya. Pembatalan tidak dapat diurungkan.',
  cancelReason: 'Alasan pembatalan',
  close: 'Tutup daftar hadir',
  closeText:
    'Hari yang dihadiri penuh dihitung sebagai JP bagi semua peserta, dan sertifikatnya terbit. Koreksi setelah ini mengubah JP dan sertifikat.',
  closesItself: (day: string) =>
    `Bila tidak ditutup, daftar hadir tertutup sendiri pada ${day}: tujuh hari setelah sesi terakhir atau perubahan terakhir.`,
  closedItself:
    'Daftar hadir tertutup sendiri karena tidak ada yang menutupnya. Kehadiran masih dapat dikoreksi, atau daftarnya dibuka lagi.',
  reopen: 'Buka lagi daftar hadir',
  people: 'Peserta dan kehadiran',
  peopleColumns: ['Peserta', 'Keadaan'],
  /** Said of somebody else, where `seat` is said to them. */
  seatOfOthers: {
    requested: 'Menunggu persetujuan atasan atau instansi',
    unfunded: 'Menunggu anggaran instansi',
    waiting: 'Dalam antrean',
    offered: 'Kursi disimpan, menunggu konfirmasi',
    confirmed: 'Terdaftar',
    withdrawn: 'Membatalkan sendiri',
    declined: 'Tidak disetujui',
    lapsed: 'Kursi tidak dikonfirmasi',
    removed: 'Kursi ditarik penyelenggara',
  } satisfies Record<SeatStateName, string>,
  noPeople: 'Belum ada yang mendaftar.',
  byAgreement:
    'Anda melihat nomor peserta. Nama dan instansi tampil bila perjanjian data dengan instansi mereka mengizinkannya; setiap kali tampil, itu dicatat. Yang masih menunggu persetujuan belum tampil.',
  whoByAgreement:
    'Seseorang ditemukan dengan surel atau NIP hanya bila perjanjian data dengan instansinya mengizinkan Anda mengetahuinya.',
  markLead:
    'Centang mereka yang hadir, tulis alasannya, lalu simpan sekali. Daftar ini dapat diisi tanpa jaringan selama halamannya tetap terbuka; kirim setelah tersambung lagi, mengirim dua kali tidak apa-apa.',
  atTheDoor: 'Daftarkan yang datang tanpa kursi',
  atTheDoorText:
    'Bagi yang sudah di tempat dan belum punya kursi. Setelah itu centang kehadirannya di daftar. Nama Anda, alasan, dan waktunya tersimpan; orangnya diberi tahu.',
  who: 'Surel atau NIP',
  whoWrong: 'Tidak ada orang dengan surel atau NIP ini yang dapat ikut kegiatan ini.',
  doorReasonHint: 'Paling sedikit 5 huruf, misalnya: datang menggantikan rekan.',
  seatByHand: 'Daftarkan',
  markReason: 'Alasan pencatatan',
  markReasonHint:
    'Paling sedikit 5 huruf, misalnya: daftar hadir kertas, telepon mati. Alasan, nama Anda, dan waktunya tersimpan.',
  markOwn: 'Kehadiran Anda sendiri: pindai kodenya, atau minta rekan Anda mencatatnya.',
  mark: 'Simpan kehadiran',
  withoutSeat: (names: string) =>
    `Tidak dicatat karena kursinya sudah tidak ada: ${names}; yang lain tersimpan. Yang datang tanpa kursi dapat didaftarkan di bawah daftar selama daftar hadir belum ditutup.`,
  markedBy: (name: string, reason: string) => `Dicatat ${name}: ${reason}`,
  takeBack: 'Tarik kursi',
  takeBackReason: (name: string) => `Alasan menarik kursi ${name}`,
  codes: 'Kode kehadiran',
  showCode: 'Tampilkan kode',
  codeOpen: 'Dapat dipindai sekarang',
  codeShut: 'Hanya dapat dipindai dari 30 menit sebelum sesi sampai 15 menit setelahnya.',
  codeTitle: 'Pindai untuk mencatat kehadiran',
  codeText: 'Pindai dengan kamera ponsel, masuk ke Sinau, lalu ketuk “Saya hadir”.',
  codeChanges: (seconds: number) =>
    `Kode berganti setiap ${seconds} detik; foto kode hanya berlaku kurang dari satu menit.`,
  codeLabel: 'Kode QR kehadiran',
  checkedIn: (count: string) => `${count} orang tercatat hadir`,
};

export const eventDeskEn: typeof eventDeskId = {
  desk: 'Events',
  deskLead: {
    agency: 'Seminars, workshops and other gatherings that your agency holds.',
    studio: 'Seminars, workshops and webinars that you hold for civil servants.',
  },
  add: 'Make an event',
  deskNone: 'No events yet',
  deskNoneText: {
    agency:
      'Make an event and publish it: people register themselves, attendance is noted by a QR code, JP and certificates follow.',
    studio:
      'Make an event and publish it: people register themselves, attendance is noted by a QR code, and certificates are issued in your name.',
  },
  columns: ['Event', 'Time', 'State', 'Seats', 'Queue'],
  state: { draft: 'Draft', published: 'Published', cancelled: 'Cancelled', closed: 'Attendance closed' },
  change: 'Change',
  save: 'Save',
  publish: 'Publish',
  publishText: 'Once published, those whom it is for see the event, and registration goes by its times.',
  remove: 'Delete the draft',
  cancel: 'Cancel the event',
  cancelTitle: 'Cancel this event?',
  cancelText: 'Everybody who is registered or waits is told why. This cannot be undone.',
  cancelReason: 'Why it is cancelled',
  close: 'Close the attendance',
  closeText:
    'Whole days count as JP for everybody then, and certificates are issued. Corrections after that change JP and certificates.',
  closesItself: (day) =>
    `If nobody closes it, attendance closes by itself on ${day}: seven days after the last session or the last change.`,
  closedItself:
    'Attendance closed by itself, since nobody had closed it. It can still be corrected, or opened again.',
  reopen: 'Open the attendance again',
  people: 'Participants and attendance',
  peopleColumns: ['Participant', 'State'],
  seatOfOthers: {
    requested: 'Waits for their supervisor or agency',
    unfunded: 'Waits for the budget of their agency',
    waiting: 'In the queue',
    offered: 'A seat is kept, they have not confirmed yet',
    confirmed: 'Registered',
    withdrawn: 'Cancelled it themselves',
    declined: 'Not approved',
    lapsed: 'Seat not confirmed',
    removed: 'The organiser took the seat back',
  },
  noPeople: 'Nobody has registered yet.',
  byAgreement:
    'You see participant numbers. Names and agencies are shown where the data agreement with their agency allows it; each time they are, that is noted. Whoever still waits for approval is not shown yet.',
  whoByAgreement:
    'Somebody is found by an e-mail address or NIP only if the data agreement with their agency lets you know it.',
  markLead:
    'Tick those who were there, say why you note it, and save once. The list can be filled in without a connection as long as the page stays open; send it when you are online again, sending twice does no harm.',
  atTheDoor: 'Register somebody who came without a seat',
  atTheDoorText:
    'For those who are there and have no seat yet. Tick their attendance in the list afterwards. Your name, the reason and the time are kept; the person is told.',
  who: 'E-mail address or NIP',
  whoWrong: 'There is nobody with this address or NIP who can come to this event.',
  doorReasonHint: 'At least 5 letters, such as: comes in place of a colleague.',
  seatByHand: 'Register',
  markReason: 'Why you note it',
  markReasonHint:
    'At least 5 letters, for instance: list on paper, phone without battery. The reason, your name and the time are kept.',
  markOwn: 'Your own attendance: scan the code, or ask a colleague to note it.',
  mark: 'Save attendance',
  withoutSeat: (names) =>
    `Not noted, since they have no seat any more: ${names}; the rest is saved. Whoever came without a seat can be registered below the list until the attendance is closed.`,
  markedBy: (name, reason) => `Noted by ${name}: ${reason}`,
  takeBack: 'Take the seat back',
  takeBackReason: (name) => `Why the seat of ${name} is taken back`,
  codes: 'Codes for check-in',
  showCode: 'Show the code',
  codeOpen: 'Can be scanned now',
  codeShut: 'Can only be scanned from 30 minutes before the session until 15 minutes after it.',
  codeTitle: 'Scan to note your attendance',
  codeText: 'Scan it with your phone, sign in to Sinau, then tap “I am here”.',
  codeChanges: (seconds) =>
    `The code changes every ${seconds} seconds; a photo of it works for less than a minute.`,
  codeLabel: 'QR code for check-in',
  checkedIn: (count) => `${count} are noted as present`,
};
