import type { OpenAPIV3_1 } from 'openapi-types';

/** One entry under the responses of an operation. */
interface ListedResponse {
  /** Its key, such as `404`, `4XX` or `default`. */
  readonly status: string;
  /** The statuses that the key stands for; `default` is for what goes wrong. */
  readonly statuses: readonly number[];
  readonly entry: OpenAPIV3_1.ResponseObject | OpenAPIV3_1.ReferenceObject;
}

/** The responses of an operation, in the order in which they count: of one status, of a range, of all others. */
export function listResponses(responses: OpenAPIV3_1.ResponsesObject | undefined): ListedResponse[] {
  // The keys of an object that are numbers come first.
  const listed = Object.entries(responses ?? {}).map(([status, entry]) => ({
    status,
    statuses: statusesOf(status),
    entry,
  }));
  const isLast = ({ status }: ListedResponse) => status === 'default';
  return [...listed.filter((one) => !isLast(one)), ...listed.filter(isLast)];
}

/** Throws when a path and its parameters do not name the same. */
export function mustNameAll(path: string, parameters: ReadonlyMap<string, string>): void {
  const names = Array.from(path.matchAll(/\{([^}]*)\}/g), ([, name = '']) => name);
  const [missing] = names.filter((name) => !parameters.has(name));
  if (missing !== undefined) throw new Error(`the path ${path} has no parameter for "{${missing}}".`);
  const [idle] = [...parameters.keys()].filter((name) => !names.includes(name));
  if (idle !== undefined) throw new Error(`the path ${path} has no "{${idle}}", which is a parameter of it.`);
}

function statusesOf(key: string): number[] {
  if (Number.isInteger(Number(key))) return [Number(key)];
  const [from, count] = key === 'default' ? [400, 200] : [Number(key.replaceAll(/x/gi, '0')), 100];
  return Array.from({ length: count }, (_, index) => from + index);
}
