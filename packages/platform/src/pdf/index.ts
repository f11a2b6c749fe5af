export { checkSealedPdf, type PdfSealer, type SealedPdfReading } from './check-sealed-pdf.ts';
export { scanPdf } from './scan-pdf.ts';
