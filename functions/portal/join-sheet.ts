import { exportSheet, importSheet, mostSheetBytes, sheetTemplate } from '@sinau/catalogue/sheet';
import type { SheetPorts } from '@sinau/web';
import type { PortalDeps } from './deps.ts';

/** Courses of the author's own provider as a table. */
export function joinSheet(deps: PortalDeps): SheetPorts {
  const { contentRoom: content, addresses } = deps;
  const writing = { ...deps, content, activityBase: addresses.activityBase };
  return {
    maxBytes: mostSheetBytes,
    file: async (principal, { content: what, flavour }) =>
      what === 'template' ? sheetTemplate(flavour) : exportSheet(writing, { principal, flavour }),
    send: (principal, text, mode) => importSheet(writing, { principal, text, mode }),
  };
}
