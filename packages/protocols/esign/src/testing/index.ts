export { createFakeEsign, type EsignFault, type FakeEsignOptions } from './fake-esign.ts';
