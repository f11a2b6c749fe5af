// By itself, as what starts with this number starts without all that takes packages.

/** @default of composition roots: 1 GiB */
export const defaultMaxPackageBytes = 1024 ** 3;
