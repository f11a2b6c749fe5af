export {
  asTrace,
  currentTrace,
  inTrace,
  newTrace,
  type Trace,
  traceName,
  traceOfHeaders,
} from './trace.ts';
