import { recordsOpenApi } from '../../records/openapi.ts';
import type { Paths } from './operation.ts';

const {
  '/records': records,
  '/records/exports': exports,
  '/records/exports/{exportId}': oneExport,
  '/oauth/token': token,
} = recordsOpenApi.paths;
const access = ['scope:records/read'] as const;

export const recordsPaths: Paths = {
  '/records': { get: { ...records.get, access } },
  '/records/exports': { post: { ...exports.post, access }, get: { ...exports.get, access } },
  '/records/exports/{exportId}': {
    get: { ...oneExport.get, access },
    delete: { ...oneExport.delete, access },
  },
  '/oauth/token': { post: { ...token.post, access: ['anyone'] } },
};

export const { Export, RecordLine } = recordsOpenApi.components.schemas;
