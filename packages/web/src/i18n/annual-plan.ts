import type { Locale } from '@sinau/kernel';
import type { DecreeProblemName, PlanMoveName, PlanStateName, SourceName } from '../annual-plan/ports.ts';
import { annualPlanItemsEn, annualPlanItemsId } from './annual-plan-items.ts';
import { annualPlanRealisationEn, annualPlanRealisationId } from './annual-plan-realisation.ts';
import { annualPlanSignalsEn, annualPlanSignalsId } from './annual-plan-signals.ts';
import { counted } from './counted.ts';

type Words<Name extends string> = Readonly<Record<Name, string>>;

const statesId: Words<PlanStateName> = {
  draft: 'Draf',
  proposed: 'Diusulkan',
  agreed: 'Disetujui Pejabat yang Berwenang',
  set: 'Ditetapkan Pejabat Pembina Kepegawaian',
  replaced: 'Diganti versi baru',
};
const statesEn: Words<PlanStateName> = {
  draft: 'Draft',
  proposed: 'Proposed',
  agreed: 'Agreed by the Pejabat yang Berwenang',
  set: 'Set by the Pejabat Pembina Kepegawaian',
  replaced: 'Replaced by a later version',
};

const sourcesId: Words<SourceName> = {
  'competency-gap': 'Kesenjangan kompetensi',
  'performance-gap': 'Kesenjangan kinerja',
  citizens: 'Suara masyarakat',
  'new-rule': 'Peraturan baru',
};
const sourcesEn: Words<SourceName> = {
  'competency-gap': 'Competency gap',
  'performance-gap': 'Performance gap',
  citizens: 'Citizens’ voice',
  'new-rule': 'New rule',
};

const movesId: Words<PlanMoveName> = {
  propose: 'Usulkan rencana',
  agree: 'Catat persetujuan',
  return: 'Kembalikan ke draf',
  set: 'Catat penetapan',
  undo: 'Batalkan langkah terakhir',
};
const movesEn: Words<PlanMoveName> = {
  propose: 'Propose the plan',
  agree: 'Record the agreement',
  return: 'Return to draft',
  set: 'Record that it was set',
  undo: 'Take the last step back',
};

const id = {
  ...annualPlanSignalsId,
  ...annualPlanItemsId,
  ...annualPlanRealisationId,
  states: statesId,
  sources: sourcesId,
  moves: movesId,
  title: 'Rencana tahunan',
  lead: 'Rencana pengembangan kompetensi instansi Anda: disusun dari kebutuhan, ditetapkan Pejabat Pembina Kepegawaian, dan dibandingkan dengan pelaksanaannya.',
  planName: (year: number, version: number) => `Rencana ${year}, versi ${version}`,
  none: 'Belum ada rencana',
  noneTextOfficial: 'Rencana muncul di sini begitu admin instansi mulai menyusunnya.',
  noneText: 'Mulai rencana untuk satu tahun, lalu ambil kebutuhan dari daftar sinyal.',
  planColumns: ['Rencana', 'Keadaan', 'Sejak', 'Rincian', 'Sinyal'],
  openSignals: 'Sinyal kebutuhan',
  begin: 'Mulai rencana',
  beginHint: 'Tahun anggaran, sama dengan tahun kalender.',
  year: 'Tahun',
  yearWrong: 'Pilih tahun.',
  // Plan
  stateNotes: {
    draft: 'Rincian masih dapat diubah.',
    proposed: 'Menunggu Pejabat yang Berwenang. Rincian tidak dapat diubah.',
    agreed: 'Menunggu Pejabat Pembina Kepegawaian. Rincian tidak dapat diubah.',
    set: 'Berlaku. Yang sudah ditetapkan tidak pernah berubah; perubahan dibuat sebagai versi baru.',
    replaced: 'Pernah berlaku. Tersimpan sebagaimana ditetapkan.',
  } satisfies Words<PlanStateName>,
  items: 'Rincian',
  noItems: 'Belum ada rincian',
  noItemsText: 'Rincian dibuat dari sinyal kebutuhan.',
  people: 'Peserta',
  peopleNote: 'seorang dapat masuk beberapa rincian',
  jpTotal: 'JP seluruh peserta',
  cost: 'Biaya',
  saving: 'Penghematan',
  savingNote: 'bila semua memakai bentuk yang lebih murah',
  itemColumns: [
    'Pembelajaran',
    'Kebutuhan',
    'Bentuk',
    'Peserta',
    'Jadwal',
    'Penyelenggara',
    'Biaya',
    'Penghematan',
  ],
  jpEach: (jp: string) => `${jp} per orang`,
  wholeAgency: 'seluruh instansi',
  cheaperBy: (form: string) => `dengan ${form}`,
  lacksAlternative: 'Bentuk lebih murah belum diisi',
  print: 'Cetak',
  printHint: 'Cetak dari menu peramban; pilih kertas mendatar.',
  basis: 'PP 11/2017 jo. PP 17/2020 Pasal 203–207',
  signAgree: 'Pejabat yang Berwenang',
  signSet: 'Pejabat Pembina Kepegawaian',
  signName: 'Nama dan NIP',
  otherVersions: 'Versi lain',
  // Steps
  steps: 'Perjalanan rencana',
  stepBy: (name: string, moment: string) => `Dicatat ${name}, ${moment}`,
  because: (reason: string) => `Alasan: ${reason}`,
  moveNotes: {
    propose:
      'Setiap rincian yang berbiaya harus menyebut bentuk yang lebih murah, atau alasan mengapa tidak ada.',
    agree:
      'Tidak ada Pejabat yang Berwenang yang dapat memutuskan versi ini di Sinau: belum ada yang dapat masuk, atau ikut menyusunnya. Sebagai orang kedua, catat keputusannya dan dengan surat apa.',
    return: 'Rencana dapat diubah lagi, lalu diusulkan sekali lagi.',
    set: 'Tidak ada Pejabat Pembina Kepegawaian yang dapat memutuskan versi ini di Sinau: belum ada yang dapat masuk, atau ikut menyusun atau menyetujuinya. Sebagai orang kedua, catat keputusannya dan lampirkan suratnya. Sesudah itu versi ini tidak dapat diubah.',
    undo: 'Bila langkah terakhir Anda keliru. Langkah itu tetap terlihat di perjalanan rencana.',
  } satisfies Words<PlanMoveName>,
  ownMoves: { agree: 'Setujui rencana', set: 'Tetapkan rencana' },
  ownMoveNotes: {
    agree: 'Anda memutuskan sebagai Pejabat yang Berwenang. Nama Anda dan waktunya dicatat.',
    set: 'Anda menetapkan sebagai Pejabat Pembina Kepegawaian. Nama Anda dan waktunya dicatat; versi ini lalu berlaku dan tidak dapat diubah.',
  },
  refusedMoves: {
    drafted:
      'Anda ikut menyusun versi ini. Orang lain yang menyetujui dan menetapkannya: pejabat sendiri, atau admin kedua yang mencatat suratnya.',
    agreed: 'Anda yang menyetujui versi ini; orang lain yang menetapkannya.',
    official: 'Pejabatnya dapat masuk ke Sinau dan memutuskan sendiri.',
  },
  waitsFor: (names: string) => `Menunggu keputusan: ${names}`,
  undone: (state: string) => `Langkah terakhir dibatalkan; sekarang: ${state}`,
  decidedBy: (name: string, moment: string) => `Diputuskan sendiri oleh ${name}, ${moment}`,
  decree: 'Surat keputusan (PDF)',
  decreeHint: 'Paling besar 4 MB. PDF dengan skrip, lampiran, atau kata sandi ditolak.',
  decreeLink: (name: string, pages: string) => `${name} (PDF, ${pages} halaman)`,
  decreeProblems: {
    missing: 'Lampirkan surat keputusannya.',
    'too-large': 'Berkas ini lebih besar dari 4 MB.',
    'not-pdf': 'Ini bukan PDF yang dapat dibaca. Simpan ulang sebagai PDF, lalu pilih lagi.',
    active:
      'PDF ini berisi skrip, lampiran, atau tautan yang tidak aman. Cetak ulang ke PDF, lalu pilih lagi.',
    encrypted: 'PDF ini berkata sandi. Simpan tanpa kata sandi, lalu pilih lagi.',
  } satisfies Words<DecreeProblemName>,
  official: { agree: 'Pejabat yang menyetujui', set: 'Pejabat yang menetapkan' },
  officialHint: 'Nama dan jabatan seperti dalam surat',
  letterNumber: 'Nomor surat',
  letterDay: 'Tanggal surat',
  officialWrong: 'Isi 3 sampai 160 huruf.',
  numberWrong: 'Isi 3 sampai 80 huruf.',
  onWrong: 'Isi tanggal surat, paling lambat hari ini.',
  newVersion: 'Mulai versi baru',
  newVersionNote: 'Rinciannya disalin ke draf baru. Versi ini tetap berlaku sampai versi baru ditetapkan.',
  removePlan: 'Hapus draf',
  removePlanNote: 'Draf ini belum punya rincian.',
  forItem: (title: string) => `Untuk rincian rencana: ${title}`,
};

export type AnnualPlanWords = typeof id;

const en: AnnualPlanWords = {
  ...annualPlanSignalsEn,
  ...annualPlanItemsEn,
  ...annualPlanRealisationEn,
  states: statesEn,
  sources: sourcesEn,
  moves: movesEn,
  title: 'Annual plan',
  lead: 'How your agency develops competence: planned from needs, set by the Pejabat Pembina Kepegawaian, and compared with what was held.',
  planName: (year, version) => `Plan ${year}, version ${version}`,
  none: 'No plans yet',
  noneTextOfficial: 'Plans appear here once an administrator of the agency begins one.',
  noneText: 'Begin a plan for a year, then take up needs from the list of signals.',
  planColumns: ['Plan', 'State', 'Since', 'Items', 'Signals'],
  openSignals: 'Signals of needs',
  begin: 'Begin a plan',
  beginHint: 'The budget year, which is the calendar year.',
  year: 'Year',
  yearWrong: 'Choose a year.',
  stateNotes: {
    draft: 'Items can still be changed.',
    proposed: 'Waits for the Pejabat yang Berwenang. Items cannot be changed.',
    agreed: 'Waits for the Pejabat Pembina Kepegawaian. Items cannot be changed.',
    set: 'In force. What was set never changes; changes are made as a new version.',
    replaced: 'Was in force. Kept as it was set.',
  },
  items: 'Items',
  noItems: 'No items yet',
  noItemsText: 'Items are made from signals of needs.',
  people: 'Participants',
  peopleNote: 'somebody can be in several items',
  jpTotal: 'JP of all participants',
  cost: 'Cost',
  saving: 'Saving',
  savingNote: 'if all used the cheaper form',
  itemColumns: ['Learning', 'Need', 'Form', 'Participants', 'Schedule', 'Organiser', 'Cost', 'Saving'],
  jpEach: (jp) => `${jp} each`,
  wholeAgency: 'the whole agency',
  cheaperBy: (form) => `by ${form}`,
  lacksAlternative: 'A cheaper form is missing',
  print: 'Print',
  printHint: 'Print from the menu of your browser; choose landscape.',
  basis: 'PP 11/2017 as amended by PP 17/2020, articles 203–207',
  signAgree: 'Pejabat yang Berwenang',
  signSet: 'Pejabat Pembina Kepegawaian',
  signName: 'Name and employee number',
  otherVersions: 'Other versions',
  steps: 'How it came here',
  stepBy: (name, moment) => `Recorded by ${name}, ${moment}`,
  because: (reason) => `Reason: ${reason}`,
  moveNotes: {
    propose: 'Each item that costs something names a cheaper form, or says why there is none.',
    agree:
      'No Pejabat yang Berwenang can decide on this version in Sinau: none can sign in yet, or they took part in drafting it. As a second person, record what they decided and by which letter.',
    return: 'The plan can be changed again, and is then proposed once more.',
    set: 'No Pejabat Pembina Kepegawaian can decide on this version in Sinau: none can sign in yet, or they took part in drafting it or agreed to it. As a second person, record what they decided and attach the letter. This version cannot be changed afterwards.',
    undo: 'In case your last step was a mistake. It stays visible in the course of the plan.',
  },
  ownMoves: { agree: 'Agree to the plan', set: 'Set the plan' },
  ownMoveNotes: {
    agree: 'You decide as the Pejabat yang Berwenang. Your name and the time are kept.',
    set: 'You set it as the Pejabat Pembina Kepegawaian. Your name and the time are kept; this version is then in force and cannot be changed.',
  },
  refusedMoves: {
    drafted:
      'You have helped to draft this version. Others agree to it and set it: the officials themselves, or a second administrator who records their letter.',
    agreed: 'You have agreed to this version; somebody else sets it.',
    official: 'The official can sign in to Sinau and decides in person.',
  },
  waitsFor: (names) => `Waiting for a decision of ${names}`,
  undone: (state) => `Last step taken back; now: ${state}`,
  decidedBy: (name, moment) => `Decided in person by ${name}, ${moment}`,
  decree: 'Letter of the decision (PDF)',
  decreeHint: 'At most 4 MB. A PDF with scripts, attachments or a password is refused.',
  decreeLink: (name, pages) => `${name} (PDF, ${counted(pages, 'page')})`,
  decreeProblems: {
    missing: 'Attach the letter of the decision.',
    'too-large': 'This file is larger than 4 MB.',
    'not-pdf': 'This is no PDF that can be read. Save it as PDF anew, then choose it again.',
    active:
      'This PDF holds scripts, attachments or unsafe links. Print it to PDF anew, then choose it again.',
    encrypted: 'This PDF has a password. Save it without one, then choose it again.',
  },
  official: { agree: 'Official who agrees', set: 'Official who sets it' },
  officialHint: 'Name and office as in the letter',
  letterNumber: 'Number of the letter',
  letterDay: 'Date of the letter',
  officialWrong: 'Write 3 to 160 characters.',
  numberWrong: 'Write 3 to 80 characters.',
  onWrong: 'Enter the date of the letter, today at the latest.',
  newVersion: 'Begin a new version',
  newVersionNote:
    'Its items are copied into a new draft. This version stays in force until the new one is set.',
  removePlan: 'Remove the draft',
  removePlanNote: 'This draft has no items yet.',
  forItem: (title) => `For an item of the plan: ${title}`,
};

export const annualPlanWords: Readonly<Record<Locale, AnnualPlanWords>> = { id, en };
