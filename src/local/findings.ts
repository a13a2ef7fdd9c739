import type { CheckedFinding } from '../domain/checks/check';
import { writeJson } from './output';

/** findings.json: the keys of the contract and nothing else, accepted ones included (architecture.md, contract 4). */
export async function writeFindings(folder: string, findings: readonly CheckedFinding[]): Promise<unknown> {
  const rows = findings.map((f) => ({
    code: f.code,
    severity: f.severity,
    tab: f.tab,
    row: f.row,
    recordId: f.recordId,
    column: f.column,
    found: f.found,
    expected: f.expected,
    message: f.message,
    instruction: f.instruction,
    organisation: f.organisation,
    accepted: f.accepted,
  }));
  await writeJson(folder, 'findings.json', rows);
  return rows;
}

/** How many open findings of each severity, and how many are accepted. */
export function findingCounts(findings: readonly CheckedFinding[]): {
  errors: number;
  warnings: number;
  hints: number;
  accepted: number;
} {
  const of = (severity: CheckedFinding['severity']) =>
    findings.filter((f) => f.accepted === null && f.severity === severity).length;
  return {
    errors: of('error'),
    warnings: of('warning'),
    hints: of('hint'),
    accepted: findings.filter((f) => f.accepted !== null).length,
  };
}

const SHOWN = 20;

/** The first errors in words; all of them are in findings.json. */
export function errorWords(findings: readonly CheckedFinding[]): string[] {
  const errors = findings.filter((f) => f.severity === 'error');
  return [
    ...errors
      .slice(0, SHOWN)
      .map(
        (f) =>
          `${f.code} «${f.tab}»${f.row === null ? '' : `, строка ${f.row}`}${f.column ? `, «${f.column}»` : ''}: ${f.message} ${f.instruction}`,
      ),
    ...(errors.length > SHOWN
      ? [`Показано ${SHOWN} из ${errors.length}: полный список в findings.json.`]
      : []),
  ];
}
