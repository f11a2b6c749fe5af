import type { AgencyId, LocalDate } from '@sinau/kernel';

export const forms = ['coaching', 'mentoring', 'community', 'event'] as const;
export type TeachingForm = (typeof forms)[number];

/** What is known of one share: the word about it with the highest revision. */
export interface Share {
  readonly shareId: string;
  readonly revision: number;
  readonly agencyId: AgencyId;
  readonly form: TeachingForm;
  readonly minutes: number;
  readonly on: LocalDate;
  readonly title: string;
  readonly withdrawn: boolean;
}

/** The shares of a person with another word about one; the same list where that word is not newer. */
export function withShare(shares: readonly Share[], word: Share): readonly Share[] {
  const known = shares.find(({ shareId }) => shareId === word.shareId);
  if (known && known.revision >= word.revision) return shares;
  return [...shares.filter((one) => one !== known), word];
}

/** Those of a year that count, by day. */
export const sharesIn = (shares: readonly Share[], year: number): readonly Share[] =>
  shares
    .filter(({ on, withdrawn }) => !withdrawn && on.startsWith(`${year}-`))
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.shareId.localeCompare(b.shareId));

/** How many minutes of each share count, in the order of `shares`: of one day as many as the rule says, the first ones of it. */
export function countedMinutes(
  shares: readonly Share[],
  { mostADay }: { readonly mostADay: number },
): readonly number[] {
  const days = new Map<LocalDate, number>();
  return shares.map(({ on, minutes }) => {
    const before = days.get(on) ?? 0;
    const counted = Math.min(minutes, Math.max(mostADay - before, 0));
    days.set(on, before + counted);
    return counted;
  });
}
