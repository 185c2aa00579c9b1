/**
 * Adds up vitest's JSON reports: names what failed, and says as its last line `412 passed, 0 failed, 1 skipped`.
 * A report that is missing counts as a failure: a run that died before it could write one must not look green.
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

const sum = { passed: 0, failed: 0, skipped: 0 };
for (const path of process.argv.slice(2)) {
  if (!existsSync(path)) {
    sum.failed += 1;
    console.log('FAILED: the tests ended without a report');
    continue;
  }
  const report: VitestReport = JSON.parse(readFileSync(path, 'utf8'));
  for (const file of report.testResults) {
    const failures = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of failures) console.log(`FAILED: ${test.fullName}`);
    if (file.status === 'failed' && failures.length === 0) {
      sum.failed += 1;
      console.log(`FAILED: ${file.name}: ${file.message ?? ''}`);
    }
    sum.failed += failures.length;
    sum.passed += file.assertionResults.filter((test) => test.status === 'passed').length;
    sum.skipped += file.assertionResults.filter((test) => !['passed', 'failed'].includes(test.status)).length;
  }
}
console.log(`${sum.passed} passed, ${sum.failed} failed, ${sum.skipped} skipped`);
process.exitCode = sum.failed > 0 || sum.passed === 0 ? 1 : 0;
