// How one file of tests is run: `npx mocha tests/…`. Node of 22.18 and later reads TypeScript by itself.
module.exports = {
  'node-option': [
    ...(process.features.typescript ? [] : ['import=tsx']),
    // Tests make much that is dropped at once: a tenth of the processor's time goes into clearing it away.
    'max-semi-space-size=64',
  ],
  extension: ['ts'],
  require: ['tests/support/same-numbers.ts'],
  'forbid-only': true,
  // What hangs is ended; a machine that is busy otherwise is no reason to.
  timeout: 60000,
  exit: false,
};
