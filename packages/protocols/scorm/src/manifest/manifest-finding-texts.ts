import type { FindingText } from '@sinau/findings';

const exportAgain = {
  id: 'Ekspor ulang paket dari alat penyusunnya sebagai SCORM 1.2 atau SCORM 2004.',
  en: 'Export the package again from its authoring tool as SCORM 1.2 or SCORM 2004.',
};
const declareVersion = {
  id: 'Tulis schemaversion: 1.2, CAM 1.3, 2004 3rd Edition atau 2004 4th Edition.',
  en: 'Write schemaversion: 1.2, CAM 1.3, 2004 3rd Edition or 2004 4th Edition.',
};

/** About the manifest as a document. */
export const manifestFindingTexts = {
  'xml.too-large': {
    severity: 'error',
    rule: 'sinau.manifest-limit',
    message: { id: 'Manifes terlalu besar: {detail}.', en: 'The manifest is too large: {detail}.' },
    mend: {
      id: 'Kurangi daftar berkas atau bagi paket.',
      en: 'Shorten the lists of files or split the package.',
    },
  },
  'xml.encoding': {
    severity: 'error',
    rule: 'scorm.manifest',
    message: {
      id: 'Pengodean karakter manifes tidak terbaca: {detail}.',
      en: 'The character encoding of the manifest cannot be read: {detail}.',
    },
    mend: { id: 'Simpan manifes sebagai UTF-8.', en: 'Save the manifest as UTF-8.' },
  },
  'xml.doctype': {
    severity: 'error',
    rule: 'sinau.manifest-doctype',
    message: {
      id: 'Manifes memuat deklarasi DOCTYPE, yang tidak diizinkan.',
      en: 'The manifest has a DOCTYPE declaration, which is not allowed.',
    },
    mend: { id: 'Hapus baris DOCTYPE.', en: 'Take the DOCTYPE line away.' },
  },
  'xml.malformed': {
    severity: 'error',
    rule: 'scorm.manifest',
    message: { id: 'XML manifes rusak: {detail}.', en: 'The XML of the manifest is broken: {detail}.' },
    mend: {
      id: 'Perbaiki XML di baris ini atau ekspor ulang paket.',
      en: 'Mend the XML at this line or export the package again.',
    },
  },
  'xml.schema-violation': {
    severity: 'warning',
    rule: 'scorm.manifest',
    message: {
      id: 'Manifes menyimpang dari skemanya: {detail}.',
      en: 'The manifest departs from its schema: {detail}.',
    },
    mend: exportAgain,
  },
  'manifest.root': {
    severity: 'error',
    rule: 'scorm.manifest',
    message: {
      id: 'Elemen akar bukan manifest dari IMS Content Packaging.',
      en: 'The root element is not the manifest of IMS Content Packaging.',
    },
    mend: exportAgain,
  },
  'manifest.namespace': {
    severity: 'warning',
    rule: 'scorm.manifest',
    message: {
      id: 'Namespace "{value}" bukan milik IMS Content Packaging; manifes tetap dibaca.',
      en: 'The namespace "{value}" is not that of IMS Content Packaging; the manifest is read all the same.',
    },
    mend: exportAgain,
  },
  'manifest.sub-manifest': {
    severity: 'warning',
    rule: 'scorm.manifest',
    message: {
      id: 'Manifes di dalam manifes diabaikan.',
      en: 'A manifest inside the manifest is left out.',
    },
    mend: {
      id: 'Pindahkan isinya ke manifes utama.',
      en: 'Move what it holds to the main manifest.',
    },
  },
  'version.missing': {
    severity: 'warning',
    rule: 'scorm.schema-version',
    message: {
      id: 'Manifes tidak menyebut versi SCORM; dibaca sebagai {version}.',
      en: 'The manifest does not tell its version of SCORM; it is read as {version}.',
    },
    mend: declareVersion,
  },
  'version.unknown': {
    severity: 'warning',
    rule: 'scorm.schema-version',
    message: {
      id: 'Versi "{value}" tidak dikenal; dibaca sebagai {version}.',
      en: 'The version "{value}" is not known; it is read as {version}.',
    },
    mend: declareVersion,
  },
  'version.conflict': {
    severity: 'warning',
    rule: 'scorm.schema-version',
    message: {
      id: 'Manifes menyebut versi "{value}" tetapi memakai kosakata versi lain; dibaca sebagai {version}.',
      en: 'The manifest tells version "{value}" but uses words of another; it is read as {version}.',
    },
    mend: declareVersion,
  },
  'version.foreign': {
    severity: 'error',
    rule: 'scorm.schema-version',
    message: {
      id: 'Paket ini bukan SCORM melainkan "{value}".',
      en: 'This package is not SCORM but "{value}".',
    },
    mend: exportAgain,
  },
  'organizations.none': {
    severity: 'error',
    rule: 'scorm.organization',
    message: {
      id: 'Manifes tidak memuat organization, sehingga tidak ada yang dapat dibuka.',
      en: 'The manifest has no organization, so there is nothing to open.',
    },
    mend: {
      id: 'Ekspor sebagai kursus (content aggregation), bukan sebagai kumpulan berkas.',
      en: 'Export as a course (content aggregation), not as a set of files.',
    },
  },
  'organizations.default-unknown': {
    severity: 'warning',
    rule: 'scorm.organization',
    message: {
      id: 'Organization bawaan "{value}" tidak ada; yang pertama dipakai.',
      en: 'The default organization "{value}" does not exist; the first is used.',
    },
    mend: {
      id: 'Isi atribut default dengan identifier sebuah organization.',
      en: 'Write the identifier of an organization into the attribute default.',
    },
  },
  'organization.nothing-to-launch': {
    severity: 'error',
    rule: 'scorm.organization',
    message: {
      id: 'Organization "{value}" tidak memiliki item yang dapat dibuka.',
      en: 'The organization "{value}" has no item that can be opened.',
    },
    mend: {
      id: 'Beri sedikitnya satu item identifierref ke sebuah resource.',
      en: 'Give at least one item an identifierref to a resource.',
    },
  },
  'organization.empty': {
    severity: 'warning',
    rule: 'scorm.organization',
    message: {
      id: 'Organization "{value}" tidak memiliki item yang dapat dibuka; tidak dapat dipilih.',
      en: 'The organization "{value}" has no item that can be opened; it cannot be chosen.',
    },
    mend: { id: 'Hapus atau lengkapi organization itu.', en: 'Complete the organization or take it away.' },
  },
} as const satisfies Record<string, FindingText>;
