export const exportsPath = '/agency/exports';
export const exportHref = (exportId: string): string => `${exportsPath}/${encodeURIComponent(exportId)}`;
