import {
  answerChampion,
  type Champion,
  type ChampionDeps,
  championsFor,
  championTermsSchema,
  championToAsk,
  changeChampion,
  listChampions,
  nameChampion,
  oneChampionFor,
  ownChampion,
  stopChampion,
  takeBackChampion,
  UnitHasEnough,
} from '@sinau/adoption';
import { invite } from '@sinau/collaboration';
import type { UnitId } from '@sinau/identity';
import type { PersonId, PersonPrincipal } from '@sinau/kernel';
import type { ChampionsDeskPorts, ChampionsPorts, ChampionView, HomeView } from '@sinau/web';
import { championDirectoryOf } from '../shared/champion-parts.ts';
import { personByWord } from '../shared/person-by-word.ts';
import { sealedPages } from '../shared/sealed-pages.ts';
import type { PortalDeps } from './deps.ts';
import { inTurns } from './in-turns.ts';
import { requestOfForm } from './request-of-form.ts';

type Deps = Pick<PortalDeps, 'adoption' | 'people' | 'organisations'>;

const deskOf = async (deps: Deps): Promise<ChampionDeps> => ({
  ...(await deps.adoption()),
  places: championDirectoryOf(deps),
});

/** Units are asked for once a request: those who help a unit are in it, or in few below it. */
function askedOnce<Given extends Deps>(deps: Given): Given {
  const units = new Map<string, ReturnType<typeof deps.organisations.findUnit>>();
  const findUnit: typeof deps.organisations.findUnit = (agencyId, unitId) => {
    const key = `${agencyId} ${unitId}`;
    const asked = units.get(key) ?? deps.organisations.findUnit(agencyId, unitId);
    units.set(key, asked);
    return asked;
  };
  return { ...deps, organisations: { ...deps.organisations, findUnit } };
}

const unitName = async ({ organisations }: Deps, { agencyId, unitId }: Champion): Promise<string> =>
  (await organisations.findUnit(agencyId, unitId as UnitId))?.name ?? '–';

async function viewOf(deps: Deps, champion: Champion): Promise<ChampionView> {
  const { personId, offer, showsEmail } = champion;
  const [person, unit] = await Promise.all([deps.people.find(personId), unitName(deps, champion)]);
  return {
    ...{ personId, name: person?.name ?? '–', unit },
    ...(offer !== undefined && { offer }),
    ...(showsEmail && person && { email: person.email }),
  };
}

/** By name, so that nobody comes first for another reason. */
async function shownTo(given: Deps, reader: { readonly personId: PersonId }) {
  const deps = askedOnce(given);
  const found = await inTurns(await championsFor(await deskOf(deps), reader), (one) => viewOf(deps, one));
  return found.toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

/** Colleagues who help to learn online, as whoever may ask them and they themselves see them. */
export function joinChampions(deps: Deps & Pick<PortalDeps, 'collaboration'>): ChampionsPorts {
  return {
    async championsOf(principal) {
      const [champions, own, person] = await Promise.all([
        shownTo(deps, principal),
        ownChampion(await deskOf(deps), { principal }),
        deps.people.find(principal.personId),
      ]);
      if (!own || own.state === 'ended') return { champions };
      const { state, offer, showsEmail } = own;
      const words = { ...(offer !== undefined && { offer }), showsEmail, email: person?.email ?? '' };
      return { champions, own: { state, unit: await unitName(deps, own), ...words } };
    },
    championOf: async (principal, personId) =>
      viewOf(deps, await championToAsk(await deskOf(deps), { principal, personId: personId as PersonId })),
    async answer(principal, given) {
      const terms = given && requestOfForm(championTermsSchema, given);
      await answerChampion(await deskOf(deps), { principal, terms });
    },
    async change(principal, given) {
      const terms = requestOfForm(championTermsSchema, given);
      await changeChampion(await deskOf(deps), { principal, terms });
    },
    stop: async (principal) => stopChampion(await deskOf(deps), { principal }),
    async ask(principal, personId, goal) {
      const whom = { principal, personId: personId as PersonId };
      const { personId: partner } = await championToAsk(await deskOf(deps), whom);
      const asked = { kind: 'coaching', as: 'learner', goal } as const;
      return invite(await deps.collaboration(), { principal, partner, ...asked });
    },
  };
}

const rowsAPage = 50;

/** Whom the agency has asked. */
export function joinChampionsDesk(deps: Deps & Pick<PortalDeps, 'signer' | 'clock'>): ChampionsDeskPorts {
  return {
    async listOf(principal, asked) {
      const pages = sealedPages(deps, { list: 'champions', by: principal });
      const page = { limit: rowsAPage, ...pages.open(asked) };
      const { champions, next } = await listChampions(await deskOf(deps), { principal, page });
      const tree = principal.agencyId && (await deps.organisations.readTree(principal.agencyId));
      const units = (tree?.units ?? []).map(({ unitId, name }) => [unitId, name] as const);
      const names = new Map<string, string>(units);
      return {
        units,
        rows: await inTurns(champions, async ({ personId, unitId, state, since }) => ({
          ...{ personId, unit: names.get(unitId) ?? '–', since },
          name: (await deps.people.find(personId))?.name ?? '–',
          state: state === 'active' ? ('active' as const) : ('asked' as const),
        })),
        ...(next !== undefined && { next: pages.seal(next) }),
      };
    },
    async name(principal: PersonPrincipal, { who, unitId }) {
      const person = await personByWord(deps, who);
      if (!person) return 'nobody';
      const asked = nameChampion(await deskOf(deps), {
        ...{ principal, personId: person.personId },
        ...(unitId !== undefined && { unitId }),
      });
      return asked.then(
        () => 'named' as const,
        (refused: unknown) => {
          if (refused instanceof UnitHasEnough) return 'enough' as const;
          throw refused;
        },
      );
    },
    takeBack: async (principal, personId) =>
      takeBackChampion(await deskOf(deps), { principal, personId: personId as PersonId }),
  };
}

/** One whom somebody can ask, for pages on which they look for help; undefined where there is nobody. */
export async function firstChampion(
  given: Deps,
  reader: { readonly personId: PersonId },
): Promise<HomeView['champion']> {
  const deps = askedOnce(given);
  const first = await oneChampionFor(await deskOf(deps), reader);
  if (!first) return undefined;
  const { name, unit } = await viewOf(deps, first);
  return { name, unit };
}
