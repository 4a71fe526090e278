/**
 * The one policy that every page of the application is served under, in the desktop window and over HTTP.
 * Styles may stand inline because the component kit writes its style sheets at run time; scripts never may.
 * `blob:` is a picture that the page itself has made from bytes.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
