import type { FindingText } from '@sinau/findings';

const error = 'error';
const warning = 'warning';
const schema = 'tincan.schema';
const launch = 'tincan.launch';
const path = 'sinau.package-path';

const exportAgain = {
  id: 'Ekspor ulang paket dari alat penyusunnya sebagai xAPI (Tin Can), atau lebih baik sebagai cmi5.',
  en: 'Export the package again from its authoring tool as xAPI (Tin Can), or better as cmi5.',
};
const inside = {
  id: 'Masukkan berkas itu ke dalam paket dan tulis jalur relatifnya dari tincan.xml.',
  en: 'Put the file into the package and write its path relative to tincan.xml.',
};
const spell = {
  id: 'Samakan ejaan dan huruf besar-kecil di tincan.xml dengan nama berkas dalam zip.',
  en: 'Write the name in tincan.xml with the same spelling and letter case as in the zip.',
};

/** About `tincan.xml`; `{name}` is a parameter. `sinau.` rules protect the platform. */
const texts = {
  'xml.too-large': {
    severity: error,
    rule: 'sinau.manifest-limit',
    message: { id: 'tincan.xml terlalu besar: {detail}.', en: 'tincan.xml is too large: {detail}.' },
    mend: { id: 'Kurangi daftar aktivitasnya.', en: 'Shorten its list of activities.' },
  },
  'xml.encoding': {
    severity: error,
    rule: schema,
    message: {
      id: 'Pengodean karakter tincan.xml tidak terbaca: {detail}.',
      en: 'The character encoding of tincan.xml cannot be read: {detail}.',
    },
    mend: { id: 'Simpan tincan.xml sebagai UTF-8.', en: 'Save tincan.xml as UTF-8.' },
  },
  'xml.doctype': {
    severity: error,
    rule: 'sinau.manifest-doctype',
    message: {
      id: 'tincan.xml memuat deklarasi DOCTYPE, yang tidak diizinkan.',
      en: 'tincan.xml has a DOCTYPE declaration, which is not allowed.',
    },
    mend: { id: 'Hapus baris DOCTYPE.', en: 'Take the DOCTYPE line away.' },
  },
  'xml.malformed': {
    severity: error,
    rule: schema,
    message: { id: 'XML tincan.xml rusak: {detail}.', en: 'The XML of tincan.xml is broken: {detail}.' },
    mend: {
      id: 'Perbaiki XML di baris ini atau ekspor ulang paket.',
      en: 'Mend the XML at this line or export the package again.',
    },
  },
  'xml.schema-violation': {
    severity: warning,
    rule: schema,
    message: {
      id: 'tincan.xml menyimpang dari skemanya: {detail}.',
      en: 'tincan.xml departs from its schema: {detail}.',
    },
    mend: exportAgain,
  },
  'tincan.root': {
    severity: error,
    rule: schema,
    message: {
      id: 'Elemen terluar tincan.xml bukan <tincan>.',
      en: 'The outermost element of tincan.xml is not <tincan>.',
    },
    mend: exportAgain,
  },
  'tincan.no-activity': {
    severity: error,
    rule: schema,
    message: { id: 'tincan.xml tidak memuat aktivitas.', en: 'tincan.xml lists no activity.' },
    mend: exportAgain,
  },
  'tincan.too-many': {
    severity: error,
    rule: 'sinau.manifest-limit',
    message: {
      id: 'tincan.xml memuat {count} aktivitas; paling banyak {limit}.',
      en: 'tincan.xml lists {count} activities; {limit} at most.',
    },
    mend: { id: 'Bagi paket menjadi beberapa modul.', en: 'Split the package into several modules.' },
  },
  'activity.id': {
    severity: error,
    rule: schema,
    message: {
      id: 'Id aktivitas yang dibuka, "{value}", bukan IRI absolut.',
      en: 'The id of the activity to open, "{value}", is not an absolute IRI.',
    },
    mend: {
      id: 'Beri id seperti https://penyedia.example/kursus/1 di alat penyusunnya.',
      en: 'Give it an id such as https://provider.example/course/1 in the authoring tool.',
    },
  },
  'activity.id-ignored': {
    severity: warning,
    rule: schema,
    message: {
      id: 'Aktivitas dengan id "{value}" diabaikan: id-nya bukan IRI absolut.',
      en: 'The activity with the id "{value}" is left out: the id is not an absolute IRI.',
    },
    mend: exportAgain,
  },
  'activity.twice': {
    severity: warning,
    rule: schema,
    message: {
      id: 'Aktivitas "{value}" tercantum lebih dari sekali; yang pertama dipakai.',
      en: 'The activity "{value}" is listed more than once; the first one counts.',
    },
    mend: exportAgain,
  },
  'launch.none': {
    severity: error,
    rule: launch,
    message: {
      id: 'Tidak ada aktivitas dengan <launch>, sehingga tidak ada yang dapat dibuka.',
      en: 'No activity has a <launch>, so there is nothing to open.',
    },
    mend: exportAgain,
  },
  'launch.several': {
    severity: error,
    rule: launch,
    message: {
      id: 'Lebih dari satu aktivitas memiliki <launch>: "{value}" setelah "{first}".',
      en: 'More than one activity has a <launch>: "{value}" after "{first}".',
    },
    mend: {
      id: 'Terbitkan setiap aktivitas sebagai paket sendiri.',
      en: 'Publish each activity as a package of its own.',
    },
  },
  'path.remote': {
    severity: error,
    rule: path,
    message: {
      id: 'Alamat "{value}" berada di luar paket, di server lain.',
      en: 'The address "{value}" is on another server, not in the package.',
    },
    mend: inside,
  },
  'path.scheme': {
    severity: error,
    rule: path,
    message: {
      id: 'Alamat "{value}" memakai skema {scheme}, yang tidak diizinkan.',
      en: 'The address "{value}" uses the scheme {scheme}, which is not allowed.',
    },
    mend: inside,
  },
  'path.absolute': {
    severity: error,
    rule: path,
    message: {
      id: 'Jalur "{value}" dimulai dengan garis miring.',
      en: 'The path "{value}" begins with a slash.',
    },
    mend: inside,
  },
  'path.outside': {
    severity: error,
    rule: path,
    message: { id: 'Jalur "{value}" keluar dari paket.', en: 'The path "{value}" leads out of the package.' },
    mend: inside,
  },
  'path.syntax': {
    severity: error,
    rule: path,
    message: {
      id: 'Jalur "{value}" terlalu panjang atau berisi karakter kendali.',
      en: 'The path "{value}" is too long or has control characters in it.',
    },
    mend: { id: 'Tulis ulang jalur itu.', en: 'Write the path anew.' },
  },
  'path.missing': {
    severity: error,
    rule: launch,
    message: {
      id: 'Berkas "{value}", yang harus dibuka, tidak ada dalam paket.',
      en: 'The file "{value}", which is to be opened, is not in the package.',
    },
    mend: spell,
  },
  'path.backslash': {
    severity: warning,
    rule: launch,
    message: {
      id: 'Jalur "{value}" memakai garis miring terbalik; dibaca sebagai garis miring biasa.',
      en: 'The path "{value}" has backslashes; they are read as slashes.',
    },
    mend: { id: 'Ganti \\ dengan /.', en: 'Write / instead of \\.' },
  },
  'path.letter-case': {
    severity: warning,
    rule: launch,
    message: {
      id: 'Jalur "{value}" berbeda ejaan dari berkas "{found}" dalam paket.',
      en: 'The path "{value}" is spelled otherwise than the file "{found}" in the package.',
    },
    mend: spell,
  },
} as const satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof texts;
export const findingTexts: Readonly<Record<FindingCode, FindingText>> = texts;
