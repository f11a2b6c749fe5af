import type { Digest, Signer } from '@sinau/kernel';

/** Crockford's base 32: no letter that could be read as a digit. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const groups = 3;
const groupLength = 4;

/** Three groups of four letters that nobody can guess who does not have the key (60 bits); always the same ones for the same text. */
export function numberGroups(
  deps: { readonly signer: Signer; readonly digest: Digest },
  { purpose, text }: { readonly purpose: string; readonly text: string },
): string {
  const keyed = deps.digest.sha256(deps.signer.sign(purpose, text));
  const all = Array.from({ length: groups * groupLength }, (_, at) => {
    const byte = Number.parseInt(keyed.slice(at * 2, at * 2 + 2), 16);
    return letters.charAt(byte % letters.length);
  }).join('');
  return Array.from({ length: groups }, (_, at) => all.slice(at * groupLength, (at + 1) * groupLength)).join(
    '-',
  );
}

/** One group, as a pattern. */
export const groupPattern = '-[0-9A-HJKMNP-TV-Z]{4}';

/** The parts of what somebody has typed from paper: letter case, spaces and kinds of dashes do not matter. */
export const typedParts = (text: string): readonly string[] =>
  text
    .trim()
    .slice(0, 60)
    .toUpperCase()
    .replace(/[\s–—_]+/g, '-')
    .split('-');

const editionPattern = (kind: string) => new RegExp(`^SINAU-${kind}(?:${groupPattern}){${groups}}$`);

/** Reads a number with its kind and perhaps an edition, `SINAU-JP-7K3M-9QXD-4TPA-2`, as somebody has typed it from paper. */
export function readEditionNumber<Read extends string>(
  kind: string,
  text: string,
): { readonly number: Read; readonly edition?: number } | undefined {
  const [prefix, second, ...rest] = typedParts(text);
  const [first = '', next = '', third = '', edition, more] = rest.map(asDigits);
  const number = [prefix, second, first, next, third].join('-');
  if (!editionPattern(kind).test(number) || more !== undefined) return undefined;
  if (edition === undefined) return { number: number as Read };
  return /^[1-9]\d{0,4}$/.test(edition) ? { number: number as Read, edition: Number(edition) } : undefined;
}

/** Letters that look like digits are digits. */
export const asDigits = (group: string): string => group.replaceAll('O', '0').replace(/[IL]/g, '1');
