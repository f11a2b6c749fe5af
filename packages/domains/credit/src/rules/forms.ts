/** How people develop, as PerLAN 10/2018 lists it. The codes of education are ours; the others are those of agencies' lists. */
export type FormCode =
  | 'PD01'
  | 'PD02'
  | `KL${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12'}`
  | `NKL${'01' | '02' | '03' | '04' | '05' | '06' | '07' | '08' | '09' | '10' | '11' | '12' | '13'}`;

export interface Form {
  readonly code: FormCode;
  readonly channel: 'education' | 'classical' | 'non-classical';
  readonly id: string;
  readonly en: string;
}

const education: readonly (readonly [FormCode, string, string])[] = [
  ['PD01', 'Tugas belajar', 'Study assignment'],
  ['PD02', 'Tugas belajar biaya mandiri', 'Self-funded degree study'],
];

const classical: readonly (readonly [FormCode, string, string])[] = [
  ['KL01', 'Pelatihan struktural kepemimpinan', 'Leadership training'],
  ['KL02', 'Pelatihan manajerial', 'Managerial training'],
  ['KL03', 'Pelatihan teknis', 'Technical training'],
  ['KL04', 'Pelatihan fungsional', 'Functional-position training'],
  ['KL05', 'Pelatihan sosial kultural', 'Socio-cultural training'],
  ['KL06', 'Seminar / konferensi / sarasehan', 'Seminar, conference, symposium'],
  ['KL07', 'Workshop / lokakarya', 'Workshop'],
  ['KL08', 'Kursus', 'Course'],
  ['KL09', 'Penataran', 'Upgrading course'],
  ['KL10', 'Bimbingan teknis (bimtek)', 'Technical guidance'],
  ['KL11', 'Sosialisasi', 'Dissemination session'],
  ['KL12', 'Klasikal lainnya', 'Other classical'],
];

const nonClassical: readonly (readonly [FormCode, string, string])[] = [
  ['NKL01', 'Coaching', 'Coaching'],
  ['NKL02', 'Mentoring', 'Mentoring'],
  ['NKL03', 'E-learning', 'E-learning'],
  ['NKL04', 'Pelatihan jarak jauh (PJJ)', 'Distance training'],
  ['NKL05', 'Detasering', 'Secondment'],
  ['NKL06', 'Pembelajaran alam terbuka (outbond)', 'Outdoor learning'],
  ['NKL07', 'Patok banding', 'Benchmarking visit'],
  ['NKL08', 'Pertukaran PNS dengan pegawai swasta/BUMN/BUMD', 'Staff exchange'],
  ['NKL09', 'Belajar mandiri', 'Self-study'],
  ['NKL10', 'Komunitas belajar', 'Community of practice'],
  ['NKL11', 'Bimbingan di tempat kerja', 'On-the-job guidance'],
  ['NKL12', 'Magang / praktik kerja', 'Internship / work practice'],
  ['NKL13', 'Nonklasikal lainnya', 'Other non-classical'],
];

const of =
  (channel: Form['channel']) =>
  ([code, id, en]: readonly [FormCode, string, string]): Form => ({ code, channel, id, en });

export const forms: readonly Form[] = [
  ...education.map(of('education')),
  ...classical.map(of('classical')),
  ...nonClassical.map(of('non-classical')),
];

export const isFormCode = (code: string): code is FormCode => forms.some((form) => form.code === code);

/** Online courses of this platform, unless something else is known of them. */
export const eLearning: FormCode = 'NKL03';
