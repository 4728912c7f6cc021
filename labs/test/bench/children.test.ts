import { describe, expect, it } from 'vitest';
import { createChildren, residentMegabytes } from '../../bench/children.ts';

const NODE = process.execPath;

describe('a child', () => {
  it('gives what it printed', async () => {
    const child = createChildren().start({ file: NODE, args: ['-e', 'console.log(6 * 7)'] });
    expect(await child.output).toBe('42\n');
    expect(child.hasEnded()).toBe(true);
  });

  it('that fails says with what', async () => {
    const child = createChildren().start({
      file: NODE,
      args: ['-e', 'console.error("no luck"); process.exit(4)'],
    });
    await expect(child.output).rejects.toThrow(/exit 4.*no luck/s);
  });

  it('that is no program says so', async () => {
    await expect(createChildren().start({ file: '/no/such/program', args: [] }).output).rejects.toThrow(
      'ENOENT',
    );
  });

  it('ends also when it does not want to', async () => {
    const stubborn = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.log("up")';
    const child = createChildren().start({ file: NODE, args: ['-e', stubborn] });
    await new Promise((resolve) => child.process.stdout?.once('data', resolve));
    expect(residentMegabytes(child)).toBeGreaterThan(10);
    await child.stop();
    expect(child.hasEnded()).toBe(true);
  });
});

describe('all children', () => {
  it('end at once', async () => {
    const children = createChildren();
    const endless = { file: NODE, args: ['-e', 'setInterval(() => {}, 1000)'] };
    const started = [children.start(endless), children.start(endless)];
    children.endAll();
    for (const { output } of started) await expect(output).rejects.toThrow('SIGKILL');
  });
});
