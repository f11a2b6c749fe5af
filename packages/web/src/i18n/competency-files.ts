import type { Locale } from '@sinau/kernel';

const id = {
  excel: 'Unduh Excel',
  csv: 'Unduh CSV',
  mapName: 'peta-kompetensi',
  peopleName: 'kompetensi-pegawai',
  refusedName: 'ditolak',
  notes: 'Keterangan',
  mapHeads: [
    ...['Unit kerja', 'Pegawai', 'Kode', 'Kompetensi', 'Diminta dari'],
    ...['Dinilai', 'Levelnya kurang', 'Jumlah level kurang', 'Keterangan'],
  ],
  hidden: 'tidak ditampilkan: terlalu sedikit yang dinilai',
  peopleHeads: [...['Nama', 'Unit kerja', 'Jabatan', 'Kode', 'Kompetensi', 'Diminta', 'Dimiliki'], 'Kurang'],
  peopleNote:
    'Penilaian yang berlaku hari ini, oleh pihak lain daripada orangnya sendiri. Kosong: belum dinilai.',
  cut: (rows: string) =>
    `Hanya ${rows} orang pertama yang termuat. Buka satu unit kerja pada peta untuk mengunduh selebihnya.`,
  caseDownload: 'Unduh CASE (JSON)',
  caseFile: 'Berkas Excel, CSV, atau CASE (JSON)',
  caseAbout:
    'Kerangka dari sistem lain dapat dikirim sebagai CFPackage menurut CASE 1.0 atau 1.1 (.json). Setiap butir tanpa anak menjadi satu kompetensi, dengan kode dari humanCodingScheme dan bidang dari subjek atau butir di atasnya.',
  refusedHeads: ['Baris asal', 'Alasan'],
  refusedFile: 'Unduh yang ditolak',
  refusedHint: 'Baris yang ditolak dengan alasannya. Perbaiki di berkas itu, lalu kirim kembali.',
};
type CompetencyFileWords = typeof id;

const en: CompetencyFileWords = {
  excel: 'Download Excel',
  csv: 'Download CSV',
  mapName: 'competency-map',
  peopleName: 'competency-people',
  refusedName: 'refused',
  notes: 'Notes',
  mapHeads: [
    ...['Unit', 'People', 'Code', 'Competency', 'Asked of'],
    ...['Assessed', 'Below', 'Levels below', 'Note'],
  ],
  hidden: 'not shown: too few are assessed',
  peopleHeads: [...['Name', 'Unit', 'Post', 'Code', 'Competency', 'Asked', 'Held'], 'Below'],
  peopleNote: 'Assessments that count today, by others than the people themselves. Empty: not assessed yet.',
  cut: (rows) => `These are the first ${rows} people alone. Open a unit on the map to download the others.`,
  caseDownload: 'Download CASE (JSON)',
  caseFile: 'Excel, CSV or CASE (JSON) file',
  caseAbout:
    'A framework of another system can be sent as a CFPackage of CASE 1.0 or 1.1 (.json). Each item without children becomes a competency, with its code from humanCodingScheme and its field from the subject or the item above.',
  refusedHeads: ['Original row', 'Reason'],
  refusedFile: 'Download what was refused',
  refusedHint: 'Rows that were refused with their reasons. Mend them in that file, then send it.',
};

export const competencyFileWords: Readonly<Record<Locale, CompetencyFileWords>> = { id, en };
