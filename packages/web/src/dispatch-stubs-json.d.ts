import type { DispatchStubs } from './assets.ts';

/** Made by build-assets.ts. */
declare const stubs: DispatchStubs;
// biome-ignore lint/style/noDefaultExport: a JSON module has nothing but its default
export default stubs;
