/** What the bench needs of the mock's control plane, over HTTP. */
export interface ControlPlane {
  /** Makes a world and tells its name and the tokens of its accounts. */
  makeWorld(accounts: number): Promise<{ world: string; tokens: string[] }>;
  /** Undefined while the mock has no snapshots. */
  readSnapshot(world: string): Promise<string | undefined>;
  writeSnapshot(world: string, snapshot: string): Promise<void>;
  reset(world: string): Promise<void>;
}

const WORLDS = '/__mock/worlds';

/** The control plane of a mock; undefined while it has none. */
export async function findControlPlane(url: string): Promise<ControlPlane | undefined> {
  const send = async (method: string, path: string, body?: string): Promise<Response> => {
    const headers = body === undefined ? {} : { 'content-type': 'application/json' };
    return fetch(`${url}${WORLDS}${path}`, { method, headers, ...(body === undefined ? {} : { body }) });
  };
  const expect = async (method: string, path: string, body?: string): Promise<string> => {
    const answer = await send(method, path, body);
    const text = await answer.text();
    if (answer.ok) return text;
    throw new Error(`${method} ${WORLDS}${path} is answered ${answer.status}: ${text.slice(0, 300)}`);
  };
  const probe = await send('GET', '');
  await probe.arrayBuffer();
  if (probe.status === 404) return undefined;
  return {
    makeWorld: async (accounts) => {
      const made: { world: string; accounts: { token: string }[] } = JSON.parse(
        await expect('POST', '', JSON.stringify({ accounts })),
      );
      return { world: made.world, tokens: made.accounts.map(({ token }) => token) };
    },
    readSnapshot: async (world) => {
      const answer = await send('GET', `/${world}/snapshot`);
      const text = await answer.text();
      if (answer.ok) return text;
      if (answer.status === 404) return undefined;
      throw new Error(`GET ${WORLDS}/${world}/snapshot is answered ${answer.status}: ${text.slice(0, 300)}`);
    },
    writeSnapshot: async (world, snapshot) => void (await expect('PUT', `/${world}/snapshot`, snapshot)),
    reset: async (world) => void (await expect('POST', `/${world}/reset`)),
  };
}
