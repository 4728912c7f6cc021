/** What a case compares as JSON: each request of the document, sent as it stands, and the answer of the same name. */
import { describe, expect, it } from 'vitest';
import { loadDocument } from '../../../spec/index.ts';
import { createClient, TOKENS } from '../client.ts';

type Json = ReturnType<typeof JSON.parse>;

interface Example {
  readonly name: string;
  readonly request: Json;
  readonly status: number;
  readonly reply: Json;
}

const { raw, operations } = loadDocument();

/** Who joins is no member yet. */
const SENT_BY: Record<string, keyof typeof TOKENS> = { joinGroup: 'second' };

/** Nobody has a webhook before it is set. */
const BEFORE: Record<string, string> = { getWebhook: 'setWebhook' };

/** The empty community is what answers without undocumented fields show. */
const RULINGS: Record<string, Record<string, string>> = {
  'createCommunity documented': { 'undocumented-fields': 'omit' },
};

/** What the mock makes up in an answer, beside LIDs. */
const MADE_UP: Record<string, readonly string[]> = {
  createGroup: ['"jid":"[0-9]+@g.us"'],
  createCommunity: ['"jid":"[0-9]+@g.us"'],
  addGroupParticipants: ['"code":"[^"]+"'],
  resetGroupInviteLink: ['[A-Za-z0-9]{22}'],
  getStatus: ['"device_id":"[^"]+"'],
  connectDevice: ['"device_id":"[^"]+"'],
  disconnectDevice: ['"device_id":"[^"]+"'],
  getWebhook: ['"id":"[^"]+"'],
  setWebhook: ['"id":"[^"]+"'],
};

const ALL = operations.map(({ id, method, path }) => {
  const operation = (raw.paths as Json)[path][method.toLowerCase()];
  const filled = path.replace(/\{jid\}/, () => {
    const { $ref } = (raw.paths as Json)[path].parameters[0];
    return follow({ $ref }).example;
  });
  const examples = examplesOf(operation);
  const named = examples.map(({ name }) => name);
  const unanswered = Object.keys(valuesOf(operation.requestBody)).filter((name) => !named.includes(name));
  return { id, method, path: filled, examples, unanswered };
});

describe.each(ALL)('$id', ({ id, method, path, examples }) => {
  it.each(examples)('$name', async ({ name, request, status, reply }) => {
    const rulings = RULINGS[`${id} ${name}`] ?? {};
    const { send } = await createClient({ seed: 1, scenario: 'documented', rulings });
    const headers = { Authorization: `Bearer ${TOKENS[SENT_BY[id] ?? 'first']}` };
    const before = ALL.find((other) => other.id === BEFORE[id]);
    if (before !== undefined) await send({ ...before, headers, body: before.examples[0]?.request });
    const answer = await send({ method, path, headers, body: request });
    expect(answer.status, answer.text).toBe(status);
    const steady = (value: Json) =>
      JSON.stringify(value).replace(
        new RegExp(['"lid":"[^"]+"', ...(MADE_UP[id] ?? [])].join('|'), 'g'),
        '…',
      );
    expect(steady(partOf(answer.body, reply))).toBe(steady(reply));
  });
});

it('every operation has an example, and every example of a request an answer of its name', () => {
  for (const { id, examples, unanswered } of ALL) {
    expect(examples, id).not.toEqual([]);
    expect(unanswered, id).toEqual([]);
  }
});

/** The answers of success with the request of their name; one of another name answers the first request. */
function examplesOf({ requestBody, responses }: Json): Example[] {
  const requests = valuesOf(requestBody);
  return Object.entries<Json>(responses)
    .filter(([status]) => status.startsWith('2'))
    .flatMap(([status, response]) =>
      Object.entries(valuesOf(response)).map(([name, reply]) => {
        const request = requests[name] ?? Object.values(requests)[0];
        return { name, request, status: Number(status), reply };
      }),
    );
}

function valuesOf(content: Json): Record<string, Json> {
  const examples = content?.content?.['application/json']?.examples ?? {};
  return Object.fromEntries(Object.keys(examples).map((name) => [name, follow(examples[name]).value]));
}

function follow(one: Json): Json {
  if (one.$ref === undefined) return one;
  return one.$ref
    .slice(2)
    .split('/')
    .reduce((value: Json, key: string) => value[key], raw);
}

/** Of an answer what an example shows: its fields in the order of the answer, and of a list the elements with its JIDs. */
function partOf(answer: Json, example: Json): Json {
  if (Array.isArray(example) && example.some((one) => one?.jid))
    return example.map((one) =>
      partOf(
        answer.find(({ jid }: Json) => jid === one.jid),
        one,
      ),
    );
  if (typeof example !== 'object' || example === null || Array.isArray(example)) return answer;
  return Object.fromEntries(
    Object.entries<Json>(answer ?? {})
      .filter(([name]) => Object.hasOwn(example, name))
      .map(([name, value]) => [name, partOf(value, example[name])]),
  );
}
