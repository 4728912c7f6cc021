import type { components } from '../../spec/index.ts';

type Group = components['schemas']['GroupWithParticipants'];
type Participant = components['schemas']['Participant'];

/** What a successful answer may carry. */
export interface Told {
  readonly groups?: readonly Group[];
  readonly group?: Group;
  readonly participants?: readonly Participant[];
  readonly invite_link?: string;
}

/** A gateway of WUTS, to somebody who believes only what is read. */
export interface Gateway {
  /** What is so, asked again until it is answered. Throws when it never is. */
  read(path: string): Promise<Told>;
  /** Asks for a change. Whether it was carried out is told by reading: an answer may be lost, or not true. */
  change(method: string, path: string, body: object): Promise<Told>;
}

/** So often is something asked for before it is given up. */
export const ATTEMPTS = 5;

/** A gateway at a URL. `wait` waits so many seconds. */
export function createGateway(url: string, token: string, wait: (seconds: number) => Promise<void>): Gateway {
  /** One call; undefined without an answer that can be read. Too many calls were not carried out, so they are made again. */
  const call = async (method: string, path: string, body?: object): Promise<Told | undefined> => {
    try {
      const answer = await fetch(url + path, {
        method,
        headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (answer.status === 429) {
        await wait(Number(answer.headers.get('Retry-After') ?? 1));
        return await call(method, path, body);
      }
      const told: unknown = await answer.json();
      return answer.ok ? (told as Told) : undefined;
    } catch {
      return undefined;
    }
  };

  return {
    async read(path) {
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const told = await call('GET', path);
        if (told !== undefined) return told;
        await wait(2 ** attempt);
      }
      throw new Error(`GET ${path} is not answered`);
    },
    change: async (method, path, body) => (await call(method, path, body)) ?? {},
  };
}
