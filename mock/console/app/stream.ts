import { controlHeaders, Refused, urlOf } from './api.ts';

/** What a stream tells. */
export interface StreamReader {
  /** It is open; `again` says whether it was open before. */
  onOpen(again: boolean): void;
  onEvent(name: string, data: string): void;
  /** It is closed: the mock is gone, or does not let this page in. It is tried again unless it was refused. */
  onGone(refused: Refused | undefined): void;
}

/** How long after the end of a stream it is opened again, in milliseconds. */
const PAUSE = 1000;

/** Reads what happens in a world until it is told to stop. `EventSource` cannot send the header of the control token. */
export function openStream(world: string, reader: StreamReader): () => void {
  const ending = new AbortController();
  const { signal } = ending;
  let opened = false;
  const once = async () => {
    const response = await fetch(urlOf(`__mock/worlds/${world}/stream?all=true`), {
      headers: controlHeaders(),
      signal,
    });
    if (!response.ok || response.body === null) {
      throw new Refused(response.status, response.headers.get('X-Mock-Rule') ?? '', response.statusText);
    }
    reader.onOpen(opened);
    opened = true;
    let text = '';
    const texts = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await texts.read(); !piece.done; piece = await texts.read()) {
      const blocks = (text + piece.value).split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) tellBlock(block, reader);
    }
  };
  const forever = async () => {
    while (!signal.aborted) {
      const refused = await once().catch((error: unknown) => (error instanceof Refused ? error : undefined));
      if (signal.aborted) return;
      reader.onGone(refused ?? undefined);
      if (refused instanceof Refused) return;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  forever();
  return () => ending.abort();
}

function tellBlock(block: string, reader: StreamReader): void {
  const field = (name: string) =>
    block
      .split('\n')
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2);
  const name = field('event');
  if (name !== undefined) reader.onEvent(name, field('data') ?? '');
}
