import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, it } from 'mocha';
import { storiesOf, storyKinds } from './tell.ts';

// A change that is meant is written down with UPDATE_STORIES=1 and read in the difference.
const update = process.env['UPDATE_STORIES'] === '1';

describe('the stories of a kind, for whoever reads them', () => {
  for (const kind of storyKinds) {
    it(`${kind}: input, effects, evidence and cards are as they are written down`, () => {
      const file = new URL(`${kind}.md`, import.meta.url);
      const told = storiesOf(kind);
      if (update) writeFileSync(file, told);

      const written = existsSync(file) ? readFileSync(file, 'utf8') : '';

      assert.equal(
        told,
        written,
        `tests/stories/${kind}.md differs: UPDATE_STORIES=1 npx mocha -g stories`,
      );
    });
  }
});
