/** `2026-03-02` → `02-03-2026`. */
export const toSiasnDate = (iso: string): string => iso.split('-').toReversed().join('-');

/** `02-03-2026` → `2026-03-02`; undefined for what is no such date. */
export function fromSiasnDate(text: string | null | undefined): string | undefined {
  const match = /^(\d{2})-(\d{2})-(\d{4})$/.exec(text?.trim() ?? '');
  return match ? `${match[3]}-${match[2]}-${match[1]}` : undefined;
}
