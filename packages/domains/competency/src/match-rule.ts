/** What a match is called, for mapping people or for choosing one for a post. */
export const matchBands = ['optimal', 'fairly-optimal', 'less-optimal'] as const;
export type MatchBand = (typeof matchBands)[number];

interface MatchRule {
  readonly version: string;
  /** Absent: practice, in no regulation that was read. */
  readonly legalBasis?: string;
  readonly verified: boolean;
  /** Lowest match of each band in hundredths of a percent, highest first. */
  readonly bands: readonly { readonly band: MatchBand; readonly from: number }[];
}

/** Bands for mapping competencies as agencies practise them. */
export const mappingRule: MatchRule = {
  version: 'practice-mapping-1',
  verified: false,
  bands: [
    { band: 'optimal', from: 9_000 },
    { band: 'fairly-optimal', from: 7_800 },
    { band: 'less-optimal', from: 0 },
  ],
};

/** Of the value as it is shown, with two decimals. */
export const bandOf = (hundredths: number, rule: MatchRule = mappingRule): MatchBand =>
  rule.bands.find(({ from }) => hundredths >= from)?.band ?? 'less-optimal';
