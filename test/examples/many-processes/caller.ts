/** JSON of which a test reads what it expects. */
export type Json = ReturnType<typeof JSON.parse>;

/** What was answered; `body` is the text read as JSON, and undefined where it is none. */
export interface Answer {
  status: number;
  text: string;
  body: Json;
}

/** Whoever sends the same Authorization header with every call. */
export interface Caller {
  call(method: string, path: string, body?: unknown): Promise<Answer>;
  /** Makes a group of this name and tells its JID. */
  create(name: string): Promise<string>;
  /** The names of the groups that the caller sees. */
  groups(): Promise<string[]>;
  /** A call of the control plane for the caller's world; the path starts behind `mine`. */
  control(method: string, path: string, body?: unknown): Promise<Answer>;
}

/** A caller of whatever is at a URL; without an Authorization header when it is ''. */
export function callerOf(url: string, authorization: string): Caller {
  const call: Caller['call'] = async (method, path, body) => {
    const response = await fetch(url + path, {
      method,
      headers: {
        ...(authorization === '' ? {} : { Authorization: authorization }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      body: body === undefined ? null : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, text, body: parse(text) };
  };
  return {
    call,
    create: async (name) => {
      const { status, text, body } = await call('POST', '/groups', { name, participants: ['5511777777777'] });
      if (status !== 201) throw new Error(`The group ${name} is not made: ${status} ${text}`);
      return body.group.jid;
    },
    groups: async () => {
      const { body } = await call('GET', '/groups');
      return body.groups.map((group: { name: string }) => group.name);
    },
    control: (method, path, body) => call(method, `/__mock/worlds/mine${path}`, body),
  };
}

/** The names of the worlds of one mock, asked without a balancer between, but for the one that is there at start. */
export async function worldsAt(port: number): Promise<string[]> {
  const { body } = await callerOf(`http://127.0.0.1:${port}`, '').call('GET', '/__mock/worlds');
  return body.worlds.map(({ name }: { name: string }) => name).filter((name: string) => name !== 'default');
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
