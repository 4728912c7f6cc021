import { type Answer, type Calibration, loadDocument, markOf } from '../spec/index.ts';

/** A calibration in which these facts are settled so, each of them seen twice. */
export function calibrationOf(answers: Readonly<Record<string, Answer>>): Calibration {
  const settled = Object.entries(answers).map(([fact, answer]) => [fact, { answer, seen: 2, evidence: [] }]);
  return {
    calibration: 1,
    'made-with': '0.1.0',
    document: markOf(loadDocument()),
    day: '2026-11-29',
    settled: Object.fromEntries(settled),
    unforeseen: {},
    contradicted: {},
    unsettled: {},
  };
}
