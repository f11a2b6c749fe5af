/** What `act` gives; undefined where the browser denies it, as it may with storage. */
export function quietly<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
