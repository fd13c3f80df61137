import type { FileReport, Format, Totals } from '../report.ts';

/** JUnit XML, which most CI servers show: a suite for each file, a failed case for each problem. */
export const junit: Format = () => {
  // The numbers stand in the first tag, and are known last.
  const suites: string[] = [];
  let sound = 0;
  return {
    file(report) {
      suites.push(...suite(report));
      if (report.problems.length === 0) sound += 1;
      return '';
    },
    end: (totals) => whole(suites, sound, totals),
  };
};

function whole(suites: readonly string[], sound: number, { failures, ...counts }: Totals): string {
  const failed = counts.errors + counts.warnings + counts.infos + counts.hints;
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="fangan" tests="${failed + sound + failures.length}" failures="${failed}" errors="${failures.length}">`,
    ...suites,
    ...failures.flatMap(({ place, message }) => [
      `  <testsuite name="${escaped(place)}" tests="1" failures="0" errors="1">`,
      `    <testcase classname="${escaped(place)}" name="read">`,
      `      <error message="${escaped(`${message.zh} ${message.en}`)}"/>`,
      '    </testcase>',
      '  </testsuite>',
    ]),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

function suite({ path, problems }: FileReport): readonly string[] {
  const name = escaped(path);
  const cases = problems.flatMap(({ rule, severity, message, place: { start } }) => {
    const place = `${start.line + 1}:${start.character + 1}`;
    return [
      `    <testcase classname="${name}" name="${escaped(`${rule} ${place}`)}">`,
      `      <failure type="${severity}" message="${escaped(message)}">${escaped(`${path}:${place} ${message}`)}</failure>`,
      '    </testcase>',
    ];
  });
  return [
    `  <testsuite name="${name}" tests="${Math.max(1, problems.length)}" failures="${problems.length}" errors="0">`,
    ...(cases.length > 0 ? cases : [`    <testcase classname="${name}" name="fangan"/>`]),
    '  </testsuite>',
  ];
}

/** Text inside XML; characters that XML 1.0 does not have at all become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Surrogate}/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replace(/[\t\n\r]/g, (blank) => `&#${blank.charCodeAt(0)};`);
}
