import type { Locale } from '@sinau/kernel';
import type {
  CommitmentStateName,
  GroupName,
  LearningView,
  MinutesProblemName,
  PhaseLackName,
  PhaseName,
} from '../forums/ports.ts';
import { counted } from './counted.ts';

type LearningWords = Readonly<Record<LearningView['state'], (topic: string, year: string) => string>>;

const groupsId: Readonly<Record<GroupName, string>> = {
  ...{ 'service-users': 'Pengguna layanan', community: 'Organisasi dan tokoh masyarakat' },
  ...{ experts: 'Ahli dan akademisi', business: 'Dunia usaha', media: 'Media massa' },
  ...{ disability: 'Penyandang disabilitas', officials: 'Penyelenggara layanan' },
};
const groupsEn: Readonly<Record<GroupName, string>> = {
  ...{ 'service-users': 'Users of the service', community: 'Community organisations and leaders' },
  ...{ experts: 'Experts and academics', business: 'Business', media: 'Press' },
  ...{ disability: 'Persons with disabilities', officials: 'Officials of the service' },
};

const statesId: Readonly<Record<CommitmentStateName, string>> = {
  ...{ open: 'Belum ditepati', kept: 'Ditepati', dropped: 'Tidak jadi dilakukan' },
};
const statesEn: Readonly<Record<CommitmentStateName, string>> = {
  ...{ open: 'To be kept', kept: 'Kept', dropped: 'Dropped' },
};

const phasesId: Readonly<Record<PhaseName, string>> = {
  ...{ before: 'Persiapan', during: 'Pelaksanaan', after: 'Tindak lanjut' },
};
const phasesEn: Readonly<Record<PhaseName, string>> = {
  ...{ before: 'Before', during: 'Held', after: 'Follow-up' },
};

const id = {
  citizens: 'Suara masyarakat',
  title: 'Forum konsultasi publik',
  lead: 'Pertemuan dengan masyarakat tentang layanan Anda, dan janji yang dibuat di sana. Halaman ini dibaca semua orang dari sisi layanan; peserta hanya dihitung.',
  groups: groupsId,
  states: statesId,
  add: 'Tambah forum',
  none: 'Belum ada forum',
  noneText: 'Umumkan forum berikutnya, atau catat yang sudah diadakan beserta komitmennya.',
  noServices: 'Forum membahas layanan. Tambahkan layanan instansi dahulu.',
  addService: 'Tambah layanan',
  columns: ['Forum', 'Tanggal', 'Layanan', 'Ditepati', 'Belum ditepati'],
  ahead: 'Akan datang',
  overdue: 'Lewat tenggat',
  overdueCount: (count: string) => `Komitmen yang lewat tenggat: ${count}`,
  dueBy: (day: string) => `sampai ${day}`,
  about: 'Tentang forum',
  heldOn: 'Tanggal',
  where: 'Tempat',
  meeting: 'Tautan pertemuan',
  participants: 'Peserta',
  participantsHint:
    'Isi jumlahnya sesudah forum diadakan. Jangan menulis nama; masyarakat hanya melihat jumlah seluruhnya, bila sepuluh atau lebih.',
  notCounted: 'Belum dihitung',
  people: (count: string) => `${count} orang`,
  agenda: 'Yang akan dibahas',
  agendaHint: 'Pokok bahasan dan bahan yang perlu diketahui sebelum datang. Paling banyak 2.000 huruf.',
  agendaWrong: 'Isi 3 sampai 2.000 huruf.',
  phases: 'Tahapan forum',
  phaseNames: phasesId,
  phaseTexts: {
    before: 'Umumkan waktu, tempat, dan pokok bahasan.',
    during: 'Bahas bersama masyarakat, hitung peserta, dan catat berita acaranya.',
    after: 'Umumkan berita acara, tepati komitmen, dan ceritakan hasilnya.',
  } as Readonly<Record<PhaseName, string>>,
  phaseNow: 'sekarang',
  phaseDone: 'Lengkap',
  phaseLacks: 'Yang masih kurang',
  lacks: {
    agenda: 'pokok bahasan',
    participants: 'jumlah peserta',
    minutes: 'berita acara: ringkasan, berkas PDF, atau alamatnya',
    commitments: 'komitmen yang disepakati',
    outcomes: 'hasil komitmen yang belum ditepati',
  } as Readonly<Record<PhaseLackName, string>>,
  minutesFile: 'Berkas berita acara',
  sendMinutes: 'Berita acara (PDF)',
  otherMinutes: 'Ganti dengan berkas lain (PDF)',
  minutesFileHint:
    'Paling besar 4 MB. Berkas yang terkunci atau berisi program ditolak. NIK, NIP, nomor telepon, dan surel dicari sejauh teksnya dapat dibaca mesin; nama orang, pindaian, dan gambar tidak diperiksa – periksa sendiri sebelum mengunggah. Semua orang langsung dapat mengunduhnya, dengan nama berkas dari kami.',
  minutesClean: 'Berkas ini tidak memuat daftar hadir, tanda tangan, atau data pribadi siapa pun.',
  minutesUnclean: 'Pastikan dan nyatakan bahwa berkasnya tidak memuat data pribadi.',
  keepMinutes: 'Simpan berkas',
  removeMinutes: 'Hapus berkas',
  fileSize: (kilobytes: string, pages: string) => `PDF, ${kilobytes} KB, ${pages} halaman`,
  minutesProblems: {
    missing: 'Pilih berkas PDF.',
    'too-large': 'Berkasnya lebih dari 4 MB. Perkecil dahulu.',
    'not-pdf': 'Ini bukan PDF yang dapat dibaca.',
    encrypted: 'PDF ini terkunci. Simpan tanpa kata sandi, lalu kirim lagi.',
    active:
      'PDF ini berisi program, lampiran, atau formulir yang mengirim sesuatu. Simpan sebagai PDF biasa.',
    'tells-of-person':
      'Di dalamnya ada NIK, NIP, nomor telepon, atau surel. Hapus dari berkasnya, lalu kirim lagi.',
    'too-much':
      'Isi PDF ini terlalu banyak untuk diperiksa seluruhnya, jadi tidak disimpan. Ringkas atau simpan ulang sebagai PDF biasa, lalu kirim lagi.',
  } as Readonly<Record<MinutesProblemName, string>>,
  minutes: 'Ringkasan berita acara',
  minutesHint: 'Apa yang dibahas dan disepakati, tanpa nama peserta. Paling banyak 4.000 huruf.',
  minutesUrl: 'Alamat berita acara',
  open: 'Buka berita acara',
  change: 'Ubah forum',
  remove: 'Hapus forum',
  removeTitle: 'Hapus forum ini?',
  removeText: (title: string) =>
    `${title} tidak lagi tampil untuk siapa pun. Forum yang sudah punya komitmen tidak dapat dihapus.`,
  formLead:
    'Sebelum diadakan, cukup judul, layanan, tanggal, dan tempat. Sesudahnya lengkapi peserta dan berita acara. Semuanya langsung dibaca masyarakat.',
  titleLabel: 'Judul',
  services: 'Layanan yang dibahas',
  place: 'Tempat',
  placeHint: 'Isi tempat, tautan pertemuan, atau keduanya.',
  link: 'Tautan pertemuan daring',
  addressHint: 'Alamat lengkap yang diawali https://.',
  save: 'Simpan',
  titleWrong: 'Isi 3 sampai 120 huruf dalam satu baris.',
  servicesWrong: 'Pilih paling sedikit satu layanan.',
  dayWrong: 'Isi tanggal yang benar. Peserta, berita acara, dan komitmen dicatat setelah forum diadakan.',
  placeWrong: 'Isi tempat (3 sampai 200 huruf) atau tautan pertemuan.',
  addressWrong: 'Tulis alamat lengkap yang diawali https://.',
  countWrong: 'Isi bilangan bulat sampai 100.000.',
  minutesWrong: 'Tulis paling banyak 4.000 huruf.',
  commitments: 'Komitmen',
  commitmentsNone: 'Belum ada komitmen yang dicatat.',
  commitmentsAhead: 'Komitmen dicatat setelah forum diadakan.',
  addCommitment: 'Tambah komitmen',
  changeCommitment: 'Ubah komitmen',
  commitmentLead:
    'Masyarakat langsung membacanya. Komitmen tidak dapat dihapus: yang tidak jadi dilakukan ditutup dengan alasannya.',
  said: 'Yang disampaikan masyarakat',
  text: 'Yang akan dilakukan instansi',
  unit: 'Unit penanggung jawab',
  due: 'Tenggat',
  state: 'Keadaan',
  outcome: 'Yang dilakukan, atau alasan tidak jadi',
  outcomeHint: 'Wajib bila komitmen ditepati atau tidak jadi dilakukan.',
  outcomeKept: 'Yang dilakukan',
  outcomeDropped: 'Alasan tidak jadi',
  proof: 'Alamat bukti',
  proofLink: 'Lihat buktinya',
  topic: 'Perlu pembelajaran tentang',
  topicHint:
    'Tema, kompetensi, atau kursus; kosongkan bila tidak perlu. Selama komitmennya belum ditepati, ia tampil di antara sinyal rencana tahunan.',
  topicWrong: 'Isi 3 sampai 120 huruf dalam satu baris.',
  inPlan: 'Tanggapi di rencana tahunan',
  textWrong: 'Isi 5 sampai 500 huruf.',
  unitWrong: 'Isi 3 sampai 120 huruf.',
  outcomeWrong: 'Isi 5 sampai 500 huruf: apa yang dilakukan, atau mengapa tidak jadi.',
  // Everybody
  publicTitle: 'Forum konsultasi publik',
  nextForum: 'Forum berikutnya',
  promised: 'Komitmen instansi',
  learning: {
    noted: (topic: string, _year: string) => `Perlu pembelajaran tentang ${topic}; belum ada di rencana.`,
    planned: (topic: string, year: string) =>
      `Pembelajaran tentang ${topic} ada di rencana ${year}; belum diadakan.`,
    held: (topic: string, year: string) =>
      `Pembelajaran tentang ${topic} sudah diadakan menurut rencana ${year}.`,
  } satisfies LearningWords,
  learned: (count: string) => `Keikutsertaan pegawai: ${count}.`,
};

export type ForumWords = typeof id;

const en: ForumWords = {
  citizens: 'Citizens’ voice',
  title: 'Public consultations',
  lead: 'Meetings with citizens about your services, and what was promised there. Everybody reads this on the page of the service; participants are only counted.',
  groups: groupsEn,
  states: statesEn,
  add: 'Add a forum',
  none: 'No forums yet',
  noneText: 'Announce the next forum, or enter one that was held with its commitments.',
  noServices: 'A forum is about services. Add the services of your agency first.',
  addService: 'Add a service',
  columns: ['Forum', 'Date', 'Services', 'Kept', 'To be kept'],
  ahead: 'Ahead',
  overdue: 'Overdue',
  overdueCount: (count) => `Overdue commitments: ${count}`,
  dueBy: (day) => `by ${day}`,
  about: 'About the forum',
  heldOn: 'Date',
  where: 'Place',
  meeting: 'Link to the meeting',
  participants: 'Participants',
  participantsHint:
    'Count them once the forum was held. Write no names; citizens see the sum alone, if it is ten or more.',
  notCounted: 'Not counted yet',
  people: (count) => counted(count, 'person', 'people'),
  agenda: 'What will be discussed',
  agendaHint: 'Topics, and what people should know before they come. 2,000 characters at most.',
  agendaWrong: 'Write 3 to 2,000 characters.',
  phases: 'Phases of the forum',
  phaseNames: phasesEn,
  phaseTexts: {
    before: 'Announce time, place and topics.',
    during: 'Discuss with citizens, count who took part, and write the minutes.',
    after: 'Publish the minutes, keep the commitments, and tell what came of them.',
  },
  phaseNow: 'now',
  phaseDone: 'Complete',
  phaseLacks: 'Still missing',
  lacks: {
    agenda: 'topics',
    participants: 'how many took part',
    minutes: 'minutes: a summary, a PDF, or their address',
    commitments: 'commitments that were agreed',
    outcomes: 'what came of commitments that are open',
  },
  minutesFile: 'Minutes as a file',
  sendMinutes: 'Minutes (PDF)',
  otherMinutes: 'Put another file in its place (PDF)',
  minutesFileHint:
    '4 MB at most. A file that is locked or runs something is refused. Identity numbers, telephone numbers and e-mail addresses are looked for as far as a machine can read the text; names of people, scans and pictures are not checked – check them yourself before you upload. Everybody can download it at once, under a file name of ours.',
  minutesClean: 'This file holds no attendance list, no signatures and no personal data of anybody.',
  minutesUnclean: 'Make sure, and say, that the file holds no personal data.',
  keepMinutes: 'Keep the file',
  removeMinutes: 'Remove the file',
  fileSize: (kilobytes, pages) => `PDF, ${kilobytes} KB, ${pages} ${pages === '1' ? 'page' : 'pages'}`,
  minutesProblems: {
    missing: 'Choose a PDF file.',
    'too-large': 'The file has more than 4 MB. Make it smaller first.',
    'not-pdf': 'This is no PDF that can be read.',
    encrypted: 'This PDF is locked. Save it without a password and send it again.',
    active: 'This PDF runs something, carries files, or has a form that sends. Save it as a plain PDF.',
    'tells-of-person':
      'There is an identity number, a telephone number or an e-mail address in it. Take it out and send the file again.',
    'too-much':
      'There is too much in this PDF to check all of it, so it was not kept. Shorten it, or save it again as a plain PDF, and send it again.',
  },
  minutes: 'Short minutes',
  minutesHint: 'What was discussed and agreed, without names of participants. 4,000 characters at most.',
  minutesUrl: 'Address of the minutes',
  open: 'Open the minutes',
  change: 'Change the forum',
  remove: 'Remove the forum',
  removeTitle: 'Remove this forum?',
  removeText: (title) =>
    `${title} is shown to nobody any more. A forum that has commitments cannot be removed.`,
  formLead:
    'Before it is held, title, services, date and place are enough. Add participants and minutes afterwards. Citizens read all of it at once.',
  titleLabel: 'Title',
  services: 'Services it is about',
  place: 'Place',
  placeHint: 'Fill in a place, a link to the meeting, or both.',
  link: 'Link to an online meeting',
  addressHint: 'A whole address that begins with https://.',
  save: 'Save',
  titleWrong: 'Write 3 to 120 characters on one line.',
  servicesWrong: 'Choose one service at least.',
  dayWrong: 'Enter a date. Participants, minutes and commitments are entered once the forum was held.',
  placeWrong: 'Fill in a place (3 to 200 characters) or a link to the meeting.',
  addressWrong: 'Write a whole address that begins with https://.',
  countWrong: 'Enter a whole number up to 100,000.',
  minutesWrong: 'Write 4,000 characters at most.',
  commitments: 'Commitments',
  commitmentsNone: 'No commitments have been entered yet.',
  commitmentsAhead: 'Commitments are entered once the forum was held.',
  addCommitment: 'Add a commitment',
  changeCommitment: 'Change the commitment',
  commitmentLead:
    'Citizens read it at once. A commitment cannot be deleted: one that is not kept is dropped with its reason.',
  said: 'What citizens said',
  text: 'What the agency will do',
  unit: 'Unit in charge',
  due: 'By when',
  state: 'State',
  outcome: 'What was done, or why it is dropped',
  outcomeHint: 'Needed once the commitment is kept or dropped.',
  outcomeKept: 'What was done',
  outcomeDropped: 'Why it is dropped',
  proof: 'Address of the proof',
  proofLink: 'See the proof',
  topic: 'Needs learning about',
  topicHint:
    'A theme, a competency or a course; leave it empty where there is no need. Until the commitment is kept it stands among the signals of the annual plan.',
  topicWrong: 'Write 3 to 120 characters on one line.',
  inPlan: 'Answer it in the annual plan',
  textWrong: 'Write 5 to 500 characters.',
  unitWrong: 'Write 3 to 120 characters.',
  outcomeWrong: 'Write 5 to 500 characters: what was done, or why it is dropped.',
  publicTitle: 'Public consultations',
  nextForum: 'Next forum',
  promised: 'What the agency promised',
  learning: {
    noted: (topic) => `Needs learning about ${topic}; no plan answers it yet.`,
    planned: (topic, year) => `Learning about ${topic} is in the plan of ${year}; it was not held yet.`,
    held: (topic, year) => `Learning about ${topic} was held by the plan of ${year}.`,
  },
  learned: (count) => `Times that staff took part: ${count}.`,
};

/** Words of pages that few load; not part of the dictionary of every page. */
export const forumWords: Readonly<Record<Locale, ForumWords>> = { id, en };
