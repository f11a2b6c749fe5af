import type { Clock, Ids, PersonPrincipal } from '@sinau/kernel';
import { officeOf } from '../authority.ts';
import { isSameOwner, type Owner } from '../event.ts';
import { PathChanged, PathFixed, PathIncomplete, PathNotFound } from './errors.ts';
import { findFaults, type PathFault } from './find-faults.ts';
import { mostSteps, type Path, type PathId, type PathOrder, type PathTerms } from './path.ts';
import type { PathStore, StepDirectory } from './ports.ts';

interface Where {
  readonly principal: PersonPrincipal;
  readonly pathId: PathId;
}

interface WriteDeps {
  readonly paths: PathStore;
  readonly steps: Pick<StepDirectory, 'find'>;
  readonly clock: Clock;
}

/** A path of one's office; others are answered like absent ones (case C4). */
export async function ownPath(
  { paths }: { readonly paths: Pick<PathStore, 'find'> },
  { principal, pathId }: Where,
): Promise<Path> {
  const office = officeOf(principal);
  const path = await paths.find(pathId);
  if (!path || !isSameOwner(path.owner, office)) throw new PathNotFound();
  return path;
}

/** A draft, which nobody but its office sees. It fits together already. */
export async function makePath(
  deps: WriteDeps & { readonly ids: Ids },
  { principal, order }: { readonly principal: PersonPrincipal; readonly order: PathOrder },
): Promise<Path> {
  const owner = officeOf(principal);
  const draft = await termsOf(deps, owner, order);
  const now = deps.clock.now().toISOString();
  const path: Path = {
    ...{ pathId: deps.ids.uuid() as PathId, owner, state: 'draft', draft, version: 0 },
    ...{ createdBy: principal.personId, createdAt: now, updatedAt: now, rev: 0 },
  };
  if ((await deps.paths.save(path)) !== 'saved') throw new PathChanged();
  return { ...path, rev: 1 };
}

/** Other terms for the next version; what was published stays as it is. `rev`: as they were read. */
export async function changePath(
  deps: WriteDeps,
  input: Where & { readonly order: PathOrder; readonly rev: number },
): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.state === 'retired') throw new PathFixed();
  const draft = await termsOf(deps, path.owner, input.order);
  await save(deps, { ...path, draft, rev: input.rev });
}

/** The draft becomes the next version: whoever begins from now on goes by it; whoever is on an older one stays there. Repeated, nothing more happens. */
export async function publishPath(deps: WriteDeps, input: Where): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.state === 'retired') throw new PathFixed();
  if (!hasNews(path)) return;
  const missing = await notOpen(deps, path);
  if (missing.length > 0) throw new PathIncomplete(missing);
  const [publishedAt, version] = [deps.clock.now().toISOString(), path.version + 1];
  const { pathId, draft: terms } = path;
  const next: Path = { ...path, state: 'published', current: terms, version, updatedAt: publishedAt };
  const publishedBy = input.principal.personId;
  const outcome = await deps.paths.publish(next, { pathId, version, terms, publishedBy, publishedAt });
  if (outcome !== 'saved') throw new PathChanged();
}

/** Whether the draft says something else than what was published. */
export const hasNews = ({ current, draft }: Pick<Path, 'current' | 'draft'>): boolean =>
  JSON.stringify(current) !== JSON.stringify(draft);

/** Nobody begins it any more; whoever is on it goes on. */
export async function retirePath(deps: Pick<WriteDeps, 'paths' | 'clock'>, input: Where): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.state === 'retired') return;
  if (path.state !== 'published') throw new PathFixed();
  await save(deps, { ...path, state: 'retired' });
}

/** Open to people once more, as it was. */
export async function reopenPath(deps: Pick<WriteDeps, 'paths' | 'clock'>, input: Where): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.state !== 'retired') return;
  await save(deps, { ...path, state: 'published' });
}

export async function removePathDraft(deps: Pick<WriteDeps, 'paths'>, input: Where): Promise<void> {
  const path = await ownPath(deps, input);
  if (path.state !== 'draft') throw new PathFixed();
  if ((await deps.paths.remove(path)) !== 'removed') throw new PathChanged();
}

export async function save(deps: Pick<WriteDeps, 'paths' | 'clock'>, next: Path): Promise<void> {
  const updatedAt = deps.clock.now().toISOString();
  if ((await deps.paths.save({ ...next, updatedAt })) !== 'saved') throw new PathChanged();
}

/** Rejects with `PathIncomplete`. */
async function termsOf(
  deps: Pick<WriteDeps, 'steps'>,
  owner: Owner,
  { groups, ...rest }: PathOrder,
): Promise<PathTerms> {
  const faults: PathFault[] = [...findFaults({ groups, ...rest }, mostSteps)];
  if (owner.kind === 'provider' && rest.audience !== 'all') faults.push({ kind: 'provider-audience' });
  if (faults.length > 0) throw new PathIncomplete(faults);
  const found = await Promise.all(
    groups.map(async ({ steps, ...group }) => ({
      ...group,
      steps: await Promise.all(
        steps.map(async (step) => ({ ...step, title: (await deps.steps.find(step, owner))?.title })),
      ),
    })),
  );
  const missing = placesOf(found, ({ title }) => title === undefined);
  if (missing.length > 0) throw new PathIncomplete(missing);
  return {
    ...rest,
    groups: found.map(({ steps, ...group }) => ({
      ...group,
      steps: steps.map(({ title = {}, ...step }) => ({ ...step, title })),
    })),
  };
}

async function notOpen(
  { steps }: Pick<WriteDeps, 'steps'>,
  { owner, draft }: Pick<Path, 'owner' | 'draft'>,
): Promise<readonly PathFault[]> {
  const found = await Promise.all(
    draft.groups.map(async (group) => ({
      steps: await Promise.all(
        group.steps.map(async (step) => (await steps.find(step, owner)) !== undefined),
      ),
    })),
  );
  return placesOf(found, (isOpen) => !isOpen);
}

const placesOf = <Step>(
  groups: readonly { readonly steps: readonly Step[] }[],
  isMissing: (step: Step) => boolean,
): readonly PathFault[] =>
  groups.flatMap(({ steps }, group) =>
    steps.flatMap((one, step) => (isMissing(one) ? [{ kind: 'not-open' as const, group, step }] : [])),
  );
