import { connect, type Socket } from 'node:net';
import { type Answer, readAnswers } from './answer.ts';
import { patienceNow } from './patience.ts';

/** A good request. */
export interface Question {
  readonly method?: string;
  readonly path: string;
  readonly token?: string;
  readonly body?: object;
  /** The statuses that are good; 200 unless given. */
  readonly wanted?: readonly number[];
}

/** A connection for good requests, which is opened when it is needed. */
export interface Line {
  /** Sends all questions at once, and resolves with the bodies of the answers in their order. Rejects when one of them does not work. */
  ask(...questions: readonly Question[]): Promise<string[]>;
  close(): void;
}

/** A line to a server. One asks on it again when the answers are there. */
export function createLine(url: string): Line {
  const { hostname, port } = new URL(url);
  let socket: Socket | undefined;
  const open = () => {
    if (socket === undefined || socket.destroyed || socket.readableEnded)
      socket = connect({ host: hostname, port: Number(port), noDelay: true }).on('error', () => {});
    return socket;
  };
  return {
    async ask(...questions) {
      const answers = await exchange(open(), questions);
      return questions.map((question, n) => {
        const { method = 'GET', path, wanted = [200] } = question;
        const answer = answers[n];
        if (answer !== undefined && wanted.includes(answer.status)) return answer.body;
        const got = answer === undefined ? 'no answer' : `${answer.status}: ${answer.body.slice(0, 300)}`;
        throw new Error(`A good request does not work: ${method} ${path} got ${got}`);
      });
    },
    close: () => socket?.destroy(),
  };
}

function exchange(socket: Socket, questions: readonly Question[]): Promise<readonly Answer[]> {
  const methods = questions.map(({ method = 'GET' }) => method);
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    const read = () => readAnswers(Buffer.concat(parts), methods);
    let awaited = 1;
    const end = () => {
      clearTimeout(timer);
      socket.off('data', take).off('close', end).off('end', end);
      resolve(read().answers);
    };
    const take = (part: Buffer) => {
      parts.push(part);
      awaited -= part.length;
      // A list of a hundred megabytes comes in thousands of parts: it is read once.
      if (awaited > 0) return;
      const { answers, missing } = read();
      if (answers.length >= questions.length) end();
      else awaited = missing;
    };
    const timer = setTimeout(() => {
      socket.destroy();
      end();
    }, patienceNow());
    socket.on('data', take).once('close', end).once('end', end);
    socket.write(questions.map(toText).join(''));
  });
}

function toText({ method = 'GET', path, token, body }: Question): string {
  const text = body === undefined ? '' : JSON.stringify(body);
  const lines = [`${method} ${path} HTTP/1.1`, 'Host: localhost'];
  if (token !== undefined) lines.push(`Authorization: ${token}`);
  if (body !== undefined)
    lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(text)}`);
  return `${lines.join('\r\n')}\r\n\r\n${text}`;
}
