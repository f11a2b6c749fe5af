import type { Visit } from './visit.ts';

/** Never shown in the browser: what somebody has sent is theirs, not ours. `name` is one of ours, without its end: no name that a sender has chosen reaches a header. */
export const answerPdf = ({ context }: Visit, bytes: Uint8Array, name: string): Response =>
  context.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/pdf',
    'content-disposition': `attachment; filename="${name.replaceAll(/[^\w-]/g, '')}.pdf"`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  });
