import type { CourseId } from '@sinau/catalogue';
import type { SearchableCourse } from '@sinau/catalogue/search';
import type { Jp, ProviderId } from '@sinau/kernel';

/** Subject, words in Indonesian, words in English: what courses for civil servants are about. */
export const topics: readonly (readonly [SearchableCourse['subject'], string, string])[] = [
  ['leadership', 'Kepemimpinan Transformasional', 'Transformational Leadership'],
  ['leadership', 'Manajemen Perubahan', 'Change Management'],
  ['leadership', 'Kepemimpinan Pengawas', 'Supervisory Leadership'],
  ['public-service', 'Pelayanan Publik Prima', 'Excellent Public Service'],
  ['public-service', 'Pengelolaan Pengaduan Masyarakat', 'Handling Public Complaints'],
  ['law-and-policy', 'Penyusunan Peraturan Daerah', 'Drafting Regional Regulations'],
  ['law-and-policy', 'Analisis Kebijakan Publik', 'Public Policy Analysis'],
  ['finance', 'Pengelolaan Keuangan Daerah', 'Regional Financial Management'],
  ['finance', 'Penyusunan Anggaran Berbasis Kinerja', 'Performance-Based Budgeting'],
  ['finance', 'Akuntansi Pemerintahan', 'Government Accounting'],
  ['planning', 'Perencanaan Pembangunan', 'Development Planning'],
  ['planning', 'Pemantauan dan Evaluasi Program', 'Programme Monitoring and Evaluation'],
  ['human-resources', 'Manajemen Kinerja Pegawai', 'Staff Performance Management'],
  ['human-resources', 'Penyusunan Analisis Jabatan', 'Job Analysis'],
  ['digital', 'Keamanan Informasi', 'Information Security'],
  ['digital', 'Keamanan Siber bagi Instansi', 'Cyber Security for Agencies'],
  ['digital', 'Arsitektur SPBE', 'Digital Government Architecture'],
  ['data', 'Statistik Sektoral', 'Sectoral Statistics'],
  ['data', 'Visualisasi Data', 'Data Visualisation'],
  ['data', 'Perlindungan Data Pribadi', 'Personal Data Protection'],
  ['communication', 'Penulisan Naskah Dinas', 'Writing Official Letters'],
  ['communication', 'Komunikasi Publik dan Media Sosial', 'Public Communication and Social Media'],
  ['ethics', 'Etika dan Integritas ASN', 'Ethics and Integrity of Civil Servants'],
  [
    'ethics',
    'Pencegahan Korupsi dan Benturan Kepentingan',
    'Preventing Corruption and Conflicts of Interest',
  ],
  ['health', 'Kesehatan dan Keselamatan Kerja', 'Occupational Health and Safety'],
  ['health', 'Penanganan Tengkes', 'Reducing Stunting'],
  ['education', 'Perancangan Pembelajaran Daring', 'Designing Online Learning'],
  ['environment', 'Pengelolaan Sampah', 'Waste Management'],
  ['environment', 'Adaptasi Perubahan Iklim', 'Climate Change Adaptation'],
  ['procurement', 'Pengadaan Barang dan Jasa', 'Procurement of Goods and Services'],
  ['procurement', 'Manajemen Kontrak', 'Contract Management'],
  ['language', 'Bahasa Inggris untuk Layanan', 'English for Service'],
  ['other', 'Kearsipan Dinamis', 'Records Management'],
  ['other', 'Mitigasi Bencana', 'Disaster Mitigation'],
];
const levels = [
  ['Dasar', 'Basic'],
  ['Lanjutan', 'Advanced'],
  ['untuk Pemula', 'for Beginners'],
  ['Tingkat Madya', 'Intermediate'],
  ['Praktik', 'in Practice'],
  ['', ''],
] as const;
const sentences = [
  [
    'Peserta memahami peraturan yang berlaku dan menerapkannya dalam pekerjaan',
    'Learners understand the rules in force and apply them at work',
  ],
  [
    'Materi disusun dari kasus nyata pemerintah daerah',
    'The material is made from real cases of regional government',
  ],
  ['Setiap modul diakhiri latihan dan kuis singkat', 'Each module ends with an exercise and a short quiz'],
  [
    'Kursus ini membahas perencanaan, pelaksanaan dan pelaporan',
    'This course covers planning, delivery and reporting',
  ],
  [
    'Cocok bagi analis, pengelola data dan pejabat pengawas',
    'Suited to analysts, data officers and supervisors',
  ],
  ['Tersedia contoh dokumen yang dapat diunduh', 'Sample documents can be downloaded'],
  ['Dilengkapi video, panduan dan lembar kerja', 'With videos, guides and worksheets'],
  ['Hasil belajar tercatat sebagai jam pelajaran', 'Results are recorded as lesson hours'],
] as const;
const competencies = [
  'Integritas',
  'Kerja sama',
  'Komunikasi',
  'Orientasi pada hasil',
  'Pelayanan publik',
  'Pengembangan diri dan orang lain',
  'Mengelola perubahan',
  'Pengambilan keputusan',
  'Perekat bangsa',
  'Literasi digital',
];
const forms = ['NKL03', 'NKL04', 'KL03', 'KL05', 'KL06', 'KL08', 'NKL09'] as const;
const syllables =
  'ka ba la ma ra sa ta wa pu lu tu gi si di lo ko nga nya ter ban kal mer jam bu ro so ne pi'.split(' ');

export const providerCount = 120;
export const providerNameOf = (n: number) =>
  `${['Universitas', 'Politeknik', 'Pusat Pelatihan', 'Lembaga Pendidikan'][n % 4]} ${placeName(n * 7 + 3)}`;

/**
 * So many made-up courses, the same ones each time: subjects repeat as they do in a real catalogue, places and numbers of
 * rules give it the long tail of words that stand in few courses.
 */
export function syntheticCourses(count: number): readonly SearchableCourse[] {
  const next = randomFrom(20_261_127);
  const any = <Item>(items: readonly Item[]): Item => items[Math.floor(next() * items.length)] as Item;
  return Array.from({ length: count }, (_, n) => {
    const [subject, id, en] = any(topics);
    const [levelId, levelEn] = any(levels);
    const place = placeName(Math.floor(next() * 9_000));
    const isBilingual = next() < 0.6;
    const told = [any(sentences), any(sentences), any(sentences)];
    const rule = `${1 + Math.floor(next() * 120)}/${2012 + Math.floor(next() * 14)}`;
    const day = String(1 + Math.floor(next() * 28)).padStart(2, '0');
    return {
      courseId: `course-${String(n).padStart(5, '0')}` as CourseId,
      providerId: `provider-${Math.floor(next() ** 2 * providerCount)}` as ProviderId,
      title: {
        id: `${id} ${levelId} ${place}`.replace(/\s+/g, ' '),
        ...(isBilingual && { en: `${en} ${levelEn} ${place}`.replace(/\s+/g, ' ') }),
      },
      description: {
        id: `${told.map(([text]) => text).join('. ')}. Mengacu pada Peraturan ${rule} di ${place}.`,
        ...(isBilingual && { en: `${told.map(([, text]) => text).join('. ')}. Under regulation ${rule}.` }),
      },
      jp: (Math.round(1 + next() ** 3 * 60) * 100) as Jp,
      form: any(forms),
      subject,
      competencies: [...new Set([any(competencies), any(competencies)])],
      languages: isBilingual ? ['id', 'en'] : ['id'],
      price: next() < 0.8 ? 0 : 50_000 * (1 + Math.floor(next() * 20)),
      minutes: 45 * (1 + Math.floor(next() * 40)),
      publishedAt: `2026-${String(1 + Math.floor(next() * 11)).padStart(2, '0')}-${day}T01:00:00.000Z`,
    };
  });
}

function placeName(n: number): string {
  const part = (at: number) => syllables[Math.floor(n / syllables.length ** at) % syllables.length] ?? '';
  const name = `${part(0)}${part(1)}${part(2)}${n % 3 === 0 ? part(1) : ''}`;
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
}

/** Numbers from 0 to 1 that look drawn by lot (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
