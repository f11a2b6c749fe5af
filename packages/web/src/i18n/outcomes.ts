import type {
  CorrectionFlag,
  MismatchKindName,
  OutcomeView,
  RepairLineStateName,
  RepairName,
  ResultStateName,
  RunView,
  UnmatchedReasonName,
} from '../connections/outcomes/ports.ts';
import { counted } from './counted.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

const stateId: Words<ResultStateName> = {
  new: 'Baru',
  placed: 'Dihitung',
  unmatched: 'Belum cocok',
  'set-aside': 'Dikesampingkan',
};
const reasonId: Words<UnmatchedReasonName> = {
  'course-unknown': 'Kursusnya tidak dikenal di Sinau.',
  'part-unknown': 'Kursusnya punya beberapa bagian; pilih bagian yang dimaksud.',
  'learner-unknown': 'Pesertanya belum dikenal.',
  'not-enrolled': 'Pesertanya tidak terdaftar pada kursus ini.',
  'names-differ': 'Nomor dan nama samarannya menunjuk dua peserta yang berbeda.',
};
const sourceId: Words<OutcomeView['source']> = {
  ags: 'alat LTI',
  webhook: 'pesan webhook',
  xapi: 'xAPI',
  poll: 'diambil dari situs',
  file: 'tabel atau paket',
  person: 'keputusan penyelenggara',
};
const flagId: Words<CorrectionFlag> = {
  future: 'Waktunya di masa depan; dihitung sejak diterima.',
  lowered: 'Nilai dikoreksi: yang berlaku lebih rendah daripada nilai sebelumnya.',
  'taken-back': 'Penyelenggara menarik kembali kelulusannya.',
  'below-rule': 'Nilai yang berlaku tidak memenuhi syarat, tetapi yang pernah dicapai tetap berlaku.',
};
const mismatchId: Words<MismatchKindName> = {
  'ours-not-theirs': 'Terdaftar di sini, tidak di sana',
  'theirs-not-ours': 'Terdaftar di sana, tidak di sini',
  'ended-there': 'Diakhiri di sana',
  'silent-there': 'Belum pernah ada kabar',
  'course-gone': 'Kursus hilang dari katalog',
  'not-comparable': 'Kursus tidak dapat dibandingkan',
  'others-there': 'Peserta lain di sana',
  'completed-there-not-here': 'Selesai di sana, belum di sini',
  'completed-here-not-there': 'Selesai di sini, tidak lagi di sana',
  'score-differs': 'Nilai berbeda',
  'unmatched-result': 'Hasil belum cocok',
};
const mismatchTextId: Words<MismatchKindName> = {
  'ours-not-theirs': 'Peserta tidak dapat belajar di sana. Daftarkan lagi.',
  'theirs-not-ours':
    'Peserta yang datang lewat Sinau masih punya tempat di sana, tetapi tidak terdaftar di sini.',
  'ended-there': 'Penyelenggara mengakhiri pendaftaran peserta yang masih belajar di sini.',
  'silent-there':
    'Sudah lama terdaftar dan dikenal penyelenggara, tetapi belum ada hasil apa pun; tentang peserta lain di kursus ini ada.',
  'course-gone': 'Penyelenggara tidak lagi menawarkan kursus yang masih diikuti peserta di sini.',
  'not-comparable':
    'Kursus ini tidak dapat dibaca di sana; kursus lain tetap dibandingkan, dan perbedaan yang sudah diketahui tetap tercatat. Dicoba lagi pada setiap perbandingan.',
  'others-there': 'Peserta penyelenggara sendiri, yang tidak datang lewat Sinau.',
  'completed-there-not-here': 'Hasil yang sudah diterima belum menjadi capaian.',
  'completed-here-not-there':
    'Yang pernah dicapai tetap berlaku sampai penyelenggara memutuskan: tanyakan lagi, pertahankan, atau tarik.',
  'score-differs':
    'Nilai yang tercatat bukan nilai terbaru dari penyelenggara, atau nilainya sudah dihapus di sana.',
  'unmatched-result': 'Tidak diketahui hasil siapa ini.',
};
/** Of a tool, of which no more is known than what it has sent. */
const toolMismatchId = {
  'theirs-not-ours': 'Hasil tanpa pendaftaran',
  'completed-here-not-there': 'Selesai di sini, tanpa hasil alat yang mendukungnya',
};
const toolMismatchTextId = {
  'theirs-not-ours': 'Alat mengirim hasil peserta yang tidak (lagi) terdaftar pada kursus ini.',
  'silent-there':
    'Sudah lama terdaftar dan dikenal alat, tetapi belum ada hasil apa pun; tentang peserta lain di kursus ini ada.',
  'completed-here-not-there':
    'Tidak ada hasil alat yang berlaku untuk kelulusan ini: belum pernah dikirim, dihapus, atau dikesampingkan. Pertahankan atau tarik.',
  'score-differs': 'Nilai yang tercatat bukan nilai terbaru dari alat, atau nilainya sudah dihapus di sana.',
};
const repairId: Words<RepairName> = {
  'enrol-again': 'Daftarkan lagi di sana',
  'end-there': 'Akhiri di sana',
  'take-over': 'Ambil hasilnya',
  'ask-again': 'Tanyakan lagi',
  'map-learner': 'Cocokkan dengan peserta',
  'keep-ours': 'Pertahankan kelulusan di sini',
  'take-back': 'Tarik kelulusannya',
  ignore: 'Abaikan dengan alasan',
  reopen: 'Buka kembali',
};
const repairTextId: Words<RepairName> = {
  'enrol-again': 'Penyelenggara diminta memberi peserta tempat lagi. Yang sudah dicapai tidak berubah.',
  'end-there': 'Pendaftarannya di penyelenggara diakhiri. Di Sinau tidak ada yang berubah.',
  'take-over': 'Hasil yang sudah diterima dihitung lagi dan dicatat sebagai capaian peserta.',
  'ask-again': 'Situs penyelenggara ditanyai hasil peserta ini sekarang; jawabannya langsung dihitung.',
  'map-learner': 'Dikatakan siapa peserta ini; hasilnya yang menunggu langsung dihitung.',
  'keep-ours': 'Kelulusan di sini sah. Alasan dan siapa yang memutuskan disimpan; dapat dibuka kembali.',
  'take-back':
    'Penyelenggara menyatakan bagian ini tidak lagi selesai: JP kursusnya tidak dihitung, sertifikatnya ditarik, peserta dikabari. Dapat dibuka kembali.',
  ignore: 'Dibiarkan seperti ini. Tidak ditanyakan lagi, juga pada perbandingan berikutnya.',
  reopen: 'Keputusannya dicabut, dan perbedaannya terbuka lagi.',
};
const lineStateId: Words<RepairLineStateName> = {
  waiting: 'Menunggu',
  done: 'Selesai',
  gone: 'Sudah beres',
  'not-possible': 'Tidak dapat dengan cara ini',
  failed: 'Gagal',
};
const runStateId: Words<RunView['state']> = { running: 'Berjalan', done: 'Selesai', failed: 'Gagal' };

export const outcomesId = {
  learners: 'Cocokkan banyak peserta',
  learnersLead: 'Siapa peserta di LMS kampus, untuk banyak orang sekaligus.',
  learnersHint:
    'Tempel tabel tiga kolom tanpa judul, paling banyak 200 baris: kursus di sana, id peserta di sana, nama samaran dari Sinau atau akun yang tertulis di Pendaftaran. Pemisahnya koma, titik koma, atau tab.',
  learnersWrong: 'Tulis 1 sampai 200 baris, masing-masing tiga kolom.',
  learnersSave: 'Cocokkan',
  learnersDone: (mapped: string, placed: string) =>
    `${mapped} peserta dicocokkan, ${placed} hasil yang menunggu ditempatkan.`,
  learnersUnknown: (lines: string) =>
    `Tidak ada peserta kursus dengan nama samaran atau akun itu pada baris ${lines}.`,
  title: 'Hasil belajar',
  lead: 'Semua yang dikatakan penyelenggara tentang capaian peserta, terbaru di atas.',
  columns: {
    said: 'Hasil',
    about: 'Kursus dan peserta',
    when: 'Terjadi',
    came: 'Diterima',
    state: 'Keadaan',
    open: 'Rincian',
  },
  details: 'Lihat rincian',
  emptyTitle: 'Belum ada hasil',
  emptyText: 'Hasil muncul di sini begitu diterima, juga yang belum diketahui milik siapa.',
  anyState: 'Semua',
  everything: 'Termasuk hasil dari alat LTI dan koneksi lain',
  show: 'Tampilkan',
  clear: 'Hapus saringan',
  state: stateId,
  reason: reasonId,
  source: sourceId,
  flag: flagId,
  points: (given: string, maximum: string) => `Nilai ${given} dari ${maximum}`,
  runningTotal: 'nilai sementara',
  scoreWithdrawn: 'Nilai dihapus',
  completed: 'Selesai',
  notCompleted: 'Belum selesai',
  passed: 'lulus',
  notPassed: 'tidak lulus',
  credential: 'Sertifikat',
  calledThere: (title: string) => `Di sana: ${title}`,
  idThere: 'ID di sana:',
  pseudonym: 'Nama samaran:',
  learnerOfCourse: 'Peserta kursus di Sinau',
  back: 'Semua hasil',
  versionsTitle: 'Semua versi',
  versionsLead: 'Yang terbaru menurut penyelenggara berlaku untuk jenisnya. Koreksi menjadi versi baru.',
  stands: 'Berlaku',
  superseded: 'Digantikan',
  moreTitle: 'Tindakan lain',
  replay: 'Proses ulang',
  aside: 'Kesampingkan',
  asideNote: 'Alasan mengesampingkan hasil ini',
  sentTitle: 'Yang dikirim',
  sentLead:
    'Persis seperti yang dikirim penyelenggara tentang hasil ini, disimpan dua tahun. Siapa yang membukanya dicatat.',
  sentOurForm: 'Diterima sebelum isi aslinya disimpan; ini yang dibaca darinya.',
  sentErased: (day: string) =>
    `Dihapus pada ${day} bersama catatan belajar pesertanya. Hasilnya sendiri tetap.`,
  sentGone: 'Isi aslinya tidak disimpan lagi. Hasilnya sendiri tetap.',
  sentWay: 'Diterima lewat',
  sentWhere: 'Tempatnya di penyelenggara',
  sentType: 'Jenis dan ukuran',
  sentCut: 'Hanya awalnya yang disimpan. SHA-256 membuktikan keseluruhannya.',
  mapTitle: 'Cocokkan dengan peserta',
  mapAgainTitle: 'Pindahkan ke peserta lain',
  mapLead: 'Setelah dicocokkan, hasil lain dari peserta yang sama dikenali sendiri.',
  map: 'Cocokkan',
  subjectLabel: 'Nama samaran atau nama pengguna peserta',
  subjectHint:
    'Nama samaran yang diterima sistem Anda saat peserta membuka kursus dari Sinau, atau akun yang tertulis di Pendaftaran.',
  subjectMissing: 'Isi nama samaran atau nama pengguna peserta.',
  moduleLabel: 'Bagian kursus',
  moduleAny: 'Satu-satunya bagian yang menerima hasil',
  partLabel: 'Hasil lain dari kursus ini',
  partForCourse: 'Pakai bagian ini untuk semua hasil kursus ini',
  partHint: 'Yang menunggu dan yang datang nanti; yang sudah tercatat tetap di tempatnya.',
  partTitle: 'Bagian untuk seluruh kursus',
  partChosen: (title: string, date: string) =>
    `Sejak ${date}, hasil kursus ini dicatat di bagian “${title}”.`,
  partGone: (date: string) =>
    `Sejak ${date}, hasil kursus ini dicatat di satu bagian yang tidak lagi ada di versi terbaru; hasil pada versi itu menunggu keputusan.`,
  partLead:
    'Jika dibatalkan, hasil yang datang nanti menunggu keputusan lagi. Yang sudah tercatat tetap di tempatnya dan dapat dipindahkan satu per satu.',
  partForget: 'Batalkan',
  noteMissing: 'Isi alasannya.',
  pollNow: 'Ambil hasil sekarang',
  polling: 'Sedang diambil…',
  pollState: { running: 'Pengambilan dimulai', done: 'Terakhir diambil', failed: 'Pengambilan berhenti' },
  polled: (courses: string, learners: string, taken: string) =>
    `${courses} kursus selesai ditanyakan, ${learners} peserta, ${taken} hasil baru.`,
  pollRefused: (n: string) => `${n} hasil tidak dapat dibaca.`,
  pollAgain: 'Pengambilan berikutnya melanjutkan dari sini.',
  askingFirst: 'Hasil terbaru diambil lebih dahulu.',
  askedInPart: 'Tidak semua hasil terbaru dapat diambil; yang sudah diterima tetap dibandingkan.',
  askedTaken: (n: string) => `${n} hasil baru diambil lebih dahulu.`,
  reconcileLead: 'Membandingkan pendaftaran dan hasil di Sinau dengan yang ada di penyelenggara.',
  compare: 'Bandingkan sekarang',
  comparing: 'Sedang dibandingkan…',
  neverCompared: 'Belum pernah dibandingkan',
  neverComparedText: 'Mulai sekarang, atau atur jam rekonsiliasi di Pengaturan.',
  comparedByFile:
    'Yang dikirim dibandingkan sendiri begitu selesai diterima, dan setiap malam bila jamnya diatur di Pengaturan. Bisa juga dimulai sekarang.',
  learning: (n: string) => `${n} peserta masih belajar di sini`,
  toolTitle: 'Perbandingan hasil',
  toolLead:
    'Membandingkan capaian peserta di Sinau dengan semua hasil yang pernah dikirim alat ini. Alatnya tidak ditanyai: siapa yang terdaftar di sana tidak diketahui dari sini.',
  toolNeverText: 'Mulai sekarang; setiap malam pukul 03.00 WIB alat yang dipakai dibandingkan sendiri.',
  toolNothingText: 'Belum ada kursus dengan bagian dari alat ini, jadi belum ada yang dapat dibandingkan.',
  toolMismatch: toolMismatchId,
  toolMismatchText: toolMismatchTextId,
  othersTitle: 'Peserta lain di sana',
  othersLead:
    'Jumlah peserta penyelenggara sendiri pada kursus yang sama. Siapa mereka tidak disimpan di Sinau, dan tidak ada yang perlu diperbaiki.',
  othersColumns: { course: 'Kursus', count: 'Peserta lain' },
  nothingCompared: 'Belum ada yang dapat dibandingkan',
  nothingComparedText:
    'Belum ada kursus di Sinau yang dibicarakan koneksi ini, jadi belum ada peserta atau hasil untuk dibandingkan.',
  noMismatches: 'Tidak ada perbedaan',
  noMismatchesText:
    'Pendaftaran dan hasil di kedua sisi sama pada perbandingan terakhir. Yang belum satu jam belum dibandingkan.',
  mismatchesTitle: 'Perbedaan',
  mismatchColumns: {
    choose: 'Pilih',
    what: 'Perbedaan',
    about: 'Kursus dan peserta',
    since: 'Sejak',
    done: 'Tindakan',
  },
  mismatch: mismatchId,
  mismatchText: mismatchTextId,
  scores: (here: string | undefined, there: string | undefined) =>
    `Di sini ${here === undefined ? 'tidak ada' : `${here}%`}, di sana ${there === undefined ? 'tidak ada' : `${there}%`}`,
  repairTitle: 'Perbaiki yang dipilih',
  actionLabel: 'Tindakan',
  repair: repairId,
  repairText: repairTextId,
  repairSubject: 'Nama samaran peserta',
  repairNote: 'Alasan (wajib untuk mempertahankan, menarik, dan mengabaikan)',
  reopen: 'Buka kembali',
  carryOut: 'Jalankan',
  chooseFirst: 'Pilih perbedaan dan tindakannya dahulu.',
  confirm: {
    'end-there': {
      title: (count: string) => `Akhiri ${count} pendaftaran di penyelenggara?`,
      text: (name: string) =>
        `Peserta yang dipilih kehilangan tempatnya di ${name}, dan di sana kemajuannya mungkin ikut terhapus. Dari Sinau ini tidak dapat dibatalkan.`,
      confirm: 'Ya, akhiri di sana',
    },
    'take-back': {
      title: (count: string) => `Tarik ${count} kelulusan?`,
      text: (name: string) =>
        `Atas nama ${name} dinyatakan bahwa bagian ini tidak lagi selesai. Bila kursusnya sudah selesai: JP tidak lagi dihitung, sertifikat ditarik, dan peserta serta instansinya dikabari. Bila dibuka kembali, JP dan sertifikatnya kembali berlaku.`,
      confirm: 'Ya, tarik',
    },
  },
  ordersTitle: 'Perbaikan yang diminta',
  orderColumns: { when: 'Diminta', action: 'Tindakan', progress: 'Kemajuan', open: 'Rincian' },
  orderProgress: (n: { readonly through: string; readonly all: string; readonly left: string | undefined }) =>
    `${n.through} dari ${n.all} sudah diproses${n.left === undefined ? '' : `, ${n.left} tidak berhasil`}`,
  ordered: 'Diminta',
  orderWaiting:
    'Sedang dikerjakan di belakang layar. Halaman ini boleh ditutup; yang gagal sementara dicoba lagi sendiri.',
  orderDone: 'Semua sudah diproses. Yang sudah benar hilang dari daftar pada perbandingan berikutnya.',
  linesTitle: 'Baris demi baris',
  lineState: lineStateId,
  triedAgain: 'Dicoba lagi sendiri.',
  mismatchGone: 'Perbedaan yang sudah tidak ada',
  backToMismatches: 'Semua perbedaan',
  handledTitle: 'Sudah ditangani',
  handledLead:
    'Hilang pada perbandingan berikutnya bila sudah sama; yang diputuskan tetap begitu sampai dibuka kembali.',
  runsTitle: 'Riwayat perbandingan',
  runColumns: { when: 'Dimulai', state: 'Keadaan', compared: 'Dibandingkan', found: 'Perbedaan' },
  runState: runStateId,
  goesOn: 'Melanjutkan perbandingan yang terputus.',
  compared: (courses: string, learners: string) => `${courses} kursus, ${learners} peserta`,
};

const stateEn: typeof stateId = {
  new: 'New',
  placed: 'Counts',
  unmatched: 'Unmatched',
  'set-aside': 'Set aside',
};
const reasonEn: typeof reasonId = {
  'course-unknown': 'Its course is not known in Sinau.',
  'part-unknown': 'The course has several parts; choose which one is meant.',
  'learner-unknown': 'Its learner is not known yet.',
  'not-enrolled': 'Its learner is not enrolled in this course.',
  'names-differ': 'Its id and its pseudonym point at two different learners.',
};
const sourceEn: typeof sourceId = {
  ags: 'LTI tool',
  webhook: 'webhook message',
  xapi: 'xAPI',
  poll: 'asked for at the site',
  file: 'table or package',
  person: 'decision of the provider',
};
const flagEn: typeof flagId = {
  future: 'Its time lies ahead; it counts from when it came.',
  lowered: 'Score corrected: the one that stands is below an earlier one.',
  'taken-back': 'The provider has taken the completion back.',
  'below-rule': 'What stands is not enough, but what was reached once stays.',
};
const mismatchEn: typeof mismatchId = {
  'ours-not-theirs': 'Enrolled here, not there',
  'theirs-not-ours': 'Enrolled there, not here',
  'ended-there': 'Ended there',
  'silent-there': 'Nothing heard yet',
  'course-gone': 'Course gone from the catalogue',
  'not-comparable': 'Course could not be compared',
  'others-there': 'Other learners there',
  'completed-there-not-here': 'Completed there, not yet here',
  'completed-here-not-there': 'Completed here, not there any more',
  'score-differs': 'Scores differ',
  'unmatched-result': 'Unmatched result',
};
const mismatchTextEn: typeof mismatchTextId = {
  'ours-not-theirs': 'The learner cannot learn there. Enrol them again.',
  'theirs-not-ours': 'Somebody who came through Sinau still has a place there and is not enrolled here.',
  'ended-there': 'The provider has ended the enrolment of somebody who still learns here.',
  'silent-there':
    'Enrolled for long and known to the provider, and no result has come; of others in this course some have.',
  'course-gone': 'The provider no longer offers a course that people here still take.',
  'not-comparable':
    'This course cannot be read there; the others are compared all the same, and what was known to differ stays. Every comparison tries again.',
  'others-there': 'The provider’s own learners, who did not come through Sinau.',
  'completed-there-not-here': 'Results that came have not become an achievement yet.',
  'completed-here-not-there':
    'What was reached once stays until the provider decides: ask again, keep it, or take it back.',
  'score-differs': 'The recorded score is not the provider’s latest, or was taken back there.',
  'unmatched-result': 'It is not known whose result this is.',
};
const toolMismatchEn: typeof toolMismatchId = {
  'theirs-not-ours': 'Result without an enrolment',
  'completed-here-not-there': 'Completed here, without a result of the tool for it',
};
const toolMismatchTextEn: typeof toolMismatchTextId = {
  'theirs-not-ours': 'The tool has sent a result of somebody who is not enrolled in this course (any more).',
  'silent-there':
    'Enrolled for long and known to the tool, and no result has come; of others in this course some have.',
  'completed-here-not-there':
    'No result of the tool stands for this completion: none was sent, or it was taken back or set aside. Keep it, or take it back.',
  'score-differs': 'The recorded score is not the tool’s latest, or was taken back there.',
};
const repairEn: typeof repairId = {
  'enrol-again': 'Enrol there again',
  'end-there': 'End there',
  'take-over': 'Take the result over',
  'ask-again': 'Ask again',
  'map-learner': 'Match with a learner',
  'keep-ours': 'Keep the completion here',
  'take-back': 'Take the completion back',
  ignore: 'Ignore with a reason',
  reopen: 'Open again',
};
const repairTextEn: typeof repairTextId = {
  'enrol-again': 'The provider is asked for a place again. What was reached stays as it is.',
  'end-there': 'The enrolment at the provider is ended. In Sinau nothing changes.',
  'take-over': 'Results that came are counted again and recorded as the learner’s achievement.',
  'ask-again': 'The provider’s site is asked for this learner’s results now; the answer counts at once.',
  'map-learner': 'Says who this learner is; results that wait count at once.',
  'keep-ours': 'The completion here is right. The reason and who decided are kept; it can be opened again.',
  'take-back':
    'The provider says that this part is completed no more: the course’s JP does not count, the certificate is revoked, the learner is told. It can be opened again.',
  ignore: 'Left as it is. Nobody is asked again, not after the next comparison either.',
  reopen: 'The decision is taken back, and the difference is open again.',
};
const lineStateEn: typeof lineStateId = {
  waiting: 'Waiting',
  done: 'Done',
  gone: 'Right already',
  'not-possible': 'Not possible this way',
  failed: 'Failed',
};
const runStateEn: typeof runStateId = { running: 'Running', done: 'Done', failed: 'Failed' };

export const outcomesEn: typeof outcomesId = {
  learners: 'Say who many learners are',
  learnersLead: 'Who learners are in your LMS, for many at once.',
  learnersHint:
    'Paste a table of three columns without headings, 200 lines at most: course there, id of the learner there, pseudonym of Sinau or the account that stands under Enrolments. Apart by comma, semicolon or tab.',
  learnersWrong: 'Write 1 to 200 lines of three columns each.',
  learnersSave: 'Match',
  learnersDone: (mapped, placed) =>
    `${mapped} learners are known now, ${placed} results that waited were placed.`,
  learnersUnknown: (lines) => `Nobody with that pseudonym or account takes the course in line ${lines}.`,
  title: 'Results',
  lead: 'Everything that the provider has said of what learners reached, latest first.',
  columns: {
    said: 'Result',
    about: 'Course and learner',
    when: 'Happened',
    came: 'Received',
    state: 'State',
    open: 'Details',
  },
  details: 'Show details',
  emptyTitle: 'No results yet',
  emptyText: 'Results show here as soon as they come, also those nobody is found for.',
  anyState: 'All',
  everything: 'With results of LTI tools and other connections',
  show: 'Show',
  clear: 'Clear filter',
  state: stateEn,
  reason: reasonEn,
  source: sourceEn,
  flag: flagEn,
  points: (given, maximum) => `Score ${given} of ${maximum}`,
  runningTotal: 'running total',
  scoreWithdrawn: 'Score taken back',
  completed: 'Completed',
  notCompleted: 'Not completed',
  passed: 'passed',
  notPassed: 'not passed',
  credential: 'Certificate',
  calledThere: (title) => `There: ${title}`,
  idThere: 'Id there:',
  pseudonym: 'Pseudonym:',
  learnerOfCourse: 'Learner of a course in Sinau',
  back: 'All results',
  versionsTitle: 'All versions',
  versionsLead: 'The latest by the provider stands for its kind. Corrections are new versions.',
  stands: 'Stands',
  superseded: 'Replaced',
  moreTitle: 'Other actions',
  replay: 'Process again',
  aside: 'Set aside',
  asideNote: 'Why this result is set aside',
  sentTitle: 'What was sent',
  sentLead:
    'Exactly as the provider sent it about this result, kept for two years. Who opens it is noted down.',
  sentOurForm: 'It came before the original was kept; this is what was read of it.',
  sentErased: (day) => `Deleted on ${day} with the learning records of its learner. The result itself stays.`,
  sentGone: 'The original is no longer kept. The result itself stays.',
  sentWay: 'Came by',
  sentWhere: 'Where the provider has it',
  sentType: 'Type and size',
  sentCut: 'The beginning alone is kept. SHA-256 proves the whole.',
  mapTitle: 'Match with a learner',
  mapAgainTitle: 'Move to another learner',
  mapLead: 'Once matched, other results of the same learner are found by themselves.',
  map: 'Match',
  subjectLabel: 'Pseudonym or username of the learner',
  subjectHint:
    'The pseudonym that your system gets when the learner opens the course from Sinau, or the account that stands under Enrolments.',
  subjectMissing: 'Give the pseudonym or the username of the learner.',
  moduleLabel: 'Part of the course',
  moduleAny: 'The only part that takes results',
  partLabel: 'Other results of this course',
  partForCourse: 'Use this part for all results of this course',
  partHint: 'Those that wait and those that come; what counts already stays where it is.',
  partTitle: 'Part for the whole course',
  partChosen: (title, date) => `Since ${date}, results of this course count in the part “${title}”.`,
  partGone: (date) =>
    `Since ${date}, results of this course count in a part that the newest version does not have any more; results on that version wait for a decision.`,
  partLead:
    'Taken back, results that come wait for a decision again. What counts already stays where it is and can be moved one by one.',
  partForget: 'Take back',
  noteMissing: 'Give the reason.',
  pollNow: 'Ask for results now',
  polling: 'Asking…',
  pollState: { running: 'Asking since', done: 'Last asked', failed: 'Asking broke off' },
  polled: (courses, learners, taken) =>
    `${counted(courses, 'course')} asked through, ${counted(learners, 'learner')}, ${counted(taken, 'new result')}.`,
  pollRefused: (n) => `${counted(n, 'result')} cannot be read.`,
  pollAgain: 'The next round goes on from here.',
  askingFirst: 'The latest results are asked for first.',
  askedInPart: 'Not all of the latest results could be had; what has come is compared all the same.',
  askedTaken: (n) => `${counted(n, 'new result was', 'new results were')} taken first.`,
  reconcileLead: 'Compares enrolments and results in Sinau with those at the provider.',
  compare: 'Compare now',
  comparing: 'Comparing…',
  neverCompared: 'Never compared',
  neverComparedText: 'Begin now, or set an hour for the reconciliation in the settings.',
  comparedByFile:
    'What is sent is compared by itself as soon as it was taken, and every night when an hour is set in the settings. You can also start now.',
  learning: (n) => `${counted(n, 'learner')} still in it here`,
  toolTitle: 'Comparison of results',
  toolLead:
    'Compares what learners reached in Sinau with all results that this tool ever sent. The tool is not asked: who is enrolled there is not known from here.',
  toolNeverText: 'Begin now; tools in use are compared by themselves every night at 03:00 WIB.',
  toolNothingText: 'No course has a part of this tool yet, so there is nothing to compare.',
  toolMismatch: toolMismatchEn,
  toolMismatchText: toolMismatchTextEn,
  othersTitle: 'Other learners there',
  othersLead:
    'How many of the provider’s own learners take the same course. Sinau does not keep who they are, and there is nothing to put right.',
  othersColumns: { course: 'Course', count: 'Other learners' },
  nothingCompared: 'Nothing to compare yet',
  nothingComparedText:
    'There is no course in Sinau yet that this connection speaks of, so there are no learners or results to compare.',
  noMismatches: 'No differences',
  noMismatchesText:
    'Enrolments and results were the same on both sides when they were last compared. What is less than an hour old is not compared yet.',
  mismatchesTitle: 'Differences',
  mismatchColumns: {
    choose: 'Choose',
    what: 'Difference',
    about: 'Course and learner',
    since: 'Since',
    done: 'Action',
  },
  mismatch: mismatchEn,
  mismatchText: mismatchTextEn,
  scores: (here, there) =>
    `Here ${here === undefined ? 'none' : `${here}%`}, there ${there === undefined ? 'none' : `${there}%`}`,
  repairTitle: 'Put the chosen ones right',
  actionLabel: 'Action',
  repair: repairEn,
  repairText: repairTextEn,
  repairSubject: 'Pseudonym of the learner',
  repairNote: 'Reason (needed to keep, take back and ignore)',
  reopen: 'Open again',
  carryOut: 'Carry out',
  chooseFirst: 'Choose differences and an action first.',
  confirm: {
    'end-there': {
      title: (count) => `End ${count} enrolments at the provider?`,
      text: (name) =>
        `The chosen learners lose their place at ${name}, and their progress there may go with it. It cannot be taken back from Sinau.`,
      confirm: 'Yes, end them there',
    },
    'take-back': {
      title: (count) => `Take ${count} completions back?`,
      text: (name) =>
        `On behalf of ${name} you say that these parts are completed no more. Where the course was completed, its JP does not count, its certificate is revoked, and the learner and their agency are told. When it is opened again, both come back.`,
      confirm: 'Yes, take them back',
    },
  },
  ordersTitle: 'Ordered repairs',
  orderColumns: { when: 'Ordered', action: 'Action', progress: 'Progress', open: 'Details' },
  orderProgress: (n) =>
    `${n.through} of ${n.all} processed${n.left === undefined ? '' : `, ${n.left} in vain`}`,
  ordered: 'Ordered',
  orderWaiting:
    'This is being worked on in the background. You may close this page; what failed for the moment is tried again.',
  orderDone: 'Everything is processed. What is right goes from the list with the next comparison.',
  linesTitle: 'Line by line',
  lineState: lineStateEn,
  triedAgain: 'It is tried again by itself.',
  mismatchGone: 'A difference that is gone',
  backToMismatches: 'All differences',
  handledTitle: 'Dealt with',
  handledLead:
    'Goes with the next comparison when both sides are the same; what was decided stays so until it is opened again.',
  runsTitle: 'History of comparisons',
  runColumns: { when: 'Begun', state: 'State', compared: 'Compared', found: 'Differences' },
  runState: runStateEn,
  goesOn: 'Goes on with the comparison that broke off.',
  compared: (courses, learners) => `${counted(courses, 'course')}, ${counted(learners, 'learner')}`,
};
