/** What a package may cost before it is refused. Bytes are measured while inflating, never believed from a header. */
export interface ZipLimits {
  readonly maxEntries: number;
  /** Of all files together, inflated. */
  readonly maxTotalBytes: number;
  /** Of one file, inflated. */
  readonly maxFileBytes: number;
  /** Inflated to deflated bytes of one file, declared and at any moment; judged above `ratioFromBytes` inflated. */
  readonly maxRatio: number;
  readonly ratioFromBytes: number;
  /** Of one name in UTF-8. S3 keys end at 1,024 with our prefix. */
  readonly maxNameBytes: number;
  /** Folders above one file. */
  readonly maxDepth: number;
  /** After so many findings the rest of the directory is not looked at. */
  readonly maxFindings: number;
}

const mebibyte = 1024 * 1024;

export const defaultZipLimits: ZipLimits = {
  maxEntries: 20_000,
  maxTotalBytes: 4096 * mebibyte,
  maxFileBytes: 2048 * mebibyte,
  maxRatio: 200,
  ratioFromBytes: 32 * mebibyte,
  maxNameBytes: 700,
  maxDepth: 32,
  maxFindings: 50,
};
