/** What stands for a title until an author writes one: the name of the file, without folder and ending. */
export function titleOfName(name: string): string {
  const base = /[^/\\]*$/.exec(name)?.[0] ?? '';
  const text = base
    .replace(/\.[a-z\d]{1,8}$/i, '')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
    .replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')
    .replaceAll('_', ' ')
    .trim();
  return (text || base || 'Modul').slice(0, 200).toWellFormed();
}
