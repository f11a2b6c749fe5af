import type { AttributePath } from './attribute-path.ts';

export const comparisons = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le'] as const;
export type Comparison = (typeof comparisons)[number];
export type FilterValue = string | number | boolean | null;

/** A filter of RFC 7644 section 3.4.2.2. */
export type Filter =
  | {
      readonly kind: 'compare';
      readonly path: AttributePath;
      readonly op: Comparison;
      readonly value: FilterValue;
    }
  | { readonly kind: 'present'; readonly path: AttributePath }
  /** `emails[type eq "work"]`: one value of the attribute fulfils all of it. */
  | { readonly kind: 'values'; readonly path: AttributePath; readonly filter: Filter }
  | { readonly kind: 'not'; readonly filter: Filter }
  /** Two or more. */
  | { readonly kind: 'and' | 'or'; readonly filters: readonly Filter[] };
