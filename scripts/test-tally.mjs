// Counts a vitest JSON report so that nothing that went wrong can add up to "0 failed".
import path from "node:path";

/**
 * @param {string} name what ran, for the words of a failure
 * @param {string | undefined} text the JSON report, undefined when vitest died before writing it
 * @param {number} code vitest's exit code
 * @param {string} root paths are told relative to it
 * @returns {{ passed: number, failed: number, notRun: string[] }}
 */
export function tally(name, text, code, root) {
  let report;
  try {
    report = JSON.parse(text ?? "");
  } catch {
    return { passed: 0, failed: 1, notRun: [`${name}: vitest ended with code ${code} and no report`] };
  }
  let passed = 0;
  let failed = 0;
  const notRun = [];
  for (const file of report.testResults ?? []) {
    const where = path.relative(root, file.name);
    let failedHere = 0;
    for (const test of file.assertionResults ?? []) {
      if (test.status === "passed") passed++;
      else if (test.status === "failed") failedHere++;
      else notRun.push(`${where}: ${test.fullName ?? test.title} (${test.status})`);
    }
    // A file that cannot be loaded, or whose hooks fail, has no failed test of its own.
    if (file.status === "failed" && failedHere === 0) failedHere = 1;
    failed += failedHere;
  }
  // An error outside any test, or a setup that failed, shows only in the exit code.
  if (code !== 0 && failed === 0) failed = 1;
  return { passed, failed, notRun };
}
