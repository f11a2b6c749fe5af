import { answerPage, goTo, type Portal } from '../visit.ts';
import { InboxPage } from './pages.ts';
import type { InboxPorts } from './ports.ts';

export function registerInbox(portal: Portal, ports: InboxPorts): void {
  portal.person({ method: 'GET', path: '/inbox', access: ['person'], viewable: true }, async (visit) => {
    const { context, ui, person, notice } = visit;
    const token = context.req.query('page');
    const { items, nextPageToken } = await ports.inboxOf(person, { token, locale: ui.locale });
    const isFirst = token === undefined;
    return answerPage(
      context,
      <InboxPage ui={ui} items={items} next={nextPageToken} isFirst={isFirst} notice={notice} />,
    );
  });

  portal.person({ method: 'POST', path: '/inbox/read', access: ['person'] }, async ({ context, person }) => {
    await ports.markAllRead(person);
    return goTo(context, '/inbox', 'read');
  });
}
