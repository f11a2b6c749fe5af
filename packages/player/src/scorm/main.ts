import { showProblem } from '../problem-page.ts';
import { openSession, readLaunch } from '../session.ts';

openSession(readLaunch(location.search)).catch(showProblem);
