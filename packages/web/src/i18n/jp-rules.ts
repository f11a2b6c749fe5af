import type { Locale } from '@sinau/kernel';

const id = {
  lead: {
    agency:
      'Aturan nasional dan aturan instansi Anda untuk menghitung JP, dengan dasar dan masa berlakunya. Instansi boleh lebih ketat daripada aturan nasional, tidak lebih longgar.',
    national:
      'Aturan nasional untuk menghitung JP. Tandai sudah diperiksa hanya setelah membaca sumbernya sendiri.',
  },
  groups: {
    year: 'Setahun',
    effort: 'Bukti usaha belajar',
    conversion: 'Konversi per bentuk',
  },
  own: 'aturan instansi',
  none: 'Belum ada aturan yang berlaku.',
  nationSays: (what: string) => `Aturan nasional: ${what}`,
  coming: (count: number) => `${count} perubahan akan berlaku.`,
  scope: { national: 'Nasional', agency: 'Instansi Anda' },
  from: (day: string) => `Berlaku sejak ${day}`,
  to: (day: string) => `sampai ${day}`,
  addedBy: (name: string, when: string) => `Ditambahkan ${name}, ${when}`,
  readFrom: (words: string) => `Diverifikasi dengan: ${words}`,
  topicLead: 'Baris tidak pernah diubah: baris baru menggantikan yang lama sejak hari berlakunya.',
  holds: 'Yang berlaku sekarang',
  newRow: { agency: 'Aturan baru instansi', national: 'Aturan nasional baru' },
  history: 'Riwayat',
  repealed: 'Aturan instansi dicabut; aturan nasional berlaku lagi.',
  validFrom: 'Berlaku sejak',
  validFromHint: 'Paling awal 1 Januari tahun ini. Tahun yang sudah lewat tidak berubah.',
  ground: 'Dasar hukum',
  groundHint: {
    agency: 'Misalnya nomor dan tanggal peraturan instansi. Paling sedikit 10 huruf. Terlihat oleh pegawai.',
    national:
      'Nomor, pasal, dan tanggal peraturan; untuk verifikasi: sumber yang Anda baca. Paling sedikit 10 huruf.',
  },
  add: 'Tambahkan aturan',
  preview: 'Lihat dampaknya',
  repeal: 'Kembali ke aturan nasional',
  verify: 'Tandai sudah diperiksa',
  supersedes:
    'JP setiap pegawai dihitung ulang setelah aturan ditambahkan; itu dapat memakan beberapa menit. Aturan ini dapat digantikan lagi kapan saja.',
  previewOf: (people: string, jp: string, year: number) =>
    `Dampak untuk ${year}: ${people} orang, ${jp} diakui. Belum disimpan.`,
  previewBeyond: 'Terlalu banyak pegawai untuk dihitung sekarang. Belum disimpan.',
  wordsMissing: 'Isi dasar hukum, paling sedikit 10 huruf.',
  dateWrong: 'Isi tanggal yang benar.',
  refused: {
    validFrom: 'Paling awal 1 Januari tahun ini.',
    minimum: 'Tidak boleh kurang daripada aturan nasional, dan tidak boleh kosong.',
    maximum: 'Tidak boleh lebih daripada aturan nasional.',
    capAmount: 'Tidak boleh lebih daripada aturan nasional.',
    jpPerUnit: 'Isi angka yang tidak lebih daripada aturan nasional.',
    leastShare: 'Isi persen dari 1 sampai 100, tidak kurang daripada aturan nasional.',
    idleMinutes: 'Isi menit dari 5 sampai 120.',
  },
  fields: {
    jpPerUnit: 'JP per satuan',
    jpPerUnitHint: 'Misalnya 4',
    capAmount: { jp: 'Batas dalam JP', count: 'Batas dalam kali' },
    capHint: {
      day: (must: boolean): string => (must ? 'Sehari.' : 'Sehari. Kosong: tanpa batas.'),
      month: (must: boolean): string => (must ? 'Sebulan.' : 'Sebulan. Kosong: tanpa batas.'),
    },
    minimum: 'Minimal setahun (JP)',
    minimumHint: 'Kosong: tidak ada minimal.',
    countsBy: 'Tahun JP',
    countsByHint: 'Batas harian dan bulanan tetap menurut hari belajarnya.',
    maximum: 'Maksimal diakui (JP)',
    maximumHint: 'Kosong: tidak ada maksimal.',
    leastShare: 'Waktu paling sedikit (%)',
    leastShareHint: 'Persen dari waktu yang tertera. JP ditahan bila waktunya kurang dari itu.',
    idleMinutes: 'Jeda terlama (menit)',
    idleHint: 'Di antara dua catatan tidak dihitung lebih lama daripada ini.',
  },
  what: {
    printed: 'JP sesuai yang tertera.',
    perUnit: (jp: string, unit: string) => `${jp} per ${unit}.`,
    units: {
      semester: 'semester',
      day: 'hari',
      session: 'sesi',
      occurrence: 'kali',
      programme_jp: 'JP program',
    },
    times: (count: string) => `${count} kali`,
    cap: {
      day: (most: string) => `Paling banyak ${most} sehari.`,
      month: (most: string) => `Paling banyak ${most} sebulan.`,
    },
    minimum: (jp: string) => `Minimal ${jp}.`,
    maximum: (jp: string) => `Maksimal ${jp} yang diakui.`,
    period: { 'calendar-year': 'Setiap tahun kalender.', 'contract-year': 'Setiap tahun kontrak.' },
    countsBy: {
      'last-day': 'Dihitung pada tahun hari terakhirnya.',
      'certificate-day': 'Dihitung pada tahun sertifikatnya, bila tanggalnya dicatat.',
    },
    effort: (share: string, idle: string) =>
      `JP ditahan bila waktu belajar kurang dari ${share} waktu yang tertera; jeda lebih dari ${idle} menit tidak dihitung.`,
  },
};

type RulesWords = typeof id;

const en: RulesWords = {
  lead: {
    agency:
      'Rules of the nation and of your agency by which JP are counted, with their ground and validity. An agency may be stricter than the nation, never more generous.',
    national:
      'Rules of the nation by which JP are counted. Mark one as verified only after you have read its source.',
  },
  groups: {
    year: 'By year',
    effort: 'Proof of effort',
    conversion: 'Conversion by form',
  },
  own: 'agency rule',
  none: 'No rule holds yet.',
  nationSays: (what) => `The nation: ${what}`,
  coming: (count) => `${count} ${count === 1 ? 'change' : 'changes'} to come.`,
  scope: { national: 'National', agency: 'Your agency' },
  from: (day) => `Valid from ${day}`,
  to: (day) => `until ${day}`,
  addedBy: (name, when) => `Added by ${name}, ${when}`,
  readFrom: (words) => `Verified by: ${words}`,
  topicLead: 'Rows are never changed: a new one takes the place of the old one from its first day.',
  holds: 'What holds now',
  newRow: { agency: 'A new rule of the agency', national: 'A new rule of the nation' },
  history: 'History',
  repealed: 'The rule of the agency is repealed; that of the nation holds again.',
  validFrom: 'Valid from',
  validFromHint: '1 January of this year at the earliest. Years that are over do not change.',
  ground: 'Legal basis',
  groundHint: {
    agency: 'For example number and date of the regulation. At least 10 characters. Employees see it.',
    national: 'Number, article and date; to verify: the source you have read. At least 10 characters.',
  },
  add: 'Add the rule',
  preview: 'See what it changes',
  repeal: 'Back to the rule of the nation',
  verify: 'Mark as verified',
  supersedes:
    'JP of every employee are counted anew once the rule is added; that may take some minutes. It can be superseded again at any time.',
  previewOf: (people, jp, year) =>
    `Effect on ${year}: ${people} people, ${jp} recognised. Nothing is saved yet.`,
  previewBeyond: 'Too many people to count at once. Nothing is saved yet.',
  wordsMissing: 'Write the legal basis, at least 10 characters.',
  dateWrong: 'Write a date.',
  refused: {
    validFrom: '1 January of this year at the earliest.',
    minimum: 'Not less than the nation, and not empty.',
    maximum: 'Not more than the nation.',
    capAmount: 'Not more than the nation.',
    jpPerUnit: 'A number, not more than the nation.',
    leastShare: 'Per cent from 1 to 100, not less than the nation.',
    idleMinutes: 'Minutes from 5 to 120.',
  },
  fields: {
    jpPerUnit: 'JP a unit',
    jpPerUnitHint: 'For example 4',
    capAmount: { jp: 'Cap in JP', count: 'Cap in times' },
    capHint: {
      day: (must) => (must ? 'A day.' : 'A day. Empty: no cap.'),
      month: (must) => (must ? 'A month.' : 'A month. Empty: no cap.'),
    },
    minimum: 'Minimum a year (JP)',
    minimumHint: 'Empty: no minimum.',
    countsBy: 'Year of JP',
    countsByHint: 'Caps of days and months hold for the days of learning all the same.',
    maximum: 'Recognised at most (JP)',
    maximumHint: 'Empty: no maximum.',
    leastShare: 'Least time (%)',
    leastShareHint: 'Per cent of the stated time. JP are held when less was spent.',
    idleMinutes: 'Longest pause (minutes)',
    idleHint: 'Between two records no more than that is counted.',
  },
  what: {
    printed: 'JP as stated.',
    perUnit: (jp, unit) => `${jp} a ${unit}.`,
    units: {
      semester: 'semester',
      day: 'day',
      session: 'session',
      occurrence: 'time',
      programme_jp: 'programme JP',
    },
    times: (count) => `${count} times`,
    cap: {
      day: (most) => `At most ${most} a day.`,
      month: (most) => `At most ${most} a month.`,
    },
    minimum: (jp) => `At least ${jp}.`,
    maximum: (jp) => `At most ${jp} are recognised.`,
    period: { 'calendar-year': 'Each calendar year.', 'contract-year': 'Each year of the contract.' },
    countsBy: {
      'last-day': 'Counts in the year of its last day.',
      'certificate-day': 'Counts in the year of its certificate, where a date is recorded.',
    },
    effort: (share, idle) =>
      `JP are held when less than ${share} of the stated time was spent; pauses beyond ${idle} minutes are not counted.`,
  },
};

/** Words of the pages about rules; they are loaded with them. */
export const rulesWords: Readonly<Record<Locale, RulesWords>> = { id, en };
