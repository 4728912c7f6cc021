import { expect } from 'vitest';
import { createApp, createMock, type MockOptions } from '../../../mock/index.ts';
import { createValidator, loadControlDocument } from '../../../spec/index.ts';
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

/** A mock of its own, on loopback. */
export async function createPlane(options: MockOptions = {}): Promise<Plane> {
  const client = await clientOf(createApp(createMock(options)));
  const control: Plane['control'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${client.url}/__mock${path}`, {
      method,
      headers: { ...(body === undefined ? {} : { 'Content-Type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    return { status: response.status, body: await response.json(), headers: response.headers };
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
