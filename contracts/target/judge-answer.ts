import type { OperationId } from '../../spec/index.ts';
import type { Expectation } from '../language/case.ts';
import { compare, type Difference } from '../language/patterns.ts';
import { fill, type Values } from '../language/templates.ts';
import type { Answer } from './send.ts';

/** Where an answer is not as expected: its status, that it is JSON, its body, its headers. */
export function judgeAnswer(
  expect: Expectation<OperationId>,
  answer: Answer,
  values: Values,
  path = '',
): Difference[] {
  const statuses: readonly number[] = [expect.status].flat();
  if (!statuses.includes(answer.status)) {
    const expected = `status ${statuses.join(' or ')}`;
    const other = { path, expected, actual: `status ${answer.status}: ${answer.text.slice(0, 300)}` };
    // Another success tells what was wanted all the same, if it tells anything.
    const isDone = answer.status < 300 && statuses.some((status) => status < 300);
    return isDone && answer.body !== undefined
      ? [other, ...compareAnswer(expect, answer, values, path)]
      : [other];
  }
  if (answer.body === undefined) {
    return [{ path, expected: 'a JSON body', actual: answer.text.slice(0, 300) }];
  }
  return compareAnswer(expect, answer, values, path);
}

function compareAnswer(
  expect: Expectation<OperationId>,
  answer: Answer,
  values: Values,
  path: string,
): Difference[] {
  return [
    ...compare(fill(expect.body ?? {}, values), answer.body, path),
    ...compare(fill(expect.headers ?? {}, values), answer.headers, path === '' ? 'header' : `${path} header`),
  ];
}
