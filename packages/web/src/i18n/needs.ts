import type { Locale } from '@sinau/kernel';

const id = {
  // Performance
  standingTitle: 'Kinerja menurut unit dan jabatan',
  standingLead:
    'Dasar sinyal kesenjangan kinerja: berapa pegawai yang di bawah ekspektasi, menurut predikat atau hasil kinerja tahunan yang dicatat pengelola talenta. Hanya jumlah, tidak pernah orangnya.',
  standingOf: (year: string, day: string) => `Kinerja tahun ${year}, dihitung ${day}.`,
  standingHidden:
    'Yang tampil hanya kelompok dengan sedikitnya lima orang di bawah ekspektasi dan lima orang yang tidak; kelompok yang jumlahnya dapat ditebak dari situ juga disembunyikan. Angka dibulatkan ke bawah ke kelipatan lima. Setiap tahun kinerja dihitung satu kali saja; yang berpindah, datang, atau dinilai ulang sesudahnya tidak mengubahnya.',
  standingNone: 'Belum ada yang dapat ditampilkan',
  standingNoneText:
    'Kinerja setahun dihitung satu kali pada awal triwulan, setelah sedikitnya sepuluh orang dinilai dan pencatatannya hampir tidak bertambah lagi selama satu triwulan. Kesenjangan kinerja tetap dapat ditulis sendiri.',
  standingColumns: ['Kelompok', 'Dinilai', 'Di bawah ekspektasi', 'Persentase', 'Menjadi sinyal'],
  standingKinds: { agency: 'Seluruh instansi', unit: 'Menurut unit', post: 'Menurut jabatan' },
  isSignal: 'Ya',
  noSignal: 'Tidak',
  standingTitleOf: (group: string) => `Kinerja di ${group}`,
  standingDetail: (of: Readonly<Record<'below' | 'rated' | 'year', string>>) =>
    `${of.below} dari ${of.rated} pegawai yang dinilai di bawah ekspektasi, kinerja ${of.year}. Dihitung dari catatan talenta.`,
  unitGone: 'unit yang sudah tidak ada',
  typedIn: 'Ditulis sendiri, tidak dihitung.',
  openStanding: 'Kinerja menurut unit',
  // New rules
  rulesTitle: 'Peraturan baru',
  rulesLead:
    'Peraturan yang menuntut kemampuan baru dari pegawai. Setiap peraturan menjadi sinyal kebutuhan pada tahun berlakunya dan sesudahnya, sampai ditutup.',
  openRules: 'Peraturan baru',
  addRule: 'Tambah peraturan',
  changeRule: 'Ubah peraturan',
  noRules: 'Belum ada peraturan',
  noRulesText: 'Tambahkan peraturan, sejak kapan berlaku, dan siapa yang terkena.',
  ruleColumns: ['Peraturan', 'Berlaku sejak', 'Bidang', 'Yang terkena', 'Keadaan'],
  ruleOpen: 'Menjadi sinyal',
  ruleClosed: 'Ditutup',
  ruleClosedBecause: (reason: string, by: string, day: string) => `${reason} (${by}, ${day})`,
  ruleFields: {
    title: 'Judul',
    number: 'Nomor',
    inForceFrom: 'Berlaku sejak',
    subject: 'Bidang',
    asks: 'Kemampuan yang dituntut',
    posts: 'Jabatan yang terkena',
    unitIds: 'Unit yang terkena',
  },
  ruleHints: {
    number: 'Misalnya: Perpres 95/2018',
    posts: 'Tanpa pilihan: semua jabatan',
    unitIds: 'Tanpa pilihan: semua unit',
  },
  ruleErrors: {
    title: 'Isi 3 sampai 160 huruf dalam satu baris.',
    number: 'Isi 3 sampai 160 huruf dalam satu baris.',
    inForceFrom: 'Isi tanggal berlakunya.',
    subject: 'Pilih satu bidang.',
    asks: 'Isi 5 sampai 1.000 huruf, atau kosongkan.',
    posts: 'Pilih jabatan dari daftar.',
    unitIds: 'Pilih unit yang masih ada.',
    reason: 'Isi 5 sampai 500 huruf.',
  },
  everybody: 'seluruh instansi',
  save: 'Simpan',
  closeRule: 'Tutup peraturan',
  closeRuleNote:
    'Peraturan ini tidak lagi menjadi sinyal. Rincian yang sudah menjawabnya tetap ada, dan dapat dibuka kembali.',
  reopenRule: 'Buka kembali',
  reason: 'Alasan',
  ruleDetail: (of: Readonly<Record<'number' | 'day' | 'subject' | 'whom', string>>) =>
    `${of.number}, berlaku sejak ${of.day}. Bidang: ${of.subject}. Yang terkena: ${of.whom}.`,
};

export type NeedWords = typeof id;

const en: NeedWords = {
  standingTitle: 'Performance by unit and post',
  standingLead:
    'What signals of performance gaps rest on: how many people were below what was expected, by the yearly predicate or result that talent officers recorded. Sums alone, never persons.',
  standingOf: (year, day) => `Performance of ${year}, counted ${day}.`,
  standingHidden:
    'Only groups with at least five people below expectation and five who are not are shown; groups whose numbers could be worked out from those are hidden as well. Numbers are rounded down to fives. Each year of performance is counted once only; whoever moves, comes, or is rated anew afterwards changes nothing.',
  standingNone: 'Nothing can be shown yet',
  standingNoneText:
    'The performance of a year is counted once, at the beginning of a quarter, when at least ten people were rated and hardly any were added for a quarter. Performance gaps can be written down by hand all the same.',
  standingColumns: ['Group', 'Rated', 'Below expectation', 'Share', 'Is a signal'],
  standingKinds: { agency: 'The whole agency', unit: 'By unit', post: 'By post' },
  isSignal: 'Yes',
  noSignal: 'No',
  standingTitleOf: (group) => `Performance in ${group}`,
  standingDetail: ({ below, rated, year }) =>
    `${below} of ${rated} people who were rated are below expectation, performance of ${year}. Counted from talent records.`,
  unitGone: 'a unit that is no more',
  typedIn: 'Written down by hand, not counted.',
  openStanding: 'Performance by unit',
  rulesTitle: 'New rules',
  rulesLead:
    'Rules that ask people for new abilities. Each is a signal of a need in the year in which it comes into force and after, until it is closed.',
  openRules: 'New rules',
  addRule: 'Add a rule',
  changeRule: 'Change the rule',
  noRules: 'No rules yet',
  noRulesText: 'Add a rule, when it comes into force, and whom it touches.',
  ruleColumns: ['Rule', 'In force from', 'Field', 'Whom it touches', 'State'],
  ruleOpen: 'A signal',
  ruleClosed: 'Closed',
  ruleClosedBecause: (reason, by, day) => `${reason} (${by}, ${day})`,
  ruleFields: {
    title: 'Title',
    number: 'Number',
    inForceFrom: 'In force from',
    subject: 'Field',
    asks: 'What it asks for',
    posts: 'Posts it touches',
    unitIds: 'Units it touches',
  },
  ruleHints: {
    number: 'For example: Perpres 95/2018',
    posts: 'None chosen: all posts',
    unitIds: 'None chosen: all units',
  },
  ruleErrors: {
    title: 'Write 3 to 160 characters on one line.',
    number: 'Write 3 to 160 characters on one line.',
    inForceFrom: 'Give the day on which it comes into force.',
    subject: 'Choose one field.',
    asks: 'Write 5 to 1,000 characters, or leave it empty.',
    posts: 'Choose posts from the list.',
    unitIds: 'Choose units that there are.',
    reason: 'Write 5 to 500 characters.',
  },
  everybody: 'the whole agency',
  save: 'Save',
  closeRule: 'Close the rule',
  closeRuleNote: 'The rule is a signal no more. Items that answer it stay, and it can be opened again.',
  reopenRule: 'Open again',
  reason: 'Reason',
  ruleDetail: ({ number, day, subject, whom }) =>
    `${number}, in force from ${day}. Field: ${subject}. Touches: ${whom}.`,
};

export const needWords: Readonly<Record<Locale, NeedWords>> = { id, en };
