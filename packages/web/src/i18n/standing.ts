import type { ProviderEnrolmentReason } from '../connections/ports.ts';

/** Every reason has its words, or these do not compile. */
type Ended = Readonly<Record<ProviderEnrolmentReason, string>>;
/** What ends an enrolment for good is waited for no more. */
type Waiting = Readonly<
  Record<
    Exclude<
      ProviderEnrolmentReason,
      | 'course-missing'
      | 'refused-by-provider'
      | 'connection-ending'
      | 'too-late'
      | 'left'
      | 'handed-over'
      | 'not-undone'
    >,
    (provider: string, until: string) => string
  >
>;

/** Where somebody stands in a course, and how they get in: for whoever opens a course. */
export const standingId = {
  request: 'Minta persetujuan',
  requestText: 'Atasan langsung Anda yang memutuskan; bila tidak ada, pengelola instansi Anda.',
  queue: 'Antre',
  queueText: (waiting: number) =>
    waiting === 0
      ? 'Semua kursi terisi. Anda menjadi yang pertama dalam daftar tunggu dan terdaftar otomatis begitu ada kursi.'
      : `Semua kursi terisi dan ${waiting} orang menunggu. Anda terdaftar otomatis begitu giliran Anda tiba.`,
  useInvitation: 'Gunakan undangan',
  invitationCode: 'Kode undangan',
  invitationText: 'Kursus ini hanya untuk yang diundang penyelenggara atau instansi Anda.',
  retake: 'Ulangi kursus',
  retakeText: 'Pendaftaran baru dimulai dari awal. Hasil yang lama tetap tersimpan dan tetap dihitung.',
  opensAt: (when: string) => `Pendaftaran dibuka ${when}.`,
  closesAt: (when: string) => `Pendaftaran ditutup ${when}.`,
  closed: (when: string) => `Pendaftaran sudah ditutup pada ${when}.`,
  seats: 'Kursi',
  seatsFree: (free: string, capacity: string) => `${free} dari ${capacity} kursi kosong`,
  waitingList: (waiting: string) => `${waiting} menunggu`,
  admission: 'Cara mendaftar',
  mode: {
    open: 'Langsung',
    approval: 'Dengan persetujuan atasan atau instansi',
    invitation: 'Dengan undangan',
  },
  requestedTitle: 'Menunggu persetujuan',
  requestedFrom: (who: string) => `${who} yang memutuskan. Kabarnya muncul di Pemberitahuan.`,
  requestedLater: (day: string) =>
    `Bila belum ada jawaban, sejak ${day} instansi Anda juga dapat memutuskan.`,
  requestedAgency: 'Pengelola instansi Anda yang memutuskan. Kabarnya muncul di Pemberitahuan.',
  requestedSince: (when: string) => `Diminta ${when}`,
  withdrawRequest: 'Tarik permintaan',
  waitingTitle: (place: string) => `Anda di urutan ke-${place} daftar tunggu`,
  waitingBeyond: (place: string) => `Anda di daftar tunggu, sesudah urutan ke-${place}`,
  waitingText:
    'Anda terdaftar otomatis begitu ada kursi, dan kami memberi tahu Anda. Urutannya: yang wajib mengikuti, lalu pemakai kursi prioritas, lalu yang belum mencapai JP minimal tahun ini, lalu yang sudah; di antara mereka, yang kesenjangan kompetensinya ditutup kursus ini lebih besar, lalu yang lebih dahulu datang.',
  budgetTitle: (line: string, place: string) =>
    `Mata anggaran ${line} tidak punya sisa yang cukup; Anda di urutan ke-${place}`,
  budgetText:
    'Begitu ada sisa anggaran, Anda terdaftar otomatis dan kami memberi tahu Anda. Admin instansi Anda dapat menambah pagunya.',
  quotaTitle: (place: string) => `Kuota instansi Anda habis; Anda di urutan ke-${place}`,
  quotaText:
    'Begitu ada kuota kembali atau ditambah, Anda terdaftar otomatis dan kami memberi tahu Anda. Admin instansi Anda dapat meminta tambahan.',
  seatReleased: (days: string) =>
    `Kursi dari kuota instansi Anda: bila tidak dimulai dalam ${days} hari, kursi dilepas. Anda diingatkan seminggu sebelumnya.`,
  seatBehind: (days: string) => `Setelah itu, selama ${days} hari, Anda menunggu di belakang yang lain.`,
  behindUntil: (day: string) => `Sampai ${day} Anda menunggu di belakang yang lain untuk kuota ini.`,
  groups: { remote: 'Daerah 3T' },
  keptTitle: (place: string) => `Kursi instansi untuk Anda habis; Anda di urutan ke-${place}`,
  keptText: (left: string, groups: string) =>
    `${left} kursi kuota ini masih ada, tetapi disimpan untuk: ${groups}.`,
  keptUntil: (day: string) => `Mulai ${day} sisanya untuk semua.`,
  keptList: (name: string) =>
    `Bila Anda termasuk yang dituju "${name}", mintalah dimasukkan ke daftarnya. Alasannya tidak ditanyakan dan tidak disimpan; admin instansi Anda yang memutuskan.`,
  askList: 'Minta dimasukkan',
  askedList: (name: string) => `Anda sudah minta dimasukkan ke daftar "${name}".`,
  atProvider: {
    pendingTitle: (provider: string) => `Menunggu konfirmasi ${provider}`,
    pendingOther: (provider: string, _until: string) =>
      `${provider} sedang diminta mendaftarkan Anda. Biasanya hanya beberapa menit; kabarnya muncul di Pemberitahuan.`,
    pending: {
      unreachable: (provider: string, until: string) =>
        `${provider} sedang tidak dapat dihubungi; kami mencoba lagi sampai ${until}.`,
      'connection-broken': (provider: string, until: string) =>
        `Sambungan ke ${provider} perlu diperbaiki pengelolanya; kami mencoba lagi sampai ${until}.`,
      busy: (provider: string, until: string) =>
        `${provider} sedang melayani banyak pendaftaran; kami mencoba lagi sampai ${until}.`,
      paused: (provider: string, until: string) =>
        `${provider} sedang menghentikan sementara pendaftaran; kami mencoba lagi sampai ${until}.`,
      full: (provider: string, until: string) =>
        `Kelas penuh di ${provider}. Begitu ada tempat, Anda didaftarkan; kami mencoba lagi sampai ${until}.`,
      'account-missing': (provider: string, until: string) =>
        `${provider} belum membuat akun untuk Anda. Tanyakan kepada pengelola pembelajarannya, lalu pilih “Coba lagi”. Kami juga mencoba lagi sampai ${until}.`,
      'account-unconfirmed': (provider: string, until: string) =>
        `${provider} sedang memastikan akun mana yang milik Anda di sana. Tanyakan kepada pengelola pembelajarannya bila lama; kami mencoba sampai ${until}.`,
      'earlier-leaving': (provider: string, _until: string) =>
        `Pendaftaran Anda yang lama sedang diakhiri di ${provider}; sesudah itu Anda didaftarkan lagi.`,
      unconfirmed: (provider: string, until: string) =>
        `${provider} sudah menerima pendaftaran Anda tetapi belum menampakkannya; kami memeriksanya lagi sampai ${until}.`,
    } satisfies Waiting as Waiting,
    confirmed: (provider: string, date: string | undefined) =>
      date === undefined ? `Terdaftar di ${provider}.` : `Terdaftar di ${provider} sejak ${date}.`,
    refusedTitle: (provider: string) => `Tidak terdaftar di ${provider}`,
    ended: {
      unreachable: 'Penyelenggara tidak dapat dihubungi sampai batas waktu.',
      'connection-broken': 'Sambungan ke penyelenggara tidak diperbaiki sampai batas waktu.',
      busy: 'Penyelenggara terlalu sibuk untuk mendaftarkan Anda sampai batas waktu.',
      paused: 'Penyelenggara menghentikan sementara pendaftaran sampai batas waktu lewat.',
      'earlier-leaving': 'Pendaftaran Anda yang lama belum selesai diakhiri sampai batas waktu.',
      'too-late': 'Penyelenggara tidak menjawab sampai batas waktu.',
      'handed-over': 'Pendaftaran ini diteruskan ke pendaftaran Anda yang baru.',
      'not-undone': 'Pendaftaran ini sudah berakhir di sini; penyelenggara belum mengakhirinya.',
      full: 'Kelas penuh di penyelenggara.',
      'account-missing': 'Penyelenggara tidak membuat akun untuk Anda.',
      'account-unconfirmed': 'Penyelenggara tidak memastikan akun Anda di sana.',
      'course-missing': 'Kelasnya sudah tidak ada di penyelenggara.',
      unconfirmed: 'Penyelenggara tidak memastikan pendaftaran Anda sampai batas waktu.',
      'refused-by-provider': 'Penyelenggara menolak pendaftaran.',
      'connection-ending': 'Penyelenggara tidak menerima peserta baru untuk kursus ini lagi.',
      left: 'Pendaftaran ini sudah berakhir.',
    } satisfies Ended as Ended,
    endedOther: 'Penyelenggara tidak mendaftarkan Anda sampai batas waktu.',
    past: (date: string) => `Tidak didaftarkan oleh penyelenggara, ${date}.`,
    retry: 'Coba lagi',
  },
  waitingSince: (when: string) => `Menunggu sejak ${when}`,
  leaveQueue: 'Keluar dari daftar tunggu',
  duty: {
    supervisor: (name: string) => `Ditugaskan ${name}, atasan Anda`,
    agency: (name: string) => `Ditugaskan instansi Anda (${name})`,
  },
  dutyNamed: { supervisor: 'Ditugaskan atasan Anda', agency: 'Ditugaskan instansi Anda' },
  dutyDue: (date: string) => `Selesaikan paling lambat ${date}.`,
  dutyText: 'Kursus ini tidak dapat Anda batalkan sendiri; yang menugaskan dapat menariknya.',
  declinedTitle: 'Permintaan Anda tidak disetujui',
  declinedReason: (reason: string) => `Alasan: ${reason}`,
  declinedText: 'Anda dapat mengajukannya lagi.',
  history: 'Riwayat Anda di kursus ini',
  providerWord: {
    takenBack: 'Kelulusan ditarik penyelenggara',
    takenBackText: (provider: string, date: string) =>
      `${provider} menarik kelulusan Anda pada ${date}. JP kursus ini tidak dihitung dan sertifikatnya tidak berlaku.`,
    takenBackNext: (provider: string) =>
      `Tanyakan sebabnya kepada ${provider}. Bila kelulusan diberikan kembali, JP dan sertifikat berlaku lagi dengan sendirinya.`,
    retakeText: 'Pendaftaran baru dimulai dari awal. Hasil yang lama tetap tersimpan.',
    past: (date: string, back: string) => `Selesai ${date}; kelulusan ditarik penyelenggara ${back}`,
    score: 'Nilai dikoreksi',
    completion: 'Kelulusan dikoreksi',
    removed: 'dihapus',
    state: { completed: 'lulus', failed: 'tidak lulus', 'not-completed': 'belum lulus' },
  },
  notBegun: (date: string, days: string) =>
    `Kursi dilepas ${date} karena belum dimulai dalam ${days} hari. Anda boleh mendaftar lagi.`,
  past: {
    completed: (date: string) => `Selesai ${date}`,
    cancelled: (date: string) => `Dibatalkan ${date}`,
    withdrawn: (date: string) => `Ditarik ${date}`,
    declined: (date: string) => `Tidak disetujui ${date}`,
  },
  leave: {
    cancelled: {
      title: 'Batalkan pendaftaran',
      text: 'Kursi Anda langsung diberikan kepada yang menunggu. Catatan pembelajaran yang sudah tersimpan tetap ada, dan Anda dapat mendaftar lagi selama pendaftaran dibuka; kemajuannya mulai dari awal.',
      confirm: 'Ya, batalkan pendaftaran',
      keep: 'Tidak, tetap terdaftar',
    },
    requested: {
      title: 'Tarik permintaan',
      text: 'Permintaan Anda tidak diputuskan lagi. Anda dapat mengajukannya lagi kapan saja selama pendaftaran dibuka.',
      confirm: 'Ya, tarik permintaan',
      keep: 'Tidak, biarkan',
    },
    waiting: {
      title: 'Keluar dari daftar tunggu',
      text: 'Urutan Anda hilang. Bila mendaftar lagi, Anda mulai dari urutan terakhir.',
      confirm: 'Ya, keluar dari daftar tunggu',
      keep: 'Tidak, tetap menunggu',
    },
  },
  assign: 'Tugaskan kursus ini',
  require: 'Wajibkan bagi pegawai',
  invite: 'Undangan kursus ini',
  staff: 'Untuk pengelola',
};

export const standingEn: typeof standingId = {
  request: 'Ask for approval',
  requestText: 'Your supervisor decides; where there is none, the administrator of your agency.',
  queue: 'Join the waiting list',
  queueText: (waiting) =>
    waiting === 0
      ? 'All seats are taken. You will be first on the waiting list, and enrolled by itself as soon as there is a seat.'
      : `All seats are taken and ${waiting} ${waiting === 1 ? 'person waits' : 'people wait'}. You are enrolled by itself when it is your turn.`,
  useInvitation: 'Use the invitation',
  invitationCode: 'Code of the invitation',
  invitationText: 'This course is for those whom the provider or your agency invites.',
  retake: 'Take the course again',
  retakeText: 'A new enrolment starts from the beginning. Your earlier result is kept and still counts.',
  opensAt: (when) => `Enrolment opens ${when}.`,
  closesAt: (when) => `Enrolment closes ${when}.`,
  closed: (when) => `Enrolment closed ${when}.`,
  seats: 'Seats',
  seatsFree: (free, capacity) => `${free} of ${capacity} seats free`,
  waitingList: (waiting) => `${waiting} waiting`,
  admission: 'How to enrol',
  mode: {
    open: 'At once',
    approval: 'With approval of the supervisor or the agency',
    invitation: 'By invitation',
  },
  requestedTitle: 'Waiting for approval',
  requestedFrom: (who) => `${who} decides. You will find the answer in Notifications.`,
  requestedLater: (day) => `Without an answer, your agency may decide as well from ${day} on.`,
  requestedAgency: 'The administrator of your agency decides. You will find the answer in Notifications.',
  requestedSince: (when) => `Asked ${when}`,
  withdrawRequest: 'Withdraw the request',
  waitingTitle: (place) => `You are number ${place} on the waiting list`,
  waitingBeyond: (place) => `You are on the waiting list, behind number ${place}`,
  waitingText:
    'You are enrolled by itself as soon as there is a seat, and we will tell you. Asked first is whoever is required to take it, then who uses a priority seat, then who has not reached the JP of this year, then who has; of these first whose larger gap of competence the course closes, then whoever came first.',
  budgetTitle: (line, place) => `The budget line ${line} has no room; you are number ${place}`,
  budgetText:
    'As soon as there is room, you are enrolled by itself, and we tell you. An administrator of your agency can raise its ceiling.',
  quotaTitle: (place) => `Your agency has used up its seats; you are number ${place}`,
  quotaText:
    'As soon as a seat is given back or added, you are enrolled by itself, and we tell you. An administrator of your agency can ask for more.',
  seatReleased: (days) =>
    `The seat is of your agency's quota: if you do not begin within ${days} days, it goes back. You are told a week before.`,
  seatBehind: (days) => `After that you wait behind others for ${days} days.`,
  behindUntil: (day) => `Until ${day} you wait behind others for this quota.`,
  groups: { remote: 'Remote places (3T)' },
  keptTitle: (place) => `The seats of your agency that you may have are used up; you are number ${place}`,
  keptText: (left, groups) => `${left} seats of this quota are left, but kept for: ${groups}.`,
  keptUntil: (day) => `From ${day} on what is left is for everybody.`,
  keptList: (name) =>
    `If "${name}" is meant for you, ask to be put on its list. Why is not asked and not kept; an administrator of your agency decides.`,
  askList: 'Ask to be put on it',
  askedList: (name) => `You have asked to be put on the list "${name}".`,
  atProvider: {
    pendingTitle: (provider) => `Waiting for ${provider} to confirm`,
    pendingOther: (provider) =>
      `${provider} is being asked to enrol you. It takes a few minutes as a rule; you will find the news in Notifications.`,
    pending: {
      unreachable: (provider, until) => `${provider} cannot be reached now; we try again until ${until}.`,
      'connection-broken': (provider, until) =>
        `The connection to ${provider} has to be mended by those who run it; we try again until ${until}.`,
      busy: (provider, until) => `${provider} is busy with many enrolments; we try again until ${until}.`,
      paused: (provider, until) => `${provider} has paused enrolment; we try again until ${until}.`,
      full: (provider, until) =>
        `The class is full at ${provider}. You are enrolled when there is room; we try again until ${until}.`,
      'account-missing': (provider, until) =>
        `${provider} has not made an account for you. Ask those who run its courses, then choose “Try again”. We also try again until ${until}.`,
      'account-unconfirmed': (provider, until) =>
        `${provider} is making sure which account there is yours. Ask those who run its courses if it takes long; we try until ${until}.`,
      'earlier-leaving': (provider) =>
        `Your earlier enrolment is being ended at ${provider}; after that you are enrolled again.`,
      unconfirmed: (provider, until) =>
        `${provider} has taken your enrolment and does not show it yet; we look again until ${until}.`,
    },
    confirmed: (provider, date) =>
      date === undefined ? `Enrolled at ${provider}.` : `Enrolled at ${provider} since ${date}.`,
    refusedTitle: (provider) => `Not enrolled at ${provider}`,
    ended: {
      unreachable: 'The provider could not be reached in time.',
      'connection-broken': 'The connection to the provider was not mended in time.',
      busy: 'The provider was too busy to enrol you in time.',
      paused: 'The provider had paused enrolment until the time was over.',
      'earlier-leaving': 'Your earlier enrolment was not ended in time.',
      'too-late': 'The provider did not answer in time.',
      'handed-over': 'This enrolment went on in your new one.',
      'not-undone': 'This enrolment is over here; the provider has not ended it yet.',
      full: 'The class is full at the provider.',
      'account-missing': 'The provider made no account for you.',
      'account-unconfirmed': 'The provider did not confirm your account there.',
      'course-missing': 'The class is no longer there at the provider.',
      unconfirmed: 'The provider did not confirm your enrolment in time.',
      'refused-by-provider': 'The provider refused the enrolment.',
      'connection-ending': 'The provider takes no new learners for this course any more.',
      left: 'This enrolment has ended.',
    },
    endedOther: 'The provider did not enrol you in time.',
    past: (date) => `Not enrolled by the provider, ${date}.`,
    retry: 'Try again',
  },
  waitingSince: (when) => `Waiting since ${when}`,
  leaveQueue: 'Leave the waiting list',
  duty: {
    supervisor: (name) => `Assigned by ${name}, your supervisor`,
    agency: (name) => `Assigned by your agency (${name})`,
  },
  dutyNamed: { supervisor: 'Assigned by your supervisor', agency: 'Assigned by your agency' },
  dutyDue: (date) => `Finish it by ${date}.`,
  dutyText: 'You cannot cancel this course yourself; whoever assigned it can withdraw it.',
  declinedTitle: 'Your request was declined',
  declinedReason: (reason) => `Reason: ${reason}`,
  declinedText: 'You can ask again.',
  history: 'Your history in this course',
  providerWord: {
    takenBack: 'Completion taken back by the provider',
    takenBackText: (provider, date) =>
      `${provider} took back your completion on ${date}. The JP of this course do not count, and its certificate is not valid.`,
    takenBackNext: (provider) =>
      `Ask ${provider} why. When the completion is given again, JP and certificate count again by themselves.`,
    retakeText: 'A new enrolment starts from the beginning. Your earlier result is kept.',
    past: (date, back) => `Finished ${date}; completion taken back by the provider ${back}`,
    score: 'Grade corrected',
    completion: 'Completion corrected',
    removed: 'removed',
    state: { completed: 'completed', failed: 'failed', 'not-completed': 'not completed' },
  },
  notBegun: (date, days) =>
    `Seat given back on ${date} because nothing was begun in ${days} days. You may enrol again.`,
  past: {
    completed: (date) => `Finished ${date}`,
    cancelled: (date) => `Cancelled ${date}`,
    withdrawn: (date) => `Withdrawn ${date}`,
    declined: (date) => `Declined ${date}`,
  },
  leave: {
    cancelled: {
      title: 'Cancel enrolment',
      text: 'Your seat goes to whoever waits for it. Learning records already saved are kept, and you can enrol again while enrolment is open; progress then starts from the beginning.',
      confirm: 'Yes, cancel the enrolment',
      keep: 'No, stay enrolled',
    },
    requested: {
      title: 'Withdraw the request',
      text: 'Nobody will decide on your request. You can ask again while enrolment is open.',
      confirm: 'Yes, withdraw the request',
      keep: 'No, leave it',
    },
    waiting: {
      title: 'Leave the waiting list',
      text: 'Your place is lost. If you enrol again, you start from the end of the list.',
      confirm: 'Yes, leave the waiting list',
      keep: 'No, keep waiting',
    },
  },
  assign: 'Assign this course',
  require: 'Require of an audience',
  invite: 'Invitations to this course',
  staff: 'For administrators',
};
