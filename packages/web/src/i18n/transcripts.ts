/** The yearly transcript of JP. */
export const transcriptsId = {
  title: 'Transkrip JP',
  titleOf: (year: number) => `Transkrip JP ${year}`,
  lead: 'Dokumen PDF dengan semua pembelajaran setahun: tanggal, bentuk, penyelenggara, JP, dan alasannya.',
  leadOf: (name: string) => `Atas nama ${name} · siapa yang melihat dan mengunduhnya tercatat`,
  note: 'Transkrip memuat keadaan buku JP pada saat dibuat. Kode QR di dalamnya membuka halaman pemeriksaan yang menyebut nama, tahun, JP diakui, dan apakah ada terbitan yang lebih baru. NIP hanya tampak empat angka terakhirnya, dan tidak tampak pada halaman pemeriksaan. Selama isinya sama, transkrip tidak dibuat dua kali dalam sehari.',
  none: 'Belum ada transkrip untuk tahun ini. Pembuatannya biasanya beberapa detik; halaman ini boleh ditutup.',
  make: 'Buat transkrip',
  making: 'Transkrip sedang dibuat, biasanya beberapa detik. Halaman ini boleh ditutup dan dibuka lagi.',
  late: 'Transkrip belum jadi. Mintalah sekali lagi; permintaan sebelumnya tidak hilang.',
  again: 'Minta lagi',
  renew: 'Perbarui',
  latest: 'Transkrip terakhir',
  asOf: 'Keadaan per',
  number: 'Nomor',
  download: 'Unduh PDF',
  share:
    'Siapa pun yang menerima alamat ini dapat memeriksa transkrip tanpa masuk. Yang terlihat: nama, tahun, JP diakui, dan kapan dibuat.',
  record:
    'Bentuk digital transkrip untuk dompet dan sistem lain (Comprehensive Learner Record 2.0): setiap pembelajaran bertanda tangan digital, tanpa nama dan NIP. Bila transkrip diperbarui, yang lama tidak berlaku lagi di dompet. Bila tidak memakainya, abaikan saja.',
  recordFile: { clr: 'Unduh CLR (JSON)', jwt: 'Unduh JP setahun (JWT)' },
  verifyAddress: 'Alamat pemeriksaan transkrip',
  open: (year: number) => `Transkrip ${year} (PDF)`,
  ofPersonText: 'Dokumen PDF tentang JP setahun, dengan halaman pemeriksaan.',
  ofPerson: 'Buka transkrip',
  verifiedTitle: 'Hasil pemeriksaan transkrip',
  verified: 'Transkrip ini dibuat oleh Sinau',
  verifiedText: 'Cocokkan nama, tahun, dan JP di bawah dengan transkrip yang Anda terima.',
  newer: (date: string) =>
    `Ada terbitan yang lebih baru, ${date}. Isinya dapat berbeda; mintalah yang terakhir kepada pemiliknya.`,
  year: 'Tahun',
};

export const transcriptsEn: typeof transcriptsId = {
  title: 'JP transcript',
  titleOf: (year) => `JP transcript ${year}`,
  lead: 'A PDF of everything learned in a year: dates, forms, organisers, JP, and the reasons.',
  leadOf: (name) => `Of ${name} · who looks at it and downloads it is logged`,
  note: 'A transcript says what the ledger of JP said when it was made. Its QR code opens a page that tells the name, the year, the recognised JP and whether there is a newer edition. Of the NIP it shows the last four digits, and that page none. While it says the same, none is made twice a day.',
  none: 'There is no transcript of this year yet. Making it usually takes seconds; you may close this page.',
  make: 'Make the transcript',
  making:
    'The transcript is being made, which usually takes seconds. You may close this page and open it again.',
  late: 'The transcript has not come. Ask once more; the request before is not lost.',
  again: 'Ask again',
  renew: 'Renew',
  latest: 'The latest transcript',
  asOf: 'As of',
  number: 'Number',
  download: 'Download PDF',
  share:
    'Whoever gets this address can check the transcript without signing in. They see: name, year, recognised JP, and when it was made.',
  record:
    'The digital form of the transcript for wallets and other systems (Comprehensive Learner Record 2.0): everything learned carries a digital signature, without name and NIP. When the transcript is renewed, the one before counts no more in wallets. If you use none of this, you need none of it.',
  recordFile: { clr: 'Download CLR (JSON)', jwt: 'Download the JP of the year (JWT)' },
  verifyAddress: 'Address that verifies the transcript',
  open: (year) => `Transcript ${year} (PDF)`,
  ofPersonText: 'A PDF about the JP of a year, with a page that verifies it.',
  ofPerson: 'Open the transcript',
  verifiedTitle: 'Transcript check',
  verified: 'This transcript was made by Sinau',
  verifiedText: 'Compare name, year and JP below with the transcript that you were given.',
  newer: (date) =>
    `There is a newer edition, of ${date}. It may say something else; ask its holder for the latest.`,
  year: 'Year',
};
