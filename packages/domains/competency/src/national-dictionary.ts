import type { LocalDate } from '@sinau/kernel';
import type { Competency, CompetencyId, Family } from './competency.ts';

/** One version of the dictionary that holds for every agency. */
interface NationalDictionary {
  readonly version: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  /** Descriptions are ours and short; nobody has compared them with the annex, which has several indicators a level. */
  readonly verified: boolean;
  readonly competencies: readonly Described[];
}

interface Described {
  readonly code: string;
  readonly family: Exclude<Family, 'technical'>;
  readonly id: readonly string[];
  readonly en: readonly string[];
}

const said = (code: string, id: readonly string[], en: readonly string[]): Described => ({
  ...{ code, id, en },
  family: code.startsWith('S') ? 'sociocultural' : 'managerial',
});

/** Name, then what somebody does on levels 1 to 5. */
const permenpanrb38: NationalDictionary = {
  version: 'permenpanrb-38-2017',
  legalBasis: 'PermenPANRB 38/2017',
  validFrom: '2017-06-19',
  verified: false,
  competencies: [
    said(
      'M1',
      [
        'Integritas',
        'Bertindak sesuai nilai dan kode etik dalam pekerjaannya sendiri',
        'Mengingatkan dan mengajak rekan bertindak sesuai nilai dan kode etik',
        'Memastikan timnya bekerja sesuai nilai dan kode etik',
        'Membangun suasana kerja yang patuh pada nilai dan kode etik',
        'Menjadi teladan tingkat nasional',
      ],
      [
        'Integrity',
        'Acts by values and code of ethics in their own work',
        'Reminds and invites peers to act by them',
        'Makes sure that the team does',
        'Builds a climate in which everybody complies',
        'Is a role model of the nation',
      ],
    ),
    said(
      'M2',
      [
        'Kerja Sama',
        'Ikut serta dalam kerja kelompok',
        'Menumbuhkan tim yang partisipatif dan efektif',
        'Membentuk tim untuk hasil kerja organisasi',
        'Membangun komitmen dan sinergi antarunit',
        'Menjaga kerja sama di dalam dan di luar instansi',
      ],
      [
        'Teamwork',
        'Takes part in the work of a group',
        'Grows a team that takes part and works well',
        'Forms teams for results of the organisation',
        'Builds commitment and synergy between units',
        'Keeps up cooperation inside and outside of the agency',
      ],
    ),
    said(
      'M3',
      [
        'Komunikasi',
        'Menyampaikan informasi dengan jelas dan lengkap',
        'Aktif berkomunikasi resmi dan tidak resmi, mendengarkan, dan menyusun bahan',
        'Tegas menyampaikan hal yang rumit dan peka',
        'Mempertimbangkan banyak sudut pandang untuk mencapai kesepakatan',
        'Membangun sistem komunikasi strategis yang terbuka',
      ],
      [
        'Communication',
        'Gives clear and complete information',
        'Is active in formal and informal talk, listens, drafts material',
        'Is assertive about complex and sensitive matters',
        'Looks from many angles to reach agreement',
        'Builds an open system of strategic communication',
      ],
    ),
    said(
      'M4',
      [
        'Orientasi pada Hasil',
        'Memenuhi standar kerja',
        'Meningkatkan hasil kerjanya di atas standar',
        'Menetapkan target yang menantang bagi unitnya',
        'Mendorong unit mencapai atau melampaui target',
        'Meningkatkan mutu hasil seluruh organisasi',
      ],
      [
        'Results orientation',
        'Meets the standards of work',
        'Lifts their own results above the standard',
        'Sets challenging targets for the unit',
        'Drives units to meet or exceed their targets',
        'Lifts the quality of the whole organisation',
      ],
    ),
    said(
      'M5',
      [
        'Pelayanan Publik',
        'Mengikuti standar pelayanan',
        'Mengawasi pelayanan dan menjelaskannya secara terbuka',
        'Memanfaatkan kekuatan tim dan memperbaiki standar pelayanan unit',
        'Mengantisipasi masalah pelayanan jangka panjang',
        'Menjamin kebijakan pelayanan yang netral dan objektif',
      ],
      [
        'Public service',
        'Follows the service standard',
        'Supervises services and explains them openly',
        'Uses strengths of the group and improves the standard of the unit',
        'Anticipates long-term issues of services',
        'Secures a neutral and objective service policy',
      ],
    ),
    said(
      'M6',
      [
        'Pengembangan Diri dan Orang Lain',
        'Mengembangkan diri sendiri',
        'Meningkatkan kemampuan bawahan lewat contoh dan penjelasan',
        'Memberi umpan balik dan bimbingan',
        'Menyusun program jangka panjang dan mengelola pembelajaran',
        'Membangun organisasi yang terus belajar',
      ],
      [
        'Developing self and others',
        'Develops themselves',
        'Raises abilities of others by example and explanation',
        'Gives feedback and guidance',
        'Draws up long-term programmes and manages learning',
        'Builds an organisation that keeps learning',
      ],
    ),
    said(
      'M7',
      [
        'Mengelola Perubahan',
        'Mengikuti perubahan dengan arahan',
        'Menyesuaikan diri secara proaktif',
        'Membantu orang lain mengikuti perubahan dan mengantisipasinya',
        'Memimpin perubahan pada unit kerja',
        'Menggerakkan pemangku kepentingan tingkat nasional',
      ],
      [
        'Managing change',
        'Follows change with guidance',
        'Adapts proactively',
        'Helps others through change and anticipates it',
        'Leads change in the unit',
        'Mobilises stakeholders of the nation',
      ],
    ),
    said(
      'M8',
      [
        'Pengambilan Keputusan',
        'Mengumpulkan fakta dan bertindak sesuai kewenangannya',
        'Menganalisis masalah secara mendalam',
        'Membandingkan pilihan dan menimbang risikonya',
        'Menyelesaikan masalah berisiko tinggi dengan mitigasi',
        'Menghasilkan keputusan strategis tingkat nasional',
      ],
      [
        'Decision making',
        'Collects facts and acts within their authority',
        'Analyses problems in depth',
        'Compares options and balances their risks',
        'Solves problems of high risk with mitigation',
        'Makes strategic decisions for the nation',
      ],
    ),
    said(
      'S1',
      [
        'Perekat Bangsa',
        'Peka terhadap keberagaman',
        'Menghormati secara aktif dan mengutamakan persatuan',
        'Mengembangkan sikap toleran',
        'Memanfaatkan keberagaman secara konstruktif',
        'Mewakili pemerintah dan membangun ikatan sosial psikologis',
      ],
      [
        'National cohesion',
        'Is sensitive to diversity',
        'Respects actively and stresses unity',
        'Promotes tolerance',
        'Uses diversity constructively',
        'Represents the government and builds social ties',
      ],
    ),
  ],
};

const dictionaries: readonly NationalDictionary[] = [permenpanrb38];

/** Managerial and sociocultural competencies as they hold on a day. */
export function nationalCompetencies(day: LocalDate): readonly Competency[] {
  const found =
    dictionaries.find(({ validFrom, validTo = '9999' }) => validFrom <= day && day <= validTo) ??
    permenpanrb38;
  return found.competencies.map(({ code, family, id, en }) => ({
    ...{ competencyId: code as CompetencyId, family, legalBasis: found.legalBasis },
    ...{ verified: found.verified, validFrom: found.validFrom },
    name: { id: id[0] ?? code, en: en[0] ?? code },
    levels: [1, 2, 3, 4, 5].map((level) => ({ id: id[level] ?? '', en: en[level] ?? '' })),
  }));
}

export const nationalIds = permenpanrb38.competencies.map(({ code }) => code as CompetencyId);
