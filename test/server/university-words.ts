import type { IncomingMessage } from 'node:http';

export type Claims = Readonly<Record<string, unknown>>;

/** Names of LTI 1.3 Advantage. */
export const spec = {
  claim: 'https://purl.imsglobal.org/spec/lti/claim/',
  deepLinking: 'https://purl.imsglobal.org/spec/lti-dl/claim/',
  ags: 'https://purl.imsglobal.org/spec/lti-ags',
  platform: 'https://purl.imsglobal.org/spec/lti-platform-configuration',
  tool: 'https://purl.imsglobal.org/spec/lti-tool-configuration',
} as const;

export async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
