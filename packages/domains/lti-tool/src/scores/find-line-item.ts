import type { Clock } from '@sinau/kernel';
import type { ServiceScope } from '@sinau/lti';
import { mediaTypes } from '@sinau/lti/services';
import { chooseLineItem, lineItemSearch, madeLineItem, newLineItem } from '@sinau/lti/tool';
import type { Placement, PlacementGrades } from '../placement.ts';
import type { ForeignPlatform } from '../platform.ts';
import { GradesRefused } from './grades-refused.ts';
import type { GradeServices, LineItemStore } from './ports.ts';

const itemScope: ServiceScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem';
const readScope: ServiceScope = 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly';

/** Longer than looking and making take together. */
const holdMs = 60_000;
const holdSeconds = 20;

export interface LineItemDeps {
  readonly lineItems: LineItemStore;
  readonly services: GradeServices;
  readonly clock: Clock;
}

/**
 * Where scores of a placement go: what its latest launch named, what we found or made before, or what is found or made now. Rejects with
 * `GradesRefused`.
 */
export async function findLineItem(
  deps: LineItemDeps,
  { platform, placement }: { readonly platform: ForeignPlatform; readonly placement: Placement },
): Promise<string> {
  const { grades } = placement;
  if (grades?.lineItem !== undefined) return grades.lineItem;
  if (grades?.lineItems === undefined) throw new GradesRefused('no-grades', { passing: false });
  const known = await deps.lineItems.find(placement);
  if (known !== undefined) return known;
  const now = deps.clock.now();
  const until = new Date(now.getTime() + holdMs).toISOString();
  if ((await deps.lineItems.hold(placement, { now: now.toISOString(), until })) === 'elsewhere') {
    // Whoever is at it is done by then.
    throw new GradesRefused('busy', { passing: true, afterSeconds: holdSeconds });
  }
  try {
    const lineItem = await lookOrMake(deps, { platform, placement, lineItems: grades.lineItems, grades });
    await deps.lineItems.keep(placement, lineItem);
    return lineItem;
  } catch (error) {
    await deps.lineItems.forget(placement);
    throw error;
  }
}

async function lookOrMake(
  { services }: LineItemDeps,
  given: {
    readonly platform: ForeignPlatform;
    readonly placement: Placement;
    readonly lineItems: string;
    readonly grades: PlacementGrades;
  },
): Promise<string> {
  const { platform, placement, lineItems, grades } = given;
  const scope = [itemScope, readScope].find((one) => grades.scopes.includes(one));
  if (!scope) throw new GradesRefused('no-grades', { passing: false });
  const { placementId, resourceLinkId, title = '' } = placement;
  const owner = { placementId, resourceLinkId };
  const listed = await services.read(platform, { url: lineItemSearch(lineItems, owner), scope });
  const chosen = chooseLineItem(listed, owner);
  if (chosen === 'broken') throw new GradesRefused('broken-answer', { passing: true });
  if (chosen.found !== undefined) return chosen.found;
  if (scope !== itemScope) throw new GradesRefused('no-grades', { passing: false });
  const { body } = await services.post(platform, {
    ...{ url: lineItems, scope, type: mediaTypes.lineItem, body: newLineItem(owner, title) },
  });
  const made = madeLineItem(body);
  if (made === undefined) throw new GradesRefused('broken-answer', { passing: true });
  return made;
}
