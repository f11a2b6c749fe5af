import type { ZipLimits } from './zip-limits.ts';
import type { ZipRule } from './zip-refused.ts';

type NameReading = { readonly name: string; readonly folder: boolean } | { readonly rule: ZipRule };

/**
 * The one way in which a stored name becomes a path of ours (cases A1, A11): backslashes are separators as in archives
 * made on Windows, `.` and empty steps fall away, and whatever would leave the package root is refused, not repaired.
 */
export function readEntryName(raw: string, limits: ZipLimits): NameReading {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(raw)) return { rule: 'zip.name-control-character' };
  if (raw.includes('\ufffd') || !raw.isWellFormed()) return { rule: 'zip.name-encoding' };
  const path = raw.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return { rule: 'zip.name-absolute' };
  const steps = path.split('/').filter((step) => step !== '' && step !== '.');
  if (steps.includes('..')) return { rule: 'zip.name-outside' };
  const folder = path.endsWith('/');
  const name = steps.join('/');
  if (name === '' && !folder) return { rule: 'zip.name-empty' };
  if (Buffer.byteLength(name) > limits.maxNameBytes) return { rule: 'zip.name-too-long' };
  if (steps.length - 1 > limits.maxDepth) return { rule: 'zip.name-too-deep' };
  return { name, folder };
}

/** Names that some file system or reader would take for the same file have the same key (case A7). */
export function collisionKey(name: string): string {
  return name.normalize('NFC').toLowerCase().normalize('NFC');
}
