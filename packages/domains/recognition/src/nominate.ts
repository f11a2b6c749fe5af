import {
  blotOut,
  type Clock,
  type Ids,
  localDateOf,
  monthOf,
  type PersonId,
  type PersonPrincipal,
  yearOf,
} from '@sinau/kernel';
import {
  OwnRecognition,
  RecognitionChanged,
  RecognitionNotFound,
  RecognitionSettled,
  TooManyNominations,
} from './errors.ts';
import type { MemberDirectory, Place, RecognitionStore } from './ports.ts';
import {
  mostNominations,
  type Nomination,
  type Recognition,
  type RecognitionId,
  stepped,
} from './recognition.ts';

export interface NominateDeps {
  readonly recognitions: RecognitionStore;
  readonly members: MemberDirectory;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Somebody proposes a colleague of their agency for one value and what they saw; it waits for the agency. */
export async function nominate(
  deps: NominateDeps,
  input: {
    readonly principal: PersonPrincipal;
    readonly personId: PersonId;
    readonly nomination: Nomination;
  },
): Promise<Recognition> {
  const { principal, personId, nomination } = input;
  if (personId === principal.personId) throw new OwnRecognition();
  const [nominee, own] = await Promise.all([
    deps.members.find(personId),
    deps.members.find(principal.personId),
  ]);
  if (!nominee || nominee.agencyId !== own?.agencyId) throw new RecognitionNotFound();
  const now = deps.clock.now();
  const at = now.toISOString();
  const today = localDateOf(now.getTime(), 'Asia/Jakarta');
  const by = { id: own.personId, name: own.name };
  const as = nominee.supervisorId === own.personId ? ('supervisor' as const) : ('colleague' as const);
  const proposal: Recognition = {
    ...{ personId, recognitionId: `n-${deps.ids.uuid()}` as RecognitionId },
    ...{ agencyId: nominee.agencyId, unitId: nominee.unitId, value: nomination.value },
    origin: { kind: 'people', by: { ...by, as }, behaviour: blotOut(nomination.behaviour) },
    ...{ state: 'proposed', year: yearOf(today), shownTo: 'supervisor', createdAt: at },
    ...{ steps: [{ to: 'proposed', at, by }], rev: 0 },
  };
  const asked = { by: own.personId, month: monthOf(today), most: mostNominations };
  if ((await deps.recognitions.nominate(proposal, asked)) === 'too-many')
    throw new TooManyNominations(mostNominations);
  return { ...proposal, rev: 1 };
}

/** Its proposer takes a proposal back while nobody has decided. */
export async function recall(
  deps: Pick<NominateDeps, 'recognitions' | 'clock'>,
  { principal, place }: { readonly principal: PersonPrincipal; readonly place: Place },
): Promise<void> {
  const before = await deps.recognitions.find(place);
  if (before?.origin.kind !== 'people' || before.origin.by.id !== principal.personId)
    throw new RecognitionNotFound();
  if (before.state !== 'proposed') throw new RecognitionSettled();
  const by = { id: principal.personId, name: principal.name };
  const after = stepped(before, { to: 'recalled', at: deps.clock.now().toISOString(), by });
  if ((await deps.recognitions.step({ before, after })) === 'changed') throw new RecognitionChanged();
}
