import { InvalidInput } from '@sinau/kernel';
import { lazyPage } from '../layout/lazy-page.ts';
import { onlyField } from '../only-field.ts';
import { answerPage, goTo, type Portal } from '../visit.ts';
import type { SheetPorts } from './ports.ts';

// Few people ever see it.
const SheetPage = lazyPage(async () => (await import('./page.tsx')).SheetPage);

const access = ['role:provider-author'] as const;
const path = '/studio/sheet';

export function registerSheet(portal: Portal, ports: SheetPorts): void {
  // A form gives every line break two bytes, and a letter up to nine.
  const maxBodyBytes = ports.maxBytes * 4;
  portal.person({ method: 'GET', path, access }, async ({ context, ui }) =>
    answerPage(context, <SheetPage ui={ui} />),
  );
  for (const [name, content] of [
    ['template', 'template'],
    ['export', 'courses'],
  ] as const) {
    portal.person({ method: 'GET', path: `${path}/${name}`, access }, async ({ context, person }) => {
      const flavour = context.req.query('flavour') === 'plain' ? 'plain' : 'excel';
      return context.body(await ports.file(person, { content, flavour }), 200, {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="sinau-${name}.csv"`,
      });
    });
  }
  portal.person({ method: 'POST', path, access, maxBodyBytes }, async (visit) => {
    const { context, ui, person } = visit;
    const file = await onlyField(visit, 'file');
    const wrong =
      file instanceof File ? file.size > ports.maxBytes && ui.t.sheet.fileLarge : ui.t.sheet.fileMissing;
    if (!(file instanceof File) || wrong || file.size === 0) {
      return answerPage(context, <SheetPage ui={ui} failure={wrong || ui.t.sheet.fileMissing} />, 422);
    }
    const text = await file.text();
    const view = await ports.send(person, text, 'check');
    return answerPage(context, <SheetPage ui={ui} sent={{ view, text }} />, statusOf(view));
  });
  // Where whoever changes the language on the page of results comes back to.
  portal.person({ method: 'GET', path: `${path}/apply`, access }, async ({ context }) => goTo(context, path));
  portal.person({ method: 'POST', path: `${path}/apply`, access, maxBodyBytes }, async (visit) => {
    const text = await onlyField(visit, 'text');
    if (typeof text !== 'string') throw new InvalidInput('The form has no text.');
    const view = await ports.send(visit.person, text, 'apply');
    return answerPage(visit.context, <SheetPage ui={visit.ui} sent={{ view, text }} />, statusOf(view));
  });
}

const statusOf = ({ issues, rows }: Awaited<ReturnType<SheetPorts['send']>>) =>
  issues.length > 0 || rows.some(({ outcome }) => outcome === 'refused') ? 422 : 200;
