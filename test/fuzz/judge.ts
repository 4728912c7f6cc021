import { type ApiDocument, createRouter, createValidator, type Operation } from '../../spec/index.ts';
import { type Answer, readAnswers } from './answer.ts';
import { fill } from './bytes.ts';
import type { Echo } from './fire.ts';
import { isWhole, type Places, type Shot } from './shot.ts';
import { TOKENS } from './world.ts';

/** What was wrong with the answers to a shot; nothing when all is well. */
export type Judge = (shot: Shot, places: Places, echo: Echo) => string[];

/** What Node answers by itself to what is no request. */
const NOT_HTTP = [400, 408, 413, 417, 431];

/** A judge who knows the documents, and nothing of the server's own checks. */
export function createJudge(documents: readonly ApiDocument[]): Judge {
  const courts = documents.map((document) => ({
    route: createRouter(document.operations),
    validator: createValidator(document),
  }));

  const operationOf = (
    method: string,
    target: string,
  ): { operation: Operation; court: (typeof courts)[number] } | undefined => {
    const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '');
    for (const court of courts) {
      const found = court.route(method, path);
      if (found.kind === 'operation') return { operation: found.operation, court };
    }
    return undefined;
  };

  const mismatches = (
    answer: Answer,
    body: unknown,
    method: string,
    target: string,
    mayBeGarbage: boolean,
  ): string[] => {
    const found = operationOf(method, target);
    const issues = (found?.court ?? courts[0])?.validator.reply(found?.operation, answer.status, body) ?? [];
    if (issues.length === 0) return [];
    const isEnvelope = courts[0]?.validator.reply(undefined, answer.status, body).length === 0;
    if (mayBeGarbage && isEnvelope && NOT_HTTP.includes(answer.status)) return [];
    return [
      `${answer.status} of ${found?.operation.id ?? 'no operation'} does not fit the document: ${JSON.stringify(issues).slice(0, 300)}`,
    ];
  };

  return (shot, places, echo) => {
    const { answers, rest } = readAnswers(
      echo.received,
      shot.messages.map(({ method }) => method),
    );
    const whole = isWhole(shot);
    const wrong: string[] = [];
    if (echo.end === 'refused') wrong.push('the connection was refused');
    if (echo.end === 'hangs') wrong.push('the connection hangs');
    if (rest !== '' && echo.end === 'closed')
      wrong.push(`bytes that are no answer: ${JSON.stringify(rest.slice(0, 200))}`);
    if (answers.length > Math.max(1, shot.messages.length) && whole) wrong.push(`${answers.length} answers`);
    for (const [n, answer] of answers.entries()) {
      const { method = 'GET', target = '/' } = shot.messages[n] ?? {};
      const { status } = answer;
      const body = parse(answer.body);
      const isNotReady = status === 503 && answer.body.includes('"DEVICE_NOT_READY"');
      if (status >= 500 && !isNotReady) wrong.push(`${status}: ${answer.body.slice(0, 300)}`);
      if (method === 'HEAD' && status < 500) continue;
      if (body === undefined || !answer.headers['content-type']?.startsWith('application/json')) {
        wrong.push(`${status} is no JSON: ${answer.headers['content-type']}, ${answer.body.slice(0, 100)}`);
        continue;
      }
      // A method that is none, a header that is none: what Node refuses, it refuses without knowing the path.
      wrong.push(...mismatches(answer, body, method, fill(target, places), true));
      const told = Object.values(TOKENS).find((token) => answer.body.includes(token));
      if (told !== undefined && !saysToken(shot)) wrong.push('the answer tells a token');
    }
    const [only] = answers;
    if (
      whole &&
      only === undefined &&
      !shot.messages.some(({ method }) => method === 'CONNECT') &&
      echo.end === 'closed' &&
      answersAreDue(shot)
    )
      wrong.push('a whole request got no answer');
    if (shot.expects === 'refusal' && only !== undefined && only.status < 400)
      wrong.push(`accepted with ${only.status}`);
    if (shot.expects === 'fit' && only?.status === 400)
      wrong.push(`refused with 400: ${only.body.slice(0, 300)}`);
    return wrong;
  };
}

/** Whether every answer is a refusal, so that nothing may have changed. Where nothing came back, the shot must have been unfinished. */
export function isRefused(shot: Shot, echo: Echo): boolean {
  const { answers } = readAnswers(
    echo.received,
    shot.messages.map(({ method }) => method),
  );
  if (answers.length === 0) return shot.delivery.upTo < 1;
  return answers.length >= shot.messages.length && answers.every(({ status }) => status >= 400);
}

function answersAreDue({ messages }: Shot): boolean {
  return messages.length > 0;
}

/** Who puts a token into a body gets it back as the name of a group. */
function saysToken({ messages }: Shot): boolean {
  return messages.some(
    ({ body, target }) => JSON.stringify([body, target]).match(/\{\{(first|second)\}\}/) !== null,
  );
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
