/** Words of an agency’s settings of SIASN, and of BKN’s list of kinds. */
export const siasnSettingsId = {
  setting: {
    isOn: 'Pengiriman ke SIASN',
    environment: 'Lingkungan',
    fromYear: 'Mulai dari JP tahun',
    siasnAgencyId: 'ID instansi di SIASN',
    subjectId: 'Jenis kursus bawaan',
    consumerKey: 'Kunci klien (consumer key)',
    consumerSecret: 'Rahasia klien (consumer secret)',
  },
  settingHint: {
    isOn: 'Aktifkan: JP yang diakui dicatat untuk SIASN',
    environment:
      'Lingkungan latihan BKN dahulu; sungguhan setelah dipastikan. Setelah pindah, setiap baris menunggu dikirim lagi; yang tercatat di satu lingkungan tidak dianggap tercatat di yang lain.',
    fromYear: 'JP yang berakhir sebelum tahun ini tidak dikirim. Yang sudah tercatat tetap diperbaiki.',
    siasnAgencyId: '32 angka dan huruf A sampai F.',
    subjectId:
      'Dipakai bila sebuah kursus tidak punya jenis sendiri. 32 angka dan huruf A sampai F. Bila berubah, yang sudah dikirim Sinau ikut diperbaiki.',
    consumerKey: 'Hanya untuk sesi pengiriman; berkas tidak memerlukannya.',
  },
  environment: { training: 'Latihan', production: 'Sungguhan' },
  secretHint: 'Disimpan tersegel dan tidak pernah ditampilkan.',
  secretKeep: 'Kosongkan bila tidak berubah. Disimpan tersegel dan tidak pernah ditampilkan.',
  list: 'Daftar jenis kursus',
  listText: (count: string) =>
    `${count} jenis kursus dimuat. Daftar BKN tidak ikut bersama Sinau; muat dari instansi Anda.`,
  listFileLabel: 'Berkas CSV',
  listFile: 'Pilih berkas CSV, paling besar 1 MB.',
  listHint: 'Kolom id, nama dan, bila ada, kode. Daftar yang lama diganti seluruhnya.',
  listWrong: {
    heads: 'Baris pertama harus memuat kolom id dan nama.',
    empty: 'Tidak ada baris dengan id 32 angka dan huruf A sampai F.',
    'too-many': 'Lebih dari 5.000 baris.',
  },
};

export const siasnSettingsEn: typeof siasnSettingsId = {
  setting: {
    isOn: 'Sending to SIASN',
    environment: 'Environment',
    fromYear: 'From JP of the year',
    siasnAgencyId: 'Id of the agency in SIASN',
    subjectId: 'Kind of course by default',
    consumerKey: 'Client key (consumer key)',
    consumerSecret: 'Client secret (consumer secret)',
  },
  settingHint: {
    isOn: 'Switch on: recognised JP are noted for SIASN',
    environment:
      'The training environment of BKN first; the real one once it is confirmed. After a switch every line waits to be sent again; what stands in one counts nothing in the other.',
    fromYear: 'JP that ended before this year are not sent. What stands there already is corrected still.',
    siasnAgencyId: '32 digits and letters from A to F.',
    subjectId:
      'For courses that have no kind of their own. 32 digits and letters from A to F. When it changes, what Sinau has sent is corrected too.',
    consumerKey: 'For sending sessions alone; files need none.',
  },
  environment: { training: 'Training', production: 'Real' },
  secretHint: 'Kept sealed and never shown.',
  secretKeep: 'Leave it empty if it has not changed. Kept sealed and never shown.',
  list: 'List of kinds of courses',
  listText: (count) =>
    `${count} kinds of courses are loaded. BKN’s list does not come with Sinau; load that of your agency.`,
  listFileLabel: 'CSV file',
  listFile: 'Choose a CSV file of 1 MB at most.',
  listHint: 'Columns id, nama and, if there is one, kode. The list before is replaced as a whole.',
  listWrong: {
    heads: 'The first row must hold the columns id and nama.',
    empty: 'No row has an id of 32 digits and letters from A to F.',
    'too-many': 'More than 5,000 rows.',
  },
};
