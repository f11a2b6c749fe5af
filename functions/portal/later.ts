/** A port that answers by promises alone, which can therefore be loaded when it is first asked. */
type Promising<Port> = {
  readonly [Name in keyof Port]: Port[Name] extends (...given: never[]) => Promise<unknown>
    ? Port[Name]
    : never;
};

/** Joined with the first question to it: few requests are about the pages of staff, and each start would load their parts. */
export function later<Port extends object>(load: () => Promise<Port & Promising<Port>>): Port {
  let loading: Promise<Port> | undefined;
  const ask = async (name: string | symbol, given: readonly unknown[]): Promise<unknown> => {
    loading ??= load();
    const question: unknown = Reflect.get(await loading, name);
    if (typeof question !== 'function') throw new Error(`the port has no ${String(name)}`);
    return question(...given);
  };
  const known = {} as Port;
  return new Proxy(known, {
    // Nobody who awaits the port itself is to take it for a promise.
    get: (_, name) => (name === 'then' ? undefined : (...given: unknown[]) => ask(name, given)),
  });
}
