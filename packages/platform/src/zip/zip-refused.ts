export const zipRules = [
  'zip.malformed',
  'zip.too-many-entries',
  'zip.name-outside',
  'zip.name-absolute',
  'zip.name-control-character',
  'zip.name-encoding',
  'zip.name-too-long',
  'zip.name-too-deep',
  'zip.name-empty',
  'zip.duplicate',
  'zip.special-file',
  'zip.encrypted',
  'zip.method',
  'zip.overlap',
  'zip.total-too-large',
  'zip.file-too-large',
  'zip.ratio',
  'zip.size-mismatch',
  'zip.checksum',
] as const;
export type ZipRule = (typeof zipRules)[number];

export interface ZipFinding {
  readonly rule: ZipRule;
  /** Name of the entry as the archive writes it; absent when the archive as a whole is meant. */
  readonly entry?: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** The archive breaks a rule. Everything else that escapes from this folder is a fault of the machine. */
export class ZipRefused extends Error {
  readonly findings: readonly ZipFinding[];

  constructor(findings: readonly ZipFinding[]) {
    super(findings.map(({ rule }) => rule).join(', '));
    this.name = 'ZipRefused';
    this.findings = findings;
  }
}
