import type { Locale } from '@sinau/kernel';

const id = {
  landingTitle: 'Belajar tanpa meninggalkan pelayanan',
  landingLead:
    'Kursus dari perguruan tinggi dan mitra penyedia konten untuk ASN di seluruh Indonesia. Jam pelajaran Anda tercatat, dari meja kerja maupun dari telepon genggam.',
  landingSignIn: 'Masuk dengan akun instansi',
  landingPoints: [
    {
      title: 'Satu langkah untuk melanjutkan',
      text: 'Buka kembali tepat di halaman terakhir, di perangkat mana pun.',
    },
    {
      title: 'JP yang dapat ditelusuri',
      text: 'Setiap angka berasal dari catatan pembelajaran yang dapat Anda baca sendiri.',
    },
    {
      title: 'Data tetap di Indonesia',
      text: 'Penyelenggara menerima nama Anda hanya bila ada perjanjian data.',
    },
  ],
  greeting: (name: string) => `Halo, ${name}`,
  resumeHeading: 'Lanjutkan belajar',
  resume: 'Lanjutkan',
  resumeOf: (title: string) => `Lanjutkan ${title}`,
  lastOpened: (when: string) => `Terakhir dibuka ${when}`,
  modulesLeft: (count: number) => `${count} bagian lagi`,
  nothingToResumeTitle: 'Belum ada yang sedang berjalan',
  nothingToResumeText:
    'Pilih satu kursus dari katalog. Setelah mendaftar, Anda dapat melanjutkannya dari sini.',
  yearHeading: (year: number) => `Jam pelajaran ${year}`,
  recognised: 'Diakui',
  held: 'Ditahan',
  inProgress: 'Sedang berjalan',
  toTarget: 'Sisa ke minimal',
  target: 'Minimal setahun',
  targetMet: 'Minimal terpenuhi',
  maximum: 'Maksimal diakui',
  ringLabel: (recognised: string, minimum: string) => `Diakui ${recognised} dari minimal ${minimum}`,
  ringMaximum: (recognised: string, maximum: string) => `Diakui ${recognised} dari maksimal ${maximum}`,
  openLedger: 'Lihat rincian JP',
  requiredHeading: 'Wajib',
  requiredEmpty: 'Tidak ada kursus wajib saat ini. Penugasan dari instansi akan muncul di sini.',
  dueHeading: 'Segera jatuh tempo',
  dueEmpty: 'Tidak ada tenggat dalam waktu dekat.',
  planHeading: 'Sedang Anda pelajari',
  planEmpty: 'Belum ada kursus yang berjalan.',
  suggestedHeading: 'Disarankan untuk Anda',
  suggestedEmpty: 'Belum ada saran baru. Jelajahi katalog untuk melihat semua kursus.',
  allCertificates: 'Semua sertifikat',
  requiredSoon: 'Kursus wajib Anda ada di “Segera jatuh tempo”.',
  pendingHeading: 'Menunggu',
  planned: 'Direncanakan',
  linesOf: (label: string) => `${label}: lihat rinciannya`,
  daysLeft: (days: number) =>
    days === 0 ? 'Hari ini hari terakhir tahun ini.' : `${days} hari lagi tahun ini.`,
  pace: {
    met: (day: string) => `Minimal tahun ini terpenuhi pada ${day}.`,
    reached: (jp: string, day: string) => `Dengan laju ini Anda mencapai ${jp} pada ${day}.`,
    short: (jp: string, week: string, minutes: string) =>
      `Dengan laju ini ${jp} pada akhir tahun. Dengan sekitar ${week} (${minutes}) seminggu, minimal tetap tercapai.`,
    nothing: 'Belum dapat diperkirakan: belum ada JP yang diakui tahun ini.',
    early: 'Belum dapat diperkirakan: tahun baru mulai.',
    few: 'Belum dapat diperkirakan: JP baru dari satu hari.',
    how: 'Cara menghitung',
    rule: (least: string, days: string) =>
      `JP yang diakui tahun ini sampai hari ini, dibagi jumlah hari sejak 1 Januari. Kursus yang sedang berjalan dan rencana tidak ikut dihitung. Baru diperkirakan setelah ${least} hari dan paling sedikit ${days} hari belajar.`,
  },
  maximumLeft: (jp: string) => `Masih dapat diakui ${jp} dalam tahun kontrak ini. Ini batas, bukan sasaran.`,
  maximumFull:
    'Batas maksimal tahun kontrak ini sudah tercapai. Belajar tetap boleh; JP-nya tercatat dan tidak diakui.',
  resumeWindow: 'Terbuka di jendela baru',
  resumeCourse: 'Buka kursus',
  why: {
    'awaits-provider':
      'Penyelenggara belum mendaftarkan Anda. Bagian ini terbuka setelah itu; kursus lain dapat dilanjutkan.',
    'provider-down':
      'Sistem penyelenggara sedang tidak menjawab. Kemajuan Anda tidak hilang; coba lagi nanti atau lanjutkan kursus lain.',
    locked:
      'Bagian berikutnya menunggu bagian lain. Halaman kursus menunjukkan apa yang perlu diselesaikan dahulu.',
    'all-done': 'Semua bagian selesai. Kelulusan sedang dicatat, biasanya dalam semenit.',
  },
  firstEnrol: (title: string) => `Daftar dan mulai: ${title}`,
  firstLook: (title: string) => `Lihat: ${title}`,
  certificatesHeading: 'Sertifikat terakhir',
};

export type HomeWords = typeof id;

const en: HomeWords = {
  landingTitle: 'Learn without leaving your service',
  landingLead:
    'Courses from universities and content partners for civil servants all over Indonesia. Your lesson hours are recorded, from the desk or from a phone.',
  landingSignIn: 'Sign in with your agency account',
  landingPoints: [
    { title: 'One step to continue', text: 'Open again at the very page you left, on any device.' },
    {
      title: 'Lesson hours you can trace',
      text: 'Every number comes from learning records that you can read yourself.',
    },
    { title: 'Data stays in Indonesia', text: 'Providers receive your name only under a data agreement.' },
  ],
  greeting: (name) => `Hello, ${name}`,
  resumeHeading: 'Continue learning',
  resume: 'Continue',
  resumeOf: (title) => `Continue ${title}`,
  lastOpened: (when) => `Last opened ${when}`,
  modulesLeft: (count) => `${count} ${count === 1 ? 'part' : 'parts'} left`,
  nothingToResumeTitle: 'Nothing in progress yet',
  nothingToResumeText: 'Choose a course from the catalogue. Once enrolled, you can continue it from here.',
  yearHeading: (year) => `Lesson hours (JP) ${year}`,
  recognised: 'Recognised',
  held: 'Held',
  inProgress: 'In progress',
  toTarget: 'Left to the minimum',
  target: 'Minimum for the year',
  targetMet: 'Minimum met',
  maximum: 'Recognised at most',
  ringLabel: (recognised, minimum) => `Recognised ${recognised} of the minimum ${minimum}`,
  ringMaximum: (recognised, maximum) => `Recognised ${recognised} of at most ${maximum}`,
  openLedger: 'See JP in detail',
  requiredHeading: 'Required',
  requiredEmpty: 'No required courses now. Assignments from your agency will appear here.',
  dueHeading: 'Due soon',
  dueEmpty: 'No deadlines in the near future.',
  planHeading: 'You are learning',
  planEmpty: 'No course in progress yet.',
  suggestedHeading: 'Suggested for you',
  suggestedEmpty: 'No new suggestions. Browse the catalogue to see all courses.',
  allCertificates: 'All certificates',
  requiredSoon: 'Your required courses are under “Due soon”.',
  pendingHeading: 'Waiting',
  planned: 'Planned',
  linesOf: (label) => `${label}: see what it is made of`,
  daysLeft: (days) =>
    days === 0
      ? 'Today is the last day of the year.'
      : `${days} ${days === 1 ? 'day' : 'days'} left this year.`,
  pace: {
    met: (day) => `The minimum of this year was met on ${day}.`,
    reached: (jp, day) => `At this pace you reach ${jp} on ${day}.`,
    short: (jp, week, minutes) =>
      `At this pace ${jp} by the end of the year. With about ${week} (${minutes}) a week the minimum is still reached.`,
    nothing: 'Cannot be foreseen yet: no JP are recognised this year.',
    early: 'Cannot be foreseen yet: the year has only begun.',
    few: 'Cannot be foreseen yet: there are JP of a single day.',
    how: 'How this is counted',
    rule: (least, days) =>
      `JP recognised this year until today, by the number of days since 1 January. Running courses and plans are not counted. Foreseen after ${least} days and at least ${days} days of learning.`,
  },
  maximumLeft: (jp) =>
    `${jp} more can be recognised in this year of the contract. It is a limit and no target.`,
  maximumFull:
    'The maximum of this year of the contract is reached. You may go on learning; the JP are recorded and not recognised.',
  resumeWindow: 'Opens in a new window',
  resumeCourse: 'Open the course',
  why: {
    'awaits-provider':
      'The provider has not enrolled you yet. This part opens after that; other courses can be continued.',
    'provider-down':
      'The system of the provider does not answer. Nothing you did is lost; try again later or continue another course.',
    locked: 'The next part waits for another one. The page of the course shows what has to be done first.',
    'all-done': 'All parts are done. Your completion is being recorded, usually within a minute.',
  },
  firstEnrol: (title) => `Enrol and begin: ${title}`,
  firstLook: (title) => `Look at: ${title}`,
  certificatesHeading: 'Latest certificates',
};

/** Words of the home page alone, before and after a sign-in; they are loaded with it. */
export const homeWords: Readonly<Record<Locale, HomeWords>> = { id, en };
