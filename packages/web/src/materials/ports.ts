export type MaterialProblemName = 'not-pdf' | 'encrypted' | 'active' | 'too-large' | 'too-many' | 'missing';

/** A PDF that somebody has brought. */
export interface MaterialView {
  readonly materialId: string;
  readonly name: string;
  readonly sizeBytes: number;
  readonly pages: number;
}
