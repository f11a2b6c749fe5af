import { emailClaim } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import {
  behaviourLength,
  mostNominations,
  nominate,
  nominationSchema,
  type RecognitionId,
  readOwn,
  readTeam,
  readUnit,
  recall,
  showTo,
} from '@sinau/recognition';
import type { RecognitionPorts } from '@sinau/web';
import { recognitionWordsFor } from '../shared/recognition-views.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'recognition' | 'competency' | 'people' | 'signer'>;

const pageSize = 20;
/** More colleagues are no list to choose from. */
const mostColleagues = 200;

/** What people are recognised for, and whom they propose. */
export function joinRecognition(deps: Deps): RecognitionPorts {
  return {
    async ownOf(principal) {
      const own = await readOwn(await deps.recognition(), { principal });
      const { granted, gone, proposed, teaching } = own;
      const words = await recognitionWordsFor(deps, [...granted, ...gone, ...proposed]);
      const { year, minutes, next, rule, shares } = teaching;
      const noted = shares.reduce((sum, { minutes: of }) => sum + of, 0);
      return {
        granted: granted.map(words.viewOf),
        gone: gone.map(words.viewOf),
        proposed: proposed.map((one) => ({ ...words.viewOf(one), name: words.nameOf(one.personId) })),
        teaching: {
          ...{ year, minutes, steps: rule?.steps ?? [] },
          ...(next !== undefined && { next }),
          ...(rule && minutes < noted && { mostADay: rule.mostADay }),
          shares: shares.map(({ title, form, on, minutes: of }) => ({ title, form, on, minutes: of })),
        },
      };
    },
    async colleaguesOf(principal) {
      const { least, most: mostLetters } = behaviourLength;
      return { colleagues: await colleaguesOf(deps, principal), most: mostNominations, least, mostLetters };
    },
    async propose(principal, { who, value, behaviour }) {
      const personId = 'personId' in who ? (who.personId as PersonId) : await byEmail(deps, principal, who);
      if (personId === undefined) return 'nobody';
      const nomination = requestOfForm(nominationSchema, { value, behaviour });
      await nominate(await deps.recognition(), { principal, personId, nomination });
      return 'sent';
    },
    async recall(principal, place) {
      await recall(await deps.recognition(), { principal, place: placeOf(place) });
    },
    async show(principal, recognitionId, shownTo) {
      const id = recognitionId as RecognitionId;
      await showTo(await deps.recognition(), { principal, recognitionId: id, shownTo });
    },
    unitOf: (principal, token) => unitOf(deps, principal, token),
    async teamOf(principal) {
      const team = await readTeam(await deps.recognition(), { principal });
      const words = await recognitionWordsFor(
        deps,
        team.flatMap(({ granted }) => granted),
      );
      return team.map(({ member, granted }) => ({ name: member.name, granted: granted.map(words.viewOf) }));
    },
  };
}

export const placeOf = (place: { readonly personId: string; readonly recognitionId: string }) => ({
  ...{ personId: place.personId as PersonId, recognitionId: place.recognitionId as RecognitionId },
});

/** Of the own unit and the own team, by name. */
async function colleaguesOf({ people }: Pick<Deps, 'people'>, { personId }: PersonPrincipal) {
  const own = await people.find(personId);
  if (own?.home.kind !== 'agency') return [];
  const { agencyId } = own.home;
  const unit =
    own.unitId === undefined
      ? []
      : (await people.listByUnit({ agencyId, unitId: own.unitId }, { limit: mostColleagues })).people;
  const team = await people.listTeam(personId);
  const all = new Map(
    [...unit, ...team]
      .filter((one) => one.personId !== personId && one.status !== 'disabled')
      .filter(({ home }) => home.kind === 'agency' && home.agencyId === agencyId)
      .map((one) => [one.personId, one.name]),
  );
  return [...all]
    .map(([id, name]) => ({ personId: id, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

/** Somebody else’s address is answered like none. */
async function byEmail(
  { people }: Pick<Deps, 'people'>,
  { agencyId }: PersonPrincipal,
  { email }: { readonly email: string },
): Promise<PersonId | undefined> {
  const person = await people.findByClaim(emailClaim(email));
  const isOurs = person?.home.kind === 'agency' && person.home.agencyId === agencyId;
  return isOurs && person.status !== 'disabled' ? person.personId : undefined;
}

async function unitOf(
  deps: Deps,
  principal: PersonPrincipal,
  token: string | undefined,
): ReturnType<RecognitionPorts['unitOf']> {
  const own = await deps.people.find(principal.personId);
  const pages = sealedPages(deps, { list: 'recognitions-of-unit', by: principal, of: own?.unitId });
  // Before anything else: a link that is none of ours opens nothing, also where there is nothing to open.
  const page = { limit: pageSize, ...pages.open(token) };
  if (own?.unitId === undefined) return undefined;
  const { lines, next } = await readUnit(await deps.recognition(), { principal, page });
  const words = await recognitionWordsFor(
    deps,
    lines.map(({ one }) => one),
  );
  return {
    lines: lines.map(({ one, member }) => ({ ...words.viewOf(one), name: member.name })),
    ...(next !== undefined && { next: pages.seal(next) }),
  };
}
