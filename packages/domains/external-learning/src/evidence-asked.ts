import type { Evidence } from './learning.ts';

/** What somebody shows who has learned in a certain form. */
export type Proof =
  | ('certificate' | 'letter' | 'letter-or-invitation' | 'signed-form' | 'journal' | 'summary' | 'minutes')
  | ('activity-report' | 'study-decree' | 'study-results');

/** As which kind of evidence a file of it is kept. */
const kindOf: Readonly<Record<Proof, Evidence['kind']>> = {
  certificate: 'certificate',
  letter: 'letter',
  'letter-or-invitation': 'letter',
  'signed-form': 'report',
  journal: 'report',
  summary: 'report',
  minutes: 'report',
  'activity-report': 'report',
  'study-decree': 'letter',
  'study-results': 'certificate',
};

/**
 * What those who verify ask for, by form of PerLAN 10/2018. It refuses nothing: agencies differ, and a record needs one file. National, until
 * another row follows.
 */
export interface EvidenceRule {
  readonly ruleId: string;
  readonly forms: readonly string[];
  readonly asks: readonly Proof[];
  /** Where it is asked so. */
  readonly basis: string;
  readonly validFrom: string;
  /** Somebody has read it; what is only said to be so is not. */
  readonly verified: boolean;
}

const since = { validFrom: '2018-01-01' } as const;
/** Forms of which nobody has written down what is asked (other classical and non-classical ones, outdoor learning, guidance at work) have no row. */
export const evidenceRules: readonly EvidenceRule[] = [
  {
    ...{
      ruleId: 'national:evidence:training:2018',
      ...since,
      asks: ['certificate', 'letter'],
      verified: false,
    },
    forms: ['KL01', 'KL02', 'KL03', 'KL04', 'KL05', 'KL08', 'KL09', 'KL10', 'NKL04'],
    basis: 'Aplikasi Bangkom Kabupaten Sleman; pedoman jabatan fungsional bidang keuangan',
  },
  {
    ...{
      ruleId: 'national:evidence:seminar:2018',
      ...since,
      forms: ['KL06', 'KL07', 'KL11'],
      verified: false,
    },
    ...{ asks: ['certificate', 'letter-or-invitation'], basis: 'Praktik instansi' },
  },
  {
    ...{ ruleId: 'national:evidence:coaching:2018', ...since, forms: ['NKL01', 'NKL02'], verified: true },
    ...{ asks: ['signed-form'], basis: 'Panduan coaching dan mentoring instansi' },
  },
  {
    ...{ ruleId: 'national:evidence:e-learning:2018', ...since, forms: ['NKL03'], verified: true },
    ...{ asks: ['certificate', 'journal'], basis: 'Panduan SWAJAR LAN (jurnal belajar)' },
  },
  {
    ...{ ruleId: 'national:evidence:self-study:2018', ...since, forms: ['NKL09'], verified: true },
    ...{ asks: ['summary'], basis: 'Panduan belajar mandiri instansi' },
  },
  {
    ...{ ruleId: 'national:evidence:community:2018', ...since, forms: ['NKL10'], verified: false },
    ...{ asks: ['minutes'], basis: 'Praktik instansi' },
  },
  {
    ...{ ruleId: 'national:evidence:assignment:2018', ...since, verified: false },
    ...{ forms: ['NKL05', 'NKL07', 'NKL08', 'NKL12'], asks: ['letter', 'activity-report'] },
    basis: 'Praktik instansi',
  },
  {
    ...{ ruleId: 'national:evidence:degree:2018', ...since, forms: ['PD01', 'PD02'], verified: false },
    ...{ asks: ['study-decree', 'study-results'], basis: 'Praktik instansi' },
  },
];

/** The row that holds for a form on a day (ISO date); undefined where none says what is asked. */
export const evidenceRuleFor = (
  form: string,
  on: string,
  rules: readonly EvidenceRule[] = evidenceRules,
): EvidenceRule | undefined =>
  rules
    .filter(({ forms, validFrom }) => forms.includes(form) && validFrom <= on)
    .toSorted((a, b) => b.validFrom.localeCompare(a.validFrom))[0];

/** Each proof that is asked for, and whether there is a file that can be it. Of several that are kept as one kind, each needs a file of its own. */
export function missingProofs(
  { asks }: Pick<EvidenceRule, 'asks'>,
  evidence: readonly Pick<Evidence, 'kind'>[],
): readonly { readonly proof: Proof; readonly isThere: boolean }[] {
  const left = evidence.map(({ kind }) => kind);
  return asks.map((proof) => {
    const found = left.indexOf(kindOf[proof]);
    if (found >= 0) left.splice(found, 1);
    return { proof, isThere: found >= 0 };
  });
}
