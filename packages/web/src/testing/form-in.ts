const unescaped = (text: string) =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');

/** What a browser would send of the form of a page that takes whatever is typed. */
export function formIn(html: string): URLSearchParams {
  const at = html.indexOf('novalidate');
  const form = html.slice(at < 0 ? html.indexOf('<main') : at);
  const fields = new URLSearchParams();
  const tags = /<input\b([^>]*)>|<textarea\b([^>]*)>([^<]*)<\/textarea>|<select\b([^>]*)>(.*?)<\/select>/gs;
  for (const [, input, area, text = '', select, options = ''] of form.matchAll(tags)) {
    const attributes = input ?? area ?? select ?? '';
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(attributes)?.[1] ?? '';
    if (/type="(checkbox|radio)"/.test(attributes) && !/\bchecked\b/.test(attributes)) continue;
    const chosen = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
    const value = area !== undefined ? text : select !== undefined ? chosen : attribute('value');
    fields.append(attribute('name'), unescaped(value));
  }
  return fields;
}
