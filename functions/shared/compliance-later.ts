import type { ComplianceParts, createComplianceParts } from './compliance-parts.ts';

/** What counting people needs, joined with the first change that somebody counts by. */
export function complianceLater(
  stores: Parameters<typeof createComplianceParts>[0],
): () => Promise<ComplianceParts> {
  let joined: Promise<ComplianceParts> | undefined;
  return () => {
    joined ??= import('./compliance-parts.ts').then(({ createComplianceParts: create }) => create(stores));
    return joined;
  };
}
