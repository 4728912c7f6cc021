import { loadDocument } from '../../spec/index.ts';
import type { Step } from '../language/case.ts';
import { count } from '../reports/show.ts';
import { isLoopback, mustBeSendable, type Target } from '../target/target.ts';
import { changesOf } from './bisection.ts';
import { missingNeed, type Numbers, needsOfQuestion } from './needs.ts';
import { QUESTIONS } from './questions/index.ts';
import { STAGES, type StageName } from './stages.ts';

/** What finding an operation takes when it is where the document has it: a look, the call, and its effect. */
const SEARCH = { calls: 3, changes: 1 };

/** What a calibration would ask, in lines, without a single request: each question with its calls and changes. */
export function formatPlan(target: Target, numbers: Numbers, spec?: string): string {
  mustBeSendable(target);
  const methods = new Map(loadDocument(spec).operations.map(({ id, method }) => [id, method]));
  const isChange = ({ call, alter }: Step) => (alter?.method ?? methods.get(call)) !== 'GET';
  const set = new Set<StageName>();
  const total = { questions: 0, calls: 0, changes: 0 };
  const lines = QUESTIONS.map((question) => {
    const missing = missingNeed(target, numbers, needsOfQuestion(question));
    if (missing !== undefined) return `skip, it takes ${missing.what} (${missing.give}): ${question.id}`;
    const stages = (question.on ?? []).filter((name) => !set.has(name));
    for (const name of stages) set.add(name);
    const steps: readonly Step[] = [
      ...stages.flatMap((name): readonly Step[] => STAGES[name]),
      ...question.steps,
    ];
    const bisected = question.bisects === undefined ? 0 : changesOf(question.bisects);
    const calls = steps.length + bisected + (question.search === undefined ? 0 : SEARCH.calls);
    const changes = steps.filter(isChange).length + bisected;
    total.questions += 1;
    total.calls += calls;
    total.changes += changes;
    return `ask, ${count(calls, 'call')}, ${count(changes, 'change')}: ${question.id}: ${question.asks}`;
  });
  const where = isLoopback(target) ? 'this machine: changes are free' : 'another host: changes are bounded';
  return [
    ...lines,
    '',
    `${target.url} is on ${where}.`,
    `${total.questions} of ${QUESTIONS.length} questions would be asked, by at most about ${count(total.calls, 'call')}, ${total.changes} of them changes, and a few more that tidy up.`,
    `Numbers that may be touched: ${[...(target.participants ?? []), numbers.stranger, numbers.private].filter(Boolean).join(', ') || 'only those of the accounts'}.`,
  ].join('\n');
}
