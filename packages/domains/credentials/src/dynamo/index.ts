export { createCertificateStore } from './certificate-store.ts';
