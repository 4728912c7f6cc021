/** One HTTP answer as it came over the wire. */
export interface Answer {
  readonly status: number;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What came back over one connection. */
export interface Answers {
  /** The final ones; `100 Continue` is none. */
  readonly answers: readonly Answer[];
  /** Bytes that are no answer; empty when all is well. */
  readonly rest: string;
  /** How many bytes at least have to come before there is one more. */
  readonly missing: number;
}

/** Answers with these have no body, and need no length. */
const WITHOUT_BODY = [204, 304];

/** Reads answers to requests of these methods, which have no body when they answer HEAD. */
export function readAnswers(bytes: Buffer, methods: readonly string[]): Answers {
  const answers: Answer[] = [];
  let rest = bytes;
  let missing = 1;
  while (rest.length > 0) {
    const end = rest.indexOf('\r\n\r\n');
    const head = end === -1 ? undefined : readHead(rest.subarray(0, end).toString('latin1'));
    if (head === undefined) break;
    // What could not be read was not read as HEAD either.
    const isHead = methods[answers.length] === 'HEAD' && head.headers['x-mock-rule'] !== 'not-http';
    const isBare = head.status < 200 || WITHOUT_BODY.includes(head.status) || isHead;
    const length = isBare ? 0 : Number(head.headers['content-length'] ?? Number.NaN);
    const next = end + 4 + length;
    if (Number.isNaN(length)) break;
    if (rest.length < next) {
      missing = next - rest.length;
      break;
    }
    if (head.status >= 200) answers.push({ ...head, body: rest.subarray(end + 4, next).toString('utf8') });
    rest = rest.subarray(next);
  }
  return { answers, rest: rest.toString('latin1'), missing };
}

function readHead(text: string): { status: number; headers: Record<string, string> } | undefined {
  const [first = '', ...lines] = text.split('\r\n');
  const status = /^HTTP\/1\.1 (\d{3})( |$)/.exec(first)?.[1];
  if (status === undefined) return undefined;
  const headers: Record<string, string> = {};
  for (const line of lines) {
    const [, name = '', value = ''] = /^([^:]+): ?(.*)$/s.exec(line) ?? [];
    headers[name.toLowerCase()] = value;
  }
  return { status: Number(status), headers };
}
