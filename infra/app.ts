import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildPlayer } from '../packages/player/build-player.ts';
import { bundleFunctions, functionNames } from './bundles/bundle-functions.ts';
import { bundlesContext } from './constructs/node-function.ts';
import { playerContext } from './constructs/player-pages.ts';
import { buildSinau } from './sinau.ts';

const bundles = resolve(import.meta.dirname, '../.cache/bundles');
await rm(bundles, { recursive: true, force: true });
await Promise.all([bundleFunctions(await functionNames(), bundles), buildPlayer()]);

const player = resolve(import.meta.dirname, '../packages/player/dist');
const app = new App({ context: { [bundlesContext]: bundles, [playerContext]: player } });
buildSinau(app);
Tags.of(app).add('application', 'sinau');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
