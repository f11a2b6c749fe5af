export { addressCheckVia, createEsignOpener, pdfSealChecker } from './esign-service.ts';
export { createSealedFiles } from './sealed-files.ts';
