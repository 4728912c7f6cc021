import { expect } from 'vitest';
import { createApp, createMock, type MockOptions } from '../../../mock/index.ts';
import {
  createRouter,
  createValidator,
  loadControlDocument,
  refOfReply,
  unknownProperties,
} from '../../../spec/index.ts';
import { type Client, clientOf } from '../client.ts';

/** JSON of which a test reads what it expects. */
export type Json = ReturnType<typeof JSON.parse>;

export interface ControlAnswer {
  status: number;
  body: Json;
  headers: Headers;
}

/** A mock, seen from its control plane. Paths start behind `/__mock`. */
export interface Plane extends Client {
  control(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<ControlAnswer>;
  /** A person of the default world does something on the phone; it must be let. */
  act(phone: string, act: object): Promise<Json>;
  /** The same, and it must be refused: by which rule. */
  refusal(phone: string, act: object): Promise<string>;
}

const document = loadControlDocument();
const validator = createValidator(document);
const route = createRouter(document.operations);

/** A mock of its own, on loopback. */
export async function createPlane(options: MockOptions = {}): Promise<Plane> {
  const client = await clientOf(createApp(createMock(options)));
  const control: Plane['control'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${client.url}/__mock${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const answer = { status: response.status, body: await response.json(), headers: response.headers };
    if (response.ok) expectDocumented(method, `/__mock${path}`, answer);
    return answer;
  };
  const tell = (phone: string, act: object) => control('POST', `/worlds/default/people/${phone}/act`, act);
  return {
    ...client,
    control,
    act: async (phone, act) => {
      const { status, body } = await tell(phone, act);
      expect(status, JSON.stringify(body)).toBe(200);
      return body;
    },
    refusal: async (phone, act) => {
      const { status, body } = await tell(phone, act);
      expect(status, JSON.stringify(body)).toBeGreaterThanOrEqual(400);
      return body.rule;
    },
  };
}

/** Holds an answer of the control plane to its document: it has what that says, and nothing else. */
function expectDocumented(method: string, path: string, { status, body }: ControlAnswer): void {
  const found = route(method, path.replace(/\?.*/, ''));
  if (found.kind !== 'operation') return;
  expect(validator.reply(found.operation, status, body)).toEqual([]);
  const $ref = refOfReply(document, found.operation, status) ?? '';
  expect([...new Set(unknownProperties(document, { $ref }, body, ''))], found.operation.id).toEqual([]);
}

/** Holds a refusal of the control plane to its envelope. */
export function expectRefused({ status, body, headers }: ControlAnswer, wanted: number, rule: string): void {
  expect({ status, rule: body.rule }, JSON.stringify(body)).toEqual({ status: wanted, rule });
  expect(headers.get('x-mock-rule')).toBe(rule);
  const [operation] = document.operations;
  expect(
    validator.reply({ ...operation, replies: new Map([[status, ERROR]]) } as never, status, body),
  ).toEqual([]);
}

const ERROR = '#/components/schemas/Error';

/** Every operation of the control plane, with its path filled in for the default world. */
export function operationsOfPlane(): { id: string; method: string; path: string; takesBody: boolean }[] {
  return document.operations.map(({ id, method, path, body }) => ({
    id,
    method,
    path: path
      .replace('/__mock', '')
      .replace('{world}', 'default')
      .replace('{phone}', '5511999999999')
      .replace('{fault}', 'fault-1')
      .replace('{delivery}', '1'),
    takesBody: body !== undefined,
  }));
}
