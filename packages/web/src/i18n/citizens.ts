import type { Locale } from '@sinau/kernel';
import type {
  CommentStateName,
  GradeName,
  HidingReasonName,
  PromiseStateName,
  SubjectName,
} from '../citizens/ports.ts';

type Answers = readonly [string, string, string, string];

/** What a citizen is asked about each element, and the answers from 1 to 4. */
interface Question {
  readonly name: string;
  readonly asked: string;
  readonly answers: Answers;
}

const questionsId: Readonly<Record<SubjectName, Question>> = {
  requirements: {
    name: 'Persyaratan',
    asked: 'Apakah persyaratan yang diminta sesuai dengan layanannya?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  procedure: {
    name: 'Sistem, mekanisme, dan prosedur',
    asked: 'Apakah prosedurnya mudah?',
    answers: ['Tidak mudah', 'Kurang mudah', 'Mudah', 'Sangat mudah'],
  },
  time: {
    name: 'Waktu penyelesaian',
    asked: 'Apakah layanan selesai dengan cepat?',
    answers: ['Tidak cepat', 'Kurang cepat', 'Cepat', 'Sangat cepat'],
  },
  cost: {
    name: 'Biaya atau tarif',
    asked: 'Apakah biayanya wajar?',
    answers: ['Sangat mahal', 'Agak mahal', 'Wajar', 'Murah atau gratis'],
  },
  product: {
    name: 'Hasil layanan',
    asked: 'Apakah hasil layanan sesuai dengan yang dijanjikan?',
    answers: ['Tidak sesuai', 'Kurang sesuai', 'Sesuai', 'Sangat sesuai'],
  },
  competence: {
    name: 'Kompetensi pelaksana',
    asked: 'Apakah petugas mampu melayani dengan baik?',
    answers: ['Tidak mampu', 'Kurang mampu', 'Mampu', 'Sangat mampu'],
  },
  conduct: {
    name: 'Perilaku pelaksana',
    asked: 'Apakah petugas sopan dan ramah?',
    answers: ['Tidak sopan', 'Kurang sopan', 'Sopan dan ramah', 'Sangat sopan dan ramah'],
  },
  complaints: {
    name: 'Penanganan pengaduan, saran, dan masukan',
    asked: 'Apakah pengaduan dan saran ditangani?',
    answers: ['Tidak ada tempatnya', 'Ada, tidak ditangani', 'Ditangani', 'Ditangani dengan baik'],
  },
  facilities: {
    name: 'Sarana dan prasarana',
    asked: 'Bagaimana tempat dan fasilitasnya?',
    answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'],
  },
};

const questionsEn: Readonly<Record<SubjectName, Question>> = {
  requirements: {
    name: 'Requirements',
    asked: 'Do the documents that were asked for fit the service?',
    answers: ['Not at all', 'Hardly', 'They fit', 'They fit very well'],
  },
  procedure: {
    name: 'System, mechanism and procedure',
    asked: 'Is the procedure easy?',
    answers: ['Not easy', 'Hardly easy', 'Easy', 'Very easy'],
  },
  time: {
    name: 'Completion time',
    asked: 'Was the service quick?',
    answers: ['Not quick', 'Hardly quick', 'Quick', 'Very quick'],
  },
  cost: {
    name: 'Cost or fee',
    asked: 'Is the fee fair?',
    answers: ['Very expensive', 'Rather expensive', 'Fair', 'Cheap or free'],
  },
  product: {
    name: 'What the service yields',
    asked: 'Did you get what was promised?',
    answers: ['Not at all', 'Hardly', 'Yes', 'Yes, entirely'],
  },
  competence: {
    name: 'Competence of staff',
    asked: 'Did the staff know their work?',
    answers: ['Not at all', 'Hardly', 'They did', 'They did very well'],
  },
  conduct: {
    name: 'Conduct of staff',
    asked: 'Were the staff polite and friendly?',
    answers: ['Not polite', 'Hardly polite', 'Polite and friendly', 'Very polite and friendly'],
  },
  complaints: {
    name: 'Handling of complaints and suggestions',
    asked: 'Are complaints and suggestions dealt with?',
    answers: ['There is no place for them', 'There is, nobody deals with them', 'They are', 'They are, well'],
  },
  facilities: {
    name: 'Facilities',
    asked: 'How are the place and its facilities?',
    answers: ['Bad', 'Fair', 'Good', 'Very good'],
  },
};

const gradesId: Readonly<Record<GradeName, string>> = {
  ...{ A: 'A (Sangat Baik)', B: 'B (Baik)', C: 'C (Kurang Baik)', D: 'D (Tidak Baik)' },
};
const gradesEn: Readonly<Record<GradeName, string>> = {
  ...{ A: 'A (very good)', B: 'B (good)', C: 'C (less than good)', D: 'D (not good)' },
};

const promisesId: Readonly<Record<PromiseStateName, string>> = {
  ...{ planned: 'Direncanakan', 'under-way': 'Sedang dikerjakan', kept: 'Sudah dilakukan' },
  dropped: 'Tidak jadi dilakukan',
};
const promisesEn: Readonly<Record<PromiseStateName, string>> = {
  ...{ planned: 'Planned', 'under-way': 'Under way', kept: 'Done', dropped: 'Dropped' },
};

const commentsId: Readonly<Record<CommentStateName, string>> = {
  ...{ waiting: 'Menunggu diperiksa', shown: 'Ditampilkan', hidden: 'Disembunyikan' },
};
const commentsEn: Readonly<Record<CommentStateName, string>> = {
  ...{ waiting: 'To be checked', shown: 'Shown', hidden: 'Hidden' },
};

const reasonsId: Readonly<Record<HidingReasonName, string>> = {
  'names-somebody': 'Menyebut nama atau data seseorang',
  insult: 'Menghina',
  advertisement: 'Iklan',
  'off-topic': 'Bukan tentang layanan ini',
};
const reasonsEn: Readonly<Record<HidingReasonName, string>> = {
  'names-somebody': 'Names somebody, or tells something of them',
  insult: 'Insults',
  advertisement: 'Advertises',
  'off-topic': 'Is not about this service',
};

const id = {
  questions: questionsId,
  grades: gradesId,
  promiseStates: promisesId,
  commentStates: commentsId,
  reasons: reasonsId,
  // Everybody
  publicTitle: 'Layanan publik',
  publicLead:
    'Nilai layanan yang Anda terima, dan lihat apa yang dilakukan instansi dengan penilaian itu. Tidak perlu masuk.',
  noAgencies: 'Belum ada layanan',
  noAgenciesText: 'Instansi yang membuka survei layanannya muncul di sini.',
  servicesOf: (agency: string) => `Layanan ${agency}`,
  rate: 'Isi survei',
  running: (to: string) => `Survei berlangsung sampai ${to}.`,
  notRunning: 'Saat ini tidak ada survei untuk layanan ini.',
  notRunningText: 'Hasil survei yang lalu dan tindak lanjutnya tetap dapat dibaca.',
  seeResults: 'Lihat hasil survei dan tindak lanjutnya',
  results: 'Hasil survei',
  noResults:
    'Belum ada hasil yang dapat ditampilkan. Hasil tampil bila yang menjawab sepuluh orang atau lebih.',
  noResultsYet:
    'Belum ada hasil yang dapat ditampilkan. Hasil pertama tampil sesudah dua puluh jawaban, atau sesudah survei berakhir bila ada sepuluh.',
  asOf: (count: string) =>
    `Nilai ini dari ${count} jawaban pertama. Selama survei berlangsung, nilai diperbarui tiap sepuluh jawaban atau lebih, agar jawaban seseorang tidak dapat dihitung kembali.`,
  ikm: 'Indeks kepuasan masyarakat (IKM)',
  ikmNote: 'dari 25 sampai 100',
  grade: 'Mutu pelayanan',
  answers: 'Jawaban',
  answersOf: (count: string) => `${count} jawaban`,
  wished: (count: string) => `disarankan ${count}`,
  period: (from: string, to: string) => `${from} – ${to}`,
  elementColumns: ['Unsur', 'Rata-rata', 'Grafik'],
  elementsOf: (period: string) => `Nilai setiap unsur, ${period}`,
  meanNote: 'Nilai 1 sampai 4.',
  lowest: 'Terendah',
  pastColumns: ['Survei', 'IKM', 'Mutu', 'Jawaban'],
  past: 'Survei sebelumnya',
  basis: (rule: string) => `Dihitung menurut ${rule}: sembilan unsur berbobot sama.`,
  commentsTitle: 'Kata masyarakat',
  hiddenOf: (count: string) =>
    `${count} komentar disembunyikan karena menyebut seseorang, menghina, iklan, atau di luar topik.`,
  promisesTitle: 'Anda sampaikan – kami lakukan',
  promisesNone: 'Belum ada tindak lanjut yang dicatat.',
  said: 'Anda sampaikan',
  action: 'Kami lakukan',
  due: (day: string) => `sampai ${day}`,
  fromForum: (unit: string) => `Komitmen forum konsultasi publik, ${unit}`,
  totals: 'Yang kami dengar dan lakukan',
  complaintsOf: (year: string) => `Pengaduan tahun ${year}`,
  handledOf: (count: string) => `${count} ditangani`,
  forumsHeld: 'Forum konsultasi publik tahun ini',
  forumsAhead: (count: string) => `${count} akan datang`,
  commitmentsKept: 'Komitmen forum yang ditepati',
  commitmentsOpen: (open: string, overdue: string) => `${open} belum ditepati, ${overdue} lewat tenggat`,
  complaintColumns: ['Tema', 'Jumlah', 'Ditangani'],
  otherThemes: 'Tema lain',
  complaintsNote:
    'Hanya jumlah; siapa yang mengadu tidak disimpan. Tema dengan kurang dari sepuluh pengaduan digabung, atau tidak ditampilkan.',
  download: (format: string) => `Unduh hasil survei (${format})`,
  // Survey
  surveyTitle: (service: string) => `Survei: ${service}`,
  surveyLead:
    'Sembilan pertanyaan, sekitar dua menit. Jawaban Anda tidak menyimpan nama, alamat, atau perangkat Anda.',
  comment: 'Saran atau keluhan',
  commentHint: 'Jangan menulis nama atau nomor siapa pun. Komentar diperiksa sebelum ditampilkan.',
  send: 'Kirim jawaban',
  missing: (name: string) => `Pilih satu jawaban: ${name}`,
  commentWrong: 'Tulis paling banyak 1.000 huruf, tanpa karakter khusus.',
  thanksTitle: 'Terima kasih, jawaban Anda diterima',
  thanksText: 'Jawaban Anda dihitung dalam indeks layanan ini. Komentar tampil sesudah diperiksa.',
  another: 'Isi untuk orang berikutnya',
  // Desk
  tabs: {
    label: 'Bagian suara masyarakat',
    services: 'Layanan dan survei',
    themes: 'Tema pengaduan',
    forums: 'Forum konsultasi publik',
  },
  title: 'Suara masyarakat',
  lead: 'Survei kepuasan masyarakat untuk layanan instansi Anda, komentar, dan tindak lanjut yang dibaca semua orang.',
  addService: 'Tambah layanan',
  none: 'Belum ada layanan',
  noneText: 'Tambahkan layanan yang diberikan instansi kepada masyarakat, lalu jadwalkan surveinya.',
  serviceColumns: ['Layanan', 'Survei terakhir', 'IKM', 'Jawaban', 'Komentar menunggu'],
  never: 'Belum pernah',
  closed: 'Ditutup',
  name: 'Nama layanan',
  nameHint: 'Misalnya: Penerbitan KTP elektronik',
  unit: 'Unit pelaksana',
  about: 'Keterangan untuk masyarakat',
  nameWrong: 'Isi 3 sampai 120 huruf dalam satu baris.',
  aboutWrong: 'Tulis paling banyak 1.000 huruf.',
  save: 'Simpan',
  change: 'Ubah layanan',
  close: 'Tutup layanan',
  closeText:
    'Layanan tidak lagi tampil untuk masyarakat dan surveinya tidak menerima jawaban. Data tetap ada, dan layanan dapat dibuka lagi.',
  reopen: 'Buka lagi',
  publicPage: 'Halaman untuk masyarakat',
  poster: 'Poster dengan kode QR',
  posterTitle: 'Bagaimana layanan kami?',
  posterText: 'Pindai kode ini dan isi survei dua menit. Tanpa nama, tanpa masuk.',
  posterCode: (url: string) => `Kode QR ke ${url}`,
  print: 'Poster ini siap dicetak dari menu peramban. Kodenya berlaku juga untuk survei berikutnya.',
  surveys: 'Survei',
  noSurveys: 'Belum ada survei. Jadwalkan yang pertama.',
  plan: 'Jadwalkan survei',
  planLead:
    'Survei mulai dan berakhir sendiri. Menurut PermenPANRB 14/2017 survei dilakukan paling sedikit sekali setahun.',
  from: 'Hari pertama',
  to: 'Hari terakhir',
  served: 'Orang yang dilayani setahun',
  servedHint:
    'Bila diisi, halaman ini menyarankan jumlah jawaban (tabel Krejcie dan Morgan; bukan ketentuan hukum).',
  swapped: 'Urutan U8 dan U9',
  swappedNo: 'U8 pengaduan, U9 sarana',
  swappedYes: 'U8 sarana, U9 pengaduan',
  dayWrong: 'Isi tanggal; hari terakhir tidak sebelum hari pertama, dan paling lama setahun.',
  servedWrong: 'Isi bilangan bulat tanpa titik.',
  state: { planned: 'Dijadwalkan', running: 'Berlangsung', over: 'Selesai' },
  end: 'Akhiri sekarang',
  remove: 'Batalkan',
  endTitle: 'Akhiri survei ini sekarang?',
  endText:
    'Survei tidak menerima jawaban lagi. Jawaban yang sudah masuk tetap dihitung. Ini tidak dapat dibatalkan; survei baru dapat dijadwalkan mulai besok.',
  moderate: 'Periksa komentar',
  moderateTitle: 'Komentar survei',
  moderateLead:
    'Komentar tampil bila Anda menampilkannya. Yang tidak menyenangkan bukan alasan untuk menyembunyikan; jumlah yang disembunyikan tampil untuk umum.',
  moderateNone: 'Tidak ada komentar di sini.',
  moderateWaitingNone: 'Semua komentar sudah diperiksa.',
  show: 'Tampilkan',
  hide: 'Sembunyikan',
  reason: 'Alasan',
  reasonChoose: 'Pilih alasan',
  reasonWrong: 'Pilih alasannya.',
  decidedBy: (name: string) => `diputuskan ${name}`,
  addPromise: 'Tambah tindak lanjut',
  changePromise: 'Ubah tindak lanjut',
  promiseLead: 'Yang Anda tulis di sini langsung dibaca masyarakat.',
  saidLabel: 'Yang disampaikan masyarakat',
  actionLabel: 'Yang dilakukan instansi',
  dueLabel: 'Tenggat',
  stateLabel: 'Keadaan',
  textWrong: 'Isi 5 sampai 500 huruf.',
  dueWrong: 'Isi tanggal yang benar.',
};

export type CitizensWords = typeof id;

const en: CitizensWords = {
  questions: questionsEn,
  grades: gradesEn,
  promiseStates: promisesEn,
  commentStates: commentsEn,
  reasons: reasonsEn,
  publicTitle: 'Public services',
  publicLead: 'Rate a service that you used, and see what the agency does about it. No sign-in needed.',
  noAgencies: 'No services yet',
  noAgenciesText: 'Agencies that survey their services appear here.',
  servicesOf: (agency) => `Services of ${agency}`,
  rate: 'Answer the survey',
  running: (to) => `The survey runs until ${to}.`,
  notRunning: 'There is no survey about this service at the moment.',
  notRunningText: 'Results of past surveys, and what was done, can still be read.',
  seeResults: 'See results and what was done',
  results: 'Results',
  noResults:
    'There are no results to show yet. They are shown of surveys that ten people or more have answered.',
  noResultsYet:
    'There are no results to show yet. The first come after twenty answers, or once the survey is over if there are ten.',
  asOf: (count) =>
    `These are of the first ${count} answers. While the survey runs they change with every ten answers or more, so that nobody can reckon what one person said.`,
  ikm: 'Satisfaction index (IKM)',
  ikmNote: 'from 25 to 100',
  grade: 'Grade of the service',
  answers: 'Answers',
  answersOf: (count) => `${count} answers`,
  wished: (count) => `${count} advised`,
  period: (from, to) => `${from} – ${to}`,
  elementColumns: ['Element', 'Mean', 'Chart'],
  elementsOf: (period) => `Each element, ${period}`,
  meanNote: 'Values from 1 to 4.',
  lowest: 'Lowest',
  pastColumns: ['Survey', 'IKM', 'Grade', 'Answers'],
  past: 'Earlier surveys',
  basis: (rule) => `Counted after ${rule}: nine elements of equal weight.`,
  commentsTitle: 'What citizens say',
  hiddenOf: (count) =>
    `${count} comments are hidden, since they name somebody, insult, advertise or are off topic.`,
  promisesTitle: 'You said – we did',
  promisesNone: 'Nothing has been written down yet.',
  said: 'You said',
  action: 'We do',
  due: (day) => `by ${day}`,
  fromForum: (unit) => `Promised at a public consultation, ${unit}`,
  totals: 'What we heard and did',
  complaintsOf: (year) => `Complaints in ${year}`,
  handledOf: (count) => `${count} handled`,
  forumsHeld: 'Public consultations this year',
  forumsAhead: (count) => `${count} ahead`,
  commitmentsKept: 'Commitments kept',
  commitmentsOpen: (open, overdue) => `${open} to be kept, ${overdue} overdue`,
  complaintColumns: ['Theme', 'Count', 'Handled'],
  otherThemes: 'Other themes',
  complaintsNote:
    'Counts alone; who complained is not kept. Themes with less than ten complaints stand together, or are not shown.',
  download: (format) => `Download results (${format})`,
  surveyTitle: (service) => `Survey: ${service}`,
  surveyLead:
    'Nine questions, about two minutes. Nothing of your name, address or device is kept with your answer.',
  comment: 'Suggestion or complaint',
  commentHint: 'Write no names or numbers of anybody. Comments are checked before they are shown.',
  send: 'Send answers',
  missing: (name) => `Choose one answer: ${name}`,
  commentWrong: 'Write 1,000 characters at most, without special ones.',
  thanksTitle: 'Thank you, your answer has arrived',
  thanksText: 'It counts in the index of this service. Your comment is shown once it has been checked.',
  another: 'Fill it in for the next person',
  tabs: {
    label: 'Parts of citizens’ voice',
    services: 'Services and surveys',
    themes: 'Themes of complaints',
    forums: 'Public consultations',
  },
  title: 'Citizens’ voice',
  lead: 'Satisfaction surveys about services of your agency, comments, and what you do about them, which everybody reads.',
  addService: 'Add a service',
  none: 'No services yet',
  noneText: 'Add a service that your agency does for citizens, then plan its survey.',
  serviceColumns: ['Service', 'Last survey', 'IKM', 'Answers', 'Comments to check'],
  never: 'Never',
  closed: 'Closed',
  name: 'Name of the service',
  nameHint: 'For example: issuing electronic identity cards',
  unit: 'Unit that does it',
  about: 'What citizens should know',
  nameWrong: 'Write 3 to 120 characters on one line.',
  aboutWrong: 'Write 1,000 characters at most.',
  save: 'Save',
  change: 'Change the service',
  close: 'Close the service',
  closeText:
    'It is no longer shown to citizens, and its survey takes no answers. The data stay, and it can be opened again.',
  reopen: 'Open again',
  publicPage: 'Page for citizens',
  poster: 'Poster with a QR code',
  posterTitle: 'How is our service?',
  posterText: 'Scan this code and answer in two minutes. No name, no sign-in.',
  posterCode: (url) => `QR code for ${url}`,
  print: 'Print this poster from the menu of your browser. Its code is good for later surveys too.',
  surveys: 'Surveys',
  noSurveys: 'No survey yet. Plan the first one.',
  plan: 'Plan a survey',
  planLead: 'It begins and ends by itself. PermenPANRB 14/2017 asks for a survey at least once a year.',
  from: 'First day',
  to: 'Last day',
  served: 'People served in a year',
  servedHint:
    'If you fill it in, this page advises how many answers to collect (table of Krejcie and Morgan; not a legal rule).',
  swapped: 'Order of U8 and U9',
  swappedNo: 'U8 complaints, U9 facilities',
  swappedYes: 'U8 facilities, U9 complaints',
  dayWrong: 'Enter dates; the last day is not before the first, and a year later at most.',
  servedWrong: 'Enter a whole number without separators.',
  state: { planned: 'Planned', running: 'Running', over: 'Over' },
  end: 'End now',
  remove: 'Call off',
  endTitle: 'End this survey now?',
  endText:
    'It takes no more answers; those that came count. This cannot be undone; a new survey can be planned from tomorrow.',
  moderate: 'Check comments',
  moderateTitle: 'Comments of the survey',
  moderateLead:
    'A comment is shown once you show it. Being unwelcome is no reason to hide one; how many are hidden is told in public.',
  moderateNone: 'There are no comments here.',
  moderateWaitingNone: 'Every comment has been checked.',
  show: 'Show',
  hide: 'Hide',
  reason: 'Reason',
  reasonChoose: 'Choose a reason',
  reasonWrong: 'Choose the reason.',
  decidedBy: (name) => `decided by ${name}`,
  addPromise: 'Add what you do',
  changePromise: 'Change what you do',
  promiseLead: 'Citizens read at once what you write here.',
  saidLabel: 'What citizens said',
  actionLabel: 'What the agency does',
  dueLabel: 'By when',
  stateLabel: 'State',
  textWrong: 'Write 5 to 500 characters.',
  dueWrong: 'Enter a date.',
};

/** Words of pages that few load; not part of the dictionary of every page. */
export const citizensWords: Readonly<Record<Locale, CitizensWords>> = { id, en };
