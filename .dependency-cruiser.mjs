// The direction of the house (docs/architecture.md). Every rule has a canary in test/architecture/direction.test.ts.
const core = '^packages/domains/([^/]+)/src/(?!dynamo/|adapters/|testing/|.*\\.test\\.ts$)';
const tests = '(\\.test\\.tsx?$|/testing/|\\.contract\\.ts$)';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'kernel-depends-on-nothing',
      severity: 'error',
      from: { path: '^packages/kernel/', pathNot: tests },
      to: { pathNot: '^packages/kernel/' },
    },
    {
      name: 'events-know-kernel-only',
      severity: 'error',
      from: { path: '^packages/domain-events/', pathNot: tests },
      to: { path: '^(packages|functions|infra|test)/', pathNot: '^packages/(domain-events|kernel)/' },
    },
    {
      name: 'protocols-know-kernel-and-each-other-only',
      severity: 'error',
      from: { path: '^packages/protocols/', pathNot: tests },
      to: {
        path: '^(packages|functions|infra|test)/',
        pathNot: '^packages/(protocols|domain-events|kernel)/',
      },
    },
    {
      name: 'domains-never-import-each-other',
      comment: 'They meet in functions/, through ports, or follow each other through domain-events.',
      severity: 'error',
      from: { path: '^packages/domains/([^/]+)/' },
      to: { path: '^packages/domains/', pathNot: '^packages/domains/$1/' },
    },
    {
      name: 'domains-know-nothing-above',
      severity: 'error',
      from: { path: '^packages/domains/' },
      to: { path: '^(functions|infra|test|packages/web)/' },
    },
    {
      name: 'domain-cores-are-pure',
      comment: 'Rules and use cases know no storage, no HTTP and no Node: only dynamo/ and adapters/ do.',
      severity: 'error',
      from: { path: core },
      to: {
        path: '(^packages/platform/|node_modules/(@aws-sdk|hono|@middy|@aws-lambda-powertools)/)',
      },
    },
    {
      name: 'domain-cores-use-no-node-built-in',
      severity: 'error',
      from: { path: core },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'protocols-use-no-node-built-in',
      severity: 'error',
      from: { path: '^packages/(protocols|kernel|domain-events)/', pathNot: tests },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'core-does-not-open-its-own-adapters',
      comment:
        'index.ts is the door of the core; adapters have their own subpath, so that the core never loads an SDK.',
      severity: 'error',
      from: { path: core },
      to: { path: '^packages/domains/[^/]+/src/(dynamo|adapters|testing)/' },
    },
    {
      name: 'platform-knows-no-business',
      severity: 'error',
      from: { path: '^packages/platform/' },
      to: { path: '^(packages|functions|infra)/', pathNot: '^packages/(platform|kernel)/' },
    },
    {
      name: 'web-is-given-its-use-cases',
      severity: 'error',
      from: { path: '^packages/web/' },
      to: { path: '^(packages|functions|infra)/', pathNot: '^packages/(web|kernel)/' },
    },
    {
      name: 'player-knows-protocols-only',
      comment:
        'It runs in browsers, beside uploaded content: what the server knows is told to it over the wire.',
      severity: 'error',
      from: { path: '^packages/player/', pathNot: tests },
      to: {
        path: '^(packages|functions|infra|test)/',
        pathNot: '^packages/(player|protocols|kernel)/',
      },
    },
    {
      name: 'nothing-imports-functions-or-infra',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^(functions|infra)/' },
    },
    {
      name: 'functions-are-apart',
      comment: 'A Lambda never reaches into another; only the dev server joins them all.',
      severity: 'error',
      from: { path: '^functions/([^/]+)/', pathNot: '^functions/(dev-server|shared)/' },
      to: { path: '^functions/', pathNot: '^functions/($1|shared)/' },
    },
    {
      name: 'local-aws-stays-local',
      comment: 'The embedded services are for one machine and for tests; no Lambda bundles them.',
      severity: 'error',
      from: {
        path: '^(packages|functions)/',
        pathNot:
          '(^packages/platform/src/(local-aws|testing)/|^functions/dev-server/|\\.test\\.tsx?$|/testing/)',
      },
      to: { path: '^packages/platform/src/local-aws/' },
    },
    {
      name: 'production-does-not-use-test-code',
      severity: 'error',
      from: { path: '^(packages|functions|infra)/', pathNot: tests },
      to: { path: '(/testing/|\\.test\\.tsx?$)' },
    },
    {
      name: 'nothing-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API; without this parser not one .ts file would be read.
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    // The edge functions import CloudFront's own module, which exists there alone.
    exclude: {
      path: '(^|/)(node_modules/(?!@sinau)|cdk\\.out|\\.data|\\.cache)|content-edge/viewer-.*\\.js$',
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // @xapi/cmi5 is for bundlers and has no `main`.
      mainFields: ['module', 'main', 'types'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
