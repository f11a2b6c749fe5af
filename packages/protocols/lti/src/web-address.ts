/** Longer ones are cut or refused by browsers and gateways on the way. */
const mostChars = 2048;

/**
 * An absolute http or https address without a user name, and without anything that would end an attribute or a header. Whether it may be
 * reached is another question, asked where it is used.
 */
const pattern =
  /^https?:\/\/(?:[a-z\d](?:[a-z\d._-]*[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?(?:[/?#][^\s"<>\\^`\p{Cc}]*)?$/iu;

export function isWebAddress(text: unknown): text is string {
  return typeof text === 'string' && text.length <= mostChars && pattern.test(text) && URL.canParse(text);
}

/** Scheme, host and port as they are written, in lower case. */
export function originOf(address: string): string {
  return /^https?:\/\/[^/?#]*/i.exec(address)?.[0].toLowerCase() ?? '';
}

/** With these parameters behind whatever query the address already has, which is kept to the letter (L1). */
export function withParameters(address: string, parameters: Readonly<Record<string, string>>): string {
  const [before = '', ...fragment] = address.split('#');
  const query = Object.entries(parameters)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
    .join('&');
  const joint = !before.includes('?') ? '?' : /[?&]$/.test(before) ? '' : '&';
  return [`${before}${joint}${query}`, ...fragment].join('#');
}
