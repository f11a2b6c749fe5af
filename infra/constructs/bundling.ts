import { join, resolve } from 'node:path';

/** How every function is bundled; the bundle bench uses the same, so that it measures what is deployed. */
export const bundlingOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // CommonJS parts of the SDK call require(); an ES module has none unless it is made.
  banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  tsconfig: join(resolve(import.meta.dirname, '../..'), 'tsconfig.json'),
  loader: { '.wasm': 'copy', '.css': 'text', '.xsd': 'text' },
} as const;
