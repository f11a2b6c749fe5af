import type { AskedKind, ConnectionKindName } from '../connections/ports.ts';

const newTitleId: Readonly<Record<ConnectionKindName, string>> = {
  moodle: 'Sambungkan Moodle',
  oneroster: 'Sambungkan OneRoster',
  'oneroster-csv': 'Koneksi lewat paket OneRoster',
  openedx: 'Sambungkan Open edX',
  'schema-org': 'Sambungkan halaman web',
  file: 'Koneksi lewat tabel',
  webhook: 'Webhook hasil belajar',
  xapi: 'xAPI dari LMS kampus',
};

type ByAsked<Words = string> = Readonly<Record<AskedKind, Words>>;

const addressId: ByAsked = {
  moodle: 'Alamat situs',
  oneroster: 'Alamat server OneRoster',
  openedx: 'Alamat situs',
  'schema-org': 'Alamat halaman atau peta situs',
};

const addressHintId: ByAsked = {
  moodle: 'Alamat utama Moodle, misalnya https://moodle.kampus.ac.id',
  oneroster: 'Alamat sebelum /ims/oneroster, misalnya https://siakad.kampus.ac.id',
  openedx: 'Alamat tempat peserta belajar (LMS), misalnya https://mooc.kampus.ac.id',
  'schema-org': 'Misalnya https://kampus.ac.id/sitemap-kursus.xml; hanya halaman di server itu yang dibaca.',
};

const prepareTitleId: ByAsked = {
  moodle: 'Yang perlu disiapkan pengelola Moodle',
  oneroster: 'Yang perlu disiapkan pengelola OneRoster',
  openedx: 'Yang perlu disiapkan pengelola Open edX',
  'schema-org': 'Yang perlu disiapkan pengelola situs web',
};

const prepareStepsId: ByAsked<readonly string[]> = {
  moodle: [
    'Nyalakan layanan web dan protokol REST.',
    'Buat layanan baru dengan fungsi di bawah ini.',
    'Buat peran dengan hak di bawah ini, dan izinkan peran itu memberi peran peserta (Allow role assignments).',
    'Buat akun khusus, beri peran itu pada kursus atau kategori yang dibagikan, lalu buat token untuk layanan itu. Kursus lain tidak terbaca.',
  ],
  oneroster: [
    'Nyalakan layanan REST OneRoster 1.2 dengan OAuth 2.0 (client credentials).',
    'Daftarkan Sinau sebagai klien, lalu berikan alamat token, ID klien, dan rahasianya.',
    'Pendaftaran peserta tidak dapat dikirim lewat OneRoster; kampus mendaftarkannya sendiri.',
    'Beri klien itu cakupan (scope) di bawah ini; yang kedua untuk nilai.',
  ],
  openedx: [
    'Buat akun khusus dan tandai sebagai staf (is_staff).',
    'Buat aplikasi OAuth milik akun itu: jenis rahasia (confidential), izin “client credentials”.',
    'Bila aplikasi dibatasi, beri cakupan grades:read dan certificates:read.',
  ],
  'schema-org': [
    'Muat data Course dari schema.org sebagai JSON-LD pada halaman setiap kursus, dengan @id yang tetap.',
    'Buat peta situs (sitemap) yang hanya memuat halaman kursus, paling banyak 2.000.',
    'Izinkan Sinau-Connector membacanya di robots.txt.',
    'Pendaftaran dan hasil belajar tidak ikut: pakai LTI, tabel, atau webhook untuk itu.',
  ],
};

/** What counts where nobody chose. */
const saidByMoodleId =
  'Penyelenggara menyatakan selesai; nilai akhir 70% di kursus Moodle yang tidak melacak penyelesaian';

const unchosenId = 'Belum dipilih: kursus baru dapat diterima setelah dipilih';

const completionUsualId: Readonly<Record<ConnectionKindName, string>> = {
  moodle: saidByMoodleId,
  openedx: 'Penyelenggara menyatakan selesai',
  oneroster: 'Nilai akhir mencapai 70% (OneRoster hanya mengirim nilai)',
  'oneroster-csv': 'Nilai akhir mencapai 70% (OneRoster hanya mengirim nilai)',
  'schema-org': unchosenId,
  file: unchosenId,
  webhook: unchosenId,
  xapi: unchosenId,
};

const saidByMoodleEn =
  'The provider says completed; a final score of 70% in courses of a Moodle that follow no completion';

const unchosenEn = 'Not chosen: new courses can be accepted once it is';

const completionUsualEn: Readonly<Record<ConnectionKindName, string>> = {
  moodle: saidByMoodleEn,
  openedx: 'The provider says completed',
  oneroster: 'The final score reaches 70% (OneRoster sends scores alone)',
  'oneroster-csv': 'The final score reaches 70% (OneRoster sends scores alone)',
  'schema-org': unchosenEn,
  file: unchosenEn,
  webhook: unchosenEn,
  xapi: unchosenEn,
};

/** Words of a connection’s form: what is filled in, and what the other side has to prepare. */
export const connectionFormId = {
  kindText: {
    moodle:
      'Katalog, pendaftaran, dan nilai lewat layanan web Moodle 4.0 ke atas. Siapkan alamat situs dan token.',
    oneroster:
      'Katalog, peserta kelas, dan nilai dari server OneRoster 1.2. Siapkan alamat server, alamat token, ID klien, dan rahasianya.',
    'oneroster-csv':
      'Tanpa sambungan: katalog, peserta kelas, dan nilai diunggah sebagai paket CSV OneRoster 1.1 atau 1.2 (ZIP dengan manifest.csv).',
    openedx:
      'Katalog, pendaftaran, nilai, dan sertifikat lewat layanan Open edX. Siapkan alamat situs, ID klien, dan rahasianya.',
    'schema-org':
      'Katalog saja, dari data kursus (schema.org, JSON-LD) yang sudah ada di halaman web kampus. Siapkan alamat halaman atau peta situs.',
    file: 'Tanpa sambungan: katalog dan hasil diunggah sebagai tabel, kapan saja.',
    webhook: 'Sistem Anda mengirim hasil belajar ke Sinau, ditandatangani dengan rahasia bersama.',
    xapi: 'Moodle (plugin logstore_xapi) atau Open edX (event-routing-backends) mengirim hasil sendiri. Cukup masukkan alamat, kunci, dan rahasia di sana.',
  },
  newTitle: newTitleId,
  name: 'Nama koneksi',
  nameHint: 'Seperti yang dikenal tim Anda, misalnya nama situsnya.',
  address: addressId,
  addressHint: addressHintId,
  addressWrong: 'Tulis alamat lengkap yang diawali https://',
  secretLabel: { moodle: 'Token layanan web', oneroster: 'Rahasia klien', openedx: 'Rahasia klien' },
  tokenUrl: 'Alamat token',
  tokenUrlHint: 'Tempat kami meminta token OAuth 2.0, misalnya https://siakad.kampus.ac.id/oauth/token',
  clientId: 'ID klien',
  tokenHint: 'Disimpan tersegel dan tidak pernah ditampilkan lagi.',
  tokenKept: 'Kosongkan bila tetap. Alamat server yang lain memerlukan token baru.',
  tokenMissing: 'Isi token atau rahasia dari pengelola situs.',
  tokenNeeded: 'Server lain memerlukan tokennya sendiri. Isi token server itu.',
  clientIdHint: 'Dari aplikasi OAuth dengan izin “client credentials” di situs itu.',
  clientIdMissing: 'Isi ID klien dari pengelola situs.',
  learnersBy: 'Akun peserta di sana',
  learnersByHint:
    'Surel hanya mengusulkan akun, bila perjanjian data mengizinkannya; Anda yang memastikannya di Pendaftaran.',
  learnersByChoices: {
    pseudonym: 'Bernama samaran dari Sinau',
    email: 'Diusulkan menurut surel, lalu Anda pastikan',
  },
  mode: 'Jalur pendaftaran',
  modeHint: 'Misalnya audit, honor, atau verified. Harga kursus diambil dari jalur ini.',
  catalogueUrl: 'Alamat katalog (discovery), bila ada',
  catalogueUrlHint: 'Memuat harga dan bahasa kursus. Kosongkan bila situs tidak memilikinya.',
  contact: 'Surel penanggung jawab di penyelenggara',
  contactHint: 'Diberi tahu bila sambungan rusak, dan bila sudah pulih.',
  contactWrong: 'Tulis alamat surel yang sah.',
  acceptance: 'Kursus baru dan yang berubah',
  acceptanceHint: 'Kursus yang ditarik selalu menunggu keputusan orang.',
  acceptances: { person: 'Menunggu keputusan orang', all: 'Diterima sendiri' },
  completion: 'Kursus baru dihitung selesai bila',
  completionHint:
    'Berlaku untuk kursus yang diterima sejak sekarang. Kursus yang sudah ada diubah di modulnya.',
  completionUsual: completionUsualId,
  completions: {
    completed: 'Penyelenggara menyatakan selesai',
    pass: 'Nilai akhir mencapai ambang',
    score: 'Ada nilai akhir, berapa pun',
  },
  passAt: 'Ambang nilai (persen)',
  passAtHint: 'Hanya dipakai bila dihitung dengan ambang.',
  passAtWrong: 'Tulis bilangan bulat dari 0 sampai 100.',
  start: 'Kursus dimulai',
  startHint:
    'Berlaku untuk kursus yang diterima setelah ini; isi kursus yang sudah ada tetap seperti semula. Bila alatnya sendiri mendaftarkan peserta saat pertama dibuka, matikan pendaftaran otomatis di tab Pendaftaran agar tiap peserta hanya punya satu akun di sana.',
  startOnPage: 'Di halaman penyelenggara',
  startGone: 'Alat yang tidak dipakai lagi',
  startWrong: 'Pilih alat Anda yang sudah disetujui.',
  startParameter: 'Parameter untuk nomor kursus',
  startParameterHint:
    'Nama parameter (custom) yang memberi tahu alat kursus mana yang dibuka, misalnya id. Kosong: alat diminta membuka alamat kursusnya.',
  startParameterWrong: 'Tulis satu nama: huruf, angka, dan garis bawah.',
  accounts: 'Peserta yang belum punya akun di Moodle',
  accountChoices: { no: 'Ditolak; kampus membuat akunnya sendiri', yes: 'Dibuatkan akun' },
  auth: 'Cara masuk akun baru',
  authHint: 'Nama plugin autentikasi Moodle, misalnya manual atau oauth2.',
  roleId: 'Nomor peran peserta',
  roleIdHint: '5 (student) bila tidak diubah.',
  sharedCategories: 'Nomor kategori yang dibagikan',
  sharedCategoriesHint:
    'Pisahkan dengan koma, misalnya 4, 12; isi di dalamnya ikut. Angkanya ada di alamat kategori (…/course/index.php?categoryid=4). Kosong: semua kursus yang boleh dimasuki akun kami.',
  sharedCategoriesWrong: 'Isi angka yang dipisahkan koma, paling banyak 100, misalnya 4, 12.',
  syncHour: 'Katalog diambil setiap hari',
  pollMinutes: 'Hasil belajar diambil',
  reconcileHour: 'Rekonsiliasi setiap hari',
  reconcileBeside: 'Di samping koneksi lain, kirimannya dibandingkan bersama koneksi itu.',
  agedAfterDays: 'Perbedaan dikabarkan setelah (hari)',
  agedAfterDaysHint: 'Yang selama ini belum ditangani dikabarkan ke narahubung, penulis, dan operator. 1–90.',
  silentAfterDays: 'Peserta tanpa kabar setelah (hari)',
  silentAfterDaysHint:
    'Peserta yang selama ini tidak pernah disebut, padahal peserta lain di kursusnya disebut. 0: tidak diperiksa.',
  never: 'Tidak otomatis',
  atHour: (hour: string) => `pukul ${hour.padStart(2, '0')}.00–${hour.padStart(2, '0')}.59 WIB`,
  everyMinutes: (minutes: string) =>
    Number(minutes) > 60 ? `setiap ${Number(minutes) / 60} jam` : `setiap ${minutes} menit`,
  save: 'Simpan',
  saveAndTest: 'Simpan dan uji',
  prepareTitle: prepareTitleId,
  prepareSteps: prepareStepsId,
  prepareFunctions: 'Fungsi, layanan, atau cakupan yang diperlukan:',
  prepareRights: 'Hak pada kursus yang dibagikan:',
  prepareSiteRights: 'Hak pada seluruh situs (yang terakhir hanya bila peserta dibuatkan akun):',
};

export const connectionFormEn: typeof connectionFormId = {
  kindText: {
    moodle:
      'Catalogue, enrolments and grades through the web services of Moodle 4.0 and later. Have the address and a token ready.',
    oneroster:
      'Catalogue, class rosters and scores of a OneRoster 1.2 server. Have the address of the server, the one for tokens, the client ID and its secret ready.',
    'oneroster-csv':
      'No connection: catalogue, class rosters and scores are uploaded as CSV packages of OneRoster 1.1 or 1.2 (a ZIP with manifest.csv).',
    openedx:
      'Catalogue, enrolments, grades and certificates through the services of Open edX. Have the address, a client ID and its secret ready.',
    'schema-org':
      'The catalogue alone, out of data of courses (schema.org, JSON-LD) that web pages of the campus carry. Have the address of a page or a sitemap ready.',
    file: 'No connection: catalogue and results are uploaded as tables, whenever you like.',
    webhook: 'Your system sends results to Sinau, signed with a shared secret.',
    xapi: 'Moodle (plugin logstore_xapi) or Open edX (event-routing-backends) sends results by itself. Enter an address, a key and a secret there.',
  },
  newTitle: {
    moodle: 'Connect Moodle',
    oneroster: 'Connect OneRoster',
    'oneroster-csv': 'Connection by OneRoster packages',
    openedx: 'Connect Open edX',
    'schema-org': 'Connect web pages',
    file: 'Connection by tables',
    webhook: 'Webhook for results',
    xapi: 'xAPI of your LMS',
  },
  name: 'Name of the connection',
  nameHint: 'As your team knows it, such as the name of the site.',
  address: {
    moodle: 'Address of the site',
    oneroster: 'Address of the OneRoster server',
    openedx: 'Address of the site',
    'schema-org': 'Address of a page or a sitemap',
  },
  addressHint: {
    moodle: 'Main address of Moodle, e.g. https://moodle.university.example',
    oneroster: 'What stands before /ims/oneroster, e.g. https://sis.university.example',
    openedx: 'Where learners take courses (LMS), e.g. https://mooc.university.example',
    'schema-org':
      'Such as https://university.example/courses-sitemap.xml; pages of that server alone are read.',
  },
  addressWrong: 'Write a whole address that begins with https://',
  secretLabel: { moodle: 'Token of the web services', oneroster: 'Client secret', openedx: 'Client secret' },
  tokenUrl: 'Address for tokens',
  tokenUrlHint: 'Where we ask for OAuth 2.0 tokens, e.g. https://sis.university.example/oauth/token',
  clientId: 'Client ID',
  tokenHint: 'Kept sealed and never shown again.',
  tokenKept: 'Leave empty to keep it. Another host needs a new token.',
  tokenMissing: 'Enter the token or secret that the administrator of the site gave you.',
  tokenNeeded: 'Another host needs its own token. Enter the token of that host.',
  clientIdHint: 'Of an OAuth application with the grant “client credentials” at that site.',
  clientIdMissing: 'Enter the client ID that the administrator of the site gave you.',
  learnersBy: 'Accounts of learners there',
  learnersByHint:
    'An address proposes an account at most, where the data agreement allows it; you confirm it under Enrolments.',
  learnersByChoices: {
    pseudonym: 'Are called by the pseudonym of Sinau',
    email: 'Are proposed by e-mail address and confirmed by you',
  },
  mode: 'Mode of enrolments',
  modeHint: 'Such as audit, honor or verified. Prices of courses are those of this mode.',
  catalogueUrl: 'Address of the catalogue (discovery), where there is one',
  catalogueUrlHint: 'It knows prices and languages of courses. Leave empty when the site has none.',
  contact: 'E-mail of the contact at the provider',
  contactHint: 'Is told when the connection breaks, and when it works again.',
  contactWrong: 'Write a valid e-mail address.',
  acceptance: 'New and changed courses',
  acceptanceHint: 'Courses that were withdrawn always wait for a person.',
  acceptances: { person: 'Wait for a person', all: 'Are accepted by themselves' },
  completion: 'New courses count as done when',
  completionHint: 'For courses that are accepted from now on. Those that exist are changed in their module.',
  completionUsual: completionUsualEn,
  completions: {
    completed: 'The provider says completed',
    pass: 'The final score reaches a mark',
    score: 'There is any final score',
  },
  passAt: 'Pass mark (percent)',
  passAtHint: 'Used only with the rule of a mark.',
  passAtWrong: 'Write a whole number from 0 to 100.',
  start: 'Courses start',
  startHint:
    'Counts for courses that are accepted from now on; parts of courses that are there stay as they are. Where the tool itself enrols learners at their first launch, turn automatic enrolment off in the tab Enrolments, so that each has one account there.',
  startOnPage: 'On a page of the provider',
  startGone: 'A tool that is out of use',
  startWrong: 'Choose a tool of yours that was approved.',
  startParameter: 'Parameter for the number of the course',
  startParameterHint:
    'Name of the (custom) parameter that tells the tool which course to open, such as id. Empty: the tool is asked to open the address of the course.',
  startParameterWrong: 'Write one name: letters, digits and underscores.',
  accounts: 'Learners without an account at the Moodle',
  accountChoices: { no: 'Are refused; the university makes accounts itself', yes: 'Get an account' },
  auth: 'How new accounts sign in',
  authHint: 'Name of the authentication plugin of Moodle, such as manual or oauth2.',
  roleId: 'Number of the role of learners',
  roleIdHint: '5 (student) unless it was changed.',
  sharedCategories: 'Numbers of the categories that are shared',
  sharedCategoriesHint:
    'Separated by commas, such as 4, 12, with what lies in them. The number stands in the address of the category (…/course/index.php?categoryid=4). Empty: every course that our account may enter.',
  sharedCategoriesWrong: 'Enter numbers separated by commas, at most 100, such as 4, 12.',
  syncHour: 'The catalogue is fetched every day',
  pollMinutes: 'Results are fetched',
  reconcileHour: 'Reconciliation every day',
  reconcileBeside: 'Beside another connection, what it sends is compared with that one.',
  agedAfterDays: 'Differences are told of after (days)',
  agedAfterDaysHint:
    'Contact, authors and operators are told of what nobody has dealt with for so long. 1–90.',
  silentAfterDays: 'Learners without news after (days)',
  silentAfterDaysHint:
    'Learners who were never spoken of for so long, while others in their course were. 0: not looked for.',
  never: 'Not by itself',
  atHour: (hour) => `at ${hour.padStart(2, '0')}:00–${hour.padStart(2, '0')}:59 WIB`,
  everyMinutes: (minutes) =>
    Number(minutes) > 60 ? `every ${Number(minutes) / 60} hours` : `every ${minutes} minutes`,
  save: 'Save',
  saveAndTest: 'Save and test',
  prepareTitle: {
    moodle: 'What the administrator of Moodle prepares',
    oneroster: 'What the administrator of OneRoster prepares',
    openedx: 'What the administrator of Open edX prepares',
    'schema-org': 'What the administrator of the web site prepares',
  },
  prepareSteps: {
    moodle: [
      'Turn on web services and the REST protocol.',
      'Make a new service with the functions below.',
      'Make a role with the rights below, and let it assign the role of learners (Allow role assignments).',
      'Make an account for it, give it that role in the courses or categories that are shared, and make a token for that service. Other courses are not read.',
    ],
    oneroster: [
      'Turn on the REST services of OneRoster 1.2 with OAuth 2.0 (client credentials).',
      'Register Sinau as a client, and give its address for tokens, its client ID and secret.',
      'Learners cannot be enrolled through OneRoster; the university enrols them itself.',
      'Give that client the scopes below; the second is for scores.',
    ],
    openedx: [
      'Make an account for it and mark it as staff (is_staff).',
      'Make an OAuth application of that account: confidential, with the grant “client credentials”.',
      'Where applications are restricted, give it the scopes grades:read and certificates:read.',
    ],
    'schema-org': [
      'Put data of Course of schema.org as JSON-LD on the page of each course, with an @id that stays.',
      'Make a sitemap that has pages of courses alone, at most 2,000.',
      'Let Sinau-Connector read them in robots.txt.',
      'Enrolments and results are no part of it: use LTI, tables or a webhook for them.',
    ],
  },
  prepareFunctions: 'Functions, services or scopes that are needed:',
  prepareRights: 'Rights in the courses that are shared:',
  prepareSiteRights: 'Rights in the whole site (the last where accounts are made for learners):',
};
