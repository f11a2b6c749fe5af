import type { ForeignPlatform } from './platform.ts';

/**
 * Who may take our assertions of this client for meant: hosts of issuer and token door, and whatever their `aud` names. One registration alone
 * may have them. What a registration says of others cannot be checked, and with another's client id and token door in it we would sign,
 * for whoever wrote it, as the tool that the other has registered: its line items would be theirs to fill.
 */
export function authoritiesOf(
  platform: Pick<ForeignPlatform, 'issuer' | 'tokenUrl' | 'tokenAudience'>,
): readonly string[] {
  const { issuer, tokenUrl, tokenAudience = tokenUrl } = platform;
  return [...new Set([issuer, tokenUrl, tokenAudience].map(authorityOf))];
}

/** Of a text that is no address; a key may be no longer. */
const mostChars = 500;

/** Host and port as browsers write them; an audience may be any text. */
function authorityOf(text: string): string {
  const host = URL.canParse(text) ? new URL(text).host.replace(/\.(?=$|:)/, '') : '';
  return host || text.trim().toLowerCase().slice(0, mostChars);
}
