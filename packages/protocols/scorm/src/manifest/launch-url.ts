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
  const added = given.replace(/^[?&]+/, '').replace(/&+$/, '');
  const own = target.query.replace(/^\?/, '').replace(/&+$/, '');
  const query = [own, added].filter((part) => part !== '').join('&');
  const fragment = target.fragment || (givenFragment === '#' ? '' : givenFragment);
  const path = target.file.split('/').map(encodeURIComponent).join('/');
  return `${path}${query === '' ? '' : `?${tidy(query)}`}${tidy(fragment)}`;
}

/** Escapes what may not stand in a URL and leaves every escape that is there. */
function tidy(text: string): string {
  return text.toWellFormed().replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, encodeURIComponent);
}
