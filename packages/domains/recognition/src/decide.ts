import { type Clock, localDateOf, type PersonPrincipal, yearOf } from '@sinau/kernel';
import { assertDecides, assertUndoes } from './authority.ts';
import { RecognitionChanged, RecognitionNotFound, RecognitionSettled } from './errors.ts';
import type { Place, RecognitionStore } from './ports.ts';
import { isByRule, type Recognition, stepped } from './recognition.ts';

interface Deps {
  readonly recognitions: Pick<RecognitionStore, 'find' | 'step'>;
  readonly clock: Clock;
}

/** What the office says of a proposal; who declines says why. */
export type Decision =
  | { readonly to: 'granted'; readonly reason?: string }
  | { readonly to: 'declined'; readonly reason: string };

/** An administrator decides about a proposal that is neither about them nor by them. */
export async function decide(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly place: Place; readonly decision: Decision },
): Promise<Recognition> {
  const { principal, place, decision } = input;
  const before = await deps.recognitions.find(place);
  assertDecides(principal, before);
  if (before.state !== 'proposed') throw new RecognitionSettled();
  const now = deps.clock.now();
  const year = yearOf(localDateOf(now.getTime(), 'Asia/Jakarta'));
  const step = { ...decision, at: now.toISOString(), by: doerOf(principal) };
  return write(deps, before, {
    ...stepped(before, step),
    year: decision.to === 'granted' ? year : before.year,
  });
}

/** The agency takes back what was granted, by people or by rule, and says why. */
export async function undo(
  deps: Deps,
  input: { readonly principal: PersonPrincipal; readonly place: Place; readonly reason: string },
): Promise<Recognition> {
  const { principal, place, reason } = input;
  const before = await deps.recognitions.find(place);
  assertUndoes(principal, before);
  // What has lapsed is not given back by its rule either.
  if (before.state !== 'granted' && !(before.state === 'lapsed' && isByRule(before)))
    throw new RecognitionSettled();
  const at = deps.clock.now().toISOString();
  return write(deps, before, stepped(before, { to: 'undone', at, by: doerOf(principal), reason }));
}

/** Whose it is chooses who sees it. */
export async function showTo(
  deps: Pick<Deps, 'recognitions'>,
  input: {
    readonly principal: PersonPrincipal;
    readonly recognitionId: Recognition['recognitionId'];
    readonly shownTo: Recognition['shownTo'];
  },
): Promise<void> {
  const { principal, recognitionId, shownTo } = input;
  const before = await deps.recognitions.find({ personId: principal.personId, recognitionId });
  if (before?.state !== 'granted') throw new RecognitionNotFound();
  await write(deps, before, { ...before, shownTo });
}

const doerOf = ({ personId, name }: PersonPrincipal) => ({ id: personId, name });

async function write(
  { recognitions }: Pick<Deps, 'recognitions'>,
  before: Recognition,
  after: Recognition,
): Promise<Recognition> {
  if ((await recognitions.step({ before, after })) === 'changed') throw new RecognitionChanged();
  return { ...after, rev: before.rev + 1 };
}
