import { stemOf } from './stem.ts';

/** Words that people of this field use for one another, also across the two languages. */
const groups: readonly string[] = [
  'asn pns pppk aparatur',
  'diklat pelatihan training bimtek',
  'kursus course',
  'pemimpin leader leadership',
  'keamanan security',
  'siber cyber',
  'informasi information',
  'anggaran budget budgeting',
  'pengadaan procurement',
  'etika ethics',
  'hukum law legal',
  'keuangan finance financial',
  'pelayanan layanan service',
  'publik public',
  'bahasa language',
  'inggris english',
  'kesehatan health',
  'lingkungan environment',
  'pendidikan education',
  'komunikasi communication',
  'perencanaan planning',
  'manajemen management',
  'kebijakan policy',
  'perubahan change',
  'kinerja performance',
  'kepegawaian sdm personnel',
  'kearsipan arsip archives records',
  'pengawasan supervision',
  'audit pemeriksaan',
  'risiko risk',
  'pajak tax taxation',
  'penulisan writing',
  'dasar basic fundamental',
  'lanjutan lanjut advanced',
  'antikorupsi korupsi corruption',
  'spbe egov',
];

/** By stem: the stems of its synonyms. */
const synonyms: ReadonlyMap<string, readonly string[]> = mapOf(groups);

export function synonymsOf(stem: string): readonly string[] {
  return synonyms.get(stem) ?? [];
}

function mapOf(all: readonly string[]): Map<string, readonly string[]> {
  const map = new Map<string, readonly string[]>();
  for (const group of all) {
    const stems = [...new Set(group.split(' ').map(stemOf))];
    for (const stem of stems) {
      const others = stems.filter((other) => other !== stem);
      map.set(stem, [...new Set([...(map.get(stem) ?? []), ...others])]);
    }
  }
  return map;
}
