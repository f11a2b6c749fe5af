import { answerPage, type Portal } from '../visit.ts';
import { CataloguePage } from './page.tsx';
import type { CataloguePorts } from './ports.ts';

export function registerCatalogue(portal: Portal, ports: CataloguePorts): void {
  portal.person(
    { method: 'GET', path: '/catalogue', access: ['person'] },
    async ({ context, ui, person }) => {
      const asked = (name: string) => context.req.query(name)?.trim().slice(0, 2_000) || undefined;
      const [text, language, providerId, pageToken] = [
        asked('q'),
        asked('language'),
        asked('provider'),
        asked('page'),
      ];
      const query = {
        ...(text && { text: text.slice(0, 100) }),
        ...(language && { language }),
        ...(providerId && { providerId }),
        ...(pageToken && { pageToken }),
      };
      const view = await ports.search(person, query);
      return answerPage(context, <CataloguePage ui={ui} view={view} query={query} />);
    },
  );
}
