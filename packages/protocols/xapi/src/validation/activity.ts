import { arrayOf, type Check, isObject, object, own, type Property, type Rule, report } from './check.ts';
import { extensions, iri, languageMap, oneOf, string } from './leaves.ts';

const interactionTypes = [
  'true-false',
  'choice',
  'fill-in',
  'long-fill-in',
  'matching',
  'performance',
  'sequencing',
  'likert',
  'numeric',
  'other',
] as const;

const component = object({
  name: 'an interaction component',
  requirement: 'XAPI-00062',
  properties: {
    id: { rule: string('XAPI-00062'), required: 'XAPI-00062' },
    description: { rule: languageMap('XAPI-00063') },
  },
});

const componentList = arrayOf(component, {
  kind: 'an array of interaction components',
  requirement: 'XAPI-00062',
});

const components: Property = {
  rule: (check, value, path) => {
    componentList(check, value, path);
    if (!Array.isArray(value)) return;
    const seen = new Set<unknown>();
    for (const [index, item] of value.entries()) {
      const id = isObject(item) ? own(item, 'id') : undefined;
      if (id !== undefined && seen.has(id)) {
        report(check, `${path}/${index}/id`, {
          message: 'ids of interaction components must be distinct',
          requirement: 'XAPI-00062',
        });
      }
      seen.add(id);
    }
  },
};

const interactionProperties: Readonly<Record<string, Property>> = {
  correctResponsesPattern: {
    rule: arrayOf(string('XAPI-00058'), { kind: 'an array of strings', requirement: 'XAPI-00058' }),
  },
  choices: components,
  scale: components,
  source: components,
  target: components,
  steps: components,
};
const interactionKeys = Object.keys(interactionProperties);

/** Property order of the answers does not matter; that interactions name their type does. */
export const activityDefinition: Rule = object(
  {
    name: 'an Activity definition',
    requirement: 'XAPI-00048',
    properties: {
      name: { rule: languageMap('XAPI-00056') },
      description: { rule: languageMap('XAPI-00059') },
      type: { rule: iri('XAPI-00060') },
      moreInfo: { rule: iri('XAPI-00061') },
      extensions: { rule: extensions('XAPI-00057') },
      interactionType: { rule: oneOf(interactionTypes, 'XAPI-00049') },
      ...interactionProperties,
    },
  },
  requireInteractionType,
);

export const activity: Rule = object({
  name: 'an Activity',
  requirement: 'XAPI-00047',
  properties: {
    objectType: { rule: oneOf(['Activity'], 'XAPI-00046') },
    id: { rule: iri('XAPI-00047'), required: 'XAPI-00047' },
    definition: { rule: activityDefinition },
  },
});

function requireInteractionType(
  check: Check,
  definition: Readonly<Record<string, unknown>>,
  path: string,
): void {
  if (Object.hasOwn(definition, 'interactionType')) return;
  const used = interactionKeys.find((key) => Object.hasOwn(definition, key));
  if (used === undefined) return;
  report(check, `${path}/interactionType`, {
    message: `is required beside "${used}"`,
    requirement: 'XAPI-00064',
  });
}
