import { createORPCClient, DynamicLink, type ClientContext, type ClientLink } from '@orpc/client';
import { RPCLink as HttpLink } from '@orpc/client/fetch';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import type { ContractClient } from '#contract/contract.ts';

type Link = ClientLink<ClientContext>;

const portMessage = 'xiangyue:port';
const readyMessage = 'xiangyue:ready';

/** Asks the preload for the port to the host and waits until it arrives. */
function receivePort(): Promise<MessagePort> {
  return new Promise((resolve) => {
    function listen(event: MessageEvent<unknown>): void {
      if (event.source !== window || typeof event.data !== 'object' || event.data === null) return;
      if (!('type' in event.data) || event.data.type !== portMessage) return;
      const [port] = event.ports;
      if (port === undefined) return;
      window.removeEventListener('message', listen);
      resolve(port);
    }
    window.addEventListener('message', listen);
    window.postMessage({ type: readyMessage }, location.origin === 'null' ? '*' : location.origin);
  });
}

async function openPortLink(): Promise<Link> {
  const port = await receivePort();
  port.start();
  return new PortLink({ port });
}

function openLink(): Promise<Link> {
  if (window.xiangyueNative !== undefined) return openPortLink();
  return Promise.resolve(new HttpLink({ url: new URL('/rpc', location.origin) }));
}

const link = openLink();

/** The contract's procedures: over the preload's port on the desktop, over HTTP in a browser. */
export const client: ContractClient = createORPCClient(new DynamicLink(() => link));
