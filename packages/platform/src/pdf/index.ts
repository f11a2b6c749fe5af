export { scanPdf } from './scan-pdf.ts';
