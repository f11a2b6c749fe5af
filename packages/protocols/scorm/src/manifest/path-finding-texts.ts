import type { FindingText } from '@sinau/findings';

const inside = {
  id: 'Masukkan berkas itu ke dalam paket dan tulis jalur relatifnya.',
  en: 'Put the file into the package and write its relative path.',
};
const spell = {
  id: 'Samakan ejaan dan huruf besar-kecil di manifes dengan nama berkas dalam zip.',
  en: 'Write the name in the manifest with the same spelling and letter case as in the zip.',
};

/** About the references of a manifest. `sinau.` rules protect the platform. */
export const pathFindingTexts = {
  'path.remote': {
    severity: 'error',
    rule: 'sinau.package-path',
    message: {
      id: 'Alamat "{value}" berada di luar paket, di server lain.',
      en: 'The address "{value}" is on another server, not in the package.',
    },
    mend: inside,
  },
  'path.scheme': {
    severity: 'error',
    rule: 'sinau.package-path',
    message: {
      id: 'Alamat "{value}" memakai skema {scheme}, yang tidak diizinkan.',
      en: 'The address "{value}" uses the scheme {scheme}, which is not allowed.',
    },
    mend: inside,
  },
  'path.absolute': {
    severity: 'error',
    rule: 'scorm.xml-base',
    message: {
      id: 'Jalur "{value}" dimulai dengan garis miring.',
      en: 'The path "{value}" begins with a slash.',
    },
    mend: {
      id: 'Hapus garis miring di awal; jalur dihitung dari imsmanifest.xml.',
      en: 'Take the slash at the beginning away; paths count from imsmanifest.xml.',
    },
  },
  'path.outside': {
    severity: 'error',
    rule: 'sinau.package-path',
    message: {
      id: 'Jalur "{value}" keluar dari paket.',
      en: 'The path "{value}" leads out of the package.',
    },
    mend: inside,
  },
  'path.syntax': {
    severity: 'error',
    rule: 'sinau.package-path',
    message: {
      id: 'Jalur "{value}" berisi karakter kendali.',
      en: 'The path "{value}" has control characters in it.',
    },
    mend: { id: 'Tulis ulang jalur itu.', en: 'Write the path anew.' },
  },
  'path.missing': {
    severity: 'error',
    rule: 'scorm.resource-file',
    message: {
      id: 'Berkas "{value}", yang harus dibuka, tidak ada dalam paket.',
      en: 'The file "{value}", which is to be opened, is not in the package.',
    },
    mend: spell,
  },
  'path.backslash': {
    severity: 'warning',
    rule: 'scorm.xml-base',
    message: {
      id: 'Jalur "{value}" memakai garis miring terbalik; dibaca sebagai garis miring biasa.',
      en: 'The path "{value}" has backslashes; they are read as slashes.',
    },
    mend: { id: 'Ganti \\ dengan /.', en: 'Write / instead of \\.' },
  },
  'path.letter-case': {
    severity: 'warning',
    rule: 'scorm.resource-file',
    message: {
      id: 'Jalur "{value}" berbeda ejaan dari berkas "{found}" dalam paket.',
      en: 'The path "{value}" is spelled otherwise than the file "{found}" in the package.',
    },
    mend: spell,
  },
  'path.base-slash': {
    severity: 'warning',
    rule: 'scorm.xml-base',
    message: {
      id: 'xml:base untuk "{value}" tidak diakhiri garis miring; dibaca sebagai folder.',
      en: 'The xml:base of "{value}" does not end with a slash; it is read as a folder.',
    },
    mend: { id: 'Akhiri xml:base dengan /.', en: 'End xml:base with /.' },
  },
  'file.missing': {
    severity: 'warning',
    rule: 'scorm.resource-file',
    message: {
      id: 'Berkas "{value}" disebut di manifes tetapi tidak ada dalam paket.',
      en: 'The file "{value}" is named by the manifest but is not in the package.',
    },
    mend: {
      id: 'Tambahkan berkas itu, atau hapus elemen file-nya.',
      en: 'Add the file, or take its file element away.',
    },
  },
  'file.refused': {
    severity: 'warning',
    rule: 'sinau.package-path',
    message: {
      id: 'Berkas "{value}" dalam daftar tidak berada di dalam paket; diabaikan.',
      en: 'The listed file "{value}" is not inside the package; it is left out.',
    },
    mend: inside,
  },
} as const satisfies Record<string, FindingText>;
