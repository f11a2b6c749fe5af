import { memorySavedCourses } from './memory-saved-courses.ts';
import { savedCoursesContract } from './saved-courses.contract.ts';

savedCoursesContract('memory', async () => memorySavedCourses());
