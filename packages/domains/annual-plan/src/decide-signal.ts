import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { yearsToPlan } from './begin-plan.ts';
import { ItemWrong, PlanChanged, PlanFull, PlanNotFound, SignalTaken } from './errors.ts';
import { findSignal, type SignalDeps } from './list-signals.ts';
import { type NoteBasis, noteBasisSchema } from './need.ts';
import { reasonSchema } from './plan.ts';
import type { SignalStore } from './ports.ts';
import { mostNotes, type NeedNote, type NoteId } from './signal.ts';

interface Where {
  readonly principal: PersonPrincipal;
  readonly year: number;
}

type Deps = SignalDeps & { readonly signals: SignalStore };

/** A signal that is not followed, with the reason. One that the plan answers is taken out of it first. */
export async function setAside(
  deps: Deps,
  input: Where & { readonly signalId: string; readonly reason: string },
): Promise<void> {
  const place = { agencyId: agencyOf(input.principal), year: input.year };
  const reason = reasonSchema.parse(input.reason);
  const signal = await findSignal(deps, { ...place, signalId: input.signalId });
  if (signal.state === 'taken') throw new SignalTaken();
  if (signal.state === 'aside') throw new PlanChanged();
  const { signalId } = signal;
  const at = deps.clock.now().toISOString();
  const aside = { ...place, signalId, reason, by: input.principal.personId, at };
  if ((await deps.signals.setAside(aside)) === 'conflict') throw new PlanChanged();
}

/** Undoes that a signal was set aside; harmless where it was not. */
export async function bringBack(
  { signals }: { readonly signals: Pick<SignalStore, 'bringBack'> },
  { principal, year, signalId }: Where & { readonly signalId: string },
): Promise<void> {
  await signals.bringBack({ agencyId: agencyOf(principal), year }, signalId);
}

interface NoteDeps {
  readonly signals: SignalStore;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Writes down a performance gap or a new rule, or changes the words of one. What is in a plan already keeps its words. */
export async function writeNote(
  deps: NoteDeps,
  input: Where & {
    readonly basis: NoteBasis;
    /** Of one that is there, as it was read. */
    readonly existing?: { readonly noteId: NoteId; readonly rev: number };
  },
): Promise<NeedNote> {
  const { principal, year, existing } = input;
  const place = { agencyId: agencyOf(principal), year };
  const basis = noteBasisSchema.parse(input.basis);
  const { notes } = await deps.signals.read(place);
  const found = existing && notes.find(({ noteId }) => noteId === existing.noteId);
  if (existing && !found) throw new PlanNotFound();
  if (!existing) requireRoom(deps, { year, notes });
  const noteId = found?.noteId ?? (deps.ids.uuid() as NoteId);
  const changedAt = deps.clock.now().toISOString();
  const changed = { changedBy: principal.personId, changedAt, rev: existing?.rev ?? 0 };
  const note: NeedNote = { ...place, noteId, basis, ...changed };
  if ((await deps.signals.saveNote(note)) === 'conflict') throw new PlanChanged();
  return { ...note, rev: note.rev + 1 };
}

function requireRoom(
  { clock }: Pick<NoteDeps, 'clock'>,
  { year, notes }: { readonly year: number; readonly notes: readonly NeedNote[] },
): void {
  if (!yearsToPlan(clock.now()).includes(year)) {
    throw new ItemWrong([{ path: '/year', message: 'cannot be planned' }]);
  }
  if (notes.length >= mostNotes) throw new PlanFull();
}
