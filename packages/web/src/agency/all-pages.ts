export { LearningPage } from './learning-page.tsx';
export { AgencyPage } from './page.tsx';
export { PeoplePage } from './people-page.tsx';
export { PullPage } from './pull-page.tsx';
