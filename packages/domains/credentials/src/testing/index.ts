export { certificateStoreContract, someCertificate } from './certificate-store.contract.ts';
export { memoryCertificateFiles } from './memory-certificate-files.ts';
export { memoryCertificateStore } from './memory-certificate-store.ts';
