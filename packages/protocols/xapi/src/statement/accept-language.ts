/** Language ranges of an Accept-Language header, most wanted first; ranges with q=0 are left out. */
export function parseAcceptLanguage(header: string | undefined): readonly string[] {
  if (!header) return [];
  const ranges = header
    .slice(0, 1000)
    .split(',')
    .map((part, index) => {
      const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim());
      const q = parameters.find((parameter) => /^q=/i.test(parameter))?.slice(2) ?? '1';
      return {
        range: range.toLowerCase(),
        weight: /^(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)$/.test(q) ? Number(q) : 0,
        index,
      };
    })
    .filter(({ range, weight }) => range !== '' && weight > 0);
  ranges.sort((one, other) => other.weight - one.weight || one.index - other.index);
  return ranges.map(({ range }) => range);
}

/**
 * The one tag of `tags` to show: the first range that equals a tag, is its prefix (`en` finds `en-GB`) or of which a
 * tag is the prefix (`en-GB` finds `en`); `*` and no match give the first tag.
 */
export function chooseLanguage(tags: readonly string[], ranges: readonly string[]): string | undefined {
  for (const range of ranges) {
    if (range === '*') return tags[0];
    const found =
      tags.find((tag) => tag.toLowerCase() === range) ??
      tags.find((tag) => tag.toLowerCase().startsWith(`${range}-`)) ??
      lookUp(tags, range);
    if (found !== undefined) return found;
  }
  return tags[0];
}

/** RFC 4647 §3.4: drop subtags from the right until one fits. */
function lookUp(tags: readonly string[], range: string): string | undefined {
  let shorter = range;
  while (shorter.includes('-')) {
    shorter = shorter.slice(0, shorter.lastIndexOf('-'));
    const wanted = shorter;
    const found = tags.find((tag) => tag.toLowerCase() === wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}
