import { withTables } from '@sinau/platform/testing';
import { savedCoursesContract } from '../testing/index.ts';
import { createSavedCourseStore } from './index.ts';

withTables((engine, tables) => {
  savedCoursesContract(engine, async () => {
    const { dynamo, lms: table } = tables();
    return createSavedCourseStore({ dynamo, table });
  });
});
