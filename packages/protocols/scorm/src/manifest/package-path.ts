/** A reference of a manifest, taken apart by RFC 3986; names are decoded. */
interface Reference {
  readonly path: string;
  /** As written, for files whose name holds a percent sign. */
  readonly rawPath: string;
  /** Query and fragment with their signs, as written. */
  readonly query: string;
  readonly fragment: string;
  readonly backslashes: boolean;
}

export interface PathRefusal {
  readonly refused: 'path.remote' | 'path.scheme' | 'path.absolute' | 'path.outside' | 'path.syntax';
  readonly params: Readonly<Record<string, string>>;
}

export interface LocatedFile {
  /** Exact name in the package. */
  readonly file: string;
  readonly query: string;
  readonly fragment: string;
  /** What had to be overlooked to find it. */
  readonly oddities: readonly ('path.backslash' | 'path.letter-case' | 'path.base-slash')[];
}

export type FileSearch = LocatedFile | PathRefusal | { readonly missing: string };

/** Finds files of the package by the references of its manifest. */
export interface FileLocator {
  /** A new base from `xml:base`; bases are names in the package up to their last slash or file. */
  readonly rebase: (base: string, reference: string) => { readonly base: string } | PathRefusal;
  readonly find: (base: string, reference: string) => FileSearch;
}

export function createFileLocator(files: ReadonlySet<string>): FileLocator {
  let byLooseName: Map<string, string> | undefined;
  const findLoosely = (name: string) => {
    byLooseName ??= new Map([...files].map((file) => [loose(file), file]));
    return byLooseName.get(loose(name));
  };
  const lookUp = (base: string, reference: Reference): FileSearch => {
    const path = joinPath(base, reference.path);
    if (path === undefined) return outside(reference.rawPath);
    // The raw form has no `..` that the decoded one lacks, so it cannot lead outside by itself.
    const named = [path, joinPath(base, reference.rawPath)].find(
      (name) => name !== undefined && files.has(name),
    );
    const found = named ?? findLoosely(path);
    if (found === undefined) return { missing: path };
    const oddities = [
      ...(reference.backslashes ? (['path.backslash'] as const) : []),
      ...(named === undefined ? (['path.letter-case'] as const) : []),
    ];
    return { file: found, query: reference.query, fragment: reference.fragment, oddities };
  };
  return {
    rebase: (base, text) => {
      const reference = readReference(text);
      if ('refused' in reference) return reference;
      if (reference.path === '') return { base };
      const joined = joinPath(base, reference.path);
      if (joined === undefined) return outside(text);
      return { base: /(?:^|[/\\])\.{0,2}$/.test(reference.path) && joined !== '' ? `${joined}/` : joined };
    },
    find: (base, text) => {
      const reference = readReference(text);
      if ('refused' in reference) return reference;
      const found = lookUp(base, reference);
      if (!('missing' in found) || base === '' || base.endsWith('/')) return found;
      const nested = lookUp(`${base}/`, reference);
      return 'file' in nested ? { ...nested, oddities: [...nested.oddities, 'path.base-slash'] } : found;
    },
  };
}

function readReference(text: string): Reference | PathRefusal {
  const reference = text.trim();
  const refuse = (refused: PathRefusal['refused'], params = { value: reference }) => ({ refused, params });
  if (hasControl(reference)) return refuse('path.syntax');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(reference)?.[1]?.toLowerCase();
  if (scheme === 'http' || scheme === 'https') return refuse('path.remote');
  if (scheme !== undefined) return { refused: 'path.scheme', params: { scheme, value: reference } };
  if (/^[/\\]{2}/.test(reference)) return refuse('path.remote');
  if (/^[/\\]/.test(reference)) return refuse('path.absolute');
  const [, written = '', query = '', fragment = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(reference) ?? [];
  const path = decodeEscapes(written);
  // A browser reads an escaped slash or dot as what it stands for, so the rules are held against the decoded name.
  if (hasControl(path)) return refuse('path.syntax');
  if (/^[/\\]/.test(path)) return refuse('path.absolute');
  return {
    path,
    rawPath: written,
    query: query === '?' ? '' : query,
    fragment: fragment === '#' ? '' : fragment,
    backslashes: written.includes('\\'),
  };
}

/** RFC 3986 5.2.3 and 5.2.4, but `..` at the root is undefined instead of nothing. No slash at the end. */
function joinPath(base: string, path: string): string | undefined {
  const steps: string[] = [];
  const folder = base.slice(0, base.lastIndexOf('/') + 1);
  for (const step of [...folder.split('/'), ...path.split(/[/\\]/)]) {
    if (step === '..') {
      if (steps.pop() === undefined) return undefined;
    } else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

function outside(value: string): PathRefusal {
  return { refused: 'path.outside', params: { value } };
}

/** A percent sign that begins no escape stands for itself: authors write such names. */
function decodeEscapes(text: string): string {
  return text.replace(/(?:%[0-9A-Fa-f]{2})+/g, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes;
    }
  });
}

function hasControl(text: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  return /[\u0000-\u001f\u007f]/.test(text);
}

/** Windows and macOS know neither letter case nor the forms of accents. */
function loose(name: string): string {
  return name.normalize('NFC').toLowerCase();
}
