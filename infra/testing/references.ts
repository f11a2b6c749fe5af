import type { Resource, Synthesised } from './synthesise.ts';

/** Every resource of ours that a value of a template refers to, through exports of other stacks too. */
export function referredBy(app: Synthesised, value: unknown, stack: string): Set<Resource> {
  const found = new Set<Resource>();
  visit(app, { value, stack }, found);
  return found;
}

function visit(
  app: Synthesised,
  { value, stack }: { readonly value: unknown; readonly stack: string },
  found: Set<Resource>,
): void {
  if (Array.isArray(value)) {
    for (const one of value) visit(app, { value: one, stack }, found);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const id = key === 'Ref' ? inner : key === 'Fn::GetAtt' && Array.isArray(inner) ? inner[0] : undefined;
    const resource = app.resources.find((one) => one.stack === stack && one.id === id);
    if (resource) found.add(resource);
    const exported = key === 'Fn::ImportValue' ? app.exports.get(String(inner)) : undefined;
    if (exported) visit(app, exported, found);
    else visit(app, { value: inner, stack }, found);
  }
}

/** The text that a value of a template becomes; what is known only after deployment reads `known-later`. */
export function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  const join = typeof value === 'object' && value !== null ? Reflect.get(value, 'Fn::Join') : undefined;
  if (!Array.isArray(join)) return 'known-later';
  const [separator, parts] = join;
  return Array.isArray(parts) ? parts.map(textOf).join(String(separator)) : 'known-later';
}
