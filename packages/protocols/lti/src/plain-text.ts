const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

/** Texts of tools are plain ones, but Moodle writes them for HTML: `Ilmu &amp; Data`. What comes out is text, to be escaped as any. */
export function plainText(text: string): string {
  return text
    .replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,5});/gi, decoded)
    .replace(/\p{Cc}+/gu, ' ')
    .trim();
}

function decoded(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (!name.startsWith('#')) return named[name] ?? entity;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : entity;
}
