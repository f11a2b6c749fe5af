import { join, resolve } from 'node:path';

/** How every function is bundled; bench and tests use the same, so that they see what is deployed. */
export const bundlingOptions = {
  target: 'node24',
  mainFields: ['module', 'main'],
  minify: true,
  // CommonJS parts of the SDK call require(); an ES module has none unless it is made.
  banner: "import{createRequire as __cr}from'node:module';const require=__cr(import.meta.url);",
  tsconfig: join(resolve(import.meta.dirname, '../..'), 'tsconfig.json'),
  loader: { '.css': 'text', '.xsd': 'text' },
  alias: { '@aws-sdk/credential-provider-node': join(import.meta.dirname, 'environment-credentials.ts') },
} as const;
