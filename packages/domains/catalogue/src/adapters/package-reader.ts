// Apart from the other adapters: only the importer should load the XML and zip readers.
export { createPackageOpener, type PackageOpenerOptions } from './package-opener.ts';
