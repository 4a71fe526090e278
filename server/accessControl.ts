import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type AccessControl = {
  /** The one-time secret that stands in the address printed at start. */
  secret: string;
  /** Exchanges the secret for the cookie's value, once; undefined when it is wrong or was used. */
  exchange(offered: string): string | undefined;
  hasSession(request: IncomingMessage): boolean;
  /** Whether the request names this host and, where it says where it comes from, comes from this origin. */
  isOwnHost(request: IncomingMessage): boolean;
  isOwnOrigin(request: IncomingMessage): boolean;
};

export const sessionCookie = 'xiangyue';

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === sessionCookie) return value;
  }
  return undefined;
}

/** Guards a loopback host against other pages and other people: DNS rebinding by Host, forged requests by Origin and cookie. */
export function accessControl(port: () => number): AccessControl {
  const secret = randomBytes(24).toString('base64url');
  const session = randomBytes(24).toString('base64url');
  let used = false;
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  return {
    secret,
    exchange(offered) {
      if (used || !equal(offered, secret)) return undefined;
      used = true;
      return session;
    },
    hasSession: (request) => equal(cookieOf(request) ?? '', session),
    isOwnHost: (request) => hosts().includes(request.headers.host ?? ''),
    isOwnOrigin: (request) => request.headers.origin === `http://${request.headers.host}`,
  };
}
