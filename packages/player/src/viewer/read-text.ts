const maxBytes = 4 * 1024 * 1024;

/** A text file of the package, of a bounded size. */
export async function readText(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`answered with ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > maxBytes) throw new Error('the text is too long');
  return new TextDecoder().decode(bytes);
}
