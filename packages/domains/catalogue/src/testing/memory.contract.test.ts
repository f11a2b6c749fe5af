import { catalogueContract } from './catalogue.contract.ts';
import { memoryCatalogue } from './memory-catalogue.ts';

catalogueContract('memory', async () => memoryCatalogue());
