import type { Assets } from './assets.ts';

/** Made by build-assets.ts. */
declare const paths: Assets['paths'];
// biome-ignore lint/style/noDefaultExport: a JSON module has nothing but its default
export default paths;
