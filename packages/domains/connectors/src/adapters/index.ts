export { createAdapterPort } from './adapter-maker.ts';
