import { withTables } from '@sinau/platform/testing';
import { catalogueContract } from '../testing/index.ts';
import { createCourseStore, createImportJobStore } from './index.ts';

withTables((engine, tables) => {
  catalogueContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return {
      courses: createCourseStore({ dynamo, table }),
      jobs: createImportJobStore({ dynamo, table }),
    };
  });
});
