import type { ActivityDefinition } from '@sinau/xapi';

const byKey = ['name', 'description', 'extensions'] as const;

/**
 * What is known about an activity after another statement described it: language maps and extensions grow key by key,
 * other properties are replaced where the newer definition has them. Nothing is ever taken away.
 */
export function mergeDefinitions(
  known: ActivityDefinition | undefined,
  newer: ActivityDefinition,
): ActivityDefinition {
  const merged = { ...known, ...newer };
  for (const property of byKey) {
    const before = known?.[property];
    const after = newer[property];
    if (before && after) Object.assign(merged, { [property]: { ...before, ...after } });
  }
  return merged;
}
