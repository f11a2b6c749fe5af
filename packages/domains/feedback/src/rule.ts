import type { LanguageMap, LocalDate } from '@sinau/kernel';

/** Codes of the elements, as surveys number them. What a number is about stands in its survey: some agencies swap U8 and U9. */
export const elementCodes = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6', 'u7', 'u8', 'u9'] as const;
export type ElementCode = (typeof elementCodes)[number];

/** What an element is about, whatever its number. */
export const subjects = [
  ...(['requirements', 'procedure', 'time', 'cost', 'product'] as const),
  ...(['competence', 'conduct', 'complaints', 'facilities'] as const),
] as const;
export type Subject = (typeof subjects)[number];

export const grades = ['A', 'B', 'C', 'D'] as const;
export type Grade = (typeof grades)[number];

/** One version of how satisfaction is measured. */
export interface Rule {
  readonly version: string;
  readonly legalBasis: string;
  readonly validFrom: LocalDate;
  /** Absent: still valid. */
  readonly validTo?: LocalDate;
  /** Parts that were read in no official text. */
  readonly unverified: readonly 'sample'[];
  readonly elements: readonly { readonly subject: Subject; readonly label: LanguageMap }[];
  /** Lowest IKM of each grade, in hundredths. Highest first; the last takes everything below. */
  readonly bands: readonly { readonly grade: Grade; readonly from: number }[];
}

/** PermenPANRB 14/2017: nine elements of equal weight. Values between two printed bands cannot occur, as both have two decimals. */
const permenpanrb14: Rule = {
  version: 'permenpanrb-14-2017',
  legalBasis: 'PermenPANRB 14/2017',
  validFrom: '2017-05-09',
  unverified: ['sample'],
  elements: [
    { subject: 'requirements', label: { id: 'Persyaratan', en: 'Requirements' } },
    {
      subject: 'procedure',
      label: { id: 'Sistem, mekanisme, dan prosedur', en: 'System, mechanism and procedure' },
    },
    { subject: 'time', label: { id: 'Waktu penyelesaian', en: 'Completion time' } },
    { subject: 'cost', label: { id: 'Biaya/tarif', en: 'Cost or fee' } },
    {
      subject: 'product',
      label: { id: 'Produk spesifikasi jenis pelayanan', en: 'What the service yields' },
    },
    { subject: 'competence', label: { id: 'Kompetensi pelaksana', en: 'Competence of staff' } },
    { subject: 'conduct', label: { id: 'Perilaku pelaksana', en: 'Conduct of staff' } },
    {
      subject: 'complaints',
      label: { id: 'Penanganan pengaduan, saran, dan masukan', en: 'Handling of complaints and suggestions' },
    },
    { subject: 'facilities', label: { id: 'Sarana dan prasarana', en: 'Facilities' } },
  ],
  bands: [
    { grade: 'A', from: 8831 },
    { grade: 'B', from: 7661 },
    { grade: 'C', from: 6500 },
    { grade: 'D', from: 0 },
  ],
};

export const rules: readonly Rule[] = [permenpanrb14];

/** The one that a survey is measured by, for good: that of its first day. */
export const ruleOn = (day: LocalDate): Rule =>
  rules.find(({ validFrom, validTo }) => validFrom <= day && (validTo === undefined || day <= validTo)) ??
  permenpanrb14;

export const ruleOf = (version: string): Rule =>
  rules.find((rule) => rule.version === version) ?? permenpanrb14;
