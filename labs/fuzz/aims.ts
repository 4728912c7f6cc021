import type { ApiDocument, Operation } from '../../spec/index.ts';
import type { Message, Shot } from './shot.ts';

/** What goes into a path parameter, by its name; the first is a good one. All others are hostile. */
export const GOOD_PARAMETERS: Readonly<Record<string, readonly string[]>> = {
  jid: ['{{group}}', '{{linked}}', '{{community}}', '{{announcement}}', '120363999999999999@g.us'],
  world: ['{{world}}'],
  phone: ['5511777777777', '5511999999999', '5500000000403'],
};

/** Operations at which nothing is aimed, by their path, and why. */
const SPARED: readonly { path: RegExp; why: string }[] = [
  { path: /\/stream$/, why: 'its answer never ends' },
];

/** Fields with a rule that no schema can say, by operation: what fits the schema may still be refused. */
export const BEYOND_SCHEMA: Readonly<Record<string, RegExp>> = {
  updateGroup: /^(topic|description) /,
  actAsPerson: /^do /,
  askRules: /^acts\[0\]\.do /,
  createFault: /./,
  createWorld: /./,
  putSnapshot: /./,
  seedWorld: /^(scenario|world)/,
};

/** Paths whose answers tell tokens, because that is what they are for. All others never do. */
export const TELLS_TOKENS = /^\/__mock(\/|$)/;

/** What is served here is for people and tools: pages and documents, no answers of an operation. */
export const PAGES = /^\/(health|docs(\/.*)?|openapi.*|__mock\/(openapi|world\.schema).*)?$/;

/** Where faults are made, after which answers may be anything. */
export const MAKES_FAULTS = /^\/__mock\/worlds\/\{\{world\}\}\/(faults|snapshot)$/;

/** At these bodies are packed, for others are like them: of both limits, of the API and of the control plane. */
export const PACKED: readonly string[] = ['createGroup', 'createWorld', 'putSnapshot'];
/** At these bodies are held back, for others are like them. */
export const HELD: readonly string[] = ['createGroup', 'setWebhook', 'createFault', 'putSnapshot'];

/** Parameters of the query that are left out, and why. */
export const SPARED_QUERY: Readonly<Record<string, string>> = {
  wait_for: 'its answer waits for another request',
};

/** The operation that makes a throw-away world for `{{world}}`, where a document has it. */
export const WORLD_MAKER = { method: 'POST', path: '/__mock/worlds', body: { seed: 1 } };

/** Takes the world of the two accounts back to its start. */
export const WORLD_RESET = '/__mock/worlds/default/reset';

/** Has a mock load what it loads only when it is asked to fill a world, so that it takes no longer later. */
export const WARM_UP = { method: 'POST', path: '/__mock/worlds/default/seed', body: { groups: 1 } };

/** What ends that world, or leaves faults in it that would strike the next shots: they need another. */
export function endsWorld({ messages, spoils = false }: Shot): boolean {
  const isEnd = ({ method, target }: Message) =>
    method === 'DELETE' ? /\/\{\{world\}\}(\?|$)/.test(target) : /\/\{\{world\}\}\/faults/.test(target);
  return spoils || messages.some(isEnd);
}

/** Seen anew whenever somebody is asked about, also in vain, which makes and changes nobody; going on by itself; or of all that was asked. */
const FORGIVEN = /\/(people|snapshot|deliveries|journal|consumer)$/;

/** Whether a shot is aimed at the throw-away world alone, so that the world of the two accounts stays as it is. */
export function isAside({ messages, scratches }: Shot): boolean {
  const isAimedAside = ({ method, target, headers }: Message) =>
    target.startsWith('/__mock')
      ? method === 'GET' || target.startsWith('/__mock/worlds/{{world}}/')
      : headers.some(([name, value]) => name === 'Authorization' && value.includes('{{third}}'));
  return scratches.length === 0 && messages.every(isAimedAside);
}

/** Whether a shot is of calls of the two accounts alone, so that every other world stays as it is. */
export function isOfAccounts({ messages, scratches }: Shot): boolean {
  const isOfAccount = ({ target, headers }: Message) =>
    !target.includes('__mock') && headers.every(([, value]) => !value.includes('{{third}}'));
  return scratches.length === 0 && messages.every(isOfAccount);
}

/** Whether a shot may have disconnected an account, so that it has to be connected before others are fired. */
export function mayDisconnect({ messages, scratches }: Shot): boolean {
  return scratches.length > 0 || messages.some(({ target }) => /disconnect/.test(target));
}

/** The paths at which one sees a throw-away world and what is beside it, so that one knows that a refused request has changed nothing. */
export function viewpointsOf(documents: readonly ApiDocument[]): string[] {
  const operations = documents.flatMap((document) => document.operations).filter(isFairGame);
  const seen = operations.filter(
    ({ method, path }) => method === 'GET' && /^\/__mock[^{]*(\{world\}[^{]*)?$/.test(path),
  );
  return seen
    .filter(({ path }) => !FORGIVEN.test(path))
    .map(({ path }) => path.replace('{world}', '{{world}}'));
}

/** Whether an operation may be aimed at. */
export function isFairGame({ path }: Operation): boolean {
  return !SPARED.some((one) => one.path.test(path));
}
