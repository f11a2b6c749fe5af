import { answerPage, type Portal } from '../visit.ts';
import { HomePage, LandingPage } from './pages.ts';
import type { HomePorts } from './ports.ts';

export function registerHome(portal: Portal, ports: HomePorts): void {
  portal.open(
    { method: 'GET', path: '/', access: ['anyone'], viewable: true },
    async ({ context, ui, notice, person }) => {
      if (!person) return answerPage(context, <LandingPage ui={ui} notice={notice} />);
      const view = await ports.homeOf(person);
      return answerPage(context, <HomePage ui={ui} view={view} notice={notice} />);
    },
  );
}
