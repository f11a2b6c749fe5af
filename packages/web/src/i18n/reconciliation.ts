import type {
  MismatchKindName,
  RepairLineStateName,
  RepairName,
  RunView,
} from '../connections/outcomes/ports.ts';
import { counted } from './counted.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

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

/** Words of comparisons with a provider, what differs and how it is repaired. */
export const reconciliationId = {
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

export const reconciliationEn: typeof reconciliationId = {
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
