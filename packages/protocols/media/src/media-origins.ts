import * as z from 'zod/mini';
import { isPublicWebAddress } from './source.ts';

/** What the deployment lets recordings lie at; each is a source of a content security policy as it stands. */
const mediaOrigin = /^(?:https:|https:\/\/(?:\*\.)?[a-z\d-]+(?:\.[a-z\d-]+)+(?::\d{1,5})?)$/;

/**
 * Setting `MEDIA_ORIGINS`: origins by comma where video and audio files of modules may lie outside their package, e.g.
 * `https://media.example.ac.id` or `https://*.example.ac.id` (its subdomains, not itself); `https:` for any. Empty: none.
 */
export const mediaOriginsSchema = z.pipe(
  z.pipe(
    z.string(),
    z.transform((text) =>
      text
        .split(',')
        .map((origin) => origin.trim().toLowerCase())
        .filter((origin) => origin !== ''),
    ),
  ),
  z.array(z.string().check(z.regex(mediaOrigin, 'is an origin like https://media.example.ac.id'))),
);

/** Whether a video or audio file at this address may be a module; `allowed` as the setting has it. */
export function isAllowedRecording(address: string, allowed: readonly string[]): boolean {
  if (!isPublicWebAddress(address)) return false;
  const { origin, host } = new URL(address);
  return allowed.some(
    (one) =>
      one === 'https:' ||
      one === origin ||
      (one.startsWith('https://*.') && host.endsWith(one.slice('https://*'.length))),
  );
}
