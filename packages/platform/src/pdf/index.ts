export { checkSealedPdf, type PdfSealer, type SealedPdfReading } from './check-sealed-pdf.ts';
export { createPdfRoom } from './pdf-room.ts';
export { scanPdf } from './scan-pdf.ts';
