export const packageLimits = {
  /** Bytes of the package as it is sent; what one request carries. */
  file: 4 * 1024 * 1024,
  /** Lines of all files that are read, together. */
  rows: 100_000,
} as const;
