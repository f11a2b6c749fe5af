import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildAssets } from '../packages/web/build-assets.ts';
import { buildSinau } from './sinau.ts';

// The portal's bundle takes in the style sheet and scripts that are compiled here.
await buildAssets();
const app = new App();
buildSinau(app);
Tags.of(app).add('application', 'sinau');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
