import type { FindingText } from '@sinau/findings';

/** About what `cmi5.xml` says. Rules are the requirement ids of the cmi5 specification. */
export const structureFindingTexts = {
  'schema.root': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Elemen akar bukan courseStructure dari cmi5.',
      en: 'The root element is not the courseStructure of cmi5.',
    },
    mend: {
      id: 'Gunakan elemen courseStructure dengan xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd".',
      en: 'Use the element courseStructure with xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd".',
    },
  },
  'schema.unexpected-element': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Elemen {element} tidak boleh berada di sini; yang diharapkan: {expected}.',
      en: 'The element {element} may not stand here; expected: {expected}.',
    },
    mend: {
      id: 'Periksa urutan dan ejaan elemen. Urutan dalam au: title, description, objectives, url, launchParameters, entitlementKey.',
      en: 'Check order and spelling of the elements. Order in au: title, description, objectives, url, launchParameters, entitlementKey.',
    },
  },
  'schema.missing-element': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Elemen {element} belum lengkap; yang masih diperlukan: {expected}.',
      en: 'The element {element} is not complete; it still needs: {expected}.',
    },
    mend: { id: 'Tambahkan elemen yang kurang.', en: 'Add the missing element.' },
  },
  'schema.missing-attribute': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Elemen {element} tidak memiliki atribut {attribute}.',
      en: 'The element {element} has no attribute {attribute}.',
    },
    mend: { id: 'Tambahkan atribut {attribute}.', en: 'Add the attribute {attribute}.' },
  },
  'schema.unknown-attribute': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Atribut {attribute} tidak dikenal pada elemen {element}.',
      en: 'The attribute {attribute} is not known on the element {element}.',
    },
    mend: {
      id: 'Hapus atribut itu, perbaiki ejaannya, atau letakkan di namespace ekstensi Anda sendiri.',
      en: 'Remove it, correct its spelling, or put it into a namespace of your own extension.',
    },
  },
  'schema.value': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Nilai {attribute} pada elemen {element} tidak sah ({detail}).',
      en: 'The value of {attribute} on the element {element} is not valid ({detail}).',
    },
    mend: {
      id: 'Gunakan nilai yang disebut spesifikasi: moveOn NotApplicable, Passed, Completed, CompletedAndPassed, atau CompletedOrPassed; launchMethod AnyWindow atau OwnWindow; masteryScore 0 sampai 1.',
      en: 'Use a value of the specification: moveOn NotApplicable, Passed, Completed, CompletedAndPassed or CompletedOrPassed; launchMethod AnyWindow or OwnWindow; masteryScore 0 to 1.',
    },
  },
  'schema.other': {
    severity: 'error',
    rule: '13.2.0.0-1',
    message: {
      id: 'Berkas tidak sesuai skema struktur kursus: {detail}',
      en: 'The file does not fit the schema of course structures: {detail}',
    },
    mend: {
      id: 'Bandingkan dengan skema CourseStructure.xsd dari spesifikasi cmi5.',
      en: 'Compare with the schema CourseStructure.xsd of the cmi5 specification.',
    },
  },
  'extension.misplaced': {
    severity: 'error',
    rule: '13.1.5.0-2',
    message: {
      id: 'Ekstensi "{name}" berdiri di tempat yang tidak diperbolehkan.',
      en: 'The extension "{name}" stands where none is allowed.',
    },
    mend: {
      id: 'Letakkan elemen ekstensi di akhir elemen induknya, sesudah semua elemen cmi5; hapus atribut ekstensi dari objective.',
      en: 'Put extension elements at the end of their parent, behind every element of cmi5; remove extension attributes from objective.',
    },
  },
  'iri.not-absolute': {
    severity: 'error',
    rule: '3.0.0.0-1',
    message: {
      id: '{attribute} pada {element} bukan IRI lengkap: "{value}".',
      en: '{attribute} of {element} is not a full IRI: "{value}".',
    },
    mend: {
      id: 'Tulis IRI lengkap beserta skemanya, misalnya https://penyedia.example/kursus/1.',
      en: 'Write a full IRI with its scheme, e.g. https://provider.example/course/1.',
    },
  },
  'block.duplicate-id': {
    severity: 'error',
    rule: '13.1.2.0-1',
    message: {
      id: 'Id block "{value}" sudah dipakai di baris {other}.',
      en: 'The block id "{value}" is used already on line {other}.',
    },
    mend: { id: 'Beri setiap block id yang berbeda.', en: 'Give every block an id of its own.' },
  },
  'objective.duplicate-id': {
    severity: 'error',
    rule: '13.1.3.0-1',
    message: {
      id: 'Id objective "{value}" sudah dipakai di baris {other}.',
      en: 'The objective id "{value}" is used already on line {other}.',
    },
    mend: { id: 'Beri setiap objective id yang berbeda.', en: 'Give every objective an id of its own.' },
  },
  'au.duplicate-id': {
    severity: 'error',
    rule: '13.1.4.0-1',
    message: {
      id: 'Id AU "{value}" sudah dipakai di baris {other}.',
      en: 'The AU id "{value}" is used already on line {other}.',
    },
    mend: { id: 'Beri setiap AU id yang berbeda.', en: 'Give every AU an id of its own.' },
  },
  'url.syntax': {
    severity: 'error',
    rule: '13.1.4.0-2',
    message: {
      id: 'URL AU tidak sesuai RFC 1738: "{value}".',
      en: 'The AU URL does not follow RFC 1738: "{value}".',
    },
    mend: {
      id: 'Kodekan spasi dan karakter khusus (misalnya %20) dan tulis alamat lengkap setelah "skema://".',
      en: 'Encode spaces and special characters (e.g. %20) and write the whole address after "scheme://".',
    },
  },
  'url.relative-without-zip': {
    severity: 'error',
    rule: '14.2.0.0-1',
    message: {
      id: 'URL AU "{value}" relatif, padahal cmi5.xml diunggah tanpa berkas zip.',
      en: 'The AU URL "{value}" is relative, but cmi5.xml came without a zip.',
    },
    mend: {
      id: 'Tulis URL lengkap, atau unggah zip yang berisi cmi5.xml dan berkasnya.',
      en: 'Write a full URL, or upload a zip that holds cmi5.xml and the files.',
    },
  },
  'url.file-missing': {
    severity: 'error',
    rule: '14.1.0.0-4',
    message: {
      id: 'Berkas "{value}" dari URL AU tidak ada di dalam zip.',
      en: 'The file "{value}" of the AU URL is not in the zip.',
    },
    mend: {
      id: 'Tambahkan berkas itu atau perbaiki URL; huruf besar dan kecil dibedakan.',
      en: 'Add the file or correct the URL; letter case matters.',
    },
  },
  'url.outside-package': {
    severity: 'error',
    rule: '14.1.0.0-4',
    message: {
      id: 'URL AU "{value}" menunjuk ke luar paket.',
      en: 'The AU URL "{value}" points outside the package.',
    },
    mend: { id: 'Hapus bagian ".." dari URL.', en: 'Remove the ".." steps from the URL.' },
  },
  'url.parameter-taken': {
    severity: 'error',
    rule: '8.1.0.0-6',
    message: {
      id: 'URL AU memakai parameter "{parameter}" yang dicadangkan cmi5.',
      en: 'The AU URL uses the parameter "{parameter}", which cmi5 reserves.',
    },
    mend: {
      id: 'Ganti nama parameter; endpoint, fetch, actor, registration, dan activityId milik peluncuran.',
      en: 'Rename it; endpoint, fetch, actor, registration and activityId belong to the launch.',
    },
  },
  'url.scheme': {
    severity: 'error',
    rule: 'sinau.au-url',
    message: {
      id: 'URL AU memakai skema "{scheme}" yang tidak diizinkan.',
      en: 'The AU URL uses the scheme "{scheme}", which is not allowed.',
    },
    mend: {
      id: 'Gunakan https atau URL relatif di dalam zip.',
      en: 'Use https, or a relative URL inside the zip.',
    },
  },
  'url.origin': {
    severity: 'error',
    rule: 'sinau.au-url',
    message: {
      id: 'URL AU menunjuk ke {origin}, yang tidak ada dalam daftar asal konten yang diizinkan.',
      en: 'The AU URL points to {origin}, which is not on the list of allowed content origins.',
    },
    mend: {
      id: 'Masukkan konten ke dalam zip dengan URL relatif, atau minta pengelola mendaftarkan asal ini.',
      en: 'Put the content into the zip with a relative URL, or ask the operator to list this origin.',
    },
  },
  'objective.unknown': {
    severity: 'warning',
    rule: '13.1.3',
    message: {
      id: 'Rujukan "{value}" tidak menunjuk objective mana pun dalam struktur.',
      en: 'The reference "{value}" names no objective of the structure.',
    },
    mend: {
      id: 'Definisikan objective itu di bawah courseStructure atau hapus rujukannya.',
      en: 'Define the objective below courseStructure or remove the reference.',
    },
  },
  'mastery-score.precision': {
    severity: 'warning',
    rule: '13.1.4',
    message: {
      id: 'masteryScore {value} memiliki lebih dari empat desimal.',
      en: 'masteryScore {value} has more than four decimals.',
    },
    mend: { id: 'Bulatkan menjadi empat desimal.', en: 'Round it to four decimals.' },
  },
  'wording.empty': {
    severity: 'warning',
    rule: '13.1',
    message: {
      id: '{part} dari {element} kosong.',
      en: 'The {part} of {element} is empty.',
    },
    mend: { id: 'Isi teks yang dapat dibaca peserta.', en: 'Write a text that learners can read.' },
  },
  'wording.language-repeated': {
    severity: 'warning',
    rule: '13.1',
    message: {
      id: '{part} dari {element} memiliki dua teks berbahasa "{language}"; yang pertama dipakai.',
      en: 'The {part} of {element} has two texts in "{language}"; the first one is used.',
    },
    mend: { id: 'Simpan satu teks per bahasa.', en: 'Keep one text for each language.' },
  },
  'move-on.none': {
    severity: 'warning',
    rule: '13.1.4',
    message: {
      id: 'Tidak ada AU dengan moveOn; kursus dianggap selesai begitu peserta mendaftar.',
      en: 'No AU has a moveOn; the course counts as done as soon as somebody enrols.',
    },
    mend: {
      id: 'Beri moveOn, misalnya CompletedOrPassed, pada AU yang harus diselesaikan.',
      en: 'Give a moveOn, e.g. CompletedOrPassed, to the AUs that must be done.',
    },
  },
} as const satisfies Readonly<Record<string, FindingText>>;
