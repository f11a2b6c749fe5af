// Starts everything on this machine. Plain JavaScript, so that an old Node still gets a clear line instead of a
// syntax error. Pages are TSX, which Node does not read: one file is made of the dev server first.
const [major = 0] = process.versions.node.split('.').map(Number);
if (major < 24) {
  console.error(
    `Sinau runs on Node 24, and this is Node ${process.versions.node}. Run "npm ci" and then "npm start": the project brings its own Node 24.`,
  );
  process.exit(1);
}

const { buildDevServer } = await import('./dev-build.mjs').catch((error) => {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND') throw error;
  console.error('The packages are not installed yet. Run "npm ci" first, then "npm start".');
  process.exit(1);
});
const { resolve } = await import('node:path');
const { pathToFileURL } = await import('node:url');

const root = resolve(import.meta.dirname, '..');
// What was compiled once is not compiled at the next start.
const { enableCompileCache } = await import('node:module');
enableCompileCache(resolve(root, '.cache', 'compiled'));
const file = await buildDevServer(root);
process.env.SINAU_ROOT ??= root;
const { main } = await import(pathToFileURL(file).href);
await main(process.argv.slice(2), process.env);
