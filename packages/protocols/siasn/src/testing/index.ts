export { createFakeSiasn, type FakeSiasnOptions, type Fault } from './fake-siasn.ts';
