export const importsPath = '/agency/people/imports';
export const importHref = (importId: string) => `${importsPath}/${encodeURIComponent(importId)}`;
