/**
 * `sum.ts REPORT.json [FAILED-STEP]…`: adds up vitest's JSON report and the steps that failed, names each failure, and says
 * as its last line `412 passed, 0 failed, 1 skipped`. A report that is missing counts as a failure: a run that died before
 * it could write one must not look green. The same holds for a step `tests` that failed while every test passed.
 */
import { existsSync, readFileSync } from 'node:fs';

interface VitestReport {
  testResults: {
    name: string;
    status: string;
    message?: string;
    assertionResults: { fullName: string; status: string }[];
  }[];
}

const [path = '', ...steps] = process.argv.slice(2);
const sum = { passed: 0, failed: 0, skipped: 0 };
const fail = (what: string): void => {
  sum.failed += 1;
  console.log(`FAILED: ${what}`);
};

for (const step of steps) if (step !== 'tests') fail(step);
if (existsSync(path)) {
  const report: VitestReport = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failures) fail(test.fullName);
    if (file.status === 'failed' && failures.length === 0) fail(`${file.name}: ${file.message ?? ''}`);
    sum.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    sum.skipped += file.assertionResults.filter((test) => !['passed', 'failed'].includes(test.status)).length;
  }
}
if (sum.passed === 0 || (steps.includes('tests') && sum.failed === 0)) fail('the tests did not run to their end');
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 ? 1 : 0;
