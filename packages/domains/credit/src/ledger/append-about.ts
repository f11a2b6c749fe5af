import type { Clock } from '@sinau/kernel';
import type { LedgerStore } from '../ports.ts';
import type { Corrected, Entry, EntryId } from './entry.ts';
import type { Account } from './fold-accounts.ts';

interface AppendDeps {
  readonly credit: Pick<LedgerStore, 'append'>;
  readonly clock: Clock;
}

const numberOf = ({ entries }: Account, kind: Entry['kind']) =>
  entries.filter((entry) => entry.kind === kind).length + 1;

/** What the next line about an account has; ids count its lines, so that of two writers at once one is told `exists`. */
function nextAbout({ clock }: AppendDeps, account: Account, kind: 'reversed' | 'corrected') {
  const { entryId: about, personId } = account.earned;
  const at = clock.now().toISOString();
  const entryId = `${about}:${kind}:${numberOf(account, kind)}` as EntryId;
  return { entryId, personId, about, at, recordedAt: at } as const;
}

/** It is taken back, once however often it is said. */
export async function reverse(
  deps: AppendDeps,
  account: Account,
  because: string,
): Promise<'reversed' | 'unchanged'> {
  if (account.standing === 'reversed') return 'unchanged';
  const entry = { ...nextAbout(deps, account, 'reversed'), because, kind: 'reversed' } as const;
  return (await deps.credit.append(entry)) === 'appended' ? 'reversed' : 'unchanged';
}

/** It is other than was known, or there again. Of two writers at once the other has said the same. */
export async function correct(
  deps: AppendDeps,
  account: Account,
  says: Pick<Corrected, 'parts' | 'stated' | 'because' | 'effort' | 'as' | 'certificates'>,
): Promise<'corrected' | 'unchanged'> {
  const entry = { ...nextAbout(deps, account, 'corrected'), ...says, kind: 'corrected' } as const;
  return (await deps.credit.append(entry)) === 'appended' ? 'corrected' : 'unchanged';
}
