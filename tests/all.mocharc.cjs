// All tests, in three processes: those that take longest begin first, so that none of them is left at the end.
// Each file stands here once: mocha runs a file twice where two patterns name it.
const { readdirSync } = require('node:fs');
const { posix } = require('node:path');
const one = require('../.mocharc.cjs');

const longest = [
  /^sweep\//,
  /^gallery\./,
  /^bench\./,
  /^journeys\/trouble\/instances\./,
  /^journeys\/playground/,
  /^(image|fuzz|doctor)\//,
  /^evidence\/verifiers\//,
];
const files = readdirSync(__dirname, { recursive: true })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.test.ts'))
  .sort();
const placeOf = (name) => {
  const place = longest.findIndex((pattern) => pattern.test(name));
  return place < 0 ? longest.length : place;
};

module.exports = {
  ...one,
  parallel: true,
  jobs: 3,
  // Sorting keeps what is in the same place as it was.
  spec: files
    .toSorted((left, right) => placeOf(left) - placeOf(right))
    .map((name) => posix.join('tests', name)),
};
