type Handler = (request: Request) => Promise<Response> | Response;

class StandInProtocol {
  readonly privileges = new Map<string, Record<string, boolean>>();
  private readonly handlers = new Map<string, Handler>();

  registerSchemesAsPrivileged(schemes: readonly { scheme: string; privileges: Record<string, boolean> }[]): void {
    for (const { scheme, privileges } of schemes) this.privileges.set(scheme, privileges);
  }

  handle(scheme: string, handler: Handler): void {
    this.handlers.set(scheme, handler);
  }

  /** What a page would get from an address. */
  async request(url: string, method = 'GET'): Promise<Response> {
    const handler = this.handlers.get(new URL(url).protocol.slice(0, -1));
    if (handler === undefined) throw new Error(`ERR_UNKNOWN_URL_SCHEME loading ${url}`);
    return handler(new Request(url, { method }));
  }
}

export const protocol = new StandInProtocol();
