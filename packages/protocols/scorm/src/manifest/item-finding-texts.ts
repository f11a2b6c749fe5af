import type { FindingText } from '@sinau/findings';

const checkScript = {
  id: 'Perbaiki naskah prasyaratnya, misalnya A&(B|C).',
  en: 'Mend the script of the prerequisites, for example A&(B|C).',
};

/** About items, resources and sequencing. */
export const itemFindingTexts = {
  'id.missing': {
    severity: 'error',
    rule: 'scorm.identifier',
    message: {
      id: 'Elemen {element} tidak memiliki identifier.',
      en: 'The element {element} has no identifier.',
    },
    mend: { id: 'Tambahkan identifier yang unik.', en: 'Add an identifier of its own.' },
  },
  'id.duplicate': {
    severity: 'error',
    rule: 'scorm.identifier',
    message: {
      id: 'Identifier "{value}" sudah dipakai di baris {other}.',
      en: 'The identifier "{value}" is already used at line {other}.',
    },
    mend: { id: 'Beri identifier yang unik.', en: 'Give it an identifier of its own.' },
  },
  'items.too-many': {
    severity: 'error',
    rule: 'sinau.manifest-limit',
    message: {
      id: 'Paket memuat {count} item; paling banyak {limit}.',
      en: 'The package has {count} items; at most {limit} can be played.',
    },
    mend: { id: 'Bagi paket menjadi beberapa modul.', en: 'Split the package into several modules.' },
  },
  'title.missing': {
    severity: 'warning',
    rule: 'scorm.title',
    message: {
      id: '"{value}" tidak memiliki judul; identifier-nya yang ditampilkan.',
      en: '"{value}" has no title; its identifier is shown.',
    },
    mend: { id: 'Tambahkan elemen title.', en: 'Add a title element.' },
  },
  'item.reference-unknown': {
    severity: 'error',
    rule: 'scorm.item',
    message: {
      id: 'Item "{item}" merujuk resource "{value}", yang tidak ada.',
      en: 'The item "{item}" refers to the resource "{value}", which does not exist.',
    },
    mend: {
      id: 'Isi identifierref dengan identifier sebuah resource.',
      en: 'Write the identifier of a resource into identifierref.',
    },
  },
  'item.leaf-without-resource': {
    severity: 'warning',
    rule: 'scorm.item',
    message: {
      id: 'Item "{item}" tidak memiliki anak maupun resource; tidak ada yang dapat dibuka.',
      en: 'The item "{item}" has neither children nor a resource; there is nothing to open.',
    },
    mend: {
      id: 'Beri identifierref, atau hapus item itu.',
      en: 'Give it an identifierref, or take it away.',
    },
  },
  'item.cluster-with-resource': {
    severity: 'warning',
    rule: 'scorm.item',
    message: {
      id: 'Item "{item}" memiliki anak dan juga resource; resource-nya diabaikan.',
      en: 'The item "{item}" has children and a resource as well; its resource is left out.',
    },
    mend: { id: 'Pindahkan resource ke item anak.', en: 'Move the resource to a child item.' },
  },
  'resource.no-href': {
    severity: 'error',
    rule: 'scorm.resource',
    message: {
      id: 'Resource "{value}" harus dibuka tetapi tidak memiliki href.',
      en: 'The resource "{value}" is to be opened but has no href.',
    },
    mend: { id: 'Tambahkan href ke berkas pembukanya.', en: 'Add an href to the file to open.' },
  },
  'resource.scorm-type': {
    severity: 'warning',
    rule: 'scorm.resource',
    message: {
      id: 'Resource "{value}" tidak menyebut scormtype yang dikenal; dianggap asset.',
      en: 'The resource "{value}" tells no known scormtype; it is taken for an asset.',
    },
    mend: { id: 'Isi scormtype dengan sco atau asset.', en: 'Write sco or asset into scormtype.' },
  },
  'resource.dependency-unknown': {
    severity: 'warning',
    rule: 'scorm.resource',
    message: {
      id: 'Ketergantungan pada resource "{value}", yang tidak ada, diabaikan.',
      en: 'The dependency on the resource "{value}", which does not exist, is left out.',
    },
    mend: { id: 'Perbaiki identifierref-nya.', en: 'Mend its identifierref.' },
  },
  'value.invalid': {
    severity: 'warning',
    rule: 'scorm.value',
    message: {
      id: 'Nilai "{value}" untuk {name} tidak sah; {used} yang dipakai.',
      en: 'The value "{value}" of {name} is not valid; {used} is used.',
    },
    mend: { id: 'Perbaiki nilai {name}.', en: 'Mend the value of {name}.' },
  },
  'prerequisites.type': {
    severity: 'warning',
    rule: 'scorm.prerequisites',
    message: {
      id: 'Prasyarat item "{item}" bukan aicc_script; diabaikan.',
      en: 'The prerequisites of the item "{item}" are no aicc_script; they are left out.',
    },
    mend: { id: 'Gunakan type="aicc_script".', en: 'Use type="aicc_script".' },
  },
  'prerequisites.unreadable': {
    severity: 'warning',
    rule: 'scorm.prerequisites',
    message: {
      id: 'Prasyarat "{value}" item "{item}" tidak terbaca; item itu terbuka bagi semua.',
      en: 'The prerequisites "{value}" of the item "{item}" cannot be read; the item is open to all.',
    },
    mend: checkScript,
  },
  'prerequisites.item-unknown': {
    severity: 'warning',
    rule: 'scorm.prerequisites',
    message: {
      id: 'Prasyarat item "{item}" menyebut "{value}", yang tidak ada; item itu terbuka bagi semua.',
      en: 'The prerequisites of the item "{item}" name "{value}", which does not exist; the item is open to all.',
    },
    mend: checkScript,
  },
  'sequencing.reference-unknown': {
    severity: 'error',
    rule: 'scorm.sequencing',
    message: {
      id: 'Sequencing merujuk "{value}", yang tidak ada di sequencingCollection.',
      en: 'The sequencing refers to "{value}", which is not in the sequencingCollection.',
    },
    mend: {
      id: 'Tambahkan sequencing dengan ID itu, atau perbaiki IDRef.',
      en: 'Add a sequencing with that ID, or mend the IDRef.',
    },
  },
  'sequencing.objective-unknown': {
    severity: 'warning',
    rule: 'scorm.sequencing',
    message: {
      id: 'Aturan merujuk objective "{value}", yang tidak ada pada aktivitas ini.',
      en: 'A rule refers to the objective "{value}", which this activity does not have.',
    },
    mend: { id: 'Perbaiki referencedObjective.', en: 'Mend referencedObjective.' },
  },
  'sequencing.objective-repeated': {
    severity: 'warning',
    rule: 'scorm.sequencing',
    message: {
      id: 'Objective "{value}" disebut dua kali; yang kedua diabaikan.',
      en: 'The objective "{value}" is there twice; the second is left out.',
    },
    mend: { id: 'Beri objectiveID yang unik.', en: 'Give it an objectiveID of its own.' },
  },
  'sequencing.map-without-target': {
    severity: 'warning',
    rule: 'scorm.sequencing',
    message: {
      id: 'mapInfo tanpa targetObjectiveID diabaikan.',
      en: 'A mapInfo without targetObjectiveID is left out.',
    },
    mend: { id: 'Tambahkan targetObjectiveID.', en: 'Add a targetObjectiveID.' },
  },
} as const satisfies Record<string, FindingText>;
