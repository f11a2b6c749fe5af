/** Made with the first question and kept. */
export function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Names of what a port answers by promises, and may therefore load when it is first asked. */
type Promised<Port> = {
  [Name in keyof Port]-?: NonNullable<Port[Name]> extends (...given: never[]) => Promise<unknown>
    ? Name
    : never;
}[keyof Port];

type AtOnce<Port> = Omit<Port, Promised<Port>>;

/**
 * A port that is joined with the first question to it: few requests are about the pages of staff, and each start would load
 * their parts. `atOnce` holds what is no question, `absent` names what the port does without.
 */
export function later<Port extends object>(
  load: () => Promise<Port>,
  ...[atOnce, absent = []]: Record<never, never> extends AtOnce<Port>
    ? [atOnce?: AtOnce<Port>, absent?: readonly (keyof Port)[]]
    : [atOnce: AtOnce<Port>, absent?: readonly (keyof Port)[]]
): Port {
  let loading: Promise<Port> | undefined;
  const ask = async (name: string | symbol, given: readonly unknown[]): Promise<unknown> => {
    loading ??= load();
    const question: unknown = Reflect.get(await loading, name);
    if (typeof question !== 'function') throw new Error(`the port has no ${String(name)}`);
    return question(...given);
  };
  const known = { ...atOnce } as Port;
  return new Proxy(known, {
    get: (_, name) => {
      if (Object.hasOwn(known, name)) return Reflect.get(known, name);
      // Nobody who awaits the port itself is to take it for a promise.
      if (name === 'then' || absent.some((one) => one === name)) return undefined;
      return (...given: unknown[]) => ask(name, given);
    },
  });
}
