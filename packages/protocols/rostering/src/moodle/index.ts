export { type MoodleAnswer, type MoodleFault, readMoodleAnswer } from './answer.ts';
export {
  type MoodleCategory,
  type MoodleListedCourse,
  readMoodleCategories,
  readMoodleCourseIds,
  readMoodleCourseList,
  readMoodleCourses,
} from './courses.ts';
export { type MoodleParameters, moodleForm } from './parameters.ts';
export {
  type MoodleUser,
  type MoodleUserCourse,
  readMoodleEnrolments,
  readMoodleUserCourses,
  readMoodleUsers,
} from './people.ts';
export {
  type MoodleCompletion,
  type MoodleGrade,
  readMoodleCompletion,
  readMoodleGrades,
} from './results.ts';
export { type MoodleSite, readMoodleSite } from './site.ts';
