export interface PolicyInput {
  /** Where packages are served, as a CSP source: `https://*.content.example.go.id`. */
  readonly contentSource: string;
  /** Where the browser puts uploads. */
  readonly uploadOrigin: string;
}

/**
 * Of the one page that shows a tool inside: it leads through origins of the university that nobody can list beforehand. On
 * one machine, where our own content is served over http, so may tools be.
 */
export function framesTools({ contentSource, uploadOrigin }: PolicyInput): string {
  const schemes = contentSource.startsWith('http:') ? 'https: http:' : 'https:';
  return contentSecurityPolicy({ contentSource: `${contentSource} ${schemes}`, uploadOrigin });
}

/** Nothing inline, nothing from elsewhere: frames only from content origins, uploads only to the store. */
export function contentSecurityPolicy(
  input: PolicyInput,
  frameAncestors: "'none'" | "'self'" = "'none'",
): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    `connect-src 'self' ${input.uploadOrigin}`,
    `frame-src 'self' ${input.contentSource}`,
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');
}
