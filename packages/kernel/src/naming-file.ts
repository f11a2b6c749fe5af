/**
 * The write of a row that names a file, which was kept before it: a row that names a file which is not there would mislead. Where the write rejects with
 * `lost`, somebody was quicker and nothing names the file, so it goes again. After anything else, such as a time-out, something may name it, so it stays.
 */
export async function namingFile<Done>(
  write: Promise<Done>,
  file: {
    readonly lost: abstract new (...given: never[]) => Error;
    readonly remove: () => Promise<void>;
  },
): Promise<Done> {
  try {
    return await write;
  } catch (refused) {
    if (refused instanceof file.lost) await file.remove();
    throw refused;
  }
}
