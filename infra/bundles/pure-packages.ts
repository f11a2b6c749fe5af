import type { Plugin } from 'esbuild';

/**
 * Our own modules do nothing by being imported, so what a function does not use of them is left out, also where a
 * table is made at the top of a file.
 */
export const purePackages: Plugin = {
  name: 'pure-packages',
  setup: (context) => {
    context.onResolve({ filter: /^(@sinau\/|\.|\/)/ }, async ({ path, pluginData, ...from }) => {
      if (pluginData === asked || from.kind === 'entry-point') return undefined;
      if (/\/node_modules\//.test(from.importer)) return undefined;
      const { importer, kind, namespace, resolveDir } = from;
      const found = await context.resolve(path, {
        importer,
        kind,
        namespace,
        resolveDir,
        pluginData: asked,
        with: from.with,
      });
      return { ...found, sideEffects: false };
    });
  },
};

const asked = Symbol('resolved by esbuild itself');
