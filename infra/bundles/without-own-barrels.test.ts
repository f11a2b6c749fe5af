import { describe, expect, it } from 'vitest';
import { rewriteOwnImports } from './without-own-barrels.ts';

describe('rewriteOwnImports', () => {
  const homes = async () => new Map([['addModule', '/catalogue/edit-draft.ts']]);

  it('imports each value from where it lives, drops types, and keeps the lines of the file', async () => {
    const source = [
      "import { addModule, type Course, publish as open } from '@sinau/catalogue';",
      'import {',
      '  addModule,',
      '  type CourseId,',
      "} from '@sinau/catalogue/dynamo';",
      "import type { Course } from '@sinau/catalogue';",
      "import { addModule } from './own.ts';",
    ].join('\n');
    expect(await rewriteOwnImports(source, homes)).toBe(
      [
        'import { addModule } from "/catalogue/edit-draft.ts";import { publish as open } from "@sinau/catalogue";',
        'import { addModule } from "/catalogue/edit-draft.ts";',
        '',
        '',
        '',
        "import type { Course } from '@sinau/catalogue';",
        "import { addModule } from './own.ts';",
      ].join('\n'),
    );
  });
});
