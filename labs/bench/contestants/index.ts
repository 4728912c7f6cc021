export type { Contestant } from './contestant.ts';
export { bareExpress, bareHttp, expressHello } from './limits.ts';
export { openapiPeers } from './openapi-peers.ts';
export { otherPeers } from './other-peers.ts';
export { mounted, standAlone } from './ours.ts';
