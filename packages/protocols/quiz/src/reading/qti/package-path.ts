/**
 * The file of the package that an address in `base` means, without query and fragment; undefined for what leads out of
 * the package or to another place (case A8).
 */
export function pathFrom(base: string, href: string): string | undefined {
  const address = unescaped(href.trim().replace(/[?#].*$/s, '')).replaceAll('\\', '/');
  if (address === '' || address.startsWith('/') || /^[a-z][a-z\d+.-]*:/i.test(address)) return undefined;
  const path = base.split('/').slice(0, -1);
  for (const step of address.split('/')) {
    if (step === '' || step === '.') continue;
    if (step !== '..') path.push(step);
    else if (path.pop() === undefined) return undefined;
  }
  return path.length === 0 ? undefined : path.join('/');
}

function unescaped(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
