import type { XapiVersion } from './model.ts';

/** What the About resource answers: every version whose requests are taken. */
export const supportedVersions = ['1.0.0', '1.0.1', '1.0.2', '1.0.3', '2.0.0'] as const;

/**
 * Version by which a request is treated, from its X-Experience-API-Version header: any 1.0 or 1.0.x is 1.0.3, any
 * 2.0 or 2.0.x is 2.0.0. Undefined for an absent, unknown or malformed header.
 */
export function parseRequestVersion(header: string | null | undefined): XapiVersion | undefined {
  if (!header) return undefined;
  if (/^1\.0(?:\.\d+)?$/.test(header)) return '1.0.3';
  if (/^2\.0(?:\.\d+)?$/.test(header)) return '2.0.0';
  return undefined;
}

/**
 * Version to write on the answer. A request without a usable version header is refused, and no version of ours can
 * be presumed for it: 0.95 is the newest one that speaks without the header being required.
 */
export function answerVersion(request: XapiVersion | undefined): string {
  return request ?? '0.95';
}
