export { obligationFacts } from './facts.ts';
