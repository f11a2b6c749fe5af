import type { AssetFiles } from './assets.ts';

/** Made by build-assets.ts. */
declare const files: AssetFiles;
// biome-ignore lint/style/noDefaultExport: a JSON module has nothing but its default
export default files;
