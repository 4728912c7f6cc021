import type { Socket } from 'node:net';
import type { RequestHandler } from 'express';
import { describe, expect, it } from 'vitest';
import { loadControlDocument, loadDocument } from '../../../spec/index.ts';
import { AT_ONCE, type Message, message, type Shot, shotOf } from '../../fuzz/shot.ts';
import { targetAt, watchMemory } from '../../fuzz/target.ts';
import { TOKENS } from '../../fuzz/tokens.ts';
import { createVolleys } from '../../fuzz/volley.ts';
import { serve } from './server.ts';

const fireVolley = createVolleys([loadDocument(), loadControlDocument()]);

const WORLD = '/__mock/worlds/{{world}}';
const REFUSED = message('PUT', '/groups/{{group}}/ephemeral', [{ text: '{"duration_seconds":5}' }]);
const ERROR = {
  success: false,
  error: 'No',
  error_code: 'VALIDATION_ERROR',
  timestamp: '2026-06-15T12:00:00Z',
};
const ERROR_OF_CONTROL = { ...ERROR, rule: 'no' };

const CASES: readonly { is: string; shot: Shot; breakIt: () => RequestHandler; told: RegExp }[] = [
  {
    is: 'sends a reader of a stream away',
    shot: shotOf('', REFUSED, 'refusal'),
    breakIt: () => {
      let reader: Socket | undefined;
      return ({ url, socket }, _, next) => {
        if (url.endsWith('/default/stream')) reader = socket;
        if (url.endsWith('/ephemeral')) reader?.destroy();
        next();
      };
    },
    told: /GET \/__mock\/worlds\/default\/stream was sent away/,
  },
  {
    is: 'sends away who waits for a call',
    shot: shotOf('', REFUSED, 'refusal'),
    breakIt: () => {
      let reader: Socket | undefined;
      return ({ url, socket }, _, next) => {
        if (url.includes('/default/journal?wait_for')) reader = socket;
        if (url.endsWith('/ephemeral')) reader?.destroy();
        next();
      };
    },
    told: /GET \/__mock\/worlds\/default\/journal\?wait_for=60&phone=\d+ was sent away/,
  },
  {
    is: 'cannot tell what it has kept',
    shot: shotOf('', REFUSED, 'refusal'),
    breakIt: () => {
      let isPoisoned = false;
      return ({ url }, response, next) => {
        if (url.endsWith('/ephemeral')) isPoisoned = true;
        if (isPoisoned && url.includes('/journal')) response.status(500).json(ERROR_OF_CONTROL);
        else next();
      };
    },
    told: /A good request does not work: GET \/__mock\/worlds\/default\/journal\?limit=1000 got 500/,
  },
  {
    is: 'waits for the body of a stranger',
    shot: {
      ...shotOf('', { ...REFUSED, headers: [], framing: 1000 }, 'early'),
      ...{ scratches: [{ at: 0, drop: 0, put: '' }], delivery: { ...AT_ONCE, hold: 100 } },
    },
    breakIt: () => (request, _, next) => {
      if (!request.url.endsWith('/ephemeral')) next();
      else request.resume().once('end', () => next());
    },
    told: /not answered before its body has come/,
  },
  {
    is: 'serves nobody while some hold their bodies back',
    shot: {
      ...shotOf('', { ...REFUSED, framing: 1000 }),
      ...{ scratches: [{ at: 0, drop: 0, put: '' }], delivery: { ...AT_ONCE, hold: 500, copies: 10 } },
    },
    breakIt: () => {
      let held = 0;
      return ({ url, socket }, _, next) => {
        if (url.endsWith('/ephemeral')) held += 1;
        if (url !== '/status') next();
        // On a busy machine the bodies that are held back may begin later than the question.
        else setTimeout(() => (held > 0 ? socket.destroy() : next()), 300);
      };
    },
    told: /A good request does not work: GET \/status got no answer/,
  },
  {
    is: 'loses what a late reader has not read',
    shot: {
      ...shotOf('', message('GET', `${WORLD}/snapshot`)),
      ...{ delivery: { ...AT_ONCE, reads: 'late', ending: 'wait' } },
    },
    breakIt: () => {
      let looked = 0;
      return ({ url }, response, next) => {
        // The first one is that of the look before.
        if (!url.endsWith('/snapshot') || url.includes('/default/') || looked++ !== 1) return next();
        response.set('Content-Type', 'application/json').set('Content-Length', '20000000');
        response.write(Buffer.alloc(20_000_000, ' '));
        setTimeout(() => response.destroy(), 100);
      };
    },
    told: /bytes that are no answer/,
  },
  {
    is: 'takes junk for a snapshot',
    shot: {
      ...shotOf('', message('PUT', `${WORLD}/snapshot`, [{ saved: [{ at: 0.5, put: 'junk' }] }])),
      ...{ messages: [message('PUT', `${WORLD}/snapshot`, []), message('GET', `${WORLD}/groups`)], ahead: 1 },
    },
    breakIt: () => {
      let isJunk = false;
      return ({ url, method }, response, next) => {
        if (method === 'PUT') isJunk = true;
        if (method === 'PUT') response.json({ success: true });
        else if (isJunk && url.endsWith('/groups')) response.status(500).json(ERROR_OF_CONTROL);
        else next();
      };
    },
    told: /500: .*\n.*500 of listAllGroups does not fit the document/,
  },
  {
    is: 'lets a webhook change another world',
    shot: {
      ...shotOf(
        '',
        message('POST', '/groups', [{ text: '{"name":"Stir","participants":["5511777777777"]}' }], 'third'),
      ),
      spoils: true,
    },
    breakIt: () => async (request, _, next) => {
      if (request.headers.authorization === `Bearer ${TOKENS.third}`) {
        const home = `http://127.0.0.1:${request.socket.localPort}`;
        await fetch(`${home}/__mock/worlds/default/reset`, { method: 'POST' });
      }
      next();
    },
    told: /it changed another world:\n {2}before .*\n {2}after /,
  },
];

describe('the fuzz tells what is wrong with a mock that', () => {
  it.each(CASES)('$is', async ({ shot, breakIt, told }) => {
    const failure = await fireVolley(targetAt(await serve(breakIt())), [shot]);
    expect(failure?.wrong.join('\n')).toMatch(told);
  });

  it.each(CASES)('is not broken where it might be one that $is: nothing', async ({ shot }) => {
    const expects = shot.expects === 'early' ? 'anything' : shot.expects;
    const url = await serve((_request, _response, next) => next());
    expect(await fireVolley(targetAt(url), [{ ...shot, expects }])).toBeUndefined();
  });

  it('takes more memory than it may', () => {
    const greed = watchMemory(process.pid, 1000);
    expect(greed()).toEqual([expect.stringMatching(/^the mock took \d+ MiB of memory at once$/)]);
    expect(watchMemory(process.pid, Number.MAX_VALUE)()).toEqual([]);
  });
});

describe('the fuzz finds, among many shots, the one that', () => {
  it('changed something although it was refused', async () => {
    const asks: Message = message('GET', '/groups/{{group}}');
    const shots = [...Array(6).fill(shotOf('asks', asks)), shotOf('the one', REFUSED, 'refusal')];
    const url = await serve(async (request, response, next) => {
      if (!request.url.endsWith('/ephemeral')) return next();
      const home = `http://127.0.0.1:${request.socket.localPort}`;
      const body = JSON.stringify({ name: 'Changed' });
      const headers = { 'Content-Type': 'application/json', Authorization: TOKENS.first };
      await fetch(home + request.url.replace('/ephemeral', ''), { method: 'PATCH', headers, body });
      response.status(400).json(ERROR);
    });
    const row = [...shots, ...Array(6).fill(shotOf('asks', asks))];
    const [quick, careful] = [
      await fireVolley(targetAt(url), row),
      await fireVolley(targetAt(url), row, { isCareful: true }),
    ];
    expect({ quick: quick?.nth, careful: careful?.nth }).toEqual({ quick: 12, careful: 6 });
  });
});
