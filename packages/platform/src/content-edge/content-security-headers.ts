/** Video services that courses embed; a frame of anything else stays empty. */
const embeds = [
  'https://www.youtube.com',
  'https://www.youtube-nocookie.com',
  'https://player.vimeo.com',
] as const;

/** SCORM content saves its last data when its frame is left; browsers will stop telling it unless they are asked. */
const permissions = 'camera=(), geolocation=(), microphone=(), payment=(), unload=(self), usb=()';

/**
 * Headers of everything a package brought. Uploaded pages may script themselves as authoring tools expect
 * (inline, eval, blobs), but talk only to their own origin and to the portal's xAPI and fetch doors, and are framed by
 * the portal alone.
 *
 * NOTE: no `sandbox`. It keeps the browser from showing PDF files at all, and with scripts and same-origin allowed it
 * would add nothing: the origin holds nothing but the package itself.
 */
export function contentSecurityHeaders(options: {
  readonly portalOrigin: string;
  /** Other systems that packages may talk to: those whose courses run here by a small package. @default none */
  readonly connectOrigins?: readonly string[];
}): Readonly<Record<string, string>> {
  const { portalOrigin, connectOrigins = [] } = options;
  const policy = [
    "default-src 'self' data: blob: 'unsafe-inline' 'unsafe-eval'",
    ["connect-src 'self' data: blob:", portalOrigin, ...connectOrigins].join(' '),
    `frame-src 'self' data: blob: ${embeds.join(' ')}`,
    "base-uri 'self'",
    "form-action 'self'",
    // Its own pages too: authoring tools build framesets.
    `frame-ancestors 'self' ${portalOrigin}`,
  ];
  return {
    'content-security-policy': policy.join('; '),
    // Another package's page may not use these files as its script, style or image.
    'cross-origin-resource-policy': 'same-origin',
    'origin-agent-cluster': '?1',
    'permissions-policy': permissions,
    // The address of a page holds its launch parameters.
    'referrer-policy': 'strict-origin',
    'strict-transport-security': 'max-age=63072000; includeSubDomains',
    'x-content-type-options': 'nosniff',
  };
}

/**
 * Headers of our own pages on content origins (`/_sinau/`): nothing inline, nothing from elsewhere, and a frame for the
 * package, which shares the origin. They hold the token of a session, so nobody but the portal frames them.
 */
export function playerSecurityHeaders(options: {
  readonly portalOrigin: string;
  /** Where recordings may lie outside their package, each a source of a policy. The viewer narrows it to the one it plays. */
  readonly mediaOrigins: readonly string[];
}): Readonly<Record<string, string>> {
  const { portalOrigin, mediaOrigins } = options;
  const policy = [
    "default-src 'none'",
    // PDF pages are drawn by a worker and by WebAssembly.
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    ["media-src 'self' blob:", ...mediaOrigins].join(' '),
    "font-src 'self' data: blob:",
    `connect-src 'self' ${portalOrigin}`,
    `frame-src 'self' ${embeds.join(' ')}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${portalOrigin}`,
  ];
  return { ...contentSecurityHeaders(options), 'content-security-policy': policy.join('; ') };
}
