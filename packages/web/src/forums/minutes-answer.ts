import type { Visit } from '../visit.ts';
import type { MinutesBytes } from './ports.ts';

/** Never shown in the browser: what an agency has sent is theirs, not ours. No name that a sender has chosen reaches a header. */
export function answerMinutes({ context }: Visit, { day, bytes }: MinutesBytes): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="berita-acara-${day.replaceAll(/[^\d-]/g, '')}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
}
