/**
 * Composed string keys: parts joined by `#`. A part may hold any character: `%` and `#` are escaped inside it, so
 * two different lists of parts never make the same key and no part can reach into its neighbour.
 */
export function composeKey(...parts: readonly string[]): string {
  return parts.map(escapePart).join('#');
}

/** What every key that starts with these whole parts begins with: `LEARNER#1#`, never `LEARNER#10#…`. */
export function keyPrefix(...parts: readonly string[]): string {
  return `${composeKey(...parts)}#`;
}

/** The parts of a composed key, unescaped. */
export function parseKey(key: string): readonly string[] {
  return key.split('#').map((part) => part.replaceAll('%23', '#').replaceAll('%25', '%'));
}

function escapePart(part: string): string {
  // Nearly no part has either.
  return /[%#]/.test(part) ? part.replaceAll('%', '%25').replaceAll('#', '%23') : part;
}
