export { objectOf, placesOf, type SealPdfOptions, sealPdf, withObjects } from './seal-pdf.ts';
export { createSealingKey, type SealingKey } from './sealing-key.ts';
