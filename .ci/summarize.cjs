// Sums up the steps of .ci/run, each given as `name:status:report`. Plain JavaScript: it also runs when `npm ci` failed.
const { readFileSync } = require('node:fs');

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, status, path] of process.argv.slice(2).map((outcome) => outcome.split(':'))) {
  const { passed, failed, skipped } = path ? read(path) : { passed: 0, failed: 0, skipped: 0 };
  // A step can fail before its runner starts or writes: types, lint, installation.
  const lost = status !== '0' && failed === 0 ? 1 : 0;
  if (failed + lost > 0) console.log(`${name} failed`);
  total.passed += passed;
  total.failed += failed + lost;
  total.skipped += skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

/** Counts of a report of jest. A test file that could not be loaded counts as one failed test. */
function read(path) {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8'));
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
      skipped: report.numPendingTests + report.numTodoTests,
    };
  } catch (error) {
    console.log(`There is no report ${path}: ${error.message}`);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}
