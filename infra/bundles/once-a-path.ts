/** Text by path, made for the first build of a process that asks and kept for the others. */
export function onceAPath(): (path: string, make: () => Promise<string>) => Promise<string> {
  const known = new Map<string, Promise<string>>();
  return (path, make) => {
    const found = known.get(path) ?? make();
    known.set(path, found);
    return found;
  };
}
