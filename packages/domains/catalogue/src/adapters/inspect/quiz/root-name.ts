/**
 * Local name of a document's first element, as far as its beginning tells; undefined when nothing but prologue is in it.
 * Which reader a document gets hangs on it, and nothing else: that reader refuses what it does not understand.
 */
export function rootNameOf(beginning: Uint8Array): string | undefined {
  // UTF-16 shows its letters between zero bytes.
  const text = Buffer.from(beginning).toString('latin1').replaceAll('\0', '');
  let at = text.indexOf('<');
  while (at >= 0) {
    const end = text.startsWith('<!--', at) ? '-->' : /^<[?!]/.test(text.slice(at, at + 2)) ? '>' : undefined;
    if (end === undefined) return /^<(?:[\w.-]+:)?([\w.-]+)/.exec(text.slice(at, at + 200))?.[1];
    const behind = text.indexOf(end, at);
    at = behind < 0 ? -1 : text.indexOf('<', behind);
  }
  return undefined;
}
