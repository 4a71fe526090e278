import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

export type AccessControl = {
  /** The one-time secret that stands in the address printed at start. */
  secret: string;
  /** A browser sends a cookie to every port of a name; with the port in it, two hosts do not take each other's place. */
  cookieName(): string;
  /** Exchanges the secret for the cookie's value, once; undefined when it is wrong or was used. */
  exchange(offered: string): string | undefined;
  hasSession(request: IncomingMessage): boolean;
  /** Whether the request names this host and, where it says where it comes from, comes from this origin. */
  isOwnHost(request: IncomingMessage): boolean;
  isOwnOrigin(request: IncomingMessage): boolean;
};

function equal(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function cookieOf(request: IncomingMessage, wanted: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const [name, value] = pair.trim().split('=');
    if (name === wanted) return value;
  }
  return undefined;
}

/** Guards a loopback host against other pages and other people: DNS rebinding by Host, forged requests by Origin and cookie. */
export function accessControl(port: () => number): AccessControl {
  const secret = randomBytes(24).toString('base64url');
  const session = randomBytes(24).toString('base64url');
  let used = false;
  const cookieName = () => `xiangyue-${port()}`;
  const hosts = () => [`127.0.0.1:${port()}`, `localhost:${port()}`];
  return {
    secret,
    cookieName,
    exchange(offered) {
      if (used || !equal(offered, secret)) return undefined;
      used = true;
      return session;
    },
    hasSession: (request) => equal(cookieOf(request, cookieName()) ?? '', session),
    isOwnHost: (request) => hosts().includes(request.headers.host ?? ''),
    isOwnOrigin: (request) => request.headers.origin === `http://${request.headers.host}`,
  };
}
