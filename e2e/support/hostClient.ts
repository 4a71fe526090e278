import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import type { ContractClient } from '#contract/contract.ts';
import type { Host } from '#e2e/support/startHost.ts';

/** Enters a host with its one-time secret and returns the cookie. The secret is then used up. */
export async function enterHost(host: Host): Promise<string> {
  const response = await fetch(host.url, { redirect: 'manual' });
  const cookie = response.headers.get('set-cookie')?.split(';')[0];
  if (cookie === undefined) throw new Error(`No cookie from the host: ${response.status}`);
  return cookie;
}

/** The typed client of a host, with a cookie from `enterHost` or from a browser that entered. */
export function hostClient(host: Host, cookie: string): ContractClient {
  return createORPCClient(
    new RPCLink({ url: `${host.origin}/rpc`, headers: { cookie, origin: host.origin } }),
  );
}
