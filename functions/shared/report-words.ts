const id = {
  yes: 'ya',
  no: 'tidak',
  none: '',
  jp: {
    title: 'Laporan JP',
    heads: [
      'Nama',
      'NIP / NI PPPK',
      'Unit kerja',
      'Status',
      'JP diakui',
      'Minimum JP',
      'Batas JP',
      'Keadaan',
    ],
    rules: [
      'Satu baris per pegawai yang bekerja di instansi; yang dipekerjakan di instansi lain dihitung di sana.',
      'JP diakui dari buku JP, setelah batas harian, batas tahunan dan JP yang ditahan. Batas PPPK bukan target.',
      'Pegawai yang status kepegawaiannya belum diisi dihitung sebagai PNS.',
    ],
  },
  duties: {
    title: 'Laporan kewajiban',
    heads: [
      'Nama',
      'NIP / NI PPPK',
      'Unit kerja',
      'Kewajiban',
      'Periode',
      'Sampai',
      'Hari terakhir',
      'Lewat tenggat',
    ],
    rules: [
      'Satu baris per pegawai dan kursus yang diwajibkan tahun ini atau sekali; yang dilepas tidak termasuk.',
      'Lewat tenggat: masih terbuka dan hari terakhirnya sudah lewat saat laporan dibuat, menurut waktu tempat tugas pegawai.',
    ],
  },
  cost: {
    title: 'Laporan biaya',
    heads: ['Kursus', 'Penyelenggara', 'Pembayar', 'Dipesan (Rp)', 'Disepakati (Rp)', 'Terpakai (Rp)'],
    rules: [
      'Satu baris per kursus dan pembayar, dari kuota instansi; rupiah bulat. Terpakai berarti kursusnya selesai.',
    ],
  },
  standing: {
    met: 'memenuhi minimum',
    below: 'belum memenuhi minimum',
    within: 'batas belum terpakai penuh',
    'at-maximum': 'batas terpakai penuh',
    unruled: 'tanpa minimum dan batas',
  },
  state: {
    required: 'diwajibkan',
    enrolled: 'terdaftar',
    started: 'mulai',
    finished: 'selesai',
    recognised: 'JP diakui',
    released: 'dilepas',
  },
  payer: { agency: 'instansi', platform: 'platform', provider: 'penyelenggara' },
  once: 'sekali',
  notes: {
    report: 'Laporan',
    agency: 'Instansi',
    year: 'Tahun',
    unit: 'Unit kerja, dengan unit di bawahnya',
    allUnits: 'semua',
    asOf: 'Dibaca mulai',
    until: 'sampai',
    rows: 'Baris',
    rule: 'Aturan',
    personal: 'Berkas ini memuat data pribadi. Simpan dan hapus menurut aturan instansi.',
    apostrophe: 'Teks yang dapat dijalankan lembar kerja diawali apostrof dalam CSV; angka tidak diubah.',
  },
};

const en: typeof id = {
  yes: 'yes',
  no: 'no',
  none: '',
  jp: {
    title: 'Report on JP',
    heads: [
      'Name',
      'NIP / NI PPPK',
      'Unit',
      'Status',
      'JP recognised',
      'Minimum of JP',
      'Maximum of JP',
      'Standing',
    ],
    rules: [
      'One row for each person who works in the agency; who is lent to another one counts there.',
      'JP recognised by the ledger, after caps of a day, maxima of a year and JP that are held. A maximum of PPPK is no target.',
      'People whose employment status nobody has filled in count as PNS.',
    ],
  },
  duties: {
    title: 'Report on duties',
    heads: ['Name', 'NIP / NI PPPK', 'Unit', 'Obligation', 'Period', 'Came to', 'Last day', 'Overdue'],
    rules: [
      'One row for each person and course that is required this year or once; those that were released are left out.',
      'Overdue: still open, and the last day was over when the report was made, by the time where the person works.',
    ],
  },
  cost: {
    title: 'Report on costs',
    heads: ['Course', 'Provider', 'Payer', 'Reserved (Rp)', 'Committed (Rp)', 'Spent (Rp)'],
    rules: [
      'One row for each course and payer, by the quotas of the agency; whole rupiah. Spent means that the course was completed.',
    ],
  },
  standing: {
    met: 'met the minimum',
    below: 'has not met the minimum yet',
    within: 'maximum not used up',
    'at-maximum': 'maximum used up',
    unruled: 'no minimum and no maximum',
  },
  state: {
    required: 'required',
    enrolled: 'enrolled',
    started: 'started',
    finished: 'finished',
    recognised: 'JP recognised',
    released: 'released',
  },
  payer: { agency: 'agency', platform: 'platform', provider: 'provider' },
  once: 'once',
  notes: {
    report: 'Report',
    agency: 'Agency',
    year: 'Year',
    unit: 'Unit, with those below it',
    allUnits: 'all',
    asOf: 'Read from',
    until: 'until',
    rows: 'Rows',
    rule: 'Rule',
    personal: 'This file holds personal data. Keep and delete it by the rules of your agency.',
    apostrophe:
      'Text that a spreadsheet would run begins with an apostrophe in CSV; numbers are as they are.',
  },
};

export const reportWords = { id, en };
export type ReportWords = typeof id;
