/**
 * The URL of a launch, relative to the root of the package: the file percent-encoded, its own query, then the
 * parameters of the item, which may begin with `?`, `&`, `#` or nothing (CAM, parameters). The fragment of the
 * resource wins over that of the item.
 */
export function composeLaunchUrl(
  target: { readonly file: string; readonly query: string; readonly fragment: string },
  parameters = '',
): string {
  const [, given = '', givenFragment = ''] = /^([^#]*)(#.*)?$/s.exec(parameters.trim()) ?? [];
  const added = withoutLastAmpersands(given.replace(/^[?&]+/, ''));
  const own = withoutLastAmpersands(target.query.replace(/^\?/, ''));
  const query = [own, added].filter((part) => part !== '').join('&');
  const fragment = target.fragment || (givenFragment === '#' ? '' : givenFragment);
  const path = target.file.split('/').map(encodeURIComponent).join('/');
  return `${path}${query === '' ? '' : `?${tidy(query)}`}${tidy(fragment)}`;
}

/** By hand: as a pattern it would take the square of their number. */
function withoutLastAmpersands(text: string): string {
  let end = text.length;
  while (text[end - 1] === '&') end -= 1;
  return text.slice(0, end);
}

/** Escapes what may not stand in a URL and leaves every escape that is there. */
function tidy(text: string): string {
  return text.toWellFormed().replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, encodeURIComponent);
}
