export { createEsignClient, type EsignClient, type EsignCode } from './client.ts';
export { EsignRefused, type EsignTrouble, esignTroubles } from './esign-refused.ts';
export { type EsignRequest, type EsignResponse, mostSealedBytes, type Send } from './send.ts';
