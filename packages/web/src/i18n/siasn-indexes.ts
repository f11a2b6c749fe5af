import type { Locale } from '@sinau/kernel';
import type { SiasnIndexTrouble } from '../siasn/index-ports.ts';

const id = {
  title: 'IP ASN resmi',
  lead: 'Membaca nilai IP ASN setiap orang dari SIASN, sehingga masing-masing melihat nilai BKN di samping simulasinya.',
  privacy:
    'Nilainya hanya dilihat oleh orangnya sendiri. Di sini Anda melihat apakah pembacaan berjalan, bukan nilai siapa pun.',
  back: 'SIASN',
  siasnOff: 'SIASN belum diaktifkan. Aktifkan dahulu di pengaturan SIASN.',
  toSettings: 'Pengaturan SIASN',
  offTitle: 'Tidak dibaca',
  offText:
    'Bila diaktifkan, konektor instansi atau sesi SIASN membaca nilai setiap orang sebulan sekali, paling banyak 50 orang setiap menit, setelah semua JP terkirim.',
  switchOn: 'Mulai membaca',
  switchOff: 'Berhenti membaca',
  switchOffNote: 'Nilai yang sudah dibaca tetap dapat dilihat orangnya.',
  training:
    'Instansi Anda memakai lingkungan latihan BKN. Pembacaan dicoba dan dihitung, tetapi tidak ada nilai yang disimpan atau ditampilkan.',
  nobody:
    'Belum ada yang membaca: konektor instansi tidak terhubung dalam sejam terakhir dan tidak ada sesi SIASN. Jalankan konektor, atau buka sesi di halaman SIASN.',
  oldConnector: 'Konektor yang terhubung terlalu lama untuk membaca IP ASN. Perbarui programnya.',
  state: 'Keadaan',
  waiting: 'Menunggu dimulai',
  running: 'Sedang membaca',
  finished: 'Selesai',
  progress: (done: string, all: string) => `${done} dari sekitar ${all} orang sudah diperiksa.`,
  progressLabel: 'Kemajuan',
  started: (at: string) => `Dimulai ${at}.`,
  ended: (at: string) => `Selesai ${at}.`,
  next: (at: string) => `Berikutnya mulai ${at}.`,
  lastRead: (at: string) => `Jawaban terakhir dari SIASN ${at}.`,
  neverRead: 'Belum pernah ada jawaban dari SIASN.',
  counts: 'Hasil putaran ini',
  count: {
    value: 'Nilai terbaca',
    none: 'Belum ada nilai',
    failed: 'Gagal',
    numberless: 'Tanpa NIP',
  },
  countNote: {
    value: 'tampil di halaman orangnya',
    none: 'SIASN belum punya, atau tidak mengenal NIP-nya',
    failed: 'sebabnya di bawah',
    numberless: 'isi NIP di data orang',
  },
  before: (at: string, count: Readonly<Record<'value' | 'none' | 'failed', string>>) =>
    `Putaran sebelumnya selesai ${at}: ${count.value} terbaca, ${count.none} belum ada nilai, ${count.failed} gagal.`,
  paused: (why: string, at: string, until: string) =>
    `Pembacaan berhenti sementara (${at}): ${why} Dicoba lagi ${until}.`,
  readNow: 'Baca semua sekarang',
  tryNow: 'Coba lagi sekarang',
  readNowNote: 'Dimulai saat konektor atau sesi terhubung lagi, biasanya dalam semenit.',
  failures: 'Yang terakhir gagal',
  failureColumns: { name: 'Nama', because: 'Sebab', at: 'Diperiksa' },
  failuresNone: 'Tidak ada yang gagal.',
  because: {
    'signed-out':
      'SIASN tidak menerima akunnya. Perbarui token atau kata sandi konektor, atau buka sesi baru.',
    'client-refused':
      'Pintu API BKN menolak klien instansi. Pastikan kepada BKN bahwa klien itu berlangganan layanan nilai IP ASN.',
    forbidden: 'Akun yang dipakai tidak berwenang melihat nilai IP ASN. Mintalah peran itu di SIASN.',
    unreachable: 'SIASN tidak dapat dihubungi.',
    busy: 'SIASN meminta menunggu.',
    timeout: 'SIASN tidak menjawab tepat waktu.',
    'broken-answer': 'SIASN menjawab dengan kesalahannya sendiri.',
    refused: 'SIASN menolak permintaannya.',
    unreadable: 'Jawaban SIASN bukan nilai IP ASN yang sah.',
  } as Readonly<Record<SiasnIndexTrouble, string>>,
  deskText: (at: string | undefined) =>
    at === undefined
      ? 'Nilai IP ASN setiap orang dapat dibaca dari SIASN dan tampil di samping simulasinya.'
      : `Nilai IP ASN dibaca dari SIASN. Jawaban terakhir ${at}.`,
  deskOn: 'Nilai IP ASN dibaca dari SIASN. Belum ada jawaban.',
  open: 'Buka',
};

type Words = typeof id;

const en: Words = {
  title: 'Official IP ASN',
  lead: 'Reads everybody’s IP ASN from SIASN, so that each of them sees BKN’s value beside their simulation.',
  privacy: 'Values are seen by their person alone. Here you see whether reading works, and nobody’s value.',
  back: 'SIASN',
  siasnOff: 'SIASN is not switched on. Switch it on in its settings first.',
  toSettings: 'SIASN settings',
  offTitle: 'Not read',
  offText:
    'Once it is on, the connector of your agency or a session of SIASN reads everybody’s value once a month, at most 50 people a minute, after all JP were sent.',
  switchOn: 'Begin to read',
  switchOff: 'Stop reading',
  switchOffNote: 'What was read stays with its people.',
  training:
    'Your agency uses the training environment of BKN. Reading is tried and counted, and no value is kept or shown.',
  nobody:
    'Nobody reads yet: no connector of your agency was heard of within the last hour, and there is no session of SIASN. Start the connector, or open a session on the page SIASN.',
  oldConnector: 'The connector that is connected is too old to read IP ASN. Update the program.',
  state: 'State',
  waiting: 'Waiting to begin',
  running: 'Reading',
  finished: 'Finished',
  progress: (done, all) => `${done} of about ${all} people were looked at.`,
  progressLabel: 'Progress',
  started: (at) => `Begun ${at}.`,
  ended: (at) => `Finished ${at}.`,
  next: (at) => `The next one begins ${at}.`,
  lastRead: (at) => `Last answer of SIASN ${at}.`,
  neverRead: 'SIASN has not answered yet.',
  counts: 'What this round has brought',
  count: { value: 'Values read', none: 'No value yet', failed: 'Failed', numberless: 'Without number' },
  countNote: {
    value: 'shown on the page of the person',
    none: 'SIASN has none, or does not know the number',
    failed: 'why is said below',
    numberless: 'fill in their employee number',
  },
  before: (at, count) =>
    `The round before finished ${at}: ${count.value} read, ${count.none} without a value, ${count.failed} failed.`,
  paused: (why, at, until) => `Reading has paused (${at}): ${why} It is tried again ${until}.`,
  readNow: 'Read all now',
  tryNow: 'Try again now',
  readNowNote: 'Begins when connector or session come by, mostly within a minute.',
  failures: 'Failed last',
  failureColumns: { name: 'Name', because: 'Why', at: 'Looked at' },
  failuresNone: 'Nothing has failed.',
  because: {
    'signed-out':
      'SIASN does not let the account in. Renew token or password of the connector, or open a session.',
    'client-refused':
      'BKN’s gateway refuses the client of the agency. Ask BKN whether it is subscribed to the service of IP ASN.',
    forbidden: 'The account may not see values of IP ASN. Ask for that role in SIASN.',
    unreachable: 'SIASN cannot be reached.',
    busy: 'SIASN has asked to wait.',
    timeout: 'SIASN did not answer in time.',
    'broken-answer': 'SIASN answered with an error of its own.',
    refused: 'SIASN refused the request.',
    unreadable: 'What SIASN answered is no valid value of IP ASN.',
  },
  deskText: (at) =>
    at === undefined
      ? 'Everybody’s value of IP ASN can be read from SIASN and shown beside their simulation.'
      : `Values of IP ASN are read from SIASN. Last answer ${at}.`,
  deskOn: 'Values of IP ASN are read from SIASN. No answer yet.',
  open: 'Open',
};

/** Words of one page of staff; loaded with it. */
export const siasnIndexWords: Readonly<Record<Locale, Words>> = { id, en };
