import { decode } from '../formats.ts';

/** A path on one line. Where it is too long its middle is left out; the whole is its title. */
export function Path({ path }: { path: string }) {
  const whole = decode(path);
  const end = whole.lastIndexOf('/', whole.length - 2);
  return (
    <bdi class="path" title={whole}>
      <span>{whole.slice(0, Math.max(0, end))}</span>
      <span>{whole.slice(Math.max(0, end))}</span>
    </bdi>
  );
}
