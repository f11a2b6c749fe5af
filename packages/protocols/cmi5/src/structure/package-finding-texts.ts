import type { FindingText } from '@sinau/findings';

const remake = {
  id: 'Buat ulang zip dengan alat yang umum, lalu unggah lagi.',
  en: 'Make the zip again with a common tool and upload it once more.',
};
const rename = {
  id: 'Ganti nama entri itu menjadi jalur relatif biasa, lalu buat ulang zip.',
  en: 'Rename the entry to a plain relative path and make the zip again.',
};
const shrink = {
  id: 'Perkecil atau bagi paket, lalu unggah lagi.',
  en: 'Make the package smaller or split it, then upload again.',
};
const error = 'error';
const nameRule = 'sinau.package-name';
const limitRule = 'sinau.package-limit';

/** About the package as a file. `sinau.` rules protect the platform; the others are requirement ids of cmi5. */
export const packageFindingTexts = {
  'package.unknown-format': {
    severity: error,
    rule: '14.0.0.0-1',
    message: {
      id: 'Jenis berkas ini tidak dikenali.',
      en: 'This is no kind of file that is accepted.',
    },
    mend: {
      id: 'Unggah paket cmi5 atau SCORM (zip), cmi5.xml, video (MP4, WebM), audio (MP3, M4A, Ogg), PDF, artikel Markdown (.md), atau kuis (QTI, Moodle XML, JSON Sinau).',
      en: 'Upload a cmi5 or SCORM package (zip), a cmi5.xml, a video (MP4, WebM), audio (MP3, M4A, Ogg), a PDF, a Markdown article (.md) or a quiz (QTI, Moodle XML, JSON of Sinau).',
    },
  },
  'package.article-unasked': {
    severity: error,
    rule: '14.0.0.0-1',
    message: {
      id: 'Teks Markdown bukan paket.',
      en: 'A Markdown text is no package.',
    },
    mend: {
      id: 'Kirim zip, cmi5.xml, video, audio, atau PDF; artikel dikirim dengan kind=article.',
      en: 'Send a zip, a cmi5.xml, a video, audio or a PDF; to send an article, say kind=article.',
    },
  },
  'package.other-kind': {
    severity: error,
    rule: 'sinau.kind',
    message: {
      id: 'Berkas ini berjenis {kind}, padahal yang diminta {expected}.',
      en: 'This file is of the kind {kind}, and {expected} was asked for.',
    },
    mend: {
      id: 'Kirim paket jenis yang diminta, atau kirim tanpa menyebut jenis.',
      en: 'Send a package of the kind asked for, or send it without naming a kind.',
    },
  },
  'package.upload-missing': {
    severity: error,
    rule: 'sinau.upload',
    message: {
      id: 'Berkas unggahan tidak ditemukan atau terputus.',
      en: 'The uploaded file is missing or was cut off.',
    },
    mend: { id: 'Unggah lagi.', en: 'Upload it again.' },
  },
  'package.import-failed': {
    severity: error,
    rule: 'sinau.import',
    message: {
      id: 'Impor gagal karena gangguan di platform, bukan karena paket Anda.',
      en: 'The import failed because of a fault of the platform, not of your package.',
    },
    mend: {
      id: 'Unggah lagi nanti; bila tetap gagal, hubungi pengelola.',
      en: 'Upload it again later; tell the operator when it fails again.',
    },
  },
  'package.au-in-course': {
    severity: error,
    rule: 'sinau.module',
    message: {
      id: 'Paket ini tidak dapat berdiri di samping modul lain kursus ini: {detail}',
      en: 'This package cannot stand beside the other modules of the course: {detail}',
    },
    mend: {
      id: 'Ganti modul yang lama dengan paket ini, atau hapus modul itu dahulu.',
      en: 'Replace the older module by this package, or remove that module first.',
    },
  },
  'package.course-gone': {
    severity: error,
    rule: 'sinau.module',
    message: {
      id: 'Kursus tujuan paket ini sudah dihapus.',
      en: 'The course of this package was deleted meanwhile.',
    },
    mend: { id: 'Unggah lagi sebagai kursus baru.', en: 'Upload it again as a new course.' },
  },
  'package.no-structure': {
    severity: error,
    rule: '14.1.0.0-2',
    message: {
      id: 'Tidak ada cmi5.xml atau imsmanifest.xml di tingkat teratas zip, dan tidak ada video atau audio di dalamnya.',
      en: 'There is no cmi5.xml or imsmanifest.xml at the top level of the zip, and no video or audio in it.',
    },
    mend: {
      id: 'Letakkan cmi5.xml atau imsmanifest.xml di tingkat teratas zip, dengan huruf kecil; atau sertakan satu video atau audio.',
      en: 'Put cmi5.xml or imsmanifest.xml at the top level of the zip, in small letters; or include one video or audio file.',
    },
  },
  'package.structure-in-folder': {
    severity: error,
    rule: '14.1.0.0-2',
    message: {
      id: 'cmi5.xml berada di "{found}", bukan di tingkat teratas zip.',
      en: 'cmi5.xml stands at "{found}", not at the top level of the zip.',
    },
    mend: {
      id: 'Buat zip dari isi foldernya, bukan dari folder itu sendiri.',
      en: 'Zip the content of the folder, not the folder itself.',
    },
  },
  'package.reserved-name': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Nama "{entry}" dicadangkan untuk platform.',
      en: 'The name "{entry}" is reserved for the platform.',
    },
    mend: rename,
  },
  'package.type-differs': {
    severity: 'warning',
    rule: 'sinau.content-type',
    message: {
      id: 'Isi "{entry}" tidak sesuai dengan akhiran namanya; berkas disajikan sebagai unduhan.',
      en: 'The content of "{entry}" does not fit its name; it is served as a download.',
    },
    mend: {
      id: 'Perbaiki akhiran nama atau ganti berkasnya.',
      en: 'Correct the extension or replace the file.',
    },
  },
  'xml.too-large': {
    severity: error,
    rule: limitRule,
    message: { id: 'cmi5.xml terlalu besar: {detail}.', en: 'cmi5.xml is too large: {detail}.' },
    mend: {
      id: 'Bagi kursus menjadi beberapa paket.',
      en: 'Split the course into several packages.',
    },
  },
  'xml.encoding': {
    severity: error,
    rule: '13.2.0.0-1',
    message: {
      id: 'Pengodean karakter cmi5.xml tidak dapat dibaca: {detail}.',
      en: 'The character encoding of cmi5.xml cannot be read: {detail}.',
    },
    mend: { id: 'Simpan berkas sebagai UTF-8.', en: 'Save the file as UTF-8.' },
  },
  'xml.doctype': {
    severity: error,
    rule: 'sinau.xml-doctype',
    message: {
      id: 'cmi5.xml memuat deklarasi DOCTYPE atau entitas.',
      en: 'cmi5.xml holds a DOCTYPE or entity declaration.',
    },
    mend: {
      id: 'Hapus deklarasi <!DOCTYPE …>; cmi5 tidak memerlukannya.',
      en: 'Remove the <!DOCTYPE …> declaration; cmi5 does not need it.',
    },
  },
  'xml.malformed': {
    severity: error,
    rule: '13.2.0.0-1',
    message: {
      id: 'cmi5.xml bukan XML yang benar: {detail}',
      en: 'cmi5.xml is not well-formed XML: {detail}',
    },
    mend: {
      id: 'Perbaiki penulisan XML pada baris yang disebut.',
      en: 'Correct the XML at the line named.',
    },
  },
  'zip.malformed': {
    severity: error,
    rule: '14.1.0.0-1',
    message: { id: 'Zip rusak atau terpotong: {detail}', en: 'The zip is damaged or cut off: {detail}' },
    mend: remake,
  },
  'zip.too-many-entries': {
    severity: error,
    rule: limitRule,
    message: {
      id: 'Zip berisi {count} entri; paling banyak {limit}.',
      en: 'The zip has {count} entries; at most {limit} are allowed.',
    },
    mend: shrink,
  },
  'zip.name-outside': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Nama entri "{entry}" menunjuk ke luar paket.',
      en: 'The entry name "{entry}" points outside the package.',
    },
    mend: rename,
  },
  'zip.name-absolute': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Nama entri "{entry}" adalah jalur absolut.',
      en: 'The entry name "{entry}" is an absolute path.',
    },
    mend: rename,
  },
  'zip.name-control-character': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Nama entri "{entry}" memuat karakter kendali.',
      en: 'The entry name "{entry}" holds a control character.',
    },
    mend: rename,
  },
  'zip.name-encoding': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Nama entri "{entry}" tidak dapat dibaca sebagai UTF-8.',
      en: 'The entry name "{entry}" cannot be read as UTF-8.',
    },
    mend: rename,
  },
  'zip.name-too-long': {
    severity: error,
    rule: nameRule,
    message: { id: 'Nama entri "{entry}" terlalu panjang.', en: 'The entry name "{entry}" is too long.' },
    mend: rename,
  },
  'zip.name-too-deep': {
    severity: error,
    rule: nameRule,
    message: {
      id: 'Entri "{entry}" berada di terlalu banyak folder bertingkat.',
      en: 'The entry "{entry}" lies in too many nested folders.',
    },
    mend: rename,
  },
  'zip.name-empty': {
    severity: error,
    rule: nameRule,
    message: { id: 'Sebuah entri tidak memiliki nama.', en: 'An entry has no name.' },
    mend: remake,
  },
  'zip.duplicate': {
    severity: error,
    rule: nameRule,
    message: {
      id: '"{entry}" bertabrakan dengan "{other}" (huruf besar/kecil dan bentuk Unicode tidak dibedakan).',
      en: '"{entry}" collides with "{other}" (letter case and Unicode form make no difference).',
    },
    mend: {
      id: 'Ganti nama salah satu berkas atau hapus yang ganda.',
      en: 'Rename one of the files or remove the double.',
    },
  },
  'zip.special-file': {
    severity: error,
    rule: nameRule,
    message: {
      id: '"{entry}" bukan berkas biasa (tautan simbolik atau perangkat).',
      en: '"{entry}" is not a plain file (a symbolic link or a device).',
    },
    mend: {
      id: 'Ganti tautan dengan berkasnya, lalu buat ulang zip.',
      en: 'Replace the link by the file itself and make the zip again.',
    },
  },
  'zip.encrypted': {
    severity: error,
    rule: '14.1.0.0-1',
    message: { id: 'Zip dilindungi kata sandi.', en: 'The zip is protected by a password.' },
    mend: { id: 'Buat zip tanpa kata sandi.', en: 'Make the zip without a password.' },
  },
  'zip.method': {
    severity: error,
    rule: '14.1.0.0-1',
    message: {
      id: '"{entry}" dimampatkan dengan metode {method} yang tidak didukung.',
      en: '"{entry}" is compressed with method {method}, which is not supported.',
    },
    mend: {
      id: 'Buat zip dengan metode deflate (pengaturan bawaan kebanyakan alat).',
      en: 'Make the zip with deflate (the default of most tools).',
    },
  },
  'zip.overlap': {
    severity: error,
    rule: limitRule,
    message: {
      id: 'Data "{entry}" tumpang tindih dengan berkas lain di dalam zip.',
      en: 'The data of "{entry}" overlaps another file of the zip.',
    },
    mend: remake,
  },
  'zip.total-too-large': {
    severity: error,
    rule: limitRule,
    message: {
      id: 'Isi zip melebihi {limit} bita setelah dibuka.',
      en: 'The unpacked content exceeds {limit} bytes.',
    },
    mend: shrink,
  },
  'zip.file-too-large': {
    severity: error,
    rule: limitRule,
    message: { id: '"{entry}" melebihi {limit} bita.', en: '"{entry}" exceeds {limit} bytes.' },
    mend: shrink,
  },
  'zip.ratio': {
    severity: error,
    rule: limitRule,
    message: {
      id: '"{entry}" mengembang lebih dari {limit} kali lipat; ini ciri bom zip.',
      en: '"{entry}" inflates more than {limit} times, as a zip bomb does.',
    },
    mend: shrink,
  },
  'zip.size-mismatch': {
    severity: error,
    rule: '14.1.0.0-1',
    message: {
      id: 'Ukuran "{entry}" tidak sama dengan yang tertulis di direktori zip ({declared} bita).',
      en: 'The size of "{entry}" is not the one the zip directory declares ({declared} bytes).',
    },
    mend: remake,
  },
  'zip.checksum': {
    severity: error,
    rule: '14.1.0.0-1',
    message: {
      id: 'Isi "{entry}" tidak cocok dengan checksum-nya.',
      en: 'The content of "{entry}" does not match its checksum.',
    },
    mend: remake,
  },
} as const satisfies Readonly<Record<string, FindingText>>;
