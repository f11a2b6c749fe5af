import type { Admission } from './ports.ts';

/** Where a moment lies: before the course admits people, while it does, or after. */
export function windowOf(
  { opensAt, closesAt }: Pick<Admission, 'opensAt' | 'closesAt'>,
  now: Date,
): 'before' | 'open' | 'after' {
  if (opensAt !== undefined && now.getTime() < Date.parse(opensAt)) return 'before';
  return closesAt !== undefined && now.getTime() >= Date.parse(closesAt) ? 'after' : 'open';
}
