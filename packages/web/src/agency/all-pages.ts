export { LearningPage } from './learning-page.tsx';
export { PeoplePage } from './people-page.tsx';
export { PullPage } from './pull-page.tsx';
