import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { buildSinau } from './sinau.ts';

const app = new App();
buildSinau(app);
Tags.of(app).add('application', 'sinau');
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
