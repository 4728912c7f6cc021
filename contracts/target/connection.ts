import { isLoopback } from './target.ts';

/** What to do about a connection that fails, as a sentence; '' where the error says enough. */
export function helpWith(error: unknown, url: string, env: NodeJS.ProcessEnv = process.env): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNTRUSTED.test(code))
    return ' Its certificate is not trusted: give the certificate that signs it with --cafile.';
  const scheme = new URL(url).protocol.slice(0, -1);
  const name = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`].find((one) => env[one]);
  if (name === undefined || isDirect(url, env)) return '';
  if (!/^https?:\/\//.test(env[name] ?? ''))
    return ` ${name} is set to no URL such as http://proxy:8080, so nothing goes through it: correct it.`;
  if (followsProxies()) return '';
  return ` ${name} is set, and only Node 24.5 or newer goes through it, this is ${process.version}: run this there, or give a --url that is reached directly.`;
}

/** Whether NO_PROXY names the host of a URL or a domain that it is in, or the host is this machine. */
function isDirect(url: string, env: NodeJS.ProcessEnv): boolean {
  const { hostname } = new URL(url);
  const names = (env.no_proxy ?? env.NO_PROXY ?? '')
    .split(/[\s,]+/)
    .map((one) => one.replace(/^\*?\.|:\d+$/g, ''));
  const isNamed = names.some(
    (one) => one === '*' || one === hostname || (one !== '' && hostname.endsWith(`.${one}`)),
  );
  return isNamed || isLoopback({ url });
}

const UNTRUSTED = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;

function followsProxies(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5);
}
