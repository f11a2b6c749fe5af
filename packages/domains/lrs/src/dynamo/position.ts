/**
 * A position is the `stored` millisecond (10 digits of base 32) and 80 random bits (16 digits): sortable as text, and
 * unique although many writers share a millisecond. A statement's own position adds its index in the commit.
 */
export type Position = string & { readonly kind?: 'position' };

const msDigits = 10;
const randomDigits = 16;
const indexDigits = 4;

/** Statements that one commit can hold. */
export const maxIndex = 10 ** indexDigits - 1;

export function newPosition(ms: number, uuid: string): Position {
  // The last 80 bits of a random UUID; two of them are its variant or fixed in none.
  const random = BigInt(`0x${uuid.replaceAll('-', '').slice(-20)}`);
  return `${msPrefix(ms)}${random.toString(32).padStart(randomDigits, '0')}`;
}

/** What every position of this millisecond starts with; itself smaller than all of them. */
export function msPrefix(ms: number): string {
  return Math.max(0, ms).toString(32).padStart(msDigits, '0');
}

export function msOf(position: string): number {
  return Number.parseInt(position.slice(0, msDigits), 32);
}

export function shardOf(position: Position, count: number): number {
  return Number.parseInt(position.slice(msDigits + randomDigits - 6, msDigits + randomDigits), 32) % count;
}

/** Position of one statement. */
export function placeOf(position: Position, index: number): string {
  return `${position}.${String(index).padStart(indexDigits, '0')}`;
}

export function parsePlace(
  place: string,
): { readonly position: Position; readonly index: number } | undefined {
  const match = /^([0-9a-v]{26})\.(\d{4})$/.exec(place);
  return match?.[1] && match[2] ? { position: match[1], index: Number(match[2]) } : undefined;
}
