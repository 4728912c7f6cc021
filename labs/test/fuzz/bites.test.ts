import type { RequestHandler } from 'express';
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../spec/index.ts';
import { message, type Shot, shotOf } from '../../fuzz/shot.ts';
import { targetAt } from '../../fuzz/target.ts';
import { TOKENS } from '../../fuzz/tokens.ts';
import { createVolleys } from '../../fuzz/volley.ts';
import { serve } from './server.ts';

const fireVolley = createVolleys([loadDocument()]);

/** A shot that the mock refuses. */
const REFUSED = shotOf(
  'a timer of 5 s',
  message('PUT', '/groups/{{group}}/ephemeral', [{ text: '{"duration_seconds":5}' }]),
  'refusal',
);

/** What is wrong with a mock that is broken for requests that are about timers. */
async function fireAt(breakIt: RequestHandler, shot: Shot = REFUSED): Promise<string> {
  const url = await serve((request, response, next) =>
    request.url.endsWith('/ephemeral') ? breakIt(request, response, next) : next(),
  );
  const failure = await fireVolley(targetAt(url), [shot]);
  return failure?.wrong.join('\n') ?? 'nothing';
}

const ERROR = {
  success: false,
  error: 'No',
  error_code: 'VALIDATION_ERROR',
  timestamp: '2026-06-15T12:00:00Z',
};

describe('the fuzz tells what is wrong with a mock that', () => {
  it('is not broken: nothing', async () => {
    expect(await fireAt((_request, _response, next) => next())).toBe('nothing');
  });

  it.each<[string, RequestHandler, RegExp]>([
    ['answers 500', (_, response) => void response.status(500).json(ERROR), /^500: /],
    [
      'accepts what is wrong',
      (_, response) => void response.json({ success: true, duration_seconds: 0 }),
      /accepted with 200/,
    ],
    [
      'answers with HTML',
      (_, response) => void response.status(400).send('<p>No</p>'),
      /400 is no JSON: text\/html/,
    ],
    [
      'leaves out the code',
      (_, response) => void response.status(400).json({ ...ERROR, error_code: undefined }),
      /400 of setGroupEphemeral does not fit.*error_code/,
    ],
    [
      'answers with a status of its own',
      (_, response) => void response.status(418).json(ERROR),
      /418 of setGroupEphemeral/,
    ],
    [
      'tells a token',
      (_, response) => void response.status(400).json({ ...ERROR, error: TOKENS.second }),
      /tells a token/,
    ],
    ['ends the connection', (request) => void request.socket.destroy(), /0 answers to 1 whole request/],
    [
      'says more than it should',
      (_, { socket }) => void socket?.end('nonsense'),
      /bytes that are no answer: "nonsense"/,
    ],
  ])('%s', async (_, breakIt, told) => {
    expect(await fireAt(breakIt)).toMatch(told);
  });

  it('changes something although it refuses', async () => {
    const changing: RequestHandler = async ({ url, headers }, response) => {
      const group = `http://${headers.host}${url.replace('/ephemeral', '')}`;
      const body = JSON.stringify({ name: 'Changed' });
      const type = { 'Content-Type': 'application/json', Authorization: TOKENS.first };
      await fetch(group.replace('localhost', '127.0.0.1'), { method: 'PATCH', headers: type, body }).catch(
        () => {},
      );
      response.status(400).json(ERROR);
    };
    const url = await serve((request, response, next) => {
      if (!request.url.endsWith('/ephemeral')) return next();
      request.headers.host = new URL(url).host;
      return changing(request, response, next);
    });
    const failure = await fireVolley(targetAt(url), [REFUSED]);
    expect(failure?.wrong.join()).toMatch(
      /a refused request changed something.*before.*Target.*after.*Changed/s,
    );
  });

  it('is broken afterwards', async () => {
    let isBroken = false;
    const url = await serve((request, response, next) => {
      if (request.url.endsWith('/ephemeral')) isBroken = true;
      else if (isBroken) return void response.status(503).json(ERROR);
      next();
    });
    const failure = await fireVolley(targetAt(url), [REFUSED]);
    expect(failure?.wrong.join()).toMatch(/A good request does not work: \w+ \/\w+ got 503/);
  });
});
