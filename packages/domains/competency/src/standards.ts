import type { AgencyId, Clock, PersonPrincipal } from '@sinau/kernel';
import { agencyOf } from './authority.ts';
import { saysAgain, technicalId, withEdition } from './competency.ts';
import { CompetencyChanged, CompetencyFull, CompetencyNotFound, UnknownCompetency } from './errors.ts';
import { nationalIds } from './national-dictionary.ts';
import type { StandardStore } from './ports.ts';
import {
  groupKey,
  mostStandards,
  type PositionStandard,
  type PostKey,
  type StandardRequest,
  titleKey,
} from './standard.ts';

interface Deps {
  readonly standards: StandardStore;
  readonly clock: Clock;
}

/** Of one's agency: groups first, then by title. */
export async function listStandards(
  { standards }: Pick<Deps, 'standards'>,
  { principal }: { readonly principal: PersonPrincipal },
): Promise<readonly PositionStandard[]> {
  const found = await standards.standards(agencyOf(principal));
  return found.toSorted((a, b) => a.post.localeCompare(b.post, 'id'));
}

export async function readStandard(
  { standards }: Pick<Deps, 'standards'>,
  { principal, post }: { readonly principal: PersonPrincipal; readonly post: PostKey },
): Promise<PositionStandard> {
  const found = await standards.findStandard(agencyOf(principal), post);
  if (!found) throw new CompetencyNotFound();
  return found;
}

export const postKeyOf = (post: StandardRequest['post']): PostKey =>
  'title' in post ? titleKey(post.title) : groupKey(post.group);

/** What a post asks for from a day on, whole. `rev`: as it was read; absent: as it is now. */
export async function setStandard(
  deps: Deps,
  input: {
    readonly agencyId: AgencyId;
    readonly request: StandardRequest;
    readonly rev?: number;
    readonly isTrial?: boolean;
  },
): Promise<'created' | 'changed' | 'skipped'> {
  const { agencyId, request, rev, isTrial = false } = input;
  const { post: about, ...edition } = request;
  await refuseUnknown(deps, agencyId, request);
  const post = postKeyOf(about);
  const found = await deps.standards.findStandard(agencyId, post);
  if (!found && (await deps.standards.standards(agencyId)).length >= mostStandards)
    throw new CompetencyFull();
  if (rev !== undefined && rev !== (found?.rev ?? 0)) throw new CompetencyChanged();
  if (saysAgain(found, edition, { rev })) return 'skipped';
  if (!isTrial) {
    const next: PositionStandard = {
      ...{ agencyId, post, title: 'title' in about ? about.title : about.group, state: 'active' },
      editions: withEdition(found?.editions ?? [], edition),
      ...{ updatedAt: deps.clock.now().toISOString(), rev: found?.rev ?? 0 },
    };
    if ((await deps.standards.saveStandard(next)) === 'conflict') throw new CompetencyChanged();
  }
  return found ? 'changed' : 'created';
}

async function refuseUnknown(
  { standards }: Deps,
  agencyId: AgencyId,
  request: StandardRequest,
): Promise<void> {
  const wanted = request.requirements.map(({ competencyId }) => competencyId);
  const foreign = wanted.filter((one) => !nationalIds.some((national) => national === one));
  if (foreign.length === 0) return;
  const known = new Set<string>(
    (await standards.technical(agencyId)).flatMap(({ code, state }) =>
      state === 'active' ? [technicalId(code)] : [],
    ),
  );
  if (foreign.some((one) => !known.has(one))) throw new UnknownCompetency('/requirements');
}

/** A withdrawn standard asks for nothing; the one of its group, or the template, holds then. */
export async function withdrawStandard(
  deps: Deps,
  input: {
    readonly principal: PersonPrincipal;
    readonly post: PostKey;
    readonly state: PositionStandard['state'];
  },
): Promise<void> {
  const found = await readStandard(deps, input);
  if (found.state === input.state) return;
  const next = { ...found, state: input.state, updatedAt: deps.clock.now().toISOString() };
  if ((await deps.standards.saveStandard(next)) === 'conflict') throw new CompetencyChanged();
}
