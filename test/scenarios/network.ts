import type { Courier } from '../../mock/delivery/courier.ts';
import { createEngine } from '../../mock/engine/engine.ts';
import { createTenants, type Tenants } from '../../mock/tenants/tenants.ts';
import { SEEDED_NOW, type World } from '../../mock/world/index.ts';
import {
  loadDocument,
  type OperationId,
  type Reply,
  type RequestBody,
  type Schema,
} from '../../spec/index.ts';

/** What the API answers, whatever the operation: also the rule behind a refusal. */
export interface AnyAnswer {
  status: number;
  body: object;
  rule: string | undefined;
}

/** What the API answers: one of the documented answers of the operation. */
export type Answer<Id extends OperationId> = Reply<Id> & AnyAnswer;

/** The rows of an answer that has some: what became of each participant of the request. */
export function rowsOf({ body }: AnyAnswer): Schema<'Participant'>[] {
  return (body as { participants?: Schema<'Participant'>[] }).participants ?? [];
}

/** One WhatsApp, and accounts that speak to it as over HTTP. */
export interface Network<Name extends string> {
  /** Another one once it is restored. */
  readonly world: World;
  readonly tenants: Tenants;
  /** Every answer as it came. */
  readonly transcript: readonly string[];
  readonly names: readonly Name[];
  phone(name: Name): string;
  call<Id extends OperationId>(
    name: Name,
    id: Id,
    request?: { jid?: string; body?: RequestBody<Id> },
  ): Answer<Id>;
  /** Lets time pass. */
  wait(hours: number): void;
}

const document = loadDocument();
const operations = new Map(document.operations.map((operation) => [operation.id, operation]));

/** Whose turn it is: all networks share one engine, because compiling its validators takes longest. */
let turn: Tenants | undefined;

const engine = createEngine({
  document,
  tenants: {
    find: (token) => current().find(token),
    phoneOf: (token) => current().phoneOf(token),
    weigh: (tenant) => current().weigh(tenant),
    get main() {
      return current().main;
    },
  },
  onFault: (error) => {
    throw error;
  },
});

const NO_COURIER: Courier = {
  collect: () => {},
  wake: () => {},
  isSettled: () => true,
  settled: async () => true,
  watch: () => () => {},
  tellDriven: () => {},
  close: () => {},
};

/** A new WhatsApp with these accounts; nothing has happened yet. The mock's own faults are thrown. */
export function createNetwork<Name extends string>(
  names: readonly Name[],
  rulings: Record<string, string | number> = {},
): Network<Name> {
  let now = SEEDED_NOW;
  const accounts = names.map((_, n) => ({
    token: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    phone: `55119000000${String(n).padStart(2, '0')}`,
  }));
  const machine = { now: () => now, seed: () => 1, token: () => '' };
  const tenants = createTenants(machine, () => NO_COURIER, { seed: 1, frozen: false, accounts, rulings });
  const transcript: string[] = [];
  const accountOf = (name: Name) => found(accounts[names.indexOf(name)], name);

  return {
    get world() {
      return tenants.main.world;
    },
    tenants,
    transcript,
    names,
    phone: (name) => accountOf(name).phone,
    call: (name, id, { jid = '', body } = {}) => {
      const { method, path } = found(operations.get(id), id);
      turn = tenants;
      const reply = engine.answer({
        method,
        target: path.replace('{jid}', encodeURIComponent(jid)),
        headers: { authorization: `Bearer ${accountOf(name).token}`, 'content-type': 'application/json' },
        body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
      });
      transcript.push(`${reply.status} ${reply.headers['X-Mock-Rule'] ?? ''} ${reply.body}`);
      // The engine has held the answer against the document, from which the type is made.
      return {
        status: reply.status,
        body: JSON.parse(reply.body),
        rule: reply.headers['X-Mock-Rule'],
      } as Answer<typeof id>;
    },
    wait: (hours) => {
      now += hours * 3_600_000;
    },
  };
}

function current(): Tenants {
  return found(turn, 'network');
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`There is no ${what}.`);
  return value;
}
