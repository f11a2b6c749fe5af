/** Titles before a name, lower case and without dots. */
const titles = new Set(['prof', 'dr', 'drg', 'drh', 'drs', 'dra', 'ir', 'h', 'hj', 'kh', 'tgk', 'ust']);

export interface SplitName {
  readonly givenName: string;
  readonly familyName?: string;
}

/**
 * Given and family name for interfaces that ask for both. Indonesian names have no family name by law, and many people have one name only:
 * the last word stands for the family name, and for a single name none is invented. Academic and religious titles are in neither;
 * what a person is called as a whole is never changed by this.
 */
export function splitName(name: string): SplitName {
  // After the first comma come degrees: "Siti Rahma, S.Kom., M.T.".
  const [front = ''] = name.split(',');
  const words = front.trim().split(/\s+/).filter(Boolean);
  const first = words.findIndex((word) => !isTitle(word));
  const own = first < 0 ? words : words.slice(first);
  const familyName = own.length > 1 ? own.at(-1) : undefined;
  const givenName = familyName === undefined ? (own[0] ?? name) : own.slice(0, -1).join(' ');
  return { givenName, ...(familyName !== undefined && { familyName }) };
}

/** With its dot alone: "H. Agus" has one, somebody may be called "Dra" or "Ir" without being either. */
function isTitle(word: string): boolean {
  return word.endsWith('.') && titles.has(word.replaceAll('.', '').toLowerCase());
}
