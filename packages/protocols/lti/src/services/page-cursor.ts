import { openPageToken, type Signer, sealPageToken } from '@sinau/kernel';

/**
 * Cursors in hexadecimal digits: some tools (PyLTI1p3) make the whole Link header lower-case before they read it, so nothing in an
 * address that we hand out may depend on case. For the same reason a cursor holds the filters of its page.
 */
export function sealCursor(signer: Signer, purpose: string, state: unknown): string {
  return [...sealPageToken(signer, purpose, state)].map(toHex).join('');
}

/** Undefined when the cursor is malformed, altered or sealed for another purpose. */
export function openCursor(signer: Signer, purpose: string, cursor: string): unknown {
  if (!/^([0-9a-f]{2})+$/i.test(cursor)) return undefined;
  const codes = cursor.match(/../g) ?? [];
  return openPageToken(
    signer,
    purpose,
    codes.map((code) => String.fromCharCode(Number.parseInt(code, 16))).join(''),
  );
}

/** A token is ASCII. */
const toHex = (char: string): string => char.charCodeAt(0).toString(16).padStart(2, '0');

/** RFC 8288; absent where there is nothing to link to. */
export function linkHeader(links: Readonly<Record<string, string | undefined>>): string | undefined {
  const given = Object.entries(links).flatMap(([rel, url]) =>
    url === undefined ? [] : [`<${url}>; rel="${rel}"`],
  );
  return given.length > 0 ? given.join(', ') : undefined;
}
