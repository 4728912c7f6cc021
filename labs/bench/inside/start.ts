/** How long `startMock()` takes to its first answer. Prints `StartTimes`. */
import { get } from 'node:http';
import { pathToFileURL } from 'node:url';
import { HEADERS } from '../requests.ts';
import { give, readInput } from './caller.ts';

/** In milliseconds. */
export interface StartTimes {
  imported: number;
  first: number;
  second: number;
}

const { library } = readInput<{ library: string }>();
const beginning = performance.now();
const { startMock }: typeof import('../../../mock/index.ts') = await import(pathToFileURL(library).href);
const imported = performance.now() - beginning;
const first = await toFirstAnswer();
give({ imported, first, second: await toFirstAnswer() } satisfies StartTimes);

async function toFirstAnswer(): Promise<number> {
  const start = performance.now();
  const mock = await startMock({ port: 0 });
  await new Promise<void>((resolve, reject) => {
    get(`${mock.url}/groups`, { headers: HEADERS, agent: false }, (response) => {
      response.resume().once('end', resolve);
    }).once('error', reject);
  });
  const milliseconds = performance.now() - start;
  await mock.close();
  return milliseconds;
}
