import { type AgentOptions, Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { rootCertificates } from 'node:tls';
import { isLoopback } from './target.ts';

/** How the requests of a run reach a host. */
export interface Connections {
  /** What opens a request to a URL, and its options beside those of the request; `once` takes a connection of its own. */
  to(url: URL, times: 'once' | 'again'): { open: typeof httpRequest; options: object };
}

/** Since Node 24.5 an agent follows HTTP_PROXY, HTTPS_PROXY and NO_PROXY. */
interface Proxied extends AgentOptions {
  readonly proxyEnv?: NodeJS.ProcessEnv;
}

/** Connections that are kept; to this machine always direct. `ca` is trusted beside what is always trusted. */
export function createConnections(ca: string | undefined, env: NodeJS.ProcessEnv = process.env): Connections {
  const trusted = ca === undefined ? {} : { ca: [...rootCertificates, ca] };
  const make = (own: Proxied) => ({
    'http:': new HttpAgent(own),
    'https:': new HttpsAgent({ ...own, ...trusted }),
  });
  const direct = make({ keepAlive: true });
  const [kept, single] = [
    make({ keepAlive: true, proxyEnv: env } as Proxied),
    make({ proxyEnv: env } as Proxied),
  ];
  return {
    to(url, times) {
      const scheme = url.protocol === 'https:' ? 'https:' : 'http:';
      const open = (scheme === 'https:' ? httpsRequest : httpRequest) as typeof httpRequest;
      if (isLoopback({ url: url.href }))
        return { open, options: times === 'once' ? { ...trusted, agent: false } : { agent: direct[scheme] } };
      return { open, options: { agent: (times === 'once' ? single : kept)[scheme] } };
    },
  };
}

/** What to do about a connection that fails, as a sentence; '' where the error says enough. */
export function helpWith(error: unknown, url: string, env: NodeJS.ProcessEnv = process.env): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (UNTRUSTED.test(code))
    return ' Its certificate is not trusted: give the certificate that signs it with --cafile.';
  const scheme = new URL(url).protocol.slice(0, -1);
  const name = [`${scheme}_proxy`, `${scheme.toUpperCase()}_PROXY`].find((one) => env[one]);
  if (name === undefined || isLoopback({ url }) || followsProxies()) return '';
  return ` ${name} is set, and only Node 24.5 or newer goes through it, this is ${process.version}: run this there, or give a --url that is reached directly.`;
}

const UNTRUSTED = /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_)/;

function followsProxies(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 5);
}
