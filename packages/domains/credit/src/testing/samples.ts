import type { Jp, PersonId } from '@sinau/kernel';
import type { Corrected, Decided, Earned, EntryId, Held, Part, Reversed } from '../ledger/entry.ts';
import type { PersonStanding } from '../ledger/standing.ts';
import type { FormCode } from '../rules/forms.ts';

const at = '2026-03-02T01:00:00.000Z';
const common = (entryId: string) => ({
  ...{ entryId: entryId as EntryId, personId: 'sri' as PersonId, at, recordedAt: at },
});

/** Hours, days, sessions or times on dates, as a test writes them. */
export const on = (amounts: Readonly<Record<string, number>>): readonly Part[] =>
  Object.entries(amounts).map(([date, amount]) => ({ date, amount: Math.round(amount * 100) }));

export function earnedOf(form: FormCode, parts: readonly Part[], more: Partial<Earned> = {}): Earned {
  const entryId = more.entryId ?? (`e-${form}-${parts[0]?.date}` as EntryId);
  return {
    ...common(entryId),
    kind: 'earned',
    form,
    title: { id: 'Etika pelayanan' },
    source: { kind: 'external', learningId: entryId },
    stated: parts.reduce((sum, { amount }) => sum + amount, 0) as Jp,
    parts,
    abroad: false,
    sameAs: entryId,
    ...more,
  };
}

type About = { readonly entryId: EntryId };
type When = { readonly at?: string; readonly entryId?: string };

const linked = (about: About, kind: string, { entryId, ...more }: When) => ({
  ...common(entryId ?? `${kind}-${about.entryId}`),
  ...more,
  about: about.entryId,
});

export const correctedOf = (about: About, parts: readonly Part[], when: When = {}): Corrected => ({
  ...linked(about, 'corrected', when),
  kind: 'corrected',
  parts,
  stated: parts.reduce((sum, { amount }) => sum + amount, 0) as Jp,
  because: 'effort',
});

export const reversedOf = (about: About, when: When = {}): Reversed => ({
  ...linked(about, 'reversed', when),
  kind: 'reversed',
  because: 'taken-back',
});

export const heldOf = (about: About, when: When = {}): Held => ({
  ...linked(about, 'held', when),
  kind: 'held',
  reasons: [{ code: 'too-short', seconds: 20, leastSeconds: 540 }],
  ruleId: 'national:effort:2026',
});

export const decidedOf = (about: About, kind: Decided['kind'], when: When = {}): Decided => ({
  ...linked(about, kind, when),
  kind,
  by: 'budi' as PersonId,
  words: 'Sudah dibuktikan dengan jurnal belajar.',
});

export const pns: PersonStanding = {
  timeZone: 'Asia/Jakarta',
  statuses: [{ status: 'PNS', from: '2010-01-01' }],
  assumed: [],
};

export const pppk: PersonStanding = { ...pns, statuses: [{ status: 'PPPK', from: '2024-01-01' }] };
