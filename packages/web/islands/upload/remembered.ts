// What this browser remembers of an upload that is not finished, so that the next page can go on with it. The file itself
// cannot be kept: the person chooses it again, and it must be the same.

export interface Remembered {
  readonly uploadId: string;
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

/** One upload for each place of the studio. */
export function memoryOf(form: HTMLFormElement) {
  const { course = '', module = '' } = form.dataset;
  const key = `sinau-upload:${course}:${module}`;
  return {
    recall: (): Remembered | undefined => {
      try {
        const { uploadId, name, size, modified } = JSON.parse(localStorage.getItem(key) ?? '');
        const sound = typeof uploadId === 'string' && typeof name === 'string' && Number.isFinite(size);
        return sound ? { uploadId, name, size, modified } : undefined;
      } catch {
        return undefined;
      }
    },
    remember: (uploadId: string, file: File) => {
      const { name, size, lastModified: modified } = file;
      attempt(() => localStorage.setItem(key, JSON.stringify({ uploadId, name, size, modified })));
    },
    forget: () => attempt(() => localStorage.removeItem(key)),
  };
}

export function isSame(known: Remembered, file: File): boolean {
  return known.name === file.name && known.size === file.size && known.modified === file.lastModified;
}

/** A browser that keeps nothing still uploads. */
function attempt(action: () => void): void {
  try {
    action();
  } catch {}
}
