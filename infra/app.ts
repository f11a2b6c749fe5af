import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundleFunctions, functionNames } from './bundles/bundle-functions.ts';
import { bundlesContext } from './constructs/node-function.ts';
import { buildSinau } from './sinau.ts';

const bundles = resolve(import.meta.dirname, '../.cache/bundles');
await rm(bundles, { recursive: true, force: true });
await bundleFunctions(await functionNames(), bundles);

const app = new App({ context: { [bundlesContext]: bundles } });
buildSinau(app);
Tags.of(app).add('application', 'sinau');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
