/*
 * The sequencer's state names four kilobytes of values for every activity, nearly all of them as they were at the start.
 * What is sent and kept is what a fresh sequencer of the same tree does not say as well.
 *
 * A difference is one of: a text, number, boolean or null instead of what was there; `['=', value]` instead of it;
 * `['-']` for what is gone; or an object with the differences inside an object, or a list of the same length.
 */

type Inside = Readonly<Record<string, unknown>>;

/** JSON of what differs from `fresh`, the state of a sequencer that has not begun; both as the sequencer writes them. */
export function packState(state: string, fresh: string): string {
  const difference = differenceOf(JSON.parse(state), JSON.parse(fresh));
  return JSON.stringify(difference === undefined ? {} : difference);
}

/** The whole state, to be given to a sequencer of the same tree. Throws where `packed` is no JSON. */
export function unpackState(packed: string, fresh: string): string {
  return JSON.stringify(applied(JSON.parse(packed), JSON.parse(fresh)));
}

/** Undefined: none. */
function differenceOf(value: unknown, base: unknown): unknown {
  if (!isInside(value)) return value === base ? undefined : value;
  if (!isInside(base) || !sameShape(value, base)) return ['=', value];
  const names = new Set([...Object.keys(value), ...Object.keys(base)]);
  const differences = [...names].flatMap((name): [string, unknown][] => {
    if (!Object.hasOwn(value, name)) return [[name, ['-']]];
    const difference = Object.hasOwn(base, name)
      ? differenceOf(value[name], base[name])
      : wrapped(value[name]);
    return difference === undefined ? [] : [[name, difference]];
  });
  return differences.length === 0 ? undefined : Object.fromEntries(differences);
}

function applied(difference: unknown, base: unknown): unknown {
  if (!isInside(difference)) return difference;
  if (Array.isArray(difference)) return difference[0] === '=' ? difference[1] : undefined;
  if (!isInside(base)) return base;
  // No object while it grows: to one, `__proto__` is more than a name.
  const result = new Map(Object.entries(base));
  for (const [name, inner] of Object.entries(difference)) {
    const value = applied(inner, Object.hasOwn(base, name) ? base[name] : undefined);
    if (value === undefined) result.delete(name);
    else result.set(name, value);
  }
  return Array.isArray(base) ? [...result.values()] : Object.fromEntries(result);
}

const wrapped = (value: unknown) => (isInside(value) ? ['=', value] : value);

function sameShape(value: Inside, base: Inside): boolean {
  if (Array.isArray(value) !== Array.isArray(base)) return false;
  return !Array.isArray(value) || Object.keys(value).length === Object.keys(base).length;
}

function isInside(value: unknown): value is Inside {
  return typeof value === 'object' && value !== null;
}
