import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { connect } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { commandLine } from '../../built-package.ts';
import { noFull, noPosix } from '../../missing.ts';
import { freePort } from '../../package/free-port.ts';
import { serve } from './cli.ts';

const HEADERS = { Authorization: '11111111-1111-4111-8111-111111111111' };

async function mustServe(url: string, times = 20): Promise<void> {
  for (let n = 0; n < times; n += 1) {
    expect((await fetch(`${url}/groups`, { headers: HEADERS })).status).toBe(200);
  }
}

/** Sends so many requests one behind the other, each with a line of 300 characters in the log, and waits for all answers. */
async function askMany(port: number, times: number): Promise<void> {
  const socket = connect(port, '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  let answers = 0;
  const done = new Promise<void>((resolve, reject) => {
    socket.on('error', reject);
    socket.setEncoding('latin1').on('data', (text: string) => {
      answers += text.split('"success"').length - 1;
      if (answers >= times) resolve();
    });
  });
  const request = `GET /groups/${'x'.repeat(300)} HTTP/1.1\r\nHost: localhost\r\n\r\n`;
  for (let n = 0; n < times; n += 100) {
    const isTaken = socket.write(request.repeat(100));
    if (!isTaken) await new Promise((resolve) => socket.once('drain', resolve));
  }
  await done;
}

async function untilThere(url: string): Promise<void> {
  const isThere = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await expect.poll(isThere, { timeout: 20_000 }).toBe(true);
}

describe.skipIf(noPosix)(`a mock goes on serving${noPosix}`, () => {
  it('when nobody reads its output any longer', async () => {
    const { url, child, ended } = await serve();
    child.stdout.destroy();
    child.stderr.destroy();
    await mustServe(url);
    child.kill('SIGTERM');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('behind head -1', async () => {
    const port = await freePort();
    const command = `"${process.execPath}" "${commandLine('wuts-mock')}" --port ${port} | head -1`;
    const child = spawn('sh', ['-c', command], { detached: true, stdio: 'ignore' });
    onTestFinished(() => void process.kill(-Number(child.pid), 'SIGKILL'));
    await untilThere(`http://127.0.0.1:${port}`);
    await mustServe(`http://127.0.0.1:${port}`);
  });

  it.skipIf(noFull).each(['stdout', 'stderr', 'both'])(
    `when the disk is full that %s goes to${noFull}`,
    async (which) => {
      const full = openSync('/dev/full', 'w');
      const port = await freePort();
      const child = spawn(process.execPath, [commandLine('wuts-mock'), '--port', `${port}`], {
        stdio: ['ignore', which === 'stderr' ? 'ignore' : full, which === 'stdout' ? 'ignore' : full],
      });
      closeSync(full);
      const ended = new Promise((resolve) => child.once('exit', resolve));
      onTestFinished(() => void child.kill('SIGKILL'));
      await untilThere(`http://127.0.0.1:${port}`);
      await mustServe(`http://127.0.0.1:${port}`);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
  );

  it('when its output is closed from the start', async () => {
    const port = await freePort();
    const command = `exec "${process.execPath}" "${commandLine('wuts-mock')}" --port ${port} >&- 2>&-`;
    const child = spawn('sh', ['-c', command], { stdio: 'ignore' });
    onTestFinished(() => void child.kill('SIGKILL'));
    await untilThere(`http://127.0.0.1:${port}`);
    await mustServe(`http://127.0.0.1:${port}`);
  });

  it('and keeps no more of its log than a bounded part, when its reader sleeps', async () => {
    const { url, child } = await serve();
    child.stdout.pause();
    await askMany(Number(new URL(url).port), 7000);
    await mustServe(url);
    let read = 0;
    child.stdout.on('data', (text: string) => {
      read += text.length;
    });
    child.kill('SIGTERM');
    await new Promise((resolve) => child.once('close', resolve));
    expect(read).toBeLessThan(1.5 * 1024 * 1024);
  });
});
