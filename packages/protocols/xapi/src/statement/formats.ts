import type { LanguageMap } from '@sinau/kernel';
import type {
  Activity,
  ActivityDefinition,
  Actor,
  Agent,
  InteractionComponent,
  InverseFunctionalIdentifier,
  Statement,
} from '../model.ts';
import { chooseLanguage, parseAcceptLanguage } from './accept-language.ts';
import { mapParts } from './map-statement.ts';

/** `ids`: the least that identifies agents, activities and verbs; of an Anonymous Group its members. */
export function formatIds<Kind extends Statement>(statement: Kind): Kind {
  return mapParts(statement, {
    actor: actorId,
    verb: ({ id }) => ({ id }),
    activity: ({ id }) => ({ id }),
    attachment: (attachment) => attachment,
  });
}

/** What `canonical` draws on; all optional. */
export interface CanonicalSources {
  /** Accept-Language of the request. */
  readonly acceptLanguage?: string | undefined;
  /** The store's definition of an Activity; the statement's own is used where there is none. */
  readonly definitionOf?: (activityId: string) => ActivityDefinition | undefined;
}

/** `canonical`: the store's definitions, and of every language map one entry, chosen for each map on its own. */
export function formatCanonical<Kind extends Statement>(statement: Kind, sources: CanonicalSources): Kind {
  const ranges = parseAcceptLanguage(sources.acceptLanguage);
  return mapParts(statement, {
    actor: (actor) => actor,
    verb: (verb) => (verb.display ? { ...verb, display: oneLanguage(verb.display, ranges) } : verb),
    activity: (activity) => canonicalActivity(activity, sources.definitionOf, ranges),
    attachment: (attachment) => ({
      ...attachment,
      display: oneLanguage(attachment.display, ranges),
      ...(attachment.description && { description: oneLanguage(attachment.description, ranges) }),
    }),
  });
}

function canonicalActivity(
  activity: Activity,
  definitionOf: CanonicalSources['definitionOf'],
  ranges: readonly string[],
): Activity {
  const definition = definitionOf?.(activity.id) ?? activity.definition;
  return definition ? { ...activity, definition: oneLanguageEach(definition, ranges) } : activity;
}

const componentLists = ['choices', 'scale', 'source', 'target', 'steps'] as const;

function oneLanguageEach(definition: ActivityDefinition, ranges: readonly string[]): ActivityDefinition {
  const lists: Partial<Record<(typeof componentLists)[number], readonly InteractionComponent[]>> = {};
  for (const key of componentLists) {
    const list = definition[key];
    if (list) {
      lists[key] = list.map((item) =>
        item.description ? { ...item, description: oneLanguage(item.description, ranges) } : item,
      );
    }
  }
  return {
    ...definition,
    ...(definition.name && { name: oneLanguage(definition.name, ranges) }),
    ...(definition.description && { description: oneLanguage(definition.description, ranges) }),
    ...lists,
  };
}

function oneLanguage(map: LanguageMap, ranges: readonly string[]): LanguageMap {
  const tag = chooseLanguage(Object.keys(map), ranges);
  const text = tag === undefined ? undefined : map[tag];
  return tag === undefined || text === undefined ? {} : { [tag]: text };
}

function actorId(actor: Actor): Actor {
  const identifier = identifierOf(actor);
  if (actor.objectType !== 'Group') {
    return actor.objectType === undefined ? identifier : { objectType: 'Agent', ...identifier };
  }
  if (Object.keys(identifier).length > 0) return { objectType: 'Group', ...identifier };
  const member = (actor.member ?? []).map((item) => actorId(item) as Agent);
  return { objectType: 'Group', member };
}

function identifierOf({
  mbox,
  mbox_sha1sum,
  openid,
  account,
}: InverseFunctionalIdentifier): InverseFunctionalIdentifier {
  return {
    ...(mbox !== undefined && { mbox }),
    ...(mbox_sha1sum !== undefined && { mbox_sha1sum }),
    ...(openid !== undefined && { openid }),
    ...(account !== undefined && { account }),
  };
}
